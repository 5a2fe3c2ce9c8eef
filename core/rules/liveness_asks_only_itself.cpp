#include "core/ballerina/program_state.h"
#include "core/model/program_sources.h"
#include "core/rules/probes.h"

#include <algorithm>

namespace arabesque {

namespace {

/// The first call of a client in what answers a path.
std::optional<ballerina::Written> callBehind(const Checked& project, const std::string& path) {
    const auto answers = [&](std::string_view accessor, std::string_view service, std::string_view resource) {
        const ballerina::Service at{.path = std::string(service)};
        const ballerina::Resource named{.path = std::string(resource)};
        return accessor == "get" && trimmedPath(pathOf(at, named)) == trimmedPath(path);
    };
    return ballerina::clientCallOf(programSourcesOf(project.snapshot), answers);
}

/// Whether readiness, as it is written, asks the same.
bool isReadinessToo(const Workload& workload) {
    return workload.readiness && *workload.readiness->port == *workload.liveness->port &&
           trimmedPath(*workload.readiness->path) == trimmedPath(*workload.liveness->path);
}

void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    if (!project.deployment.makesKubernetes() || workload.isTask() || !workload.liveness) return;
    const auto probes = probesOf(project);
    const auto liveness = std::ranges::find(probes, std::string_view("liveness"), &ProbeTable::name);
    if (liveness == probes.end()) return;
    const std::string& path = *workload.liveness->path;
    const auto call = callBehind(project, path);
    if (!call) return;
    const toml::Node* written = liveness->path();
    const MessageText text =
        isReadinessToo(workload)
            ? MESSAGE("rules", "liveness asks '%1' as readiness does, and that calls %2: while it does not "
                               "answer, every copy is restarted instead of left alone")
            : MESSAGE("rules",
                      "liveness asks '%1', which calls %2: while that does not answer, every copy is "
                      "restarted, and no restart mends it");
    findings.at(written == nullptr ? liveness->place() : Place{liveness->checked.file, written->range})
        .say({text, path, call->text});
}

}

extern const Rule liveness_asks_only_itself{
    .id = "liveness-asks-only-itself",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A liveness probe that depends on others"),
    .why = MESSAGE("rules", "Liveness decides about restarts, readiness about requests. Where liveness waits "
                            "for a database or another service, its outage restarts all copies again and "
                            "again, and the start of all at once keeps it down. Seen are calls of clients in "
                            "the resource function the probe asks and in functions of its module."),
    .cure = MESSAGE("rules", "Let liveness ask a resource function that answers by itself, and readiness "
                             "the one that looks at what it needs."),
    .source = "topologies, section 6, R68",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.probes.liveness]
port = 9090
path = «"/orders/ready"»

[cloud.deployment.probes.readiness]
port = 9090
path = "/orders/ready"
=== main.bal
import ballerina/http;

final http:Client stock = check new ("http://stock.example.com");

service /orders on new http:Listener(9090) {
    resource function get ready() returns error? {
        http:Response _ = check stock->/status;
    }
    resource function get alive() {
    }
}
)",
                .right = R"(=== Cloud.toml
[cloud.deployment.probes.liveness]
port = 9090
path = "/orders/alive"

[cloud.deployment.probes.readiness]
port = 9090
path = "/orders/ready"
=== main.bal
import ballerina/http;

final http:Client stock = check new ("http://stock.example.com");

service /orders on new http:Listener(9090) {
    resource function get ready() returns error? {
        http:Response _ = check stock->/status;
    }
    resource function get alive() {
    }
}
)"},
    .check = check};

}
