#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!*topology.value(deploymentToml().apiManager.sharedCounters) || !topology.nodesOf("cache").empty())
        return;
    const DeploymentTable table(project, {"api_manager"});
    findings.at(table.place("shared_counters"))
        .say(MESSAGE("rules",
                     "no node is a cache, so each traffic manager counts the part of the calls it is told "
                     "of: limits let through a multiple"))
        .fix(MESSAGE("rules", "Add a cache"),
             addEntry(project, "node", {{"name", "\"counters\""}, {"role", "\"cache\""}}))
        .fix(MESSAGE("rules", "Tell every traffic manager of every call"), table.unset("shared_counters"));
}

}

extern const Rule shared_counters_have_a_store{
    .id = "shared-counters-have-a-store",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Shared counters without a store"),
    .why = MESSAGE("rules",
                   "With shared counters gateways tell one traffic manager of a call, not all. Without a "
                   "store between them each sees a part."),
    .cure = MESSAGE("rules", "Lay out a cache, or leave shared_counters out."),
    .source = "WSO2 helm-apim 4.7, distributed throttling",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[api_manager]
shared_counters = «true»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "counters"
role = "cache"

[api_manager]
shared_counters = true
)"},
    .check = check};

}
