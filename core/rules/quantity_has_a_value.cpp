#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"
#include "core/schema/pattern.h"
#include "core/schema/quantity.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// What is meant by letters in other case: 512mi and 512K. Empty for other text.
std::string meant(const std::string& text, bool memory) {
    const std::size_t end = text.find_first_not_of(".0123456789");
    if (!memory || end == 0 || end == std::string::npos) return {};
    std::string unit = text.substr(end);
    const bool powerOfTwo = unit.size() == 2 && (unit[1] == 'i' || unit[1] == 'I');
    if (unit == "K") unit = "Ki";
    if (powerOfTwo) unit = std::string(1, unit[0] == 'k' ? 'K' : unit[0] == 'm' ? 'M' : unit[0]) + 'i';
    const std::string right = text.substr(0, end) + unit;
    return readQuantity(right) ? right : std::string();
}

void look(const Checked& project, const Sourced<std::string>& quantity, bool memory, Findings& findings) {
    const Origin* place = writtenAt(quantity.origins);
    if (place == nullptr) return;
    const Field* field = cloud().field(place->key());
    if (field == nullptr || !matchesWhole(field->pattern, *quantity)) return;   // the tool itself says so
    const auto value = readQuantity(*quantity);
    if (value && *value >= 0) return;
    auto finding = findings.at(place->place());
    finding.say({value ? MESSAGE("rules", "'%1' is less than nothing: Kubernetes refuses the Deployment")
                       : MESSAGE("rules", "'%1' is no quantity that Kubernetes can read, so it refuses the "
                                          "Deployment; write a number and a unit, such as %2"),
                 *quantity, std::string(memory ? "512Mi" : "500m")});
    const std::string right = toml::quoted(meant(*quantity, memory));
    if (right.size() > 2) finding.fix({MESSAGE("rules", "Write %1"), right}, setAt(project, *place, right));
    if (!field->fallback.empty())
        finding.fix({MESSAGE("rules", "Write %1"), field->fallback}, setAt(project, *place, field->fallback));
}

/// The pattern of the tool lets more through than Kubernetes reads.
void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes() || project.deployment.workload.isTask()) return;
    const Workload& workload = project.deployment.workload;
    for (const auto* memory : {&workload.minMemory, &workload.maxMemory})
        look(project, *memory, true, findings);
    for (const auto* cpu : {&workload.minCpu, &workload.maxCpu}) look(project, *cpu, false, findings);
}

}

extern const Rule quantity_has_a_value{
    .id = "quantity-has-a-value",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A quantity that is none"),
    .why = MESSAGE(
        "rules",
        "The build takes the text, the cluster does not: it refuses the Deployment, and nothing starts."),
    .cure = MESSAGE("rules", "Write a number and a unit: Mi and Gi for memory, m for thousandths of a core."),
    .source = "c2c 4.0.0, section 3.1; Kubernetes, quantities",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment]
max_memory = «"512mi"»
)",
                .right = R"(=== Cloud.toml
[cloud.deployment]
max_memory = "512Mi"
)"},
    .check = check};

}
