#include "core/rules/balancer.h"

#include <algorithm>

namespace arabesque {

namespace {

/// A resource of the program that is not to be called twice; nothing where there is none.
const ballerina::Resource* changing(const ballerina::PackageFacts& facts) {
    for (const ballerina::Service& service : facts.services)
        for (const ballerina::Resource& resource : service.resources)
            if (resource.accessor == "post" || resource.accessor == "patch") return &resource;
    return nullptr;
}

void check(const Checked& project, Findings& findings) {
    const auto balancer = ownBalancerOf(project);
    if (!balancer || !balancer->isNginx() || balancer->table.find("retry_non_idempotent") == nullptr ||
        !*balancer->topology.value(deploymentToml().loadBalancer.retryNonIdempotent))
        return;
    const ballerina::Resource* resource = changing(project.facts);
    if (*balancer->topology.product == "integrator" && resource == nullptr) return;
    auto finding = findings.at(balancer->placeOf("retry_non_idempotent"));
    if (resource != nullptr)
        finding.say({MESSAGE("rules", "'%1 %2' may be carried out twice: when its answer is lost, it is sent "
                                      "to the next server"),
                     resource->accessor, resource->path});
    else
        finding.say(MESSAGE("rules", "what POST and PATCH change may be changed twice: when the answer is "
                                     "lost, the call is sent to the next server"));
    finding.fix(MESSAGE("rules", "Send them once"), balancer->table.set("retry_non_idempotent", "false"));
}

}

extern const Rule retry_of_what_changes_something{
    .id = "retry-of-what-changes-something",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A retry of calls that change something"),
    .why = MESSAGE("rules", "A lost answer does not say that nothing was done. The order is placed twice."),
    .cure = MESSAGE("rules", "Leave it off, or make the calls harmless to repeat, such as by a key that "
                             "clients send."),
    .source = "NGINX, proxy_next_upstream",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function post .() {
    }
}
=== Deployment.toml
[load_balancer]
retry_non_idempotent = «true»
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function post .() {
    }
}
=== Deployment.toml
[load_balancer]
retry_non_idempotent = false
)"},
    .check = check};

}
