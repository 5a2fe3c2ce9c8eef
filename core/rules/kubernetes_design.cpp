#include "core/rules/kubernetes_design.h"

#include <algorithm>
#include <charconv>

namespace arabesque {

bool runsOnKubernetes(const Checked& project) {
    const Deployment& deployment = project.deployment;
    const bool integrator = *deployment.topology.product == "integrator";
    if (integrator && deployment.workload.isTask()) return false;
    const auto targets = deployment.topology.written(deploymentToml().targets);
    if (!targets) return integrator ? deployment.makesKubernetes() : deployment.topology.has("kubernetes");
    return std::ranges::any_of(
        **targets, [](const std::string& target) { return target == "k8s" || target == "openshift"; });
}

std::optional<std::int64_t> leastReplicas(const Checked& project) {
    const Deployment& deployment = project.deployment;
    std::optional<std::int64_t> least;
    for (const Node& node : deployment.topology.nodes)
        if (node.isIn(NodeRole::Tier::Traffic) && nodeTable(project, node.number).find("replicas") != nullptr)
            least = std::min(least.value_or(*node.replicas), *node.replicas);
    if (least || *deployment.topology.product != "integrator") return least;
    return *deployment.workload.autoscaled ? *deployment.workload.autoscaling.minReplicas : 1;
}

std::int64_t podsOf(std::string_view numberOrShare, std::int64_t replicas) {
    std::int64_t number = 0;
    std::from_chars(numberOrShare.data(), numberOrShare.data() + numberOrShare.size(), number);
    constexpr std::int64_t whole = 100;
    return numberOrShare.ends_with('%') ? (number * replicas + whole - 1) / whole : number;
}

DeploymentTable kubernetesTable(const Checked& project, const char* table) {
    return {project, {"kubernetes", table}};
}

}
