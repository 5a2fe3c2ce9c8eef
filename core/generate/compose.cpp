#include "core/generate/compose_databases.h"
#include "core/generate/configuration_folders.h"
#include "core/generate/haproxy_files.h"
#include "core/generate/machine_names.h"
#include "core/generate/nginx_files.h"
#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"
#include "core/model/connections.h"
#include "core/model/listening_ports.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

constexpr const char* front = "front";   ///< network of balancers and servers
constexpr const char* back = "back";     ///< network of servers and what they keep data in
constexpr const char* configFolder = "/home/ballerina/config";

/// A copy of the program: a node, or one more of its replicas.
struct Copy {
    std::string name;   ///< of its service
    const Node* node = nullptr;
};

/// Names of copies beyond the first are not those of other nodes.
std::vector<Copy> copiesOf(const Topology& topology, const std::vector<std::size_t>& numbers) {
    constexpr std::int64_t most = 8;   // one machine carries them all
    std::set<std::string> taken;
    for (const Node& node : topology.nodes) taken.insert(*node.name);
    std::vector<Copy> copies;
    for (const std::size_t number : numbers) {
        const Node& node = topology.nodes[number];
        copies.push_back({*node.name, &node});
        for (std::int64_t i = 2; i <= std::min(*node.replicas, most); ++i) {
            std::string name = *node.name + "-copy-" + std::to_string(i);
            if (taken.insert(name).second) copies.push_back({std::move(name), &node});
        }
    }
    return copies;
}

class Composition {
public:
    Composition(const Design& design, const Artifacts& others)
        : m_design(design),
          m_deployment(design.deployment),
          m_others(others),
          m_ports(ports()),
          m_copies(copiesOf(topology(), machinesOf(design.deployment))),
          m_databases(composeDatabasesOf(topology())),
          m_sites(sites()),
          m_health(healthOf(design.deployment)),
          m_folders(configurationFoldersOf(design)) {}

    Artifacts run() {
        Artifacts files;
        if (m_copies.empty()) return files;
        Yaml services = Yaml::map();
        for (std::size_t i = 0; i < m_sites.size(); ++i) services.set(m_sites[i].node, balancer(i));
        for (std::size_t i = 0; i < m_copies.size(); ++i) services.set(m_copies[i].name, server(i));
        for (const ComposeDatabase& each : m_databases)
            services.set(each.service, databaseService(each, back));
        for (const Node* each : caches()) services.set(*each->name, cache(*each));
        TextWriter writer("compose/compose.yaml", "compose", {layout("Compose specification")});
        introduce(writer);
        Yaml document = Yaml::map().because({layout("Compose specification")});
        document.set("name", Text{projectName(), m_deployment.package.origins});
        document.set("services", std::move(services));
        Yaml networks = Yaml::map().set(front, Yaml::map());
        if (hasBack()) networks.set(back, Yaml::map().because(reasonsOfBack()));
        document.set("networks", std::move(networks));
        if (!m_databases.empty()) {
            Yaml volumes = Yaml::map().because(reasonsOfDatabases(topology()));
            for (const ComposeDatabase& each : m_databases)
                volumes.set(volumeOf(each), Yaml::map().because(each.reasons));
            document.set("volumes", std::move(volumes));
        }
        document.writeDocument(writer);
        files.push_back(std::move(writer).take());
        for (const BalancerSite& site : m_sites) std::ranges::move(filesOf(site), std::back_inserter(files));
        for (const ComposeDatabase& each : m_databases) files.push_back(passwordFile(each));
        return files;
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_deployment.topology; }
    [[nodiscard]] bool isOther(std::string_view path) const {
        return std::ranges::contains(m_others, path, &Artifact::path);
    }
    [[nodiscard]] bool hasBack() const { return !m_databases.empty() || !caches().empty(); }

    [[nodiscard]] Origins reasonsOfBack() const {
        return joined(reasonsOfRole(topology(), "cache"), reasonsOfDatabases(topology()));
    }
    /// Whether containers say that they are well: the tools for it are in one image only.
    [[nodiscard]] Origins reasonsOfChecks() const {
        return joined(m_deployment.workload.base.origins, m_deployment.graalvm.origins);
    }

    /// A project's name has lower-case letters, digits, dashes and underscores.
    [[nodiscard]] std::string projectName() const {
        std::string name = identifierOf(*m_deployment.package);
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const std::size_t start = name.find_first_not_of('_');
        return start == std::string::npos ? "program" : name.substr(start);
    }

    [[nodiscard]] std::vector<const Node*> caches() const {
        std::vector<const Node*> nodes;
        for (const std::size_t number : topology().nodesOf("cache"))
            if (isFileName(*topology().nodes[number].name)) nodes.push_back(&topology().nodes[number]);
        return nodes;
    }

    /// What is laid out and not here, so that nobody looks for it.
    void introduce(TextWriter& writer) const {
        writer.line("# The deployment on one machine, to try it out: without TLS, addresses that move and "
                    "copies of data.",
                    Origins());
        for (const Node& node : topology().nodes)
            if (isFileName(*node.name) && !isHere(node))
                writer.line("# Not here: " + *node.name,
                            joined(joined(reasonsOf(node), reasonsOfBalancers(topology())),
                                   reasonsOfDatabases(topology())));
    }
    [[nodiscard]] bool isHere(const Node& node) const {
        return node.is("service") || node.is("cache") ||
               std::ranges::contains(m_sites, *node.name, &BalancerSite::node) ||
               std::ranges::contains(m_databases, *node.name, &ComposeDatabase::service);
    }

    // balancers

    /// As they are, but for servers in containers, ports anybody may open, and programs anybody may run.
    [[nodiscard]] std::vector<BalancerSite> sites() const {
        std::vector<BalancerSite> sites;
        for (BalancerSite site : balancerSitesOf(m_deployment)) {
            std::erase_if(site.groups, [](const BalancedGroup& group) { return group.role != "service"; });
            if (site.groups.empty()) continue;
            site.triedOut = true;
            if (site.engine.isPlus())
                site.engine = {.engine = "nginx",
                               .release = *Topology().value(deploymentToml().nginxVersion)};
            for (std::size_t i = 0; i < site.groups.size(); ++i) {
                site.groups[i].port.value = insidePort(i);
                site.groups[i].servers = serversOf(site.groups[i]);
            }
            sites.push_back(std::move(site));
        }
        return sites;
    }

    static std::int64_t insidePort(std::size_t group) {
        constexpr std::int64_t first = 8080;
        return first + static_cast<std::int64_t>(group);
    }

    [[nodiscard]] std::vector<BalancedServer> serversOf(const BalancedGroup& group) const {
        std::vector<BalancedServer> servers;
        for (const BalancedServer& server : group.servers)
            for (const Copy& copy : m_copies) {
                if (*copy.node->name != server.node) continue;
                servers.push_back(server);
                servers.back().node = copy.name;
                servers.back().host.value = copy.name;
                servers.back().port = portOf(*copy.node);
            }
        return servers;
    }

    [[nodiscard]] static std::string folderOf(const BalancerSite& site) {
        return (site.engine.isNginx() ? "nginx/" : "haproxy/") + site.node + '/';
    }
    [[nodiscard]] Artifacts filesOf(const BalancerSite& site) const {
        const std::string folder = "compose/" + folderOf(site);
        Artifacts files = site.engine.isNginx() ? nginxFiles(site, folder, "compose")
                                                : Artifacts{haproxyFile(site, folder, "compose")};
        Origins why = joined(reasonsOf(*topology().node(site.node)), reasonsOfBalancers(topology()));
        why = joined(std::move(why), m_deployment.workload.name.origins);
        why = joined(std::move(why), reasonsOf(topology(), deploymentToml().loadBalancer.encryptUpstream));
        for (const Copy& copy : m_copies) why = joined(std::move(why), copy.node->replicas.origins);
        for (Artifact& each : files) each.origins = joined(std::move(each.origins), why);
        return files;
    }

    /// What this machine's clients ask at: the first balancer at 8080, the next one at 8090.
    [[nodiscard]] static Text published(std::size_t number, std::int64_t inside, const Origins& why) {
        constexpr std::int64_t apart = 10;
        const std::int64_t outside = inside + apart * static_cast<std::int64_t>(number);
        return {"127.0.0.1:" + std::to_string(outside) + ':' + std::to_string(inside), why};
    }

    [[nodiscard]] Yaml balancer(std::size_t number) const {
        const BalancerSite& site = m_sites[number];
        const auto engine = topology().value(deploymentToml().loadBalancer.engine);
        const auto release = topology().value(deploymentToml().nginxVersion);
        const bool nginx = site.engine.isNginx();
        Yaml service = Yaml::map();
        service.set("image", Text{nginx ? "nginx:" + site.engine.release : "haproxy:3.0",
                                  joined(engine.origins, release.origins)});
        // it gives its rights up on its own
        if (!nginx) service.set("user", "root").set("tmpfs", Yaml::list().add("/run/haproxy"));
        Yaml ports = Yaml::list(), volumes = Yaml::list(), servers = Yaml::map();
        for (const BalancedGroup& group : site.groups) {
            ports.add(published(number, *group.port, group.port.origins));
            for (const BalancedServer& each : group.servers)
                servers.set(each.node, condition(m_deployment.workload.defaultBase,
                                                 joined(reasonsOfCopy(each.node), reasonsOfChecks())));
        }
        const auto mount = [&](const std::string& file, const std::string& target) {
            volumes.add(Text{"./" + folderOf(site) + file + ':' + target + ":ro", engine.origins});
        };
        if (nginx) {
            const std::string folder = site.isHttp() ? "conf.d" : "stream.d";
            mount("nginx.conf", "/etc/nginx/nginx.conf");
            mount(folder, "/etc/nginx/" + folder);
        } else {
            mount("haproxy.cfg", "/usr/local/etc/haproxy/haproxy.cfg");
        }
        service.set("ports", std::move(ports)).set("volumes", std::move(volumes));
        service.set("networks", Yaml::list().add(front)).set("depends_on", std::move(servers));
        return service.because(
            joined(reasonsOf(*topology().node(site.node)), reasonsOfBalancers(topology())));
    }

    [[nodiscard]] Origins reasonsOfCopy(const std::string& name) const {
        const auto copy = std::ranges::find(m_copies, name, &Copy::name);
        return joined(reasonsOf(*copy->node), copy->node->replicas.origins);
    }

    [[nodiscard]] static Yaml condition(bool healthy, const Origins& why) {
        return Yaml::map().set("condition", healthy ? "service_healthy" : "service_started").because(why);
    }

    // servers

    [[nodiscard]] std::vector<ListeningPort> ports() const {
        const auto& document = m_deployment.configuration.document;
        return listeningPortsOf(programOf(m_design), document ? &*document : nullptr);
    }

    /// Each container has ports of its own, so a program is not moved to the port of its node.
    [[nodiscard]] Sourced<std::int64_t> portOf(const Node& node) const {
        Sourced<std::int64_t> port = node.port;
        const bool known = !m_ports.empty() &&
                           std::ranges::none_of(m_ports, [](const auto& each) { return each.number == 0; });
        if (known && !std::ranges::contains(m_ports, *port, &ListeningPort::number))
            port.value = m_ports.front().number;
        return port;
    }

    [[nodiscard]] Yaml server(std::size_t number) const {
        const Node& node = *m_copies[number].node;
        const Workload& workload = m_deployment.workload;
        Yaml service = Yaml::map();
        service.set("image", composeText(workload.image));
        if (isOther("docker/" + workload.jar + "/Dockerfile"))
            service.set("build",
                        Yaml::map().set("context", Text{"../docker/" + workload.jar, workload.name.origins}));
        configure(service);
        if (m_sites.empty() && !workload.isTask())
            service.set("ports", Yaml::list().add(
                                     published(number, *portOf(node),
                                               joined(node.port.origins, reasonsOfBalancers(topology())))));
        Yaml networks = Yaml::list().add(front);
        if (hasBack()) networks.add(Yaml(back).because(reasonsOfBack()));
        service.set("networks", std::move(networks));
        Yaml needed = Yaml::map().because(reasonsOfDatabases(topology()));
        for (const ComposeDatabase& each : m_databases)
            if (asksDatabase(topology(), node, *each.database))
                needed.set(each.service, condition(true, each.reasons));
        if (!needed.empty()) service.set("depends_on", std::move(needed));
        if (workload.defaultBase && !workload.isTask())
            service.set("healthcheck", check(node).because(reasonsOfChecks()));
        return service.because(joined(reasonsOf(node), node.replicas.origins));
    }

    /// The first environment: the one that is tried out.
    void configure(Yaml& service) const {
        if (m_folders.empty()) return;
        const ConfigurationFolder& folder = m_folders.front();
        std::string files;
        for (const std::string_view file : {secretsFile, settingsFile})
            if (isOther(folder.path() + std::string(file)))
                files += (files.empty() ? "" : ":") + std::string(configFolder) + '/' + std::string(file);
        const Origins why = joined(folder.name.origins, folder.deployment.configuration.path.origins);
        if (!files.empty()) {
            service.set("environment", Yaml::map().set("BAL_CONFIG_FILES", Text{files, why}).because(why));
            service.set("volumes", Yaml::list().add(
                                       Text{"../config/" + *folder.name + ':' + configFolder + ":ro", why}));
        }
        const std::string variables = folder.path() + std::string(secretVariablesFile);
        if (isOther(variables)) service.set("env_file", Yaml::list().add(Text{"../" + variables, why}));
    }

    [[nodiscard]] Yaml check(const Node& node) const {
        const Sourced<std::int64_t> port = m_health && m_health->port ? *m_health->port : portOf(node);
        const auto encrypted = topology().value(deploymentToml().loadBalancer.encryptUpstream);
        Yaml words = Yaml::list().add("CMD");
        if (m_health) {
            for (const char* word : {"wget", "-q", "-O", "/dev/null"}) words.add(word);
            if (*encrypted) words.add("--no-check-certificate");
            const std::string url = (*encrypted ? "https://127.0.0.1:" : "http://127.0.0.1:") +
                                    std::to_string(*port) + *m_health->path;
            words.add(
                composeText({url, joined(joined(port.origins, m_health->path.origins), encrypted.origins)}));
        } else {
            for (const char* word : {"nc", "-z", "127.0.0.1"}) words.add(word);
            words.add(Text{std::to_string(*port), port.origins});
        }
        return Yaml::map()
            .set("test", std::move(words).because(reasonsOfHealth(topology())))
            .set("interval", "5s")
            .set("timeout", "3s")
            .set("retries", 12);
    }

    [[nodiscard]] static Yaml cache(const Node& node) {
        return Yaml::map()
            .set("image", "redis:7.4")
            .set("networks", Yaml::list().add(back))
            .set("healthcheck", Yaml::map()
                                    .set("test", Yaml::list().add("CMD").add("redis-cli").add("ping"))
                                    .set("interval", "5s"))
            .because(joined(node.name.origins, node.role.origins));
    }

    const Design& m_design;
    const Deployment& m_deployment;
    const Artifacts& m_others;
    std::vector<ListeningPort> m_ports;
    std::vector<Copy> m_copies;
    std::vector<ComposeDatabase> m_databases;
    std::vector<BalancerSite> m_sites;
    std::optional<Health> m_health;
    std::vector<ConfigurationFolder> m_folders;
};

Artifacts summarize(const Design& design, const Artifacts& others) {
    return Composition(design, others).run();
}

}

extern const Generator compose{.family = "compose", .asksForEnvironments = true, .summarize = summarize};

}
