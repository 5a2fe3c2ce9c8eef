#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Link& link : topology.links) {
        if (*link.from != *link.to || topology.node(*link.to) == nullptr) continue;
        const DeploymentTable table(project, {"link", link.number});
        findings.at(table.place("to"))
            .say({MESSAGE("rules", "'%1' is linked to itself: who is called is another node, or there is no "
                                   "link"),
                  *link.to})
            .fix(MESSAGE("rules", "Remove the link"), table.remove());
    }
}

}

extern const Rule link_to_itself{
    .id = "link-to-itself",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A link from a node to itself"),
    .why = MESSAGE("rules", "It says nothing of who needs whom, and mostly stands where another name was "
                            "meant."),
    .cure = MESSAGE("rules", "Name the node that is called, or remove the link."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders"
role = "service"

[[link]]
from = "orders"
to = «"orders"»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders"
role = "service"
)"},
    .check = check};

}
