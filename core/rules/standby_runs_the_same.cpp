#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

/// What runs there: without a word, a service is the package as it is.
std::string versionOf(const Checked& project, const Node& node) {
    if (!node.version->empty()) return *node.version;
    return node.is("service") ? *project.deployment.version : std::string();
}

void check(const Checked& project, Findings& findings) {
    const std::vector<Node>& nodes = project.deployment.topology.nodes;
    for (const Node& standby : nodes) {
        const std::string version = versionOf(project, standby);
        if (!standby.isStandby() || version.empty()) continue;
        const auto active = std::ranges::find_if(nodes, [&](const Node& each) {
            return !each.isStandby() && *each.role == *standby.role && *each.database == *standby.database;
        });
        const std::string other = active == nodes.end() ? std::string() : versionOf(project, *active);
        if (other.empty() || other == version) continue;
        const DeploymentTable own = nodeTable(project, standby.number);
        const DeploymentTable its = nodeTable(project, active->number);
        const bool written = own.find("version") != nullptr;
        findings.at(written ? own.place("version") : its.place("version"))
            .say({MESSAGE("rules",
                          "'%1' runs %2 and its standby '%3' runs %4: after a loss clients meet another "
                          "program"),
                  *active->name, other, *standby.name, version})
            .fix({MESSAGE("rules", "Let the standby run %1"), other},
                 active->version->empty() ? own.unset("version") : own.set("version", toml::quoted(other)));
    }
}

}

extern const Rule standby_runs_the_same{
    .id = "standby-runs-the-same",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A standby of another version"),
    .why =
        MESSAGE("rules", "It is needed when there is least time to look. Data the newer version wrote may be "
                         "unreadable to the older one."),
    .cure = MESSAGE("rules", "Deploy active and standby by the same pipeline, in the same run."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
version = "1.2.0"

[[node]]
name = "orders-2"
role = "service"
state = "standby"
version = «"1.1.0"»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
version = "1.2.0"

[[node]]
name = "orders-2"
role = "service"
state = "standby"
version = "1.2.0"
)"},
    .check = check};

}
