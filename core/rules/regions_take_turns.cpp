#include "core/rules/cures.h"
#include "core/rules/layout.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

extern const Rule regions_take_turns;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(regions_take_turns.id)) return;
    const auto with = [&](std::string_view role) {
        return std::ranges::count_if(topology.regions, [&](const Region& r) { return *r.role == role; });
    };
    if (with("primary") == 1 && with("standby") > 0 && with("active") == 0) return;
    Layout layout(project);
    layout.addRegions(2);
    for (std::size_t i = 0; i < std::max<std::size_t>(topology.regions.size(), 2); ++i)
        layout.set({"region", i, "role"}, i == 0 ? "\"primary\"" : "\"standby\"");
    const Origin* role = topology.regions.size() < 2 ? nullptr : writtenAt(topology.regions[1].role.origins);
    findings.at(role == nullptr ? placeOfPattern(project) : role->place())
        .say({MESSAGE("rules", "the pattern takes one primary region and one that stands by")})
        .fix(MESSAGE("rules", "Let the first serve and the others stand by"), layout.edit());
}

}

const Rule regions_take_turns{.id = "regions-take-turns",
                              .severity = Severity::Error,
                              .title = MESSAGE("rules", "Regions without a primary and a standby"),
                              .why = MESSAGE("rules", "Without one that serves and one that waits nobody "
                                                      "knows which region gives up and which takes over."),
                              .cure = MESSAGE("rules", "Make one region primary and the others standby."),
                              .source = "Arabesque, patterns",
                              .example = {.wrong = R"(=== Deployment.toml
pattern = "multi-region-active-passive"

[[region]]
name = "eu-west"
role = "primary"

[[region]]
name = "eu-north"
vip = "192.0.2.11"
role = «"active"»

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
name = "api.acme.io"
)"},
                              .check = check};

}
