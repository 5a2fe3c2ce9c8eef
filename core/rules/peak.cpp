#include "core/rules/peak.h"

#include <algorithm>

namespace arabesque {

std::optional<std::int64_t> peakOf(const Topology& topology) {
    const auto peak = topology.written(deploymentToml().objectives.peak);
    return peak ? std::optional(**peak) : std::nullopt;
}

DeploymentTable objectivesTable(const Checked& project) {
    return {project, {"objectives"}};
}

void fixByAnotherCopy(const Checked& project, Findings::Finding& finding, std::string_view role,
                      std::int64_t missing) {
    const std::vector<Node>& nodes = project.deployment.topology.nodes;
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
        if (!node->is(role) || node->isStandby() || !node->capacity || **node->capacity <= 0) continue;
        const DeploymentTable table = nodeTable(project, node->number);
        const std::int64_t capacity = **node->capacity;
        const std::string enough = std::to_string(*node->replicas + (missing + capacity - 1) / capacity);
        if (table.find("replicas") != nullptr)
            finding.fix({MESSAGE("rules", "Run %1 replicas of '%2'"), enough, *node->name},
                        table.set("replicas", enough));
        else if (capacity >= missing)
            finding.fix({MESSAGE("rules", "Add a node like '%1'"), *node->name}, addNodeLike(project, *node));
        return;
    }
}

}
