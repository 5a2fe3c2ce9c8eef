#include "core/model/listening_ports.h"
#include "core/rules/deployment_table.h"

namespace arabesque {

namespace {

std::string listOf(const std::vector<ListeningPort>& ports) {
    std::string numbers;
    for (const ListeningPort& port : ports)
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(port.number);
    return numbers;
}

/// Only where a program is started on a machine of its own: elsewhere Services lead from one port to another.
void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.topology.isFor("vm")) return;
    const std::vector<ListeningPort> ports =
        listeningPortsOf({.facts = project.facts,
                          .organisation = *deployment.organisation,
                          .package = *deployment.package,
                          .singleFile = project.snapshot.singleFile},
                         deployment.configuration.document ? &*deployment.configuration.document : nullptr);
    for (const std::size_t number : deployment.topology.nodesOf("service")) {
        const Node& node = deployment.topology.nodes[number];
        const DeploymentTable table = nodeTable(project, node.number);
        if (table.find("port") == nullptr || canListenAt(ports, *node.port)) continue;
        const std::string right = std::to_string(ports.front().number);
        findings.at(table.place("port"))
            .say({MESSAGE("rules",
                          "the program listens at %1 wherever it runs, so nobody answers at port %2 of "
                          "'%3'"),
                  listOf(ports), std::to_string(*node.port), *node.name})
            .fix({MESSAGE("rules", "Ask it at port %1"), right}, table.set("port", right));
    }
}

}

extern const Rule node_port_is_the_programs{
    .id = "node-port-is-the-programs",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A node's port that the program does not open"),
    .why =
        MESSAGE("rules", "Balancers and checks ask the node at this port and get no answer. A port that is "
                         "written in the sources is the same on every machine."),
    .cure =
        MESSAGE("rules", "Write the program's port, or make the port of its listener a configurable with a "
                         "default: the unit of each node then sets it."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Deployment.toml
targets = ["vm"]

[[node]]
name = "orders-1"
role = "service"
host = "10.0.1.11"
port = «9191»
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Deployment.toml
targets = ["vm"]

[[node]]
name = "orders-1"
role = "service"
host = "10.0.1.11"
port = 9090
)"},
    .check = check};

}
