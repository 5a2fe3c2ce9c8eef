#include "core/model/upstreams.h"
#include "core/rules/deployment_table.h"
#include "core/rules/kubernetes_design.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

/// Of what a server takes, so much is for pools: the rest is for peaks while a version is replaced.
constexpr double usable = 0.9;

/// Copies that have a pool at the peak.
std::int64_t copiesWith(const Checked& project, const Pool& pool) {
    const Topology& topology = project.deployment.topology;
    const std::vector<std::size_t> nodes = topology.nodesOf(*pool.role);
    const std::int64_t copies = copiesOf(topology, nodes);
    const Workload& workload = project.deployment.workload;
    if (*pool.role != "service" || nodes.size() != 1 || !runsOnKubernetes(project) || !*workload.autoscaled)
        return copies;
    return std::max(copies, *workload.autoscaling.maxReplicas);
}

/// Control planes and key managers have a pool to each of their two databases, which one server holds (WSO2 API Manager
/// 4.7, apim_db and shared_db).
std::int64_t poolsOf(std::string_view role) {
    return role == "control-plane" || role == "all-in-one" || role == "key-manager" ? 2 : 1;
}

struct Need {
    std::int64_t connections = 0;
    const Pool* largest = nullptr;
    std::int64_t copiesOfLargest = 0;
};

Need needOf(const Checked& project, const Database& database) {
    Need need;
    std::int64_t most = 0;
    for (const Pool& pool : project.deployment.topology.pools) {
        // What a pool opens by default differs from product to product.
        const bool written = DeploymentTable(project, {"pool", pool.number}).find("max_active") != nullptr;
        if (*pool.database != *database.name || !written) continue;
        const std::int64_t copies = copiesWith(project, pool) * poolsOf(*pool.role);
        const std::int64_t connections = copies * *pool.maxActive;
        need.connections += connections;
        if (connections > most) most = connections, need.largest = &pool, need.copiesOfLargest = copies;
    }
    return need;
}

void check(const Checked& project, Findings& findings) {
    for (const Database& database : project.deployment.topology.databases) {
        const DeploymentTable server(project, {"database", database.number});
        if (*database.managed && server.find("max_connections") == nullptr) continue;
        const Need need = needOf(project, database);
        const std::int64_t reserved = *database.reservedConnections;
        const auto room = static_cast<std::int64_t>(
            std::floor(usable * static_cast<double>(*database.maxConnections - reserved)));
        if (need.largest == nullptr || *database.maxConnections == 0 || need.connections <= room) continue;
        const DeploymentTable pool(project, {"pool", need.largest->number});
        const auto enough =
            static_cast<std::int64_t>(std::ceil(static_cast<double>(need.connections) / usable)) + reserved;
        const std::int64_t others = need.connections - need.copiesOfLargest * *need.largest->maxActive;
        const std::int64_t less = (room - others) / need.copiesOfLargest;
        auto finding = findings.at(pool.place("max_active"));
        finding.say(
            {MESSAGE("rules", "all copies together open up to %1 connections to '%2', which has %3 for "
                              "them: the rest are refused"),
             std::to_string(need.connections), *database.name, std::to_string(room)});
        if (less >= 1)
            finding.fix({MESSAGE("rules", "Open %1 from each copy"), std::to_string(less)},
                        pool.set("max_active", std::to_string(less)));
        finding.fix({MESSAGE("rules", "Let '%1' take %2"), *database.name, std::to_string(enough)},
                    server.set("max_connections", std::to_string(enough)));
    }
}

}

extern const Rule pools_fit_the_database{
    .id = "pools-fit-the-database",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "More connections than the database takes"),
    .why = MESSAGE("rules",
                   "Pools fill up under load only. Then the last copies get no connection, and they are "
                   "the ones that were started to help."),
    .cure = MESSAGE("rules",
                    "Lower the pools or raise the limit: copies times max_active, over all pools, within "
                    "nine tenths of what is not reserved."),
    .source = "PostgreSQL and MySQL manuals; WSO2 API Manager, performance tuning",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "am-1"
role = "all-in-one"

[[node]]
name = "am-2"
role = "all-in-one"

[[database]]
name = "shared"
managed = true
max_connections = 103
reserved_connections = 3

[[pool]]
role = "all-in-one"
database = "shared"
max_active = «100»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "am-1"
role = "all-in-one"

[[node]]
name = "am-2"
role = "all-in-one"

[[database]]
name = "shared"
managed = true
max_connections = 103
reserved_connections = 3

[[pool]]
role = "all-in-one"
database = "shared"
max_active = 22
)"},
    .check = check};

}
