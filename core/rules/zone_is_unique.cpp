#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    for (const Region& region : project.deployment.topology.regions) {
        std::vector<std::string> once;
        std::string again, array;
        for (const std::string& zone : *region.zones) {
            if (std::ranges::contains(once, zone)) {
                again = zone;
                continue;
            }
            once.push_back(zone);
            array += (array.empty() ? "" : ", ") + toml::quoted(zone);
        }
        if (again.empty()) continue;
        const DeploymentTable table(project, {"region", region.number});
        findings.at(table.place("zones"))
            .say({MESSAGE("rules", "the zone '%1' stands there twice, and is still one: %2 zones may be lost "
                                   "one by one"),
                  again, std::to_string(once.size())})
            .fix(MESSAGE("rules", "Name it once"), table.set("zones", '[' + array + ']'));
    }
}

}

extern const Rule zone_is_unique{
    .id = "zone-is-unique",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A zone that a region names twice"),
    .why = MESSAGE("rules", "What is spread over the zones seems to survive more losses than it does."),
    .cure = MESSAGE("rules", "Name each zone once."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[region]]
name = "eu-west"
zones = «["a", "b", "a"]»
)",
                .right = R"(=== Deployment.toml
[[region]]
name = "eu-west"
zones = ["a", "b"]
)"},
    .check = check};

}
