#include "core/rules/deployment_table.h"
#include "core/schema/families.h"

#include <algorithm>

namespace arabesque {

namespace {

/// What a way to roll out takes its files from.
struct Way {
    std::string_view name;
    std::string_view family;
};
constexpr Way ways[] = {
    {"kustomize", "kustomize"}, {"helm", "helm"}, {"gitops", "kustomize"}, {"machines", "scripts"}};

bool isMade(const Topology& topology, std::string_view family) {
    return std::ranges::any_of(findFamily(family)->targets,
                               [&](std::string_view target) { return topology.isFor(target); });
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto rollout = topology.written(deploymentToml().pipeline.rollout);
    if (!rollout) return;
    const auto* const way = std::ranges::find(ways, **rollout, &Way::name);
    if (way == std::end(ways)) return;
    const DeploymentTable pipeline(project, {"pipeline"});
    const auto say = [&](Message message) {
        findings.at(pipeline.place("rollout"))
            .say(std::move(message))
            .fix(MESSAGE("rules", "Roll nothing out"), pipeline.set("rollout", "\"none\""));
    };
    const auto leftOut = topology.value(deploymentToml().leaveOut);
    if (std::ranges::contains(*leftOut, way->family))
        say({MESSAGE("rules", "the files of '%1' are left out, so the pipeline rolls nothing out"),
             std::string(way->family)});
    else if (!isMade(topology, way->family))
        say({way->name == "machines"
                 ? MESSAGE("rules",
                           "`targets` names no \"vm\", so there are no scripts to roll '%1' out with")
                 : MESSAGE("rules", "`targets` names no Kubernetes, so there is nothing to roll out by '%1'"),
             **rollout});
    else if (way->name == "gitops" && topology.value(deploymentToml().gitops.repository)->empty())
        say(MESSAGE("rules", "[gitops] names no repository that could be changed"));
}

}

extern const Rule rollout_has_its_files{
    .id = "rollout-has-its-files",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A rollout without files"),
    .why = MESSAGE("rules", "The pipeline builds and ends well, and nothing new runs anywhere."),
    .cure = MESSAGE("rules", "Name the target whose files roll it out, or another way."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
targets = ["k8s"]

[pipeline]
systems = ["github"]
rollout = «"gitops"»
)",
                .right = R"(=== Deployment.toml
targets = ["k8s"]

[pipeline]
systems = ["github"]
rollout = "none"
)"},
    .check = check};

}
