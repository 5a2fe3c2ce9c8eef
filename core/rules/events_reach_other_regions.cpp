#include "core/rules/deployment_table.h"
#include "core/rules/product_regions.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!replicatesEverything(topology) || *topology.value(deploymentToml().apiManager.eventPublishers))
        return;
    const DeploymentTable table(project, {"api_manager"});
    const auto first = std::ranges::find_if(
        topology.nodes, [](const Node& node) { return node.is("control-plane") || node.is("all-in-one"); });
    findings
        .at(table.isWritten() ? table.place("event_publishers")
                              : nodeTable(project, first->number).place("role"))
        .say(MESSAGE("rules", "control planes of several regions tell each other nothing unless event "
                              "publishers are set up: a token revoked in one stays good in the other"))
        .fix(MESSAGE("rules", "They publish to each other"), table.set("event_publishers", "true"));
}

}

extern const Rule events_reach_other_regions{
    .id = "events-reach-other-regions",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Events that stay in their region"),
    .why =
        MESSAGE("rules", "Databases copy what is stored. Notifications, revocations and blocking are events, "
                         "which gateways of the other region only get when control planes publish them "
                         "there."),
    .cure = MESSAGE("rules", "Set up the JMS event publishers to port 5672 of the other region's control "
                             "planes."),
    .source = "WSO2 API Manager, multi data centre patterns",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[region]]
name = "eu-west"

[[region]]
name = "eu-north"

[[node]]
name = "cp-west"
role = "control-plane"
region = "eu-west"

[[node]]
name = "cp-north"
role = "control-plane"
region = "eu-north"

[api_manager]
event_publishers = «false»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[region]]
name = "eu-west"

[[region]]
name = "eu-north"

[[node]]
name = "cp-west"
role = "control-plane"
region = "eu-west"

[[node]]
name = "cp-north"
role = "control-plane"
region = "eu-north"

[api_manager]
event_publishers = true
)"},
    .check = check};

}
