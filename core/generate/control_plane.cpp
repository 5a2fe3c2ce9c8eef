#include "core/generate/control_plane_address.h"
#include "core/generate/generator.h"
#include "core/generate/plain_text.h"
#include "core/generate/toml_writer.h"
#include "core/generate/topology_reasons.h"
#include "core/generate/yaml.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

constexpr const char* id = "integration-control-plane";
constexpr std::int64_t serverPort = 9446, runtimePort = 9445;   ///< of 2.x (WSO2 helm-mi, icp/values.yaml)

/// The database it keeps what it knows in, as it calls the engines.
struct Storage {
    const Database* database = nullptr;
    const Node* primary = nullptr;   ///< null: the cloud runs it
    std::optional<Sourced<std::int64_t>> maxActive{}, minIdle{};
    Origins because{};

    [[nodiscard]] std::int64_t port() const {
        return primary != nullptr && *primary->port > 0 ? *primary->port : portOfEngine(*database->engine);
    }
};

Storage storageOf(const Topology& topology) {
    Storage storage{.because = reasonsOfDatabases(topology)};
    for (const Pool& pool : topology.pools) {
        storage.because =
            joined(std::move(storage.because), joined(pool.role.origins, pool.database.origins));
        if (*pool.role != id || storage.database != nullptr) continue;
        storage.database = topology.database(*pool.database);
        storage.maxActive = pool.maxActive;
        storage.minIdle = pool.minIdle;
    }
    if (storage.database == nullptr) return storage;
    for (const std::size_t number : topology.nodesOf("database"))
        if (const Node& node = topology.nodes[number];
            *node.database == *storage.database->name && !node.isStandby() && storage.primary == nullptr)
            storage.primary = &node;
    return storage;
}

/// Its configuration file on a machine.
class ServerFile {
public:
    ServerFile(const Topology& topology, const Node& node, Origins because)
        : m_node(node),
          m_storage(storageOf(topology)),
          m_writer("integration-control-plane/" + *node.name + "/deployment.toml", id, because) {}

    Artifact run(bool first) {
        first ? firstRelease() : secondRelease();
        return std::move(m_writer).take();
    }

private:
    /// 1.x, the dashboard of the Micro Integrator.
    void firstRelease() {
        m_writer.table("server_config");
        m_writer.number("port", 9743);
        m_writer.table("heartbeat_config");
        m_writer.number("pool_size", 15);
        m_writer.table("mi_user_store");
        m_writer.text("username", "$env{MI_ADMIN_USERNAME}");
        m_writer.text("password", "$env{MI_ADMIN_PASSWORD}");
        m_writer.table("keystore");
        m_writer.text("file_name", "conf/security/dashboard.jks");
        m_writer.text("password", "$env{KEYSTORE_PASSWORD}");
        m_writer.text("key_password", "$env{KEY_PASSWORD}");
    }

    void secondRelease() {
        m_writer.comment("Runtimes report to port " + std::to_string(runtimePort) + ", people ask this one.");
        const Sourced<std::int64_t>& port = m_node.port;
        m_writer.number("serverPort", port);
        m_writer.text("serverHost", "0.0.0.0");
        m_writer.text("logLevel", "INFO");
        const std::string base = "https://" + *m_node.host + ':' + std::to_string(*port);
        const Origins why = joined(m_node.host.origins, port.origins);
        m_writer.text("backendGraphqlEndpoint", base + "/graphql", why);
        m_writer.text("backendAuthBaseUrl", base + "/auth", why);
        m_writer.text("backendObservabilityEndpoint", base + "/icp/observability", why);
        m_writer.comment("Encrypt what $secret{...} stands for with the cipher tool, and write it below "
                         "[icp_server.secrets]; the first has at least 32 characters.");
        m_writer.text("frontendJwtHMACSecret", "$secret{frontendJwtHMACSecret}");
        if (m_storage.database != nullptr) storage();
    }

    void storage() {
        const Origins& why = m_storage.because;
        const Text host = m_storage.primary == nullptr
                              ? Text{"fill-in.example.com", why}
                              : Text{*m_storage.primary->host, joined(why, m_storage.primary->host.origins)};
        if (m_storage.primary == nullptr)
            m_writer.comment("Fill in the host of the database, which the cloud runs.", why);
        m_writer.table("icp_server.storage", why);
        m_writer.text("dbType", *m_storage.database->engine, why);
        m_writer.text("dbHost", host);
        m_writer.number("dbPort", m_storage.port(),
                        m_storage.primary == nullptr ? why : joined(why, m_storage.primary->port.origins));
        m_writer.text("dbName", "icp_database", why);
        m_writer.text("dbUser", "icp", why);
        m_writer.text("dbPassword", "$secret{dbPassword}", why);
        if (m_storage.maxActive)
            m_writer.number("maxOpenConnections", **m_storage.maxActive,
                            joined(why, m_storage.maxActive->origins));
        if (m_storage.minIdle)
            m_writer.number("minIdleConnections", **m_storage.minIdle,
                            joined(why, m_storage.minIdle->origins));
    }

    const Node& m_node;
    Storage m_storage;
    TomlWriter m_writer;
};

/// values.yaml of the chart `icp`, 2.x.
Artifact chartValues(const Topology& topology, const Node& node, const Origins& because) {
    const auto release = topology.value(deploymentToml().controlPlaneVersion);
    const Storage storage = storageOf(topology);
    Yaml config = Yaml::map();
    config.set("serverPort", node.port).set("runtimePort", static_cast<int>(runtimePort));
    Yaml kept = Yaml::map().set("deploymentType", "K8S").because(storage.because);
    if (storage.database != nullptr) {
        kept.set("dbType", storage.database->engine);
        if (storage.primary != nullptr) kept.set("dbHost", storage.primary->host);
        kept.set("dbPort", Sourced<std::int64_t>{storage.port(), storage.because})
            .set("dbName", "icp_database")
            .set("dbUser", "icp");
        if (storage.maxActive) kept.set("maxOpenConnections", *storage.maxActive);
        if (storage.minIdle) kept.set("minIdleConnections", *storage.minIdle);
        config.set("secureVault", Yaml::map().set("enabled", true).because(storage.because));
    }
    config.set("storage", std::move(kept));
    Yaml deployment = Yaml::map();
    deployment.set("hostname", node.host)
        .set("BuildVersion", release)
        .set("image", Yaml::map().set("tag", release))
        .set("replicas", 1);
    if (const Component* component = topology.component(id)) {
        Yaml limits = Yaml::map(), requests = Yaml::map();
        if (component->memoryLimit) limits.set("memory", *component->memoryLimit);
        if (component->cpuLimit) limits.set("cpu", *component->cpuLimit);
        if (component->memoryRequest) requests.set("memory", *component->memoryRequest);
        if (component->cpuRequest) requests.set("cpu", *component->cpuRequest);
        Yaml resources = Yaml::map().because(component->role.origins);
        if (!limits.empty()) resources.set("limits", std::move(limits));
        if (!requests.empty()) resources.set("requests", std::move(requests));
        if (!resources.empty()) deployment.set("resources", std::move(resources));
    }
    TextWriter writer("integration-control-plane/helm/values.yaml", id, because);
    writer.line(
        "# Values of the chart icp of helm-mi. Secrets are encrypted with the cipher tool and added to",
        Origins());
    writer.line("# wso2.config.secureVault.secrets when it is installed.", Origins());
    Yaml wso2 = Yaml::map().set("config", std::move(config)).set("deployment", std::move(deployment));
    Yaml::map().set("wso2", std::move(wso2)).because(because).write(writer);
    return std::move(writer).take();
}

Artifacts generate(const Design& design) {
    const Topology& topology = design.deployment.topology;
    const auto release = topology.value(deploymentToml().controlPlaneVersion);
    const bool first = release->starts_with("1.");
    Artifacts files;
    for (const std::size_t number : topology.nodesOf(id)) {
        const Node& node = topology.nodes[number];
        if (!isFileName(*node.name)) continue;
        Origins because =
            joined({layout("WSO2 Integration Control Plane, deployment.toml")}, release.origins);
        because = joined(joined(std::move(because), reasonsOfRoles(topology)), reasonsOf(node));
        const bool clusters = topology.isFor("k8s") || topology.isFor("openshift");
        if (topology.isFor("vm") || topology.isFor("docker"))
            files.push_back(ServerFile(topology, node, because).run(first));
        const bool already =
            std::ranges::contains(files, "integration-control-plane/helm/values.yaml", &Artifact::path);
        if (clusters && !first && !already) files.push_back(chartValues(topology, node, because));
    }
    return files;
}

}

extern const Generator integrationControlPlane{.family = id, .generate = generate};

}
