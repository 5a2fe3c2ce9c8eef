#include "core/rules/kubernetes_design.h"
#include "core/rules/probes.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Whether what listens on a port is known: a service of HTTP, written in the sources.
std::vector<const ballerina::Service*> servicesOn(const Checked& project, std::int64_t port) {
    std::vector<const ballerina::Service*> services;
    for (const ballerina::Service& service : project.facts.services)
        if (std::ranges::contains(service.ports, port, &ballerina::Port::number))
            services.push_back(&service);
    return services;
}

bool answers(const ballerina::Service& service, std::string_view path) {
    return std::ranges::any_of(service.resources, [&](const ballerina::Resource& resource) {
        return resource.accessor == "get" && trimmedPath(pathOf(service, resource)) == trimmedPath(path);
    });
}

void sayPort(const Checked& project, std::int64_t port, Findings& findings) {
    const DeploymentTable table = kubernetesTable(project, "startup_probe");
    auto finding = findings.at(table.place("port"));
    finding.say({MESSAGE("rules", "the program does not listen on %1, so it never counts as started and is "
                                  "restarted again and again"),
                 std::to_string(port)});
    for (const auto& open : project.deployment.workload.ports)
        finding.fix({MESSAGE("rules", "Ask port %1"), std::to_string(*open)},
                    table.set("port", std::to_string(*open)));
}

void sayPath(const Checked& project, std::span<const ballerina::Service* const> services,
             const std::string& path, Findings& findings) {
    const DeploymentTable table = kubernetesTable(project, "startup_probe");
    auto finding = findings.at(table.place("path"));
    finding.say(
        {MESSAGE("rules", "nothing answers a GET at %1, so the program never counts as started and is "
                          "restarted again and again"),
         path});
    for (const ballerina::Service* service : services)
        for (const ballerina::Resource& resource : service->resources)
            if (const std::string there = pathOf(*service, resource);
                resource.accessor == "get" && !there.contains("[") && !resource.path.ends_with('/'))
                finding.fix({MESSAGE("rules", "Ask %1"), there}, table.set("path", toml::quoted(there)));
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto& keys = deploymentToml().kubernetes;
    const auto path = topology.written(keys.startupPath);
    const auto& ports = project.deployment.workload.ports;
    if (!runsOnKubernetes(project) || *topology.product != "integrator" || !path || ports.empty()) return;
    const auto written = topology.written(keys.startupPort);
    const std::int64_t port = written ? **written : *ports.front();
    const bool open = std::ranges::any_of(ports, [&](const auto& each) { return *each == port; });
    if (!open) return sayPort(project, port, findings);
    const auto services = servicesOn(project, port);
    const bool asked =
        !services.empty() && std::ranges::none_of(services, [&](const ballerina::Service* each) {
            return answers(*each, **path);
        });
    const bool known = std::ranges::none_of(
        services, [](const ballerina::Service* each) { return each->resources.empty(); });
    if (asked && known) sayPath(project, services, **path, findings);
}

}

extern const Rule startup_probe_is_answered{
    .id = "startup-probe-is-answered",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A startup probe that nobody answers"),
    .why =
        MESSAGE("rules", "Until it is answered the pod gets no requests, and after a few looks it is started "
                         "again, for ever."),
    .cure = MESSAGE("rules", "Ask a port the program listens on and a resource it has."),
    .source = "Kubernetes API, Probe",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get healthz() {
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = 9090
path = "/orders/healthz"
=== Deployment.toml
[kubernetes.startup_probe]
path = "/orders/healthz"
port = «9091»
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get healthz() {
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = 9090
path = "/orders/healthz"
=== Deployment.toml
[kubernetes.startup_probe]
path = "/orders/healthz"
port = 9090
)"},
    .check = check};

}
