#include "core/model/recovery_bound.h"
#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto objective = topology.written(deploymentToml().objectives.recoveryTime);
    const Duration ttl = *topology.value(deploymentToml().dns.ttl);
    if (!objective || !topology.has("dns") || topology.regions.size() < 2 ||
        ttl.seconds <= (*objective)->seconds)
        return;
    const DeploymentTable table(project, {"dns"});
    auto finding = findings.at(table.place("ttl"));
    finding.say(
        {MESSAGE("rules", "clients stay with a lost region for up to %1 because they remember its address, "
                          "and are promised %2"),
         toText(ttl), toText(**objective)});
    const auto recoveries = recoveryBoundsOf(topology);
    const auto region = std::ranges::find(recoveries, RecoveryBound::Loss::Region, &RecoveryBound::loss);
    if (region == recoveries.end()) return;
    const Duration left{(*objective)->seconds - (region->total().seconds - ttl.seconds)};
    if (left.seconds < 1) return;
    finding.fix({MESSAGE("rules", "Remember it for %1"), toText(left)},
                table.set("ttl", toml::quoted(toText(left))));
}

}

extern const Rule names_move_in_time{
    .id = "names-move-in-time",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Names that are remembered too long"),
    .why = MESSAGE("rules",
                   "Resolvers answer from memory until the time to live is over. However fast the other "
                   "region is ready, nobody comes."),
    .cure = MESSAGE("rules", "Let the time to live be a small part of the recovery time."),
    .source = "Arabesque, from declared times; RFC 1035",
    .example = {.wrong = R"(=== Deployment.toml
[objectives]
rto = "5m"

[[region]]
name = "eu-west"

[[region]]
name = "eu-north"

[dns]
name = "orders.acme.org"
method = "latency"
ttl = «"1h"»
)",
                .right = R"(=== Deployment.toml
[objectives]
rto = "5m"

[[region]]
name = "eu-west"

[[region]]
name = "eu-north"

[dns]
name = "orders.acme.org"
method = "latency"
ttl = "4m30s"
)"},
    .check = check};

}
