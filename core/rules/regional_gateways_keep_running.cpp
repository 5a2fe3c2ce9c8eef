#include "core/rules/deployment_table.h"
#include "core/rules/product_regions.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!hasCentralControl(topology) || !*topology.value(deploymentToml().apiManager.autoscaledGateways))
        return;
    const DeploymentTable table(project, {"api_manager"});
    findings.at(table.place("autoscaled_gateways"))
        .say(MESSAGE("rules", "a gateway loads its APIs from the central control plane when it starts: while "
                              "that region is away, none that the autoscaler adds comes up"))
        .fix(MESSAGE("rules", "Keep a fixed number of gateways"), table.set("autoscaled_gateways", "false"));
}

}

extern const Rule regional_gateways_keep_running{
    .id = "regional-gateways-keep-running",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Gateways that start while their control plane is away"),
    .why =
        MESSAGE("rules", "Running gateways go on with what they hold. Those the autoscaler stopped at night "
                         "are missing in the morning."),
    .cure = MESSAGE("rules", "Keep as many gateways running in each region as its load needs."),
    .source = "WSO2 API Manager, multi data centre patterns",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[api_manager]
multi_region = "central-control-plane"
autoscaled_gateways = «true»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[api_manager]
multi_region = "central-control-plane"
autoscaled_gateways = false
)"},
    .check = check};

}
