#include "core/rules/deployment_table.h"

#include <map>
#include <string_view>
#include <utility>

namespace arabesque {

namespace {

constexpr std::int64_t highestPort = 65535;

using Address = std::pair<std::string_view, std::int64_t>;

void check(const Checked& project, Findings& findings) {
    std::map<Address, const Node*> taken;
    for (const Node& node : project.deployment.topology.nodes) {
        if (node.isIn(NodeRole::Tier::Outside) || *node.port == 0) continue;
        const auto [first, isNew] = taken.try_emplace({*node.host, *node.port}, &node);
        if (isNew || *first->second->name == *node.name) continue;
        std::int64_t free = *node.port + 1;
        while (taken.contains({*node.host, free})) ++free;
        const DeploymentTable table = nodeTable(project, node.number);
        auto finding = findings.at(table.place(table.find("port") != nullptr ? "port" : "host"));
        finding.say(
            {MESSAGE("rules", "'%1' serves at %2, port %3, already: the second one cannot listen there"),
             *first->second->name, *node.host, std::to_string(*node.port)});
        if (free <= highestPort)
            finding.fix({MESSAGE("rules", "Serve on port %1"), std::to_string(free)},
                        table.set("port", std::to_string(free)));
    }
}

}

extern const Rule node_address_is_unique{
    .id = "node-address-is-unique",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Two nodes at one address"),
    .why = MESSAGE("rules",
                   "A port of a machine belongs to one program: the second does not start, and the balancer "
                   "asks the same one twice."),
    .cure = MESSAGE("rules", "Give the second node another host or port."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
host = "10.0.1.11"
port = 9090

[[node]]
name = "orders-2"
role = "service"
host = "10.0.1.11"
port = «9090»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
host = "10.0.1.11"
port = 9090

[[node]]
name = "orders-2"
role = "service"
host = "10.0.1.11"
port = 9091
)"},
    .check = check};

}
