#include "core/rules/cures.h"
#include "core/rules/layout.h"

namespace arabesque {

extern const Rule pattern_has_one_region;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(pattern_has_one_region.id)) return;
    const Topology& topology = project.deployment.topology;
    if (topology.regions.size() < 2) return;
    const Origin* name = writtenAt(topology.regions[1].name.origins);
    Nodes elsewhere;
    for (const Node& node : topology.nodes)
        if (*node.region != *topology.regions[0].name) elsewhere.push_back(&node);
    Layout layout(project);
    layout.remove(elsewhere);
    for (std::size_t i = topology.regions.size(); i-- > 1;) layout.unset({"region", i});
    findings.at(name == nullptr ? placeOfPattern(project) : name->place())
        .say({MESSAGE("rules", "the pattern %1 has one region, and '%2' is one more"), *topology.pattern,
              *topology.regions[1].name})
        .fix({MESSAGE("rules", "Keep region '%1' only"), *topology.regions[0].name}, layout.edit());
}

}

const Rule pattern_has_one_region{
    .id = "pattern-has-one-region",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A second region in a pattern of one"),
    .why = MESSAGE(
        "rules",
        "Nothing moves clients or data from one region to the other: the second is there and never used."),
    .cure = MESSAGE("rules", "Declare one of the patterns over regions, or take the others out."),
    .source = "Arabesque, patterns",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "single-node"

[[region]]
name = "eu-west"

[[region]]
name = «"eu-north"»

[[node]]
name = "orders-1"
role = "service"
region = "eu-west"

[[node]]
name = "orders-2"
role = "service"
region = "eu-north"
)",
                .right = R"(=== Deployment.toml
pattern = "single-node"

[[region]]
name = "eu-west"

[[node]]
name = "orders-1"
role = "service"
region = "eu-west"
)"},
    .check = check};

}
