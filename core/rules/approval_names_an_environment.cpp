#include "core/rules/deployment_table.h"
#include "core/schema/shape.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto approval = project.deployment.topology.written(deploymentToml().pipeline.approval);
    if (!approval) return;
    const std::vector<std::string> names = namesOf(project.deployment.environments);
    for (std::size_t i = 0; i < approval->value.size(); ++i) {
        const std::string& name = approval->value[i];
        const toml::Path path{"pipeline", "approval", i};
        const toml::Node* node = project.find(DeploymentTable::file, path);
        if (node == nullptr || std::ranges::contains(names, name)) continue;
        auto finding = findings.at({DeploymentTable::file, node->range});
        if (names.empty())
            finding.say(
                {MESSAGE("rules", "there is no environment '%1': no [[environment]] is declared"), name});
        else
            finding.say({MESSAGE("rules", "there is no environment '%1'; there is %2"), name, listed(names)});
        if (const std::string meant = nearestOf(names, name); !meant.empty())
            finding.fix({MESSAGE("rules", "Did you mean '%1'?"), meant},
                        toml::set(DeploymentTable::file, project.toml(DeploymentTable::file), path,
                                  toml::quoted(meant)));
    }
}

}

extern const Rule approval_names_an_environment{
    .id = "approval-names-an-environment",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "An approval for an environment that is not there"),
    .why = MESSAGE("rules", "Nobody is asked: the environment that was meant is rolled out to at once."),
    .cure = MESSAGE("rules", "Write the name of an [[environment]]."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[pipeline]
systems = ["github"]
approval = [«"prodution"»]

[[environment]]
name = "staging"

[[environment]]
name = "production"
)",
                .right = R"(=== Deployment.toml
[pipeline]
systems = ["github"]
approval = ["production"]

[[environment]]
name = "staging"

[[environment]]
name = "production"
)"},
    .check = check};

}
