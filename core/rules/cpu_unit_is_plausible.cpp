#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/schema/quantity.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// More cores than the largest usual machines have.
constexpr double most = 200;

void look(const Checked& project, const Sourced<std::string>& cpu, Findings& findings) {
    const Origin* place = writtenAt(cpu.origins);
    const auto cores = place == nullptr ? std::nullopt : readQuantity(*cpu);
    if (!cores || *cores < most) return;
    const std::string right = cpu->substr(0, cpu->find_first_not_of(".0123456789")) + "m";
    auto finding = findings.at(place->place());
    finding.say({MESSAGE("rules",
                         "'%1' is more than %2 cores, which no node has: the program waits for one and never "
                         "starts"),
                 *cpu, std::to_string(static_cast<int>(most))});
    if (const auto value = readQuantity(right); value && *value < most)
        finding.fix({MESSAGE("rules", "Write %1"), toml::quoted(right)},
                    setAt(project, *place, toml::quoted(right)));
}

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes() || project.deployment.workload.isTask()) return;
    look(project, project.deployment.workload.minCpu, findings);
    look(project, project.deployment.workload.maxCpu, findings);
}

}

extern const Rule cpu_unit_is_plausible{
    .id = "cpu-unit-is-plausible",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "CPU in the wrong unit"),
    .why = MESSAGE("rules", "A number alone is whole cores. A request of hundreds of them fits on no node: "
                            "the program is never started."),
    .cure = MESSAGE("rules", "Write m behind thousandths of a core."),
    .source = "Kubernetes, quantities",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment]
max_cpu = «"500"»
)",
                .right = R"(=== Cloud.toml
[cloud.deployment]
max_cpu = "500m"
)"},
    .check = check};

}
