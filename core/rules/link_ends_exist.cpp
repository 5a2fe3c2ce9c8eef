#include "core/rules/deployment_table.h"
#include "core/schema/shape.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const std::vector<std::string> names = namesOf(topology.nodes);
    for (const Link& link : topology.links) {
        const DeploymentTable table(project, {"link", link.number});
        for (const auto& [key, name] : {std::pair("from", *link.from), std::pair("to", *link.to)}) {
            if (name.empty() || topology.node(name) != nullptr) continue;
            auto finding = findings.at(table.place(key));
            if (names.empty())
                finding.say({MESSAGE("rules", "there is no node '%1': no [[node]] is declared"), name});
            else
                finding.say({MESSAGE("rules", "there is no node '%1'; there is %2"), name, listed(names)});
            if (const std::string meant = nearestOf(names, name); !meant.empty())
                finding.fix({MESSAGE("rules", "Did you mean '%1'?"), meant},
                            table.set(key, toml::quoted(meant)));
            finding.fix(MESSAGE("rules", "Remove the link"), table.remove());
        }
    }
}

}

extern const Rule link_ends_exist{
    .id = "link-ends-exist",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A link to or from a node that is not there"),
    .why = MESSAGE("rules", "The connection is left out of the diagram, of the rules of the network and of "
                            "what follows from a loss."),
    .cure = MESSAGE("rules", "Write the node's name as its entry has it."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders"
role = "service"

[[node]]
name = "billing"
role = "external"

[[link]]
from = "orders"
to = «"biling"»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders"
role = "service"

[[node]]
name = "billing"
role = "external"

[[link]]
from = "orders"
to = "billing"
)"},
    .check = check};

}
