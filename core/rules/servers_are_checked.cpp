#include "core/rules/layout.h"
#include "core/toml/rewrite.h"

namespace arabesque {

extern const Rule servers_are_checked;

namespace {

/// What the program says of its health, else the first resource that can be asked without knowing more.
std::string healthPath(const Checked& project) {
    const Topology& topology = project.deployment.topology;
    if (*topology.product == "api-manager") return "/api/am/gateway/v2/server-startup-healthcheck";
    if (*topology.product == "micro-integrator") return "/healthz";
    const Workload& workload = project.deployment.workload;
    for (const auto& probe : {workload.readiness, workload.liveness})
        if (probe) return *probe->path;
    for (const ballerina::Service& service : project.facts.services)
        for (const ballerina::Resource& resource : service.resources)
            if (resource.accessor == "get" && !resource.path.contains('['))
                return (service.path == "/" ? "" : service.path) + '/' +
                       (resource.path == "." ? "" : resource.path);
    return "/";
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(servers_are_checked.id) || topology.has("load_balancer.health_check")) return;
    Layout layout(project);
    if (*topology.value(deploymentToml().loadBalancer.engine) == "nginx")
        layout.set({"load_balancer", "engine"}, "\"haproxy\"");
    layout.set({"load_balancer", "health_check", "path"}, toml::quoted(healthPath(project)));
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules", "no active health check is declared: a lost server is found by requests "
                               "that fail")})
        .fix(MESSAGE("rules", "Check the servers actively"), layout.edit());
}

}

const Rule servers_are_checked{
    .id = "servers-are-checked",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Active checks that nobody declared"),
    .why = MESSAGE("rules", "A loss is then seen only by requests that fail."),
    .cure = MESSAGE(
        "rules",
        "Add [load_balancer.health_check] with a resource that answers for the health of the program."),
    .source = "NGINX Plus, health_check; HAProxy, option httpchk",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get health() returns string => "up";
}
=== Deployment.toml
pattern = «"active-active-checks"»

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[load_balancer]
engine = "haproxy"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get health() returns string => "up";
}
=== Deployment.toml
pattern = "active-active-checks"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[load_balancer]
engine = "haproxy"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"

[load_balancer.health_check]
path = "/orders/health"
)"},
    .check = check};

}
