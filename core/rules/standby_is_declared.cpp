#include "core/rules/layout.h"

namespace arabesque {

extern const Rule standby_is_declared;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(standby_is_declared.id)) return;
    const Topology& topology = project.deployment.topology;
    for (const std::string& place : regionNames(topology)) {
        const Nodes servers = serversIn(topology, place);
        if (servers.empty() || !withState(servers, true).empty()) continue;
        auto finding = findings.at(placeOfPattern(project));
        finding.say({MESSAGE("rules", "no server stands by%1: requests alternate between all of them"),
                     whereText(place)});
        if (servers.size() > 1)
            finding.fix({MESSAGE("rules", "Let '%1' stand by"), *servers.back()->name},
                        Layout(project).set({"node", servers.back()->number, "state"}, "\"standby\"").edit());
        else
            finding.fix(MESSAGE("rules", "Add a standby"),
                        Layout(project)
                            .add({.role = *servers.front()->role, .region = place, .standby = true})
                            .edit());
    }
}

}

const Rule standby_is_declared{
    .id = "standby-is-declared",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Active-passive without a standby"),
    .why = MESSAGE("rules", "A balancer shares requests among servers that are not marked: six requests go "
                            "1-2-1-2-1-2, which is active-active. Work that must run once then runs twice."),
    .cure = MESSAGE("rules", "Mark the server that is to wait as standby; the balancer gets it as backup."),
    .source = "NGINX, upstream module; measured on NGINX 1.22",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"active-passive"»

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
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
)",
                .right = R"(=== Deployment.toml
pattern = "active-passive"

[[node]]
name = "orders-1"
role = "service"

[[node]]
name = "orders-2"
role = "service"
state = "standby"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
)"},
    .check = check};

}
