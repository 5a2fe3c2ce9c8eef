#include "core/model/recovery_bound.h"
#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

MessageText wordsFor(const RecoveryBound& recovery) {
    switch (recovery.loss) {
    case RecoveryBound::Loss::Server:
        return MESSAGE("rules",
                       "after the loss of a server it takes %1 at least (%2), more than the %3 of the "
                       "objective");
    case RecoveryBound::Loss::Balancer:
        return MESSAGE("rules",
                       "after the loss of a balancer it takes %1 at least (%2), more than the %3 of the "
                       "objective");
    case RecoveryBound::Loss::Database:
        return MESSAGE("rules",
                       "after the loss of a primary database it takes %1 at least (%2), more than the %3 "
                       "of the objective");
    case RecoveryBound::Loss::Region: break;
    }
    if (recovery.awaitsDecision)
        return MESSAGE("rules", "after the loss of a region it takes %1 at least (%2), and the time of the "
                                "decision, more than the %3 of the objective");
    return MESSAGE("rules", "after the loss of a region it takes %1 at least (%2), more than the %3 of the "
                            "objective");
}

std::string sumOf(const std::vector<Duration>& steps) {
    std::string sum;
    for (const Duration& step : steps) sum += (sum.empty() ? "" : " + ") + toText(step);
    return sum;
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const auto objective = topology.written(deploymentToml().objectives.recoveryTime);
    if (!objective) return;
    auto recoveries = recoveryBoundsOf(topology);
    // A time to live beyond the objective is a finding of its own.
    const bool staleNames = topology.value(deploymentToml().dns.ttl)->seconds > (*objective)->seconds;
    std::erase_if(recoveries, [&](const RecoveryBound& each) {
        return each.loss == RecoveryBound::Loss::Region && staleNames;
    });
    const auto slowest = std::ranges::max_element(
        recoveries, {}, [](const RecoveryBound& each) { return each.total().seconds; });
    if (slowest == recoveries.end() || slowest->total().seconds <= (*objective)->seconds) return;
    const DeploymentTable table(project, {"objectives"});
    const std::string least = toText(slowest->total());
    findings.at(table.place("rto"))
        .say({wordsFor(*slowest), least, sumOf(slowest->steps), toText(**objective)})
        .fix({MESSAGE("rules", "Promise %1"), least}, table.set("rto", toml::quoted(least)));
}

}

extern const Rule recovery_time_is_reachable{
    .id = "recovery-time-is-reachable",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A recovery time that settings rule out"),
    .why =
        MESSAGE("rules", "A loss has to be noticed, somebody or something has to decide, a copy has to be "
                         "promoted and started, and names have to move. The declared times alone are longer "
                         "than what is promised; what really happens takes longer still."),
    .cure = MESSAGE("rules",
                    "Notice earlier, promote automatically, keep standbys running and names short-lived, "
                    "or promise more time."),
    .source = "Arabesque, a lower bound from declared times",
    .example = {.wrong = R"(=== Deployment.toml
[objectives]
rto = «"1m30s"»

[[region]]
name = "eu-west"
role = "primary"

[[region]]
name = "eu-north"
role = "standby"

[dns]
name = "orders.acme.org"
ttl = "60s"
check_interval = "10s"
check_fails = 3

[[database]]
name = "orders"
managed = true
replication = "asynchronous"
promotion = "automatic"
promotion_time = "30s"
)",
                .right = R"(=== Deployment.toml
[objectives]
rto = "2m"

[[region]]
name = "eu-west"
role = "primary"

[[region]]
name = "eu-north"
role = "standby"

[dns]
name = "orders.acme.org"
ttl = "60s"
check_interval = "10s"
check_fails = 3

[[database]]
name = "orders"
managed = true
replication = "asynchronous"
promotion = "automatic"
promotion_time = "30s"
)"},
    .check = check};

}
