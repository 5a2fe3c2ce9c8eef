#include "core/ballerina/program_state.h"
#include "core/model/program_sources.h"
#include "core/rules/cures.h"
#include "core/rules/rule.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Copies that somebody asked for: that code-to-cloud adds an autoscaler where nothing is written is not counted.
std::int64_t copiesOnKubernetes(const Deployment& deployment) {
    const Workload& workload = deployment.workload;
    if (!deployment.makesKubernetes() || workload.isTask() || !*workload.autoscaled) return 0;
    const auto& [least, most, cpu, memory] = workload.autoscaling;
    const bool isAsked = writtenAt(least.origins) != nullptr || writtenAt(most.origins) != nullptr;
    return isAsked ? std::max(*least, *most) : 0;
}

/// Copies of the program that take requests at one time, at most.
std::int64_t copiesOf(const Deployment& deployment) {
    std::int64_t declared = 0;
    for (const Node& node : deployment.topology.nodes)
        if (node.is("service") && !node.isStandby()) declared += *node.replicas;
    return std::max(copiesOnKubernetes(deployment), declared);
}

void check(const Checked& project, Findings& findings) {
    if (project.facts.services.empty()) return;
    const std::int64_t copies = copiesOf(project.deployment);
    if (copies < 2) return;
    const std::string count = std::to_string(copies);
    for (const auto& state : ballerina::programStateOf(programSourcesOf(project.snapshot))) {
        const MessageText text =
            state.isCache
                ? MESSAGE("rules", "'%1' caches in the memory of each of up to %2 copies: what one of them "
                                   "renews, the others still answer as it was")
                : MESSAGE("rules", "'%1' is changed while the program runs, and each of up to %2 copies has "
                                   "its own: what one of them was told, the others do not know");
        findings.at(state.place).say({text, state.name, count});
    }
}

}

extern const Rule copies_share_no_memory{
    .id = "copies-share-no-memory",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "State in memory of a program that runs several times"),
    .why = MESSAGE("rules", "Requests reach one copy or the other, so answers depend on chance; a restart or "
                            "an update forgets all of it. Seen are variables of a module that are not final "
                            "or isolated and that its statements change, and caches of ballerina/cache."),
    .cure = MESSAGE("rules", "Keep it in a database or another store that all copies ask. Where a stale or "
                             "lost value does no harm, accept the finding and say so; where one copy is "
                             "enough, run one."),
    .source = "topologies, section 6, R50",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
max_replicas = 4
=== main.bal
import ballerina/http;

map<int> «stock» = {};

service /stock on new http:Listener(9090) {
    resource function post [string item](int count) {
        stock[item] = count;
    }
    resource function get healthz() {
    }
}
)",
                .right = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
max_replicas = 4
=== main.bal
import ballerina/http;

final map<int> & readonly stock = {"tea": 4};

service /stock on new http:Listener(9090) {
    resource function get [string item]() returns int? {
        return stock[item];
    }
    resource function get healthz() {
    }
}
)"},
    .check = check};

}
