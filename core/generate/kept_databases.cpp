#include "core/generate/kept_databases.h"

#include "core/generate/plain_text.h"
#include "core/generate/product_database.h"
#include "core/generate/topology_reasons.h"
#include "core/model/deployment.h"

#include <algorithm>

namespace arabesque {

namespace {

/// What decides which database a product has.
Origins reasonsOfProduct(const Topology& topology, std::string_view product) {
    Origins all = joined(topology.product.origins, reasonsOf(topology, databaseSettingOf(product)));
    all = joined(std::move(all), reasonsOfRoles(topology));
    for (const Pool& pool : topology.pools)
        all = joined(joined(std::move(all), pool.role.origins), pool.database.origins);
    for (const Database& each : topology.databases) all = joined(std::move(all), each.name.origins);
    return all;
}

void addProducts(const Topology& topology, KeptDatabase& kept) {
    const auto& manager = deploymentToml().apiManager;
    const auto& integrator = deploymentToml().microIntegrator;
    for (const char* product : {"api-manager", "micro-integrator"})
        kept.reasons = joined(std::move(kept.reasons), reasonsOfProduct(topology, product));
    if (databaseOfProduct(topology, "api-manager") == kept.database) {
        const auto owner = topology.value(manager.databaseUser);
        kept.schemas.push_back({topology.value(manager.apimSchema), owner, true, true});
        kept.schemas.push_back({topology.value(manager.sharedSchema), owner, true, false});
    }
    const auto coordination = topology.value(integrator.coordination);
    kept.reasons = joined(std::move(kept.reasons), coordination.origins);
    if (*coordination && databaseOfProduct(topology, "micro-integrator") == kept.database)
        kept.schemas.push_back(
            {topology.value(integrator.schema), topology.value(integrator.databaseUser), true, false});
}

void addWritten(const Sourced<std::vector<std::string>>& written, KeptDatabase& kept) {
    std::vector<KeptSchema> known;
    std::swap(known, kept.schemas);
    for (const std::string& name : *written) {
        const auto same = std::ranges::find(known, name, [](const KeptSchema& each) { return *each.name; });
        KeptSchema schema = same == known.end() ? KeptSchema() : *same;
        schema.name = {name, joined(schema.name.origins, written.origins)};
        kept.schemas.push_back(std::move(schema));
    }
}

std::vector<KeptSchema> usable(std::vector<KeptSchema> schemas) {
    std::vector<KeptSchema> distinct;
    for (KeptSchema& each : schemas) {
        const bool taken =
            std::ranges::any_of(distinct, [&](const KeptSchema& other) { return *other.name == *each.name; });
        if (isFileName(*each.name) && !taken) distinct.push_back(std::move(each));
    }
    return distinct;
}

const Node* primaryOf(const Topology& topology, const Database& database) {
    const Node* primary = nullptr;
    for (const std::size_t number : topology.nodesOf("database")) {
        const Node& node = topology.nodes[number];
        const bool better = primary == nullptr || (primary->isStandby() && !node.isStandby());
        if (*node.database == *database.name && better) primary = &node;
    }
    return primary;
}

}

std::vector<KeptDatabase> keptDatabasesOf(const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    std::vector<KeptDatabase> all;
    for (const Database& each : topology.databases) {
        const bool taken = std::ranges::any_of(
            all, [&](const KeptDatabase& other) { return *other.database->name == *each.name; });
        if ((*each.engine != "postgresql" && *each.engine != "mysql") || !isFileName(*each.name) || taken)
            continue;
        KeptDatabase kept{
            .database = &each, .node = primaryOf(topology, each), .reasons = reasonsOf(topology, each)};
        const Setting<std::vector<std::string>> schemas = deploymentToml().database.schemas;
        addProducts(topology, kept);
        if (kept.schemas.empty()) kept.schemas.push_back({.name = each.name});
        const auto written = topology.written(schemas, each.number);
        if (written && !written->value.empty()) addWritten(*written, kept);
        kept.schemas = usable(std::move(kept.schemas));
        kept.reasons = joined(std::move(kept.reasons), topology.value(schemas, each.number).origins);
        if (!kept.schemas.empty()) all.push_back(std::move(kept));
    }
    return all;
}

}
