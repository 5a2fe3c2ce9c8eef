#include "core/generate/control_plane_address.h"
#include "core/generate/micro_integrators.h"
#include "core/generate/observed_jobs.h"
#include "core/generate/toml_writer.h"
#include "core/generate/topology_reasons.h"

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

std::string variable(std::string_view name) {
    return "$env{" + std::string(name) + '}';
}

/// Tables of deployment.toml (WSO2 Micro Integrator 4.6, configuration catalogue; topologies, 4.4).
class ConfigurationFile {
public:
    ConfigurationFile(const MicroIntegrators& integrators, const IntegratorConfiguration& place)
        : m_integrators(integrators),
          m_place(place),
          m_writer(place.path, microIntegratorFamily,
                   joined(joined({layout("WSO2 Micro Integrator, deployment.toml")}, integrators.reasons()),
                          place.because)) {}

    Artifact run() {
        m_writer.comment("What $env{...} stands for is filled in where the Micro Integrator runs.");
        server();
        stores();
        coordination();
        tasks();
        controlPlane();
        catalogue();
        metrics();
        traces();
        return std::move(m_writer).take();
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_integrators.topology(); }
    template <class T> [[nodiscard]] Sourced<T> value(Setting<T> setting) const {
        return topology().value(setting);
    }

    void server() {
        m_writer.table("server");
        m_writer.text("hostname", m_place.host);
        m_writer.number("offset", value(deploymentToml().microIntegrator.offset));
        const auto end = value(deploymentToml().microIntegrator.gracefulShutdown);
        m_writer.number("gracefulShutdownTimeout",
                        {static_cast<std::int64_t>(end->seconds * 1000), end.origins});
        m_writer.table("user_store");
        m_writer.text("type", "read_only_ldap");
    }

    void stores() {
        m_writer.table("keystore.primary");
        m_writer.text("file_name", "repository/resources/security/wso2carbon.jks");
        m_writer.text("alias", "wso2carbon");
        m_writer.text("password", variable("MI_KEYSTORE_PASSWORD"));
        m_writer.text("key_password", variable("MI_KEY_PASSWORD"));
        m_writer.table("truststore");
        m_writer.text("file_name", "repository/resources/security/client-truststore.jks");
        m_writer.text("password", variable("MI_TRUSTSTORE_PASSWORD"));
        m_writer.text("alias", "symmetric.key.value");
        m_writer.text("algorithm", "AES");
    }

    /// The data source switches coordination on; there is no other switch.
    void coordination() {
        const auto database = m_integrators.database();
        const Origins why = joined(value(deploymentToml().microIntegrator.coordination).origins,
                                   reasonsOfDatabases(topology()));
        if (database) {
            const Origins because = joined(why, database->driver.origins);
            m_writer.entry("datasource", because);
            m_writer.text("id", "WSO2_COORDINATION_DB", because);
            m_writer.text("url", {*database->url, joined(because, database->url.origins)});
            m_writer.text("username", {*database->user, joined(because, database->user.origins)});
            m_writer.text("password", variable("MI_COORDINATION_DB_PASSWORD"), because);
            m_writer.text("driver", *database->driver, because);
            pool(*database, because);
        }
        if (!m_integrators.isCoordinated()) return;
        m_writer.table("cluster_config", why);
        m_writer.text("node_id", *m_place.nodeId, joined(why, m_place.nodeId.origins));
    }

    void pool(const CoordinationDatabase& database, const Origins& because) {
        const auto number = [&](const char* key, const Sourced<std::int64_t>& count) {
            m_writer.number(key, *count, joined(because, count.origins));
        };
        if (database.maxActive) number("pool_options.maxActive", *database.maxActive);
        if (database.minIdle) number("pool_options.minIdle", *database.minIdle);
        if (database.maxWait)
            number("pool_options.maxWait", {static_cast<std::int64_t>((*database.maxWait)->seconds * 1000),
                                            database.maxWait->origins});
        m_writer.flag("pool_options.testOnBorrow", true, because);
        m_writer.text("pool_options.validationQuery", *database.validationQuery,
                      joined(because, database.validationQuery.origins));
    }

    void tasks() {
        const auto servers = topology().written(deploymentToml().microIntegrator.taskServers);
        if (!servers || !m_integrators.isCoordinated()) return;
        const Origins why =
            joined(servers->origins, value(deploymentToml().microIntegrator.coordination).origins);
        m_writer.table("task_handling", why);
        m_writer.text("resolver_class",
                      "org.wso2.micro.integrator.ntask.coordination.task.resolver.RoundRobinResolver", why);
        m_writer.entry("task_resolver", why);
        m_writer.number("task_server_count", **servers, why);
    }

    void controlPlane() {
        const auto plane = controlPlaneAddress(topology());
        if (!plane) return;
        const auto& keys = deploymentToml().controlPlane;
        const Origins& why = plane->because;
        const auto text = [&](const char* key, const Text& what) {
            m_writer.text(key, *what, joined(why, what.origins));
        };
        const Text environment = controlPlaneEnvironment(topology());
        const Text integration = integrationName();
        if (plane->first) {
            m_writer.table("dashboard_config", why);
            text("dashboard_url", {*plane->url + "/dashboard/api/", plane->url.origins});
            m_writer.number("heartbeat_interval", 5, why);
            text("group_id", integration);
            text("node_id", m_place.runtime);
            return;
        }
        m_writer.table("icp_config", why);
        m_writer.flag("enabled", true, why);
        text("environment", environment);
        text("project", value(keys.project));
        text("integration", integration);
        text("runtime", m_place.runtime);
        m_writer.text("secret", variable("ICP_SECRET"), why);
        text("icp_url", plane->url);
        const auto verify = value(keys.verifyTls);
        m_writer.flag("ssl_verify", *verify, joined(why, verify.origins));
    }

    [[nodiscard]] Text integrationName() const {
        const auto& setting = deploymentToml().controlPlane.integration;
        if (auto written = topology().written(setting)) return *std::move(written);
        const Text& package = m_integrators.deployment().package;
        return {*package, joined(package.origins, reasonsOf(topology(), setting))};
    }

    void catalogue() {
        const auto address = m_integrators.catalogue();
        if (!address) return;
        const Origins& why = address->origins;
        m_writer.entry("service_catalog", why);
        m_writer.text("apim_host", *address);
        m_writer.flag("enable", true, why);
        m_writer.text("username", variable("APIM_USERNAME"), why);
        m_writer.text("password", variable("APIM_PASSWORD"), why);
    }

    /// Beside the system property, without which there is no path for Prometheus.
    void metrics() {
        if (!m_integrators.isMeasured()) return;
        const Origins why = m_integrators.reasonsOfMeasuring();
        m_writer.entry("synapse_handlers", why);
        m_writer.text("name", "CustomObservabilityHandler", why);
        m_writer.text("class", "org.wso2.micro.integrator.observability.metric.handler.MetricHandler", why);
    }

    void traces() {
        const auto& keys = deploymentToml().observability;
        const auto tracing = value(keys.tracing);
        if (!topology().has("observability") || *tracing == "none") return;
        Origins why = joined(tracing.origins, reasonsOfObservability(topology()));
        why = joined(std::move(why), joined(reasonsOf(topology(), keys.collector),
                                            reasonsOf(topology(), keys.collectorPort)));
        const auto host = topology().written(keys.collector);
        const auto port = topology().written(keys.collectorPort);
        const bool zipkin = *tracing == "zipkin";
        constexpr std::int64_t zipkinPort = 9411, otlpPort = 4317;
        const std::string where = (host ? **host : "localhost") + ':' +
                                  std::to_string(port     ? **port
                                                 : zipkin ? zipkinPort
                                                          : otlpPort);
        m_writer.table("opentelemetry", why);
        m_writer.flag("enable", true, why);
        m_writer.flag("logs", true, why);
        m_writer.text("type", zipkin ? "zipkin" : "otlp", why);
        m_writer.text("url", "http://" + where + (zipkin ? "/api/v2/spans" : ""), why);
    }

    const MicroIntegrators& m_integrators;
    const IntegratorConfiguration& m_place;
    TomlWriter m_writer;
};

}

Artifact integratorConfiguration(const MicroIntegrators& integrators, const IntegratorConfiguration& place) {
    return ConfigurationFile(integrators, place).run();
}

IntegratorConfiguration configurationInContainers(const MicroIntegrators& integrators) {
    const Text node{variable("NODE_ID"), {layout("WSO2 Micro Integrator, cluster_config")}};
    const Text host{"localhost", {layout("WSO2 Micro Integrator, deployment.toml")}};
    return {.path = "micro-integrator/deployment.toml",
            .host = host,
            .nodeId = node,
            .runtime = node,
            .because = integrators.reasons()};
}

Artifact integratorVariables(const MicroIntegrators& integrators, std::string path) {
    TextWriter writer(std::move(path), microIntegratorFamily,
                      joined({layout("WSO2 Micro Integrator, deployment.toml")}, integrators.reasons()));
    writer.line("# To fill in where it runs, for its eyes only (mode 600). Keep it out of repositories.",
                Origins());
    for (const VariableToFillIn& each : integrators.variables()) {
        writer.line("# " + each.note, each.because);
        writer.line(each.name + '=', each.because);
    }
    return std::move(writer).take();
}

}
