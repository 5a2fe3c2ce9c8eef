#include "core/rules/probes.h"
#include "core/rules/rule.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes()) return;
    for (const ProbeTable& probe : probesOf(project)) {
        const auto port = numberOf(probe.port());
        const auto path = textOf(probe.path());
        if (!port || !path) continue;
        const ballerina::Resource* other = nullptr;
        bool answered = false;
        for (const ballerina::Service& service : project.facts.services) {
            if (!std::ranges::contains(service.ports, *port, &ballerina::Port::number)) continue;
            for (const ballerina::Resource& resource : service.resources) {
                if (trimmedPath(pathOf(service, resource)) != trimmedPath(*path)) continue;
                if (resource.accessor == "get" || resource.accessor == "default")
                    answered = true;
                else
                    other = &resource;
            }
        }
        if (other == nullptr || answered) continue;
        const Place& place = other->place;
        const std::string_view text =
            project.snapshot.text(place.file).substr(place.range.begin, place.range.size());
        const std::size_t accessor = text.find(' ' + other->accessor + ' ');
        auto finding = findings.at({probe.checked.file, probe.path()->range});
        finding.say(
            {MESSAGE("rules",
                     "Kubernetes asks with GET, and only a '%1' resource answers at '%2': the probe fails "
                     "each time"),
             other->accessor, *path});
        if (accessor != std::string_view::npos) {
            const std::size_t begin = place.range.begin + accessor + 1;
            finding.fix(MESSAGE("rules", "Answer GET there"),
                        Edit{{{place.file, {begin, begin + other->accessor.size()}, "get"}}});
        }
    }
}

}

extern const Rule probe_is_a_get{
    .id = "probe-is-a-get",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A probe that asks with another method"),
    .why = MESSAGE("rules", "Code-to-cloud takes any method for an answer, Kubernetes gets 'method not "
                            "allowed': no requests arrive, or the program is restarted again and again."),
    .cure = MESSAGE("rules", "Ask a get resource."),
    .source = "c2c 4.0.0, section 4.3; Kubernetes, probes",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function post ready() {
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = 9090
path = «"/orders/ready"»
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get ready() {
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = 9090
path = "/orders/ready"
)"},
    .check = check};

}
