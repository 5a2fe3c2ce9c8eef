#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

bool hasProduct(const Topology& topology, std::string_view product) {
    return *topology.product == product || std::ranges::any_of(topology.nodes, [&](const Node& node) {
        return node.kind() != nullptr && node.kind()->product == product;
    });
}

bool isBackedUp(const Database& database) {
    return *database.engine == "postgresql" || *database.engine == "mysql";
}

void check(const Checked& project, Findings& findings) {
    if (project.document(DeploymentTable::file) == nullptr) return;
    const Topology& topology = project.deployment.topology;
    const auto unused = [&](toml::Path path, Message says) {
        const DeploymentTable table(project, std::move(path));
        if (!table.isWritten()) return;
        findings.at(table.place())
            .say(std::move(says))
            .fix(MESSAGE("rules", "Remove the table"), table.remove());
    };
    const MessageText otherProduct =
        MESSAGE("rules", "the product is '%1' and no node is of another, so [%2] has no effect");
    if (!hasProduct(topology, "api-manager"))
        unused({"api_manager"}, {otherProduct, *topology.product, "api_manager"});
    if (!hasProduct(topology, "micro-integrator"))
        unused({"micro_integrator"}, {otherProduct, *topology.product, "micro_integrator"});
    for (const Component& each : topology.components) {
        const NodeRole* role = findRole(*each.role);
        if (role != nullptr && role->product == "api-manager" && topology.nodesOf(*each.role).empty())
            unused({"component", each.number},
                   {MESSAGE("rules", "no node is of role '%1', so nothing gets it"), *each.role});
    }
    if (!topology.isFor("aws_lambda") && !topology.isFor("azure_functions"))
        unused({"serverless"}, MESSAGE("rules", "no target runs functions, so this has no effect"));
    if (!topology.isFor("choreo"))
        unused({"choreo"}, MESSAGE("rules", "the WSO2 cloud is no target, so this has no effect"));
    if (topology.value(deploymentToml().pipeline.systems)->empty())
        unused({"pipeline"}, MESSAGE("rules", "`systems` names none, so no pipeline is made"));
    if (std::ranges::none_of(topology.databases, isBackedUp))
        unused({"backup"},
               MESSAGE("rules", "no [[database]] of PostgreSQL, MySQL or MariaDB is declared, so nothing "
                                "is backed up"));
    const bool managed = *topology.value(deploymentToml().loadBalancer.managed);
    if (managed)
        unused({"load_balancer", "vip"},
               MESSAGE("rules",
                       "the cloud runs the balancer and gives it its address, so the virtual address "
                       "has no effect"));
    else if (!topology.nodes.empty() && topology.nodesIn(NodeRole::Tier::Balancer).empty())
        unused({"load_balancer"},
               MESSAGE("rules", "no node is a load balancer and the cloud runs none, so this has no effect"));
}

}

extern const Rule deployment_table_unused{
    .id = "deployment-table-unused",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A table of Deployment.toml without effect"),
    .why = MESSAGE("rules", "No file is made from it. Whoever reads it believes that it is so."),
    .cure = MESSAGE("rules", "Remove it, or lay out what it is about."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
format = 1

«[api_manager]»
websocket = true
)",
                .right = R"(=== Deployment.toml
format = 1
)"},
    .check = check};

}
