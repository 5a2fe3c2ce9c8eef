#include "core/rules/deployment_table.h"

#include <set>

namespace arabesque {

namespace {

template <class T>
void check(const Checked& project, Findings& findings, const std::vector<T>& entries, const char* records,
           MessageText says) {
    std::set<std::string> seen;
    std::vector<std::string> taken = namesOf(entries);
    for (const T& entry : entries) {
        if (entry.name->empty() || seen.insert(*entry.name).second) continue;
        const DeploymentTable table(project, {records, entry.number});
        const std::string free = freeName(*entry.name, taken);
        taken.push_back(free);
        findings.at(table.place("name"))
            .say({says, *entry.name})
            .fix({MESSAGE("rules", "Call it '%1'"), free}, table.set("name", toml::quoted(free)))
            .fix(MESSAGE("rules", "Remove the entry"), table.remove());
    }
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    check(project, findings, topology.nodes, "node",
          MESSAGE("rules", "there is a node '%1' already, and the first one counts where it is named"));
    check(project, findings, topology.regions, "region",
          MESSAGE("rules", "there is a region '%1' already: its nodes all count as standing in the first "
                           "one"));
    check(project, findings, topology.databases, "database",
          MESSAGE("rules", "there is a database '%1' already, and nodes and pools that name it mean the "
                           "first one"));
}

}

extern const Rule entry_name_is_unique{
    .id = "entry-name-is-unique",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Two nodes, regions or databases of one name"),
    .why = MESSAGE("rules", "Links, pools, files and the diagram go by the name. The second one is never "
                            "meant, and files made for it would replace those of the first."),
    .cure = MESSAGE("rules", "Give each a name of its own."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"

[[node]]
name = «"orders-1"»
role = "service"
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"
)"},
    .check = check};

}
