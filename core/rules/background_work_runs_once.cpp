#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

bool standsBy(const Topology& topology, const Node& node) {
    const Region* region = topology.region(*node.region);
    return node.isStandby() || (region != nullptr && *region->role == "standby");
}

/// A standby that has to be started first does nothing yet.
bool works(const Topology& topology, const Node& node) {
    return *node.background && (!standsBy(topology, node) || node.startTime->seconds <= 0);
}

/// Whether the Micro Integrator's own settings speak of it: it is coordinated, or another rule says that it is not.
bool isCoordinated(const Topology& topology, const Node& node) {
    const auto& keys = deploymentToml().microIntegrator;
    return node.is("micro-integrator") &&
           (*topology.value(keys.coordination) || *topology.value(keys.scheduledWork));
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Node& node : topology.nodes) {
        if (!works(topology, node) || isCoordinated(topology, node)) continue;
        const auto other = std::ranges::find_if(topology.nodes, [&](const Node& each) {
            return works(topology, each) && *each.role == *node.role;
        });
        const bool second = other->number < node.number;
        if (!second && *node.replicas < 2) continue;
        const DeploymentTable table = nodeTable(project, node.number);
        auto finding = findings.at(table.place("background_work"));
        if (second)
            finding
                .severity(standsBy(topology, node) != standsBy(topology, *other) ? Severity::Error
                                                                                 : Severity::Warning)
                .say(
                    {MESSAGE("rules", "'%1' does the same background work: both poll, and everything is done "
                                      "twice"),
                     *other->name})
                .fix({MESSAGE("rules", "Leave it to '%1'"), *other->name},
                     table.set("background_work", "false"));
        else
            finding
                .say({MESSAGE("rules", "each of %1 replicas polls, and everything is done that often"),
                      std::to_string(*node.replicas)})
                .fix(MESSAGE("rules", "Run one replica"), table.set("replicas", "1"));
    }
}

}

extern const Rule background_work_runs_once{
    .id = "background-work-runs-once",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Background work in two copies"),
    .why =
        MESSAGE("rules", "Two copies take requests in turn, but both look into the folder, the queue or the "
                         "clock. Orders are read, sent and charged twice."),
    .cure = MESSAGE("rules", "Let one copy do it, or agree through the database who does."),
    .source = "Ballerina, file, ftp and task listeners; WSO2 Integrator, high availability",
    .example = {.wrong = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
background_work = true

[[node]]
name = "orders-2"
role = "service"
state = "standby"
background_work = «true»
)",
                .right = R"(=== Deployment.toml
[[node]]
name = "orders-1"
role = "service"
background_work = true

[[node]]
name = "orders-2"
role = "service"
state = "standby"
background_work = false
)"},
    .check = check};

}
