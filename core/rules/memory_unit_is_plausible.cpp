#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/schema/quantity.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

constexpr double mebibyte = 0x1p20;

/// The number with Mi behind it.
std::string inMebibytes(const std::string& text) {
    return text.substr(0, text.find_first_not_of(".0123456789")) + "Mi";
}

void look(const Checked& project, const Sourced<std::string>& memory, double least, Findings& findings) {
    const Origin* place = writtenAt(memory.origins);
    const auto bytes = place == nullptr ? std::nullopt : readQuantity(*memory);
    if (!bytes || *bytes <= 0 || *bytes >= least) return;
    auto finding = findings.at(place->place());
    finding.say(
        {MESSAGE("rules", "'%1' of memory is less than %2 MiB: no program runs in that, and the unit is "
                          "probably not the one that is meant"),
         *memory, std::to_string(static_cast<int>(least / mebibyte))});
    const std::string right = inMebibytes(*memory);
    if (const auto value = readQuantity(right); value && *value >= least)
        finding.fix({MESSAGE("rules", "Write %1"), toml::quoted(right)},
                    setAt(project, *place, toml::quoted(right)));
}

/// Container runtimes want 6 MiB at least; a request may be as low as one likes and still mean something.
void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes() || project.deployment.workload.isTask()) return;
    look(project, project.deployment.workload.minMemory, mebibyte, findings);
    look(project, project.deployment.workload.maxMemory, 6 * mebibyte, findings);
}

}

extern const Rule memory_unit_is_plausible{
    .id = "memory-unit-is-plausible",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Memory in the wrong unit"),
    .why = MESSAGE("rules", "A number alone is bytes, and m is a thousandth of a byte. The container is "
                            "killed as soon as it starts, or never starts."),
    .cure = MESSAGE("rules", "Write Mi or Gi behind the number."),
    .source = "Kubernetes, quantities",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment]
max_memory = «"512m"»
)",
                .right = R"(=== Cloud.toml
[cloud.deployment]
max_memory = "512Mi"
)"},
    .check = check};

}
