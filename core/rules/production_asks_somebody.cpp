#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto approval = topology.written(deploymentToml().pipeline.approval);
    if (!approval || topology.value(deploymentToml().pipeline.systems)->empty() ||
        *topology.value(deploymentToml().pipeline.rollout) == "none")
        return;
    const DeploymentTable pipeline(project, {"pipeline"});
    for (const Environment& environment : project.deployment.environments) {
        if (!environment.name->starts_with("prod") || std::ranges::contains(**approval, *environment.name))
            continue;
        std::string list = "[";
        for (const std::string& each : **approval) list += toml::quoted(each) + ", ";
        findings.at(pipeline.place("approval"))
            .say({MESSAGE("rules", "every change of the branch goes to '%1' without anybody who says yes"),
                  *environment.name})
            .fix({MESSAGE("rules", "Ask before '%1'"), *environment.name},
                 pipeline.set("approval", list + toml::quoted(*environment.name) + "]"));
    }
}

}

extern const Rule production_asks_somebody{
    .id = "production-asks-somebody",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "Production without approval"),
    .why = MESSAGE("rules", "Whoever may change the branch changes production. That can be meant."),
    .cure = MESSAGE("rules", "Name production in `approval`, or accept it with the reason."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[pipeline]
systems = ["github"]
approval = «["staging"]»

[[environment]]
name = "staging"

[[environment]]
name = "production"
)",
                .right = R"(=== Deployment.toml
[pipeline]
systems = ["github"]
approval = ["staging", "production"]

[[environment]]
name = "staging"

[[environment]]
name = "production"
)"},
    .check = check};

}
