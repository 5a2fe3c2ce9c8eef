#include "core/rules/deployment_table.h"
#include "core/schema/shape.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const std::vector<std::string> names = namesOf(topology.regions);
    for (const Node& node : topology.nodes) {
        const DeploymentTable table = nodeTable(project, node.number);
        if (table.find("region") == nullptr || node.region->empty() ||
            topology.region(*node.region) != nullptr)
            continue;
        auto finding = findings.at(table.place("region"));
        if (names.empty())
            finding.say(
                {MESSAGE("rules", "there is no region '%1': no [[region]] is declared"), *node.region});
        else
            finding.say(
                {MESSAGE("rules", "there is no region '%1'; there is %2"), *node.region, listed(names)});
        if (const std::string meant = nearestOf(names, *node.region); !meant.empty())
            finding.fix({MESSAGE("rules", "Did you mean '%1'?"), meant},
                        table.set("region", toml::quoted(meant)));
        finding.fix({MESSAGE("rules", "Declare the region '%1'"), *node.region},
                    addEntry(project, "region", {{"name", toml::quoted(*node.region)}}));
        if (names.size() <= 1)
            finding.fix({MESSAGE("rules", "Remove '%1'"), "region"}, table.unset("region"));
    }
}

}

extern const Rule node_region_is_declared{
    .id = "node-region-is-declared",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A node in a region that is not declared"),
    .why = MESSAGE("rules",
                   "Files are made for each declared region, and losses are counted by them: the node is in "
                   "none."),
    .cure = MESSAGE("rules", "Write the region's name as its entry has it, or declare it."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[region]]
name = "eu-west"

[[node]]
name = "orders-1"
role = "service"
region = «"eu-wset"»
)",
                .right = R"(=== Deployment.toml
[[region]]
name = "eu-west"

[[node]]
name = "orders-1"
role = "service"
region = "eu-west"
)"},
    .check = check};

}
