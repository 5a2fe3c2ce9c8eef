#include "core/generate/api_manager_database.h"

#include "core/generate/product_database.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// Engines as the product calls them, and the drivers it is told (WSO2 API Manager 4.7, databases).
struct Engine {
    std::string_view name, type, driver, before, after;
};
constexpr std::array<Engine, 4> engines{{
    {"postgresql", "postgre", "org.postgresql.Driver", "jdbc:postgresql://", "/"},
    {"mysql", "mysql", "com.mysql.cj.jdbc.Driver", "jdbc:mysql://", "/"},
    {"mssql", "mssql", "com.microsoft.sqlserver.jdbc.SQLServerDriver", "jdbc:sqlserver://", ";databaseName="},
    {"oracle", "oracle", "oracle.jdbc.OracleDriver", "jdbc:oracle:thin:@//", "/"},
}};

const Engine& engineOf(const Database* database) {
    const auto* const found =
        std::ranges::find(engines, database == nullptr ? std::string() : *database->engine, &Engine::name);
    return found == engines.end() ? engines.front() : *found;
}

const Database* chosen(const Topology& topology, Origins& why) {
    const auto named = topology.value(deploymentToml().apiManager.database);
    why = joined(std::move(why), named.origins);
    for (const Pool& pool : topology.pools)
        why = joined(std::move(why), joined(pool.role.origins, pool.database.origins));
    for (const Database& each : topology.databases)
        why = joined(std::move(why), joined(each.name.origins, each.engine.origins));
    return databaseOfProduct(topology, "api-manager");
}

/// The copy a node asks: active, and in its region where every copy takes writes.
const Node* copyFor(const Topology& topology, const Database& database, const Node& asking) {
    const Node* first = nullptr;
    for (const std::size_t number : topology.nodesOf("database")) {
        const Node& copy = topology.nodes[number];
        if (*copy.database != *database.name || copy.isStandby()) continue;
        if (*database.manyWriters && *copy.region == *asking.region) return &copy;
        if (first == nullptr) first = &copy;
    }
    return first;
}

}

bool ApiManagerDatabase::isUsable() const {
    return database != nullptr && std::ranges::contains(engines, *database->engine, &Engine::name);
}

std::string ApiManagerDatabase::type() const {
    return std::string(engineOf(database).type);
}

std::string ApiManagerDatabase::driver() const {
    return std::string(engineOf(database).driver);
}

std::string ApiManagerDatabase::url(std::string_view schema) const {
    const Engine& engine = engineOf(database);
    const std::string place = host.contains(':') ? '[' + host + ']' : host;
    const std::string address = host.empty() ? "HOST:PORT" : place + ':' + std::to_string(port);
    return std::string(engine.before) + address + std::string(engine.after) + std::string(schema);
}

std::string ApiManagerDatabase::validationQuery() const {
    if (pool != nullptr && !pool->validationQuery->empty()) return *pool->validationQuery;
    return engineOf(database).name == "oracle" ? "SELECT 1 FROM DUAL" : "SELECT 1";
}

ApiManagerDatabase apiManagerDatabaseOf(const Topology& topology, const Node& node) {
    ApiManagerDatabase result;
    result.database = chosen(topology, result.origins);
    if (result.database == nullptr) return result;
    result.origins = joined(std::move(result.origins), reasonsOf(topology, *result.database));
    for (const Pool& pool : topology.pools)
        if (node.is(*pool.role) && *pool.database == *result.database->name && result.pool == nullptr)
            result.pool = &pool;
    if (*result.database->managed) return result;
    if (const Node* copy = copyFor(topology, *result.database, node)) {
        result.host = *copy->host;
        result.port = *copy->port;
        result.origins = joined(std::move(result.origins), joined(copy->host.origins, copy->port.origins));
        result.origins = joined(std::move(result.origins), node.region.origins);
    }
    return result;
}

bool keepsData(const ApiManagerDatabase& database, const Node& node) {
    if (!database.isUsable()) return false;
    return node.is("control-plane") || node.is("all-in-one") || node.is("key-manager") ||
           database.pool != nullptr;
}

}
