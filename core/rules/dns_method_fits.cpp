#include "core/rules/cures.h"
#include "core/rules/layout.h"
#include "core/toml/rewrite.h"

namespace arabesque {

extern const Rule dns_method_fits;

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    if (!project.demands(dns_method_fits.id) || !topology.has("dns")) return;
    const Sourced<std::string> method = topology.value(deploymentToml().dns.method);
    const bool allServe = project.demands("regions-all-serve");
    if ((*method == "failover") != allServe) return;
    const char* right = allServe ? "latency" : "failover";
    const Origin* written = writtenAt(method.origins);
    findings.at(written == nullptr ? placeOfPattern(project) : written->place())
        .say({allServe ? MESSAGE("rules", "'%1' sends all clients to one region: the others idle")
                       : MESSAGE("rules", "'%1' sends clients to a region that only waits"),
              *method})
        .fix({MESSAGE("rules", "Write %1"), right},
             Layout(project).set({"dns", "method"}, toml::quoted(right)).edit());
}

}

const Rule dns_method_fits{
    .id = "dns-method-fits",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A DNS method of another pattern"),
    .why = MESSAGE("rules", "With failover all clients go to one region and the others idle; with weights "
                            "clients reach a region that only waits."),
    .cure = MESSAGE("rules", "failover where one region serves, latency or weighted where all do."),
    .source = "topologies, multi-region",
    .example = {.wrong = R"(=== Deployment.toml
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
method = «"failover"»
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
