#include "core/rules/probes.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

constexpr std::size_t mostProposals = 4;

void offerPorts(const Checked& project, const ProbeTable& probe, Findings::Finding& finding) {
    std::set<std::int64_t> offered;
    for (const ballerina::Service& service : project.facts.services)
        for (const ballerina::Port& port : service.ports)
            if (offered.size() < mostProposals && offered.insert(port.number).second)
                finding.fix({MESSAGE("rules", "Ask port %1"), std::to_string(port.number)},
                            probe.set("port", std::to_string(port.number)));
}

/// The resources on the probe's port that take no parameter.
void offerPaths(const Checked& project, const ProbeTable& probe, std::int64_t port,
                Findings::Finding& finding) {
    std::set<std::string> offered;
    for (const ballerina::Service& service : project.facts.services) {
        if (!std::ranges::contains(service.ports, port, &ballerina::Port::number)) continue;
        for (const ballerina::Resource& resource : service.resources) {
            const std::string path = pathOf(service, resource);
            const bool fixed = !resource.path.ends_with('/') && !path.contains("//");
            if (resource.accessor == "get" && fixed && offered.size() < mostProposals &&
                offered.insert(path).second)
                finding.fix({MESSAGE("rules", "Ask %1"), path}, probe.set("path", toml::quoted(path)));
        }
    }
}

/// c2c 4.0.0, section 4.3, rows 1 and 2.
void check(const Checked& project, Findings& findings) {
    for (const ProbeTable& probe : probesOf(project)) {
        if (probe.port() == nullptr) {
            auto finding = findings.at(probe.place());
            finding.code("C2C005")
                .severity(probe.severity())
                .say({MESSAGE("rules", "Missing %1 Port"), probe.title});
            offerPorts(project, probe, finding);
        } else if (probe.path() == nullptr) {
            auto finding = findings.at(probe.place());
            finding.code("C2C006")
                .severity(probe.severity())
                .say({MESSAGE("rules", "Missing %1 Path"), probe.title});
            if (const auto port = numberOf(probe.port())) offerPaths(project, probe, *port, finding);
        }
    }
}

}

extern const Rule probe_is_complete{
    .id = "probe-is-complete",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A probe without port or path"),
    .why = MESSAGE("rules", "Nothing can be asked without both, so the build stops."),
    .cure = MESSAGE("rules", "Write the port of a service and the path of one of its resources."),
    .source = "c2c 4.0.0, section 4.3",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get healthz() {
    }
}
=== Cloud.toml
«[cloud.deployment.probes.readiness]»
port = 9090
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get healthz() {
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = 9090
path = "/orders/healthz"
)"},
    .check = check};

}
