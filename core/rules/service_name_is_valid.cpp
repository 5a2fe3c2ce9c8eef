#include "core/rules/cures.h"
#include "core/rules/kubernetes_names.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

constexpr std::size_t longest = 63;

/// Code-to-cloud takes the name as it is, and names of Services are stricter than its pattern.
void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    const Sourced<std::string>& name = deployment.workload.serviceName;
    const Origin* place = writtenAt(name.origins);
    if (!deployment.makesKubernetes() || deployment.workload.ports.empty() || place == nullptr ||
        !place->key().ends_with("internal_domain_name") || name->empty())
        return;
    const bool digit = name->front() >= '0' && name->front() <= '9';
    if (!digit && name->size() <= longest) return;
    const std::string right = asDnsLabel((digit ? "svc-" : "") + *name);
    findings.at(place->place())
        .say({digit ? MESSAGE("rules", "the name of a Service begins with a letter: Kubernetes refuses '%1'")
                    : MESSAGE("rules",
                              "the name of a Service has at most 63 characters: Kubernetes refuses '%1'"),
              *name})
        .fix({MESSAGE("rules", "Name it '%1'"), right}, setAt(project, *place, toml::quoted(right)));
}

}

extern const Rule service_name_is_valid{
    .id = "service-name-is-valid",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A name that no Service can have"),
    .why =
        MESSAGE("rules", "The program runs, and no other one reaches it: the cluster refuses the Service."),
    .cure = MESSAGE("rules", "Begin with a letter, and stay within 63 characters."),
    .source = "c2c 4.0.0, section 2.2; Kubernetes, object names and IDs",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Cloud.toml
[cloud.deployment]
internal_domain_name = «"1st-orders"»
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Cloud.toml
[cloud.deployment]
internal_domain_name = "svc-1st-orders"
)"},
    .check = check};

}
