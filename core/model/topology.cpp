#include "core/model/topology.h"

#include "core/model/deployment.h"

#include <algorithm>
#include <utility>

namespace arabesque {

namespace {

constexpr const char* file = "Deployment.toml";
/// What the Micro Integrator adds its offset to for HTTP (default.json).
constexpr std::int64_t integratorBasePort = 8280;

template <class T> const T* named(const std::vector<T>& all, std::string_view name) {
    const auto found = std::ranges::find_if(all, [&](const T& each) { return *each.name == name; });
    return name.empty() || found == all.end() ? nullptr : &*found;
}

/// Reads the entries of one document.
class TopologyReader {
public:
    TopologyReader(const toml::Document& document, const Workload& workload, const Replacements& replacements)
        : m_settings(file, document, m_schema, &replacements),
          m_workload(workload),
          m_topology(document, replacements) {}

    Topology run() {
        m_topology.pattern = m_settings.value(m_schema.pattern);
        m_topology.product = m_settings.value(m_schema.product);
        each(m_schema.region.all, m_topology.regions, &TopologyReader::region);
        each(m_schema.database.all, m_topology.databases, &TopologyReader::database);
        each(m_schema.node.all, m_topology.nodes, &TopologyReader::node);
        each(m_schema.link.all, m_topology.links, &TopologyReader::link);
        each(m_schema.pool.all, m_topology.pools, &TopologyReader::pool);
        each(m_schema.component.all, m_topology.components, &TopologyReader::component);
        return std::move(m_topology);
    }

private:
    template <class T>
    void each(Records records, std::vector<T>& into, T (TopologyReader::*read)(std::size_t) const) {
        const std::size_t count = m_settings.count(records);
        into.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            into.push_back((this->*read)(i));
            into.back().number = i;
        }
    }

    [[nodiscard]] Region region(std::size_t i) const {
        const auto& keys = m_schema.region;
        return {.name = m_settings.value(keys.name, i),
                .role = m_settings.value(keys.role, i),
                .cluster = m_settings.value(keys.cluster, i),
                .vip = m_settings.value(keys.vip, i),
                .zones = m_settings.value(keys.zones, i)};
    }

    [[nodiscard]] Node node(std::size_t i) const {
        const auto& keys = m_schema.node;
        Node node{.name = m_settings.value(keys.name, i),
                  .role = m_settings.value(keys.role, i),
                  .region = onlyOne(keys.region, m_topology.regions, i),
                  .zone = m_settings.value(keys.zone, i),
                  .state = m_settings.value(keys.state, i),
                  .replicas = m_settings.value(keys.replicas, i),
                  .capacity = m_settings.written(keys.capacity, i),
                  .startTime = m_settings.value(keys.startTime, i),
                  .background = m_settings.value(keys.background, i),
                  .version = m_settings.value(keys.version, i),
                  .nodeId = m_settings.value(keys.nodeId, i),
                  .gatewayEnvironment = m_settings.value(keys.gatewayEnvironment, i),
                  .position = m_settings.written(keys.position, i)};
        if (node.is("database")) node.database = onlyOne(keys.database, m_topology.databases, i);
        node.host = m_settings.valueOr(keys.host, node.name, i);
        node.port = port(node, i);
        return node;
    }

    /// What is written, else the name of the one there is.
    template <class T>
    [[nodiscard]] Sourced<std::string> onlyOne(Setting<std::string> key, const std::vector<T>& all,
                                               std::size_t i) const {
        if (all.size() != 1) return m_settings.value(key, i);
        return m_settings.valueOr(key, all.front().name, i);
    }

    [[nodiscard]] Sourced<std::int64_t> port(const Node& node, std::size_t i) const {
        if (auto written = m_settings.written(m_schema.node.port, i)) return *std::move(written);
        Sourced<std::int64_t> usual{0, node.role.origins};
        if (const NodeRole* role = node.kind()) usual.value = role->port;
        if (node.is("service") && !m_workload.ports.empty()) usual = m_workload.ports.front();
        if (node.is("micro-integrator")) {
            const auto offset = m_settings.value(m_schema.microIntegrator.offset);
            usual = {integratorBasePort + *offset, offset.origins};
        }
        if (const NodeRole* role = node.kind(); role != nullptr && role->product == "api-manager") {
            const auto offset = m_settings.value(m_schema.apiManager.offset);
            usual.value += *offset;
            usual.origins.insert(usual.origins.end(), offset.origins.begin(), offset.origins.end());
        }
        const Database* held = node.is("database") ? m_topology.database(*node.database) : nullptr;
        if (held != nullptr) usual = {portOfEngine(*held->engine), held->engine.origins};
        usual.origins.push_back(m_settings.absent(m_schema.node.port, i));
        return usual;
    }

    [[nodiscard]] Link link(std::size_t i) const {
        const auto& keys = m_schema.link;
        return {.from = m_settings.value(keys.from, i),
                .to = m_settings.value(keys.to, i),
                .protocol = m_settings.value(keys.protocol, i),
                .port = m_settings.written(keys.port, i),
                .required = m_settings.value(keys.required, i)};
    }

    [[nodiscard]] Database database(std::size_t i) const {
        const auto& keys = m_schema.database;
        Database database{.name = m_settings.value(keys.name, i),
                          .engine = m_settings.value(keys.engine, i),
                          .replication = m_settings.value(keys.replication, i),
                          .promotion = m_settings.value(keys.promotion, i),
                          .promotionTime = m_settings.value(keys.promotionTime, i),
                          .lag = m_settings.written(keys.lag, i),
                          .maxConnections = m_settings.value(keys.maxConnections, i),
                          .reservedConnections = m_settings.value(keys.reservedConnections, i),
                          .managed = m_settings.value(keys.managed, i),
                          .degrades = m_settings.value(keys.degradesToAsynchronous, i),
                          .conflicts = m_settings.value(keys.conflicts, i)};
        const Sourced<std::string> usual{*database.replication == "bidirectional" ? "many" : "one",
                                         database.replication.origins};
        auto writers = m_settings.valueOr(keys.writers, usual, i);
        database.manyWriters = {*writers == "many", std::move(writers.origins)};
        if (!m_settings.written(keys.maxConnections, i))
            database.maxConnections.value = usualConnections(*database.engine);
        return database;
    }

    /// What servers take as they are shipped (manuals of PostgreSQL and MySQL); 0: not known.
    [[nodiscard]] static std::int64_t usualConnections(std::string_view engine) {
        if (engine == "postgresql") return 100;
        if (engine == "mysql") return 151;
        return 0;
    }

    [[nodiscard]] Pool pool(std::size_t i) const {
        const auto& keys = m_schema.pool;
        return {.role = m_settings.value(keys.role, i),
                .database = m_settings.value(keys.database, i),
                .validationQuery = m_settings.value(keys.validationQuery, i),
                .maxActive = m_settings.value(keys.maxActive, i),
                .minIdle = m_settings.value(keys.minIdle, i),
                .maxWait = m_settings.value(keys.maxWait, i),
                .autoCommit = m_settings.value(keys.autoCommit, i)};
    }

    [[nodiscard]] Component component(std::size_t i) const {
        const auto& keys = m_schema.component;
        return {.role = m_settings.value(keys.role, i),
                .minHeap = m_settings.written(keys.minHeap, i),
                .maxHeap = m_settings.written(keys.maxHeap, i),
                .memoryRequest = m_settings.written(keys.memoryRequest, i),
                .memoryLimit = m_settings.written(keys.memoryLimit, i),
                .cpuRequest = m_settings.written(keys.cpuRequest, i),
                .cpuLimit = m_settings.written(keys.cpuLimit, i),
                .image = m_settings.written(keys.image, i),
                .javaOptions = m_settings.value(keys.javaOptions, i)};
    }

    const DeploymentToml& m_schema = deploymentToml();
    Settings m_settings;
    const Workload& m_workload;
    Topology m_topology;
};

}

Topology::Topology(toml::Document deploymentToml, Replacements replacements)
    : m_replacements(std::make_shared<const Replacements>(std::move(replacements))),
      m_settings(file, std::move(deploymentToml), arabesque::deploymentToml(), m_replacements.get()) {}

bool Topology::isFor(std::string_view target) const {
    return std::ranges::contains(*value(arabesque::deploymentToml().targets), target);
}

const Node* Topology::node(std::string_view name) const {
    return named(nodes, name);
}

const Region* Topology::region(std::string_view name) const {
    return named(regions, name);
}

const Database* Topology::database(std::string_view name) const {
    return named(databases, name);
}

const Component* Topology::component(std::string_view role) const {
    const auto found =
        std::ranges::find_if(components, [&](const Component& each) { return *each.role == role; });
    return found == components.end() ? nullptr : &*found;
}

std::vector<std::size_t> Topology::nodesOf(std::string_view role) const {
    std::vector<std::size_t> found;
    for (const Node& node : nodes)
        if (node.is(role)) found.push_back(node.number);
    return found;
}

std::vector<std::size_t> Topology::nodesIn(NodeRole::Tier tier) const {
    std::vector<std::size_t> found;
    for (const Node& node : nodes)
        if (const NodeRole* role = node.kind(); role != nullptr && role->tier == tier)
            found.push_back(node.number);
    return found;
}

Topology topologyOf(const toml::Document& deploymentToml, const Workload& workload,
                    const Replacements& replacements) {
    return TopologyReader(deploymentToml, workload, replacements).run();
}

}
