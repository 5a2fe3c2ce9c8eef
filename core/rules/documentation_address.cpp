#include "core/rules/deployment_table.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// Networks kept for documentation (RFC 5737 and RFC 3849), and names (RFC 2606).
constexpr std::array<std::string_view, 4> networks{"192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:"};
constexpr std::array<std::string_view, 4> domains{"example.com", "example.org", "example.net", "example"};

bool isFromDocumentation(std::string_view address) {
    if (std::ranges::any_of(networks, [&](std::string_view each) { return address.starts_with(each); }))
        return true;
    return std::ranges::any_of(domains, [&](std::string_view each) {
        return address == each ||
               (address.ends_with(each) && address[address.size() - each.size() - 1] == '.');
    });
}

void check(const Checked& project, Findings& findings) {
    const auto look = [&](const DeploymentTable& table, const char* key) {
        const auto address = textOf(table.find(key));
        if (!address || !isFromDocumentation(*address)) return;
        findings.at(table.place(key))
            .say({MESSAGE("rules", "%1 is an address of examples that reaches nobody: replace it before you "
                                   "deploy"),
                  *address});
    };
    for (const Node& node : project.deployment.topology.nodes) look(nodeTable(project, node.number), "host");
    look({project, {"load_balancer", "vip"}}, "address");
    look({project, {"dns"}}, "name");
    look({project, {"kubernetes", "route"}}, "host");
}

}

extern const Rule documentation_address{
    .id = "documentation-address",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "An address of examples"),
    .why = MESSAGE("rules", "These networks and names are kept for documentation. Nothing is ever there, so "
                            "requests end nowhere."),
    .cure = MESSAGE("rules", "Write the real address."),
    .source = "RFC 2606, RFC 3849 and RFC 5737",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
host = «"192.0.2.11"»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
host = "10.0.1.11"
)"},
    .check = check};

}
