#include "core/rules/cures.h"
#include "core/rules/layout.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

extern const Rule regions_all_serve;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(regions_all_serve.id)) return;
    const auto waits =
        std::ranges::find_if(topology.regions, [](const Region& r) { return *r.role != "active"; });
    if (waits == topology.regions.end() && topology.regions.size() > 1) return;
    Layout layout(project);
    for (const Region& region : topology.regions) layout.unset({"region", region.number, "role"});
    layout.addRegions(2);
    const Origin* role = waits == topology.regions.end() ? nullptr : writtenAt(waits->role.origins);
    findings.at(role == nullptr ? placeOfPattern(project) : role->place())
        .say({MESSAGE("rules", "the pattern takes two regions or more that all serve")})
        .fix(MESSAGE("rules", "Let all regions serve"), layout.edit());
}

}

const Rule regions_all_serve{
    .id = "regions-all-serve",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A region that waits where all serve"),
    .why = MESSAGE("rules", "It gets no requests, and nothing says when it takes over."),
    .cure = MESSAGE("rules", "Make all regions active, or declare active-passive over regions."),
    .source = "Arabesque, patterns",
    .example = {.wrong = R"(=== Deployment.toml
pattern = "multi-region-active-active"

[[region]]
name = "eu-west"

[[region]]
name = "eu-north"
vip = "192.0.2.11"
role = «"standby"»

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
name = "api.acme.io"
method = "latency"
)",
                .right = R"(=== Deployment.toml
pattern = "multi-region-active-active"

[[region]]
name = "eu-west"

[[region]]
name = "eu-north"
vip = "192.0.2.11"

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
name = "api.acme.io"
method = "latency"
)"},
    .check = check};

}
