#include "core/rules/layout.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!topology.has("load_balancer.vip") || isManaged(topology, deploymentToml().loadBalancer.managed))
        return;
    const Region* first =
        nullptr;   // without one of its own: its pair has the address of [load_balancer.vip]
    for (const Region& region : topology.regions) {
        if (balancersIn(topology, *region.name).size() < 2 || !region.vip->empty()) continue;
        if (first == nullptr) {
            first = &region;
            continue;
        }
        findings.at(region.name.origins.front().place())
            .say(
                {MESSAGE("rules",
                         "the balancers of '%1' share no address: the one of [load_balancer.vip] is in '%2'"),
                 *region.name, *first->name})
            .fix({MESSAGE("rules", "Give '%1' an address of its own"), *region.name},
                 Layout(project).set({"region", region.number, "vip"}, exampleAddress(region.number)).edit());
    }
}

}

extern const Rule region_has_its_own_address{
    .id = "region-has-its-own-address",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Balancers of two regions with one address"),
    .why =
        MESSAGE("rules",
                "An address belongs to one network. In every other region the pair of balancers has none, no "
                "files of keepalived are made there, and the loss of a balancer is an outage of its region."),
    .cure = MESSAGE("rules", "Give each region a `vip` of its own network."),
    .source = "keepalived.conf(5)",
    .example = {.wrong = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"

[[region]]
name = "eu-west"

[[region]]
name = «"us-east"»

[[node]]
name = "lb-1"
role = "load-balancer"
region = "eu-west"

[[node]]
name = "lb-2"
role = "load-balancer"
region = "eu-west"

[[node]]
name = "lb-3"
role = "load-balancer"
region = "us-east"

[[node]]
name = "lb-4"
role = "load-balancer"
region = "us-east"
)",
                .right = R"(=== Deployment.toml
[load_balancer.vip]
address = "10.0.1.10"

[[region]]
name = "eu-west"

[[region]]
name = "us-east"
vip = "192.0.2.11"

[[node]]
name = "lb-1"
role = "load-balancer"
region = "eu-west"

[[node]]
name = "lb-2"
role = "load-balancer"
region = "eu-west"

[[node]]
name = "lb-3"
role = "load-balancer"
region = "us-east"

[[node]]
name = "lb-4"
role = "load-balancer"
region = "us-east"
)"},
    .check = check};

}
