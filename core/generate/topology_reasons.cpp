#include "core/generate/topology_reasons.h"

#include <utility>

namespace arabesque {

namespace {

template <class... Values> Origins together(const Values&... values) {
    Origins all;
    ((all = joined(std::move(all), values.origins)), ...);
    return all;
}

}

Origins reasonsOf(const Node& node) {
    return together(node.name, node.role, node.region, node.state);
}

Origins reasonsOfRole(const Topology& topology, std::string_view role) {
    Origins all;
    for (const std::size_t number : topology.nodesOf(role))
        all = joined(std::move(all), reasonsOf(topology.nodes[number]));
    return all;
}

Origins reasonsOfRoles(const Topology& topology) {
    Origins all;
    for (const Node& node : topology.nodes) all = joined(std::move(all), node.role.origins);
    return all;
}

Origins reasonsOfBalancers(const Topology& topology) {
    const auto& keys = deploymentToml().loadBalancer;
    Origins all = together(topology.value(keys.managed), topology.value(keys.engine),
                           topology.value(keys.mode), topology.value(deploymentToml().nginxVersion));
    for (const Node& node : topology.nodes)
        if (node.isIn(NodeRole::Tier::Balancer) || node.isIn(NodeRole::Tier::Traffic))
            all = joined(std::move(all), reasonsOf(node));
    return all;
}

Origins reasonsOfHealth(const Topology& topology) {
    const auto& keys = deploymentToml().healthCheck;
    Origins all;
    const auto add = [&](const auto& setting) { all = joined(std::move(all), reasonsOf(topology, setting)); };
    add(keys.path);
    add(keys.port);
    add(keys.interval);
    add(keys.timeout);
    add(keys.fails);
    add(keys.passes);
    return all;
}

Origins reasonsOf(const Topology& topology, const Database& database) {
    const std::string entry = "database[" + std::to_string(database.number) + "].";
    Origins all = together(database.name, database.engine, database.managed, database.replication,
                           database.promotion, database.manyWriters);
    all = joined(std::move(all),
                 database.lag ? database.lag->origins
                              : Origins{{Origin::Kind::Default, "Deployment.toml", entry + "lag", {}}});
    for (const Node& node : topology.nodes) {
        all = joined(std::move(all), node.role.origins);
        if (*node.database == *database.name) all = joined(std::move(all), reasonsOf(node));
        if (node.is("database")) all = joined(std::move(all), node.database.origins);
    }
    return all;
}

Origins reasonsOfDatabases(const Topology& topology) {
    Origins all;
    for (const Database& each : topology.databases) all = joined(std::move(all), reasonsOf(topology, each));
    return all;
}

}
