#include "core/rules/probes.h"
#include "core/rules/rule.h"

#include <algorithm>

namespace arabesque {

namespace {

/// A probe on port 0 passes the check of its service where a listener uses port 0, and fails when files are written
/// (c2c 4.0.0, section 4.4, C2C_012).
void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes()) return;
    const auto& ports = project.deployment.workload.ports;
    const bool open = std::ranges::any_of(ports, [](const auto& port) { return *port != 0; });
    for (const ProbeTable& probe : probesOf(project))
        if (numberOf(probe.port()) == 0 && !ports.empty() && !open)
            findings.at({probe.checked.file, probe.port()->range})
                .code("C2C_012")
                .say({MESSAGE("rules", "unable to detect port for `%1` probe."), probe.name});
}

}

extern const Rule probe_port_is_open{.id = "probe-port-is-open",
                              .severity = Severity::Error,
                              .title = MESSAGE("rules", "A probe without a port"),
                              .why =
                                  MESSAGE("rules", "Nothing can be asked on port 0: the build stops when it "
                                                   "writes the files, after all else was checked."),
                              .cure = MESSAGE("rules", "Give a listener a port of its own and ask that one."),
                              .source = "c2c 4.0.0, section 4.4",
                              .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(0) {
    resource function get healthz() {
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = «0»
path = "/orders/healthz"
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
