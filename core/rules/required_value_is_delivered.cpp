#include "core/model/resolve.h"
#include "core/model/scenario.h"
#include "core/rules/rule.h"

#include <algorithm>

namespace arabesque {

namespace {

bool anyRequired(const Checked& project) {
    return std::ranges::any_of(project.facts.configurables, &ballerina::Configurable::required);
}

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes() || project.files == nullptr || !anyRequired(project)) return;
    const Scenario scenario = scenarioOf({project.deployment, project.snapshot, *project.files},
                                         {.where = Start::Where::Kubernetes});
    const ConfiguredProgram program{.facts = project.facts,
                                    .organisation = *project.deployment.organisation,
                                    .package = *project.deployment.package,
                                    .singleFile = project.snapshot.singleFile};
    for (const ballerina::Configurable* each : missingIn(program, scenario)) {
        if (!project.snapshot.exists(each->place.file)) continue;   // of a published module
        findings.at(each->place)
            .say({MESSAGE(
                      "rules",
                      "on Kubernetes nothing gives '%1' a value, so the program stops at its start: mount a "
                      "file that sets it with [[cloud.config.files]] or [[cloud.config.secrets]], or a "
                      "variable with [[cloud.secret.envs]]"),
                  each->name});
    }
}

}

extern const Rule required_value_is_delivered{
    .id = "required-value-is-delivered",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A required value that reaches no container"),
    .why = MESSAGE(
        "rules", "The program stops with 'value not provided for required configurable variable' and the pod "
                 "ends in CrashLoopBackOff. Config.toml is not part of the image: what Cloud.toml does not "
                 "mount is not there."),
    .cure = MESSAGE(
        "rules", "Mount the file, as a Secret where it holds one, or set a variable from a Secret. Who adds "
                 "the value by other means accepts the finding."),
    .source = "Config.toml reference, sections 1 to 3 and 7",
    .example = {.wrong = R"(=== main.bal
configurable string «region» = ?;
=== Config.toml
region = "eu"
)",
                .right = R"(=== main.bal
configurable string region = ?;
=== Config.toml
region = "eu"
=== Cloud.toml
[[cloud.config.files]]
file = "Config.toml"
name = "orders-config"
)"},
    .check = check};

}
