#include "core/rules/deployment_table.h"
#include "core/rules/product_regions.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!hasCentralControl(topology) || !*topology.value(deploymentToml().apiManager.multiTenancy)) return;
    const DeploymentTable table(project, {"api_manager"});
    findings.at(table.place("multi_tenancy"))
        .say(MESSAGE("rules", "one central control plane knows no tenants: gateways of other regions only "
                              "serve the first one"))
        .fix(MESSAGE("rules", "Replicate databases in place of one control plane"),
             table.set("multi_region", "\"replicated-databases\""))
        .fix(MESSAGE("rules", "Do without tenants"), table.set("multi_tenancy", "false"));
}

}

extern const Rule central_control_without_tenants{
    .id = "central-control-without-tenants",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Tenants with one central control plane"),
    .why = MESSAGE("rules", "The pattern is not supported with several tenants; their APIs do not reach the "
                            "regions."),
    .cure = MESSAGE("rules", "Give each region everything, with databases that copy each other, or use one "
                             "tenant."),
    .source = "WSO2 API Manager, multi data centre patterns",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[api_manager]
multi_region = "central-control-plane"
multi_tenancy = «true»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[api_manager]
multi_region = "replicated-databases"
multi_tenancy = true
)"},
    .check = check};

}
