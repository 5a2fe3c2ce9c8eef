#include "core/rules/probes.h"
#include "core/rules/rule.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes()) return;
    for (const ProbeTable& probe : probesOf(project)) {
        const auto port = numberOf(probe.port());
        const bool secure = port && std::ranges::any_of(project.facts.listeners, [&](const auto& listener) {
                                return listener.secure && listener.port && listener.port->number == *port;
                            });
        if (secure)
            findings.at({probe.checked.file, probe.port()->range})
                .say({MESSAGE("rules", "the listener on port %1 speaks TLS, and the probe that code-to-cloud "
                                       "writes does not: "
                                       "it fails each time. Ask a listener without TLS on another port"),
                      std::to_string(*port)});
    }
}

}

extern const Rule probe_over_tls{
    .id = "probe-over-tls",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A probe that does not speak TLS"),
    .why = MESSAGE("rules",
                   "The replica never becomes ready, or is restarted again and again, though it works."),
    .cure = MESSAGE("rules", "Put the resources for probes on a listener of their own, without TLS."),
    .source = "c2c 4.0.0, section 6.3; Kubernetes, probes",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

configurable http:ListenerSecureSocket secureSocket = ?;

service /orders on new http:Listener(9443, secureSocket = secureSocket) {
    resource function get ready() {
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = «9443»
path = "/orders/ready"

[[cloud.config.files]]
file = "Config.toml"
name = "orders"
=== Config.toml
[acme.orders.secureSocket.key]
path = "/keys/store.p12"
)",
                .right = R"(=== main.bal
import ballerina/http;

configurable http:ListenerSecureSocket secureSocket = ?;

service /orders on new http:Listener(9443, secureSocket = secureSocket) {
}

service /probes on new http:Listener(9091) {
    resource function get ready() {
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = 9091
path = "/probes/ready"

[[cloud.config.files]]
file = "Config.toml"
name = "orders"
=== Config.toml
[acme.orders.secureSocket.key]
path = "/keys/store.p12"
)"},
    .check = check};

}
