#include "core/rules/component_sizes.h"
#include "core/schema/quantity.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

/// Of the memory that is asked for, the chart adds gateways above this share.
constexpr double target = 0.75;

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const Component* gateway = topology.component("gateway");
    if (gateway == nullptr || !gateway->maxHeap || !gateway->memoryRequest ||
        !*topology.value(deploymentToml().apiManager.autoscaledGateways) ||
        (!topology.isFor("k8s") && !topology.isFor("openshift")))
        return;
    const auto heap = heapBytes(**gateway->maxHeap);
    const auto request = readQuantity(**gateway->memoryRequest);
    if (!heap || !request || *heap < target * *request) return;
    const DeploymentTable table = componentTable(project, *gateway);
    const auto limit = gateway->memoryLimit ? readQuantity(**gateway->memoryLimit) : std::nullopt;
    // a third more than the heap is three quarters of it; a little above, so that the heap alone is below
    const double enough = std::ceil(*heap / target / 0x1p20) + 64;
    const std::string text = std::to_string(static_cast<std::int64_t>(enough)) + "Mi";
    auto finding = findings.at(table.place("memory_request"));
    finding.say(
        {MESSAGE("rules", "a heap of %1 is more than three quarters of the %2 that are asked for: once it "
                          "was used, gateways stay at their highest number"),
         **gateway->maxHeap, **gateway->memoryRequest});
    if (!limit || *limit >= enough * 0x1p20)
        finding.fix({MESSAGE("rules", "Ask for %1"), text}, table.set("memory_request", '"' + text + '"'));
}

}

extern const Rule autoscaled_gateways_scale_in{
    .id = "autoscaled-gateways-scale-in",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Gateways that are never taken away again"),
    .why =
        MESSAGE("rules", "The chart adds gateways above three quarters of the memory that is asked for. Java "
                         "keeps a heap it once took, so the number never goes down."),
    .cure =
        MESSAGE("rules", "Ask for more memory than the heap and a third, or scale on the processor alone."),
    .source = "WSO2 helm-apim 4.7, memoryUtilizationPercentage",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"
targets = ["k8s"]

[[node]]
name = "gateway"
role = "gateway"
replicas = 2

[[component]]
role = "gateway"
max_heap = "2g"
memory_request = «"2Gi"»

[api_manager]
autoscaled_gateways = true
)",
                .right = R"(=== Deployment.toml
product = "api-manager"
targets = ["k8s"]

[[node]]
name = "gateway"
role = "gateway"
replicas = 2

[[component]]
role = "gateway"
max_heap = "2g"
memory_request = "2795Mi"

[api_manager]
autoscaled_gateways = true
)"},
    .check = check};

}
