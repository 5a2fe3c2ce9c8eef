#include "core/generate/micro_integrators.h"

#include "core/generate/control_plane_address.h"
#include "core/generate/observed_jobs.h"
#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"
#include "core/model/names.h"
#include "core/schema/quantity.h"
#include "core/text/lower_case.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

const auto& keys() {
    return deploymentToml().microIntegrator;
}

/// How an engine is reached over JDBC.
struct Engine {
    std::string_view id, driver, begin, beforeSchema, query;
};
constexpr std::array engines{
    Engine{"postgresql", "org.postgresql.Driver", "jdbc:postgresql://", "/", "SELECT 1"},
    Engine{"mysql", "com.mysql.cj.jdbc.Driver", "jdbc:mysql://", "/", "SELECT 1"},
    Engine{"mssql", "com.microsoft.sqlserver.jdbc.SQLServerDriver", "jdbc:sqlserver://",
           ";databaseName=", "SELECT 1"},
    Engine{"oracle", "oracle.jdbc.OracleDriver", "jdbc:oracle:thin:@", "/", "SELECT 1 FROM DUAL"}};

/// The copy that is written to; null where the cloud runs it.
const Node* primaryOf(const Topology& topology, const Database& database) {
    for (const std::size_t number : topology.nodesOf("database")) {
        const Node& node = topology.nodes[number];
        if (*node.database == *database.name && !node.isStandby()) return &node;
    }
    return nullptr;
}

const Pool* poolOf(const Topology& topology) {
    const auto pool = std::ranges::find_if(
        topology.pools, [](const Pool& each) { return *each.role == microIntegratorRole; });
    return pool == topology.pools.end() ? nullptr : &*pool;
}

Origins rolesOfPools(const Topology& topology) {
    Origins all;
    for (const Pool& pool : topology.pools)
        all = joined(joined(std::move(all), pool.role.origins), pool.database.origins);
    return all;
}

/// What is written of a component, else what stands in for it.
Text resource(const Topology& topology, const std::optional<Text> Component::* part, const char* key,
              const Text& otherwise) {
    const Component* component = topology.component(microIntegratorRole);
    Text found = otherwise;
    if (component != nullptr && component->*part) found = *(component->*part);
    for (const Component& each : topology.components)
        found.origins = joined(std::move(found.origins), each.role.origins);
    if (component == nullptr || component->*part) return found;
    const std::string path = "component[" + std::to_string(component->number) + "]." + key;
    found.origins = joined(std::move(found.origins), {{Origin::Kind::Default, "Deployment.toml", path, {}}});
    return found;
}

Sourced<std::int64_t> secondsOf(const Sourced<Duration>& duration) {
    return {static_cast<std::int64_t>(std::ceil(duration->seconds)), duration.origins};
}

constexpr double shareOfHeap = 0.75;

/// Java needs memory beside its heap (topologies, R60).
Text heapFor(const Text& limit) {
    const auto bytes = readQuantity(*limit);
    if (!bytes) return {"", limit.origins};
    const auto mebibytes = static_cast<std::int64_t>(*bytes * shareOfHeap / 0x1p20);
    return {std::to_string(std::max<std::int64_t>(mebibytes, 1)) + 'm', limit.origins};
}

}

std::string labelOf(std::string_view text) {
    std::string label = lowerCase(text);
    for (char& c : label)
        if (!hasOnly({&c, 1}, "")) c = '-';
    const std::size_t first = label.find_first_not_of('-');
    constexpr std::size_t most = 50;
    label = first == std::string::npos ? "program" : label.substr(first, most);
    while (label.ends_with('-')) label.pop_back();
    return label;
}

MicroIntegrators::MicroIntegrators(const Deployment& deployment) : m_deployment(deployment) {
    for (const std::size_t number : topology().nodesOf(microIntegratorRole))
        if (const Node& node = topology().nodes[number]; isFileName(*node.name)) m_nodes.push_back(&node);
}

Origins MicroIntegrators::reasons() const {
    return joined(reasonsOfRoles(topology()), reasonsOfRole(topology(), microIntegratorRole));
}

Text MicroIntegrators::release() const {
    Text release = topology().value(deploymentToml().microIntegratorVersion);
    if (!isFileName(*release)) release.value = "4.6.0";
    return release;
}

Text MicroIntegrators::distribution() const {
    const Text version = release();
    return {"wso2mi-" + *version, version.origins};
}

Text MicroIntegrators::homeInImage() const {
    const Text name = distribution();
    return {"/home/wso2carbon/" + *name, name.origins};
}

Text MicroIntegrators::image() const {
    if (auto written = topology().written(keys().image)) return *std::move(written);
    const auto plain = [](std::string_view text) {
        std::string name = lowerCase(text);
        for (char& c : name)
            if (!hasOnly({&c, 1}, "-_.")) c = '-';
        const std::size_t start = name.find_first_not_of("-_.");
        return start == std::string::npos ? std::string("program") : name.substr(start);
    };
    return {plain(*m_deployment.package) + ':' + plain(*m_deployment.version),
            joined(joined(m_deployment.package.origins, m_deployment.version.origins),
                   reasonsOf(topology(), keys().image))};
}

Text MicroIntegrators::objectName() const {
    return {labelOf(*m_deployment.package) + "-mi", m_deployment.package.origins};
}

Sourced<std::int64_t> MicroIntegrators::replicasIn(const Region* region) const {
    const auto isThere = [&](const Node* node) {
        return region == nullptr || *node->region == *region->name;
    };
    // a region of standbys alone runs what is drawn there; elsewhere they are not started while others are
    const bool anyActive =
        std::ranges::any_of(m_nodes, [&](const Node* node) { return isThere(node) && !node->isStandby(); });
    Sourced<std::int64_t> replicas{0, reasons()};
    for (const Node* node : m_nodes) {
        if (!isThere(node) || (anyActive && node->isStandby())) continue;
        replicas.value += *node->replicas;
        replicas.origins = joined(std::move(replicas.origins), node->replicas.origins);
    }
    replicas.value = std::max<std::int64_t>(replicas.value, 1);
    return replicas;
}

Sourced<std::int64_t> MicroIntegrators::gracePeriod() const {
    const auto& cluster = deploymentToml().kubernetes;
    if (const auto written = topology().written(cluster.gracePeriod)) return secondsOf(*written);
    constexpr std::int64_t margin = 10;
    const auto end = secondsOf(topology().value(keys().gracefulShutdown));
    const auto wait = secondsOf(topology().value(cluster.preStop));
    return {*end + *wait + margin,
            joined(joined(end.origins, wait.origins), reasonsOf(topology(), cluster.gracePeriod))};
}

Text MicroIntegrators::preStopCommand() const {
    const auto wait = secondsOf(topology().value(deploymentToml().kubernetes.preStop));
    return {"sleep " + std::to_string(*wait), wait.origins};
}

Sourced<std::int64_t> MicroIntegrators::port(std::int64_t base) const {
    Sourced<std::int64_t> offset = topology().value(keys().offset);
    offset.value += base;
    return offset;
}

IntegratorResources MicroIntegrators::resources() const {
    const auto part = [&](const std::optional<Text> Component::* which, const char* key,
                          const char* ofTheChart) {
        return resource(topology(), which, key, {ofTheChart, {layout("WSO2 helm-mi, resources")}});
    };
    IntegratorResources all;
    all.memoryLimit = part(&Component::memoryLimit, "memory_limit", "1Gi");
    // a heap is taken at the start, so what it is kept for is the whole limit
    all.memoryRequest = resource(topology(), &Component::memoryRequest, "memory_request", all.memoryLimit);
    all.cpuLimit = part(&Component::cpuLimit, "cpu_limit", "1000m");
    all.cpuRequest = part(&Component::cpuRequest, "cpu_request", "500m");
    all.maxHeap = resource(topology(), &Component::maxHeap, "max_heap", heapFor(all.memoryLimit));
    // servers take all at once, so that a machine without memory shows at the start
    all.minHeap = resource(topology(), &Component::minHeap, "min_heap", all.maxHeap);
    return all;
}

bool MicroIntegrators::isCoordinated() const {
    return *topology().value(keys().coordination);
}

std::optional<CoordinationDatabase> MicroIntegrators::database() const {
    if (!isCoordinated()) return std::nullopt;
    const auto name = topology().written(keys().database);
    const Pool* pool = poolOf(topology());
    const Database* database = nullptr;
    if (name)
        database = topology().database(**name);
    else if (pool != nullptr)
        database = topology().database(*pool->database);
    else if (topology().databases.size() == 1)
        database = &topology().databases.front();
    if (database == nullptr) return std::nullopt;
    const auto engine = std::ranges::find(engines, *database->engine, &Engine::id);
    if (engine == engines.end()) return std::nullopt;

    CoordinationDatabase found;
    const auto schema = topology().value(keys().schema);
    const Node* primary = primaryOf(topology(), *database);
    const std::string host = primary == nullptr ? "$env{MI_COORDINATION_DB_HOST}" : *primary->host;
    const std::int64_t port =
        primary == nullptr || *primary->port == 0 ? portOfEngine(engine->id) : *primary->port;
    Origins why = joined(joined(reasonsOf(topology(), keys().database), rolesOfPools(topology())),
                         reasonsOf(topology(), *database));
    if (primary != nullptr)
        why = joined(joined(std::move(why), primary->host.origins), primary->port.origins);
    found.url = {std::string(engine->begin) + host + ':' + std::to_string(port) +
                     std::string(engine->beforeSchema) + *schema,
                 joined(why, schema.origins)};
    found.driver = {std::string(engine->driver), why};
    found.validationQuery = {std::string(engine->query), why};
    found.user = topology().value(keys().databaseUser);
    if (pool == nullptr) return found;
    if (!pool->validationQuery->empty()) found.validationQuery.value = *pool->validationQuery;
    found.validationQuery.origins =
        joined(std::move(found.validationQuery.origins), pool->validationQuery.origins);
    found.maxActive = pool->maxActive;
    found.minIdle = pool->minIdle;
    found.maxWait = pool->maxWait;
    return found;
}

bool MicroIntegrators::isMeasured() const {
    return topology().has("observability") &&
           *topology().value(deploymentToml().observability.metrics) == "prometheus";
}

Origins MicroIntegrators::reasonsOfMeasuring() const {
    return joined(topology().value(deploymentToml().observability.metrics).origins,
                  reasonsOfObservability(topology()));
}

Origins MicroIntegrators::reasonsOfTables() const {
    const auto& watched = deploymentToml().observability;
    Origins all = joined(reasons(), reasonsOfDatabases(topology()));
    all = joined(joined(std::move(all), reasonsOfMeasuring()), rolesOfPools(topology()));
    all = joined(std::move(all), reasonsOfControlPlane(topology()));
    for (const auto& setting : {keys().database, watched.tracing, watched.collector})
        all = joined(std::move(all), reasonsOf(topology(), setting));
    for (const auto& setting : {keys().coordination, keys().serviceCatalog})
        all = joined(std::move(all), reasonsOf(topology(), setting));
    all = joined(std::move(all), reasonsOf(topology(), watched.collectorPort));
    return joined(std::move(all), reasonsOf(topology(), keys().taskServers));
}

std::optional<Text> MicroIntegrators::catalogue() const {
    const auto wanted = topology().value(keys().serviceCatalog);
    if (!*wanted) return std::nullopt;
    Origins why = joined(wanted.origins, reasonsOfRoles(topology()));
    constexpr const char* port = ":9443";   // servlet port of control planes
    for (const char* role : {"control-plane", "all-in-one"})
        for (const std::size_t number : topology().nodesOf(role)) {
            const Node& node = topology().nodes[number];
            return Text{"https://" + *node.host + port, joined(std::move(why), node.host.origins)};
        }
    return Text{"https://$env{APIM_HOST}:9443", std::move(why)};
}

Text MicroIntegrators::javaOptions() const {
    Text options{"", reasonsOfMeasuring()};
    const auto add = [&](const std::string& option, const Origins& why) {
        options.value += (options->empty() ? "" : " ") + option;
        options.origins = joined(std::move(options.origins), why);
    };
    if (isMeasured()) add("-DenablePrometheusApi=true", {layout("WSO2 Micro Integrator, Prometheus")});
    const auto heartbeat = topology().value(keys().heartbeat);
    const auto retries = topology().value(keys().heartbeatRetries);
    const auto coordination = topology().value(keys().coordination);
    options.origins = joined(std::move(options.origins), coordination.origins);
    if (*coordination) {
        const auto milliseconds = static_cast<std::int64_t>(heartbeat->seconds * 1000);
        add("-DheartBeatInterval=" + std::to_string(milliseconds), heartbeat.origins);
        add("-DheartbeatMaxRetry=" + std::to_string(*retries), retries.origins);
    }
    for (const Component& each : topology().components) {
        options.origins = joined(std::move(options.origins), each.role.origins);
        if (*each.role != microIntegratorRole) continue;
        for (const std::string& option : *each.javaOptions)
            if (!option.contains('\0')) add(onOneLine(option), {});
        options.origins = joined(std::move(options.origins), each.javaOptions.origins);
        break;
    }
    return options;
}

Text MicroIntegrators::memoryOptions(bool inContainer) const {
    if (inContainer) {
        const IntegratorResources own = resources();
        return {"-Xms" + *own.minHeap + " -Xmx" + *own.maxHeap,
                joined(own.minHeap.origins, own.maxHeap.origins)};
    }
    // a machine's memory is not known here: what is not written is left to the script
    const Text most = resource(topology(), &Component::maxHeap, "max_heap", {});
    const Text least = resource(topology(), &Component::minHeap, "min_heap", {});
    Text options{"", joined(most.origins, least.origins)};
    if (most->empty() && least->empty()) return options;
    options.value = "-Xms" + (least->empty() ? most->empty() ? "256m" : *most : *least) + " -Xmx" +
                    (most->empty() ? "1024m" : *most);
    return options;
}

std::vector<VariableToFillIn> MicroIntegrators::variables() const {
    std::vector<VariableToFillIn> all;
    const Origins own{layout("WSO2 Micro Integrator, deployment.toml")};
    all.push_back({"MI_KEYSTORE_PASSWORD", "password of the keystore wso2carbon.jks", own});
    all.push_back({"MI_KEY_PASSWORD", "password of its key", own});
    all.push_back({"MI_TRUSTSTORE_PASSWORD", "password of client-truststore.jks", own});
    if (const auto agreed = database()) {
        const Origins why = joined(agreed->url.origins, topology().value(keys().coordination).origins);
        if (agreed->url.value.contains("MI_COORDINATION_DB_HOST"))
            all.push_back({"MI_COORDINATION_DB_HOST", "host of the coordination database", why});
        all.push_back({"MI_COORDINATION_DB_PASSWORD", "password of the database account", why});
    }
    if (const auto plane = controlPlaneAddress(topology()); plane && !plane->first)
        all.push_back(
            {"ICP_SECRET", "secret from the console of the Integration Control Plane", plane->because});
    if (const auto address = catalogue()) {
        if ((*address)->contains("APIM_HOST"))
            all.push_back({"APIM_HOST", "host of the API Manager", address->origins});
        all.push_back(
            {"APIM_USERNAME", "account of the API Manager that publishes services", address->origins});
        all.push_back({"APIM_PASSWORD", "its password", address->origins});
    }
    return all;
}

}
