#include "core/rules/balancer.h"
#include "core/rules/kubernetes_design.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

struct ManagementPort {
    std::int64_t port;
    std::string_view product;
    MessageText what;
};
/// WSO2 API Manager 4.7 and Micro Integrator 4.6, default ports; metrics of WSO2 Integrator.
constexpr std::array managementPorts{
    ManagementPort{9164, "micro-integrator", MESSAGE("rules", "the management API")},
    ManagementPort{9201, "micro-integrator", MESSAGE("rules", "the internal API with health and metrics")},
    ManagementPort{9005, "micro-integrator", MESSAGE("rules", "the debugger")},
    ManagementPort{9006, "micro-integrator", MESSAGE("rules", "the debugger")},
    ManagementPort{5672, "api-manager", MESSAGE("rules", "the event broker")},
    ManagementPort{8672, "api-manager", MESSAGE("rules", "the event broker")},
    ManagementPort{9611, "api-manager", MESSAGE("rules", "the event receiver")},
    ManagementPort{9711, "api-manager", MESSAGE("rules", "the event receiver")},
    ManagementPort{9797, "integrator", MESSAGE("rules", "metrics for Prometheus")},
};

const ManagementPort* managementPort(std::int64_t port, std::string_view product) {
    const auto found = std::ranges::find_if(managementPorts, [&](const ManagementPort& each) {
        return each.port == port && each.product == product;
    });
    return found == managementPorts.end() ? nullptr : &*found;
}

void checkRoute(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto port = topology.written(deploymentToml().kubernetes.routePort);
    if (!port || !runsOnKubernetes(project)) return;
    const ManagementPort* management = managementPort(**port, *topology.product);
    const bool served = std::ranges::any_of(project.facts.services, [&](const ballerina::Service& service) {
        return std::ranges::contains(service.ports, **port, &ballerina::Port::number);
    });
    if (management == nullptr || served) return;
    const DeploymentTable table = kubernetesTable(project, "route");
    findings.at(table.place("port"))
        .say({MESSAGE("rules", "%1 is %2, and the route opens it to everybody outside"),
              std::to_string(**port), management->what.text})
        .fix(MESSAGE("rules", "Lead to the first port of the program"), table.unset("port"));
}

void checkServers(const Checked& project, Findings& findings) {
    const auto balancer = balancerOf(project);
    if (!balancer) return;
    for (const Upstream& upstream : balancer->upstreams) {
        const NodeRole* role = findRole(upstream.role);
        if (role == nullptr || role->product != "micro-integrator") continue;
        for (const std::size_t number : upstream.active) {
            const DeploymentTable table = nodeTable(project, number);
            const std::int64_t port = *balancer->topology.nodes[number].port;
            const ManagementPort* management = managementPort(port, role->product);
            if (management == nullptr || table.find("port") == nullptr) continue;
            findings.at(table.place("port"))
                .say({MESSAGE("rules", "%1 is %2, and the balancer hands requests of everybody on to it"),
                      std::to_string(port), management->what.text})
                .fix({MESSAGE("rules", "Serve on port %1"), std::to_string(role->port)},
                     table.set("port", std::to_string(role->port)));
        }
    }
}

void check(const Checked& project, Findings& findings) {
    checkRoute(project, findings);
    checkServers(project, findings);
}

}

extern const Rule management_port_is_public{
    .id = "management-port-is-public",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A port for administrators that is open to all"),
    .why = MESSAGE("rules", "Through it integrations are stopped, messages are read and the server is "
                            "debugged. It is protected by a password at best, and the shipped one is known."),
    .cure = MESSAGE("rules",
                    "Route clients to the serving port only; administrators come through the cluster's or "
                    "the company's own network."),
    .source = "WSO2 API Manager 4.7 and Micro Integrator 4.6, default ports",
    .example = {.wrong = R"(=== Deployment.toml
product = "micro-integrator"

[kubernetes.route]
host = "orders.acme.org"
port = «9164»

[kubernetes.shutdown]
grace_period = "4m"
)",
                .right = R"(=== Deployment.toml
product = "micro-integrator"

[kubernetes.route]
host = "orders.acme.org"

[kubernetes.shutdown]
grace_period = "4m"
)"},
    .check = check};

}
