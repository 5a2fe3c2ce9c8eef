#include "core/generate/product_database.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Gateways and traffic managers may have pools of their own; what a product keeps is elsewhere.
bool keepsDataOf(std::string_view role, std::string_view product) {
    if (product == "api-manager") return role == "control-plane" || role == "all-in-one";
    return role == product;
}

}

bool isLaidOut(const Topology& topology, std::string_view product) {
    return *topology.product == product || std::ranges::any_of(topology.nodes, [&](const Node& node) {
        return node.kind() != nullptr && node.kind()->product == product;
    });
}

Setting<std::string> databaseSettingOf(std::string_view product) {
    return product == "api-manager" ? deploymentToml().apiManager.database
                                    : deploymentToml().microIntegrator.database;
}

const Database* databaseOfProduct(const Topology& topology, std::string_view product) {
    if (!isLaidOut(topology, product)) return nullptr;
    const auto named = topology.value(databaseSettingOf(product));
    if (!named->empty()) return topology.database(*named);
    for (const Pool& pool : topology.pools)
        if (const Database* found = topology.database(*pool.database);
            found != nullptr && keepsDataOf(*pool.role, product))
            return found;
    return topology.databases.size() == 1 ? &topology.databases.front() : nullptr;
}

}
