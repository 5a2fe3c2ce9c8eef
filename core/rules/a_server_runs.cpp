#include "core/rules/cures.h"
#include "core/rules/layout.h"

namespace arabesque {

extern const Rule a_server_runs;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(a_server_runs.id)) return;
    const Topology& topology = project.deployment.topology;
    for (const std::string& place : regionNames(topology)) {
        if (!serversIn(topology, place).empty()) continue;
        const Region* region = topology.region(place);
        const Origin* name = region == nullptr ? nullptr : writtenAt(region->name.origins);
        const std::string role = roleOfServers(topology);
        findings.at(name == nullptr ? placeOfPattern(project) : name->place())
            .say({MESSAGE("rules", "no node serves%1: clients get no answer there"), whereText(place)})
            .fix({MESSAGE("rules", "Add a node of role %1"), role},
                 Layout(project).add({.role = role, .region = place}).edit());
    }
}

}

const Rule a_server_runs{
    .id = "a-server-runs",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A place where nothing serves"),
    .why = MESSAGE("rules", "Clients that are sent there get no answer."),
    .cure = MESSAGE("rules", "Add a node of the product's role to the region, or take the region out."),
    .source = "Arabesque, patterns",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"single-node"»
)",
                .right = R"(=== Deployment.toml
pattern = "single-node"

[[node]]
name = "orders-1"
role = "service"
)"},
    .check = check};

}
