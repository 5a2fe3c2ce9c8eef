#include "core/rules/rule.h"

namespace arabesque {

namespace {

constexpr std::int64_t firstFree = 1024, usualShift = 8000;

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesImage() || deployment.workload.native || !deployment.workload.defaultBase) return;
    for (const auto& port : deployment.workload.ports) {
        if (*port <= 0 || *port >= firstFree || port.origins.empty()) continue;
        const Place& place = port.origins.front().place();
        const std::string number = std::to_string(*port), other = std::to_string(*port + usualShift);
        if (project.snapshot.text(place.file).substr(place.range.begin, place.range.size()) != number)
            continue;
        findings.at(place)
            .say({MESSAGE("rules", "the program runs as the user 'ballerina', and some clusters keep ports "
                                   "below 1024, such "
                                   "as %1, for root: it stops there with 'permission denied'"),
                  number})
            .fix({MESSAGE("rules", "Listen on port %1"), other}, Edit{{{place.file, place.range, other}}});
    }
}

}

extern const Rule privileged_port{
    .id = "privileged-port",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A port that may be kept for root"),
    .why = MESSAGE(
        "rules",
        "Where the container runtime does not open low ports to everybody, the program ends at its start."),
    .cure = MESSAGE(
        "rules", "Listen on a port from 1024 up; an Ingress or load balancer may offer it under any other."),
    .source = "c2c 4.0.0, section 8.1; Linux, ip_unprivileged_port_start",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(«80») {
}
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(8080) {
}
)"},
    .check = check};

}
