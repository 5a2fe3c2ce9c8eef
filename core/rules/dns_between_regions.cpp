#include "core/rules/layout.h"
#include "core/toml/rewrite.h"

namespace arabesque {

extern const Rule dns_between_regions;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(dns_between_regions.id) || topology.has("dns")) return;
    Layout layout(project);
    layout.set({"dns", "name"}, toml::quoted(*project.deployment.package + ".example.com"));
    if (project.demands("regions-all-serve")) layout.set({"dns", "method"}, "\"latency\"");
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules", "no DNS name moves clients between the regions")})
        .fix(MESSAGE("rules", "Add a DNS name"), layout.edit());
}

}

const Rule dns_between_regions{
    .id = "dns-between-regions",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Regions without a name above them"),
    .why = MESSAGE("rules",
                   "Clients know the address of one region. Nothing moves them to another when it is lost."),
    .cure = MESSAGE("rules", "Declare [dns] with the name clients use."),
    .source = "topologies, multi-region",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"multi-region-active-passive"»

[[region]]
name = "eu-west"
role = "primary"

[[region]]
name = "eu-north"
vip = "192.0.2.11"
role = "standby"

[[node]]
name = "orders-1"
role = "service"
region = "eu-west"

[[node]]
name = "lb-1"
role = "load-balancer"
region = "eu-west"

[[node]]
name = "lb-2"
role = "load-balancer"
region = "eu-west"
state = "standby"

[[node]]
name = "orders-2"
role = "service"
region = "eu-north"

[[node]]
name = "lb-3"
role = "load-balancer"
region = "eu-north"

[[node]]
name = "lb-4"
role = "load-balancer"
region = "eu-north"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
)",
                .right = R"(=== Deployment.toml
pattern = "multi-region-active-passive"

[[region]]
name = "eu-west"
role = "primary"

[[region]]
name = "eu-north"
vip = "192.0.2.11"
role = "standby"

[[node]]
name = "orders-1"
role = "service"
region = "eu-west"

[[node]]
name = "lb-1"
role = "load-balancer"
region = "eu-west"

[[node]]
name = "lb-2"
role = "load-balancer"
region = "eu-west"
state = "standby"

[[node]]
name = "orders-2"
role = "service"
region = "eu-north"

[[node]]
name = "lb-3"
role = "load-balancer"
region = "eu-north"

[[node]]
name = "lb-4"
role = "load-balancer"
region = "eu-north"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"

[dns]
name = "orders.example.com"
)"},
    .check = check};

}
