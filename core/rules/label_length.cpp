#include "core/rules/cures.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

constexpr std::size_t longest = 63;

/// Deployment, pods and selector carry the package's name as a label, as it is.
void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    const Sourced<std::string>& name = deployment.workload.name;
    const Origin* place = writtenAt(name.origins);
    if (!deployment.makesKubernetes() || deployment.workload.isTask() || place == nullptr ||
        name->size() <= longest)
        return;
    findings.at(place->place())
        .say({MESSAGE(
                  "rules",
                  "the package's name is a label of its Kubernetes objects, and it has %1 characters; more "
                  "than 63 are refused"),
              std::to_string(name->size())});
}

}

extern const Rule label_length{
    .id = "label-length",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A package name that is too long for a label"),
    .why = MESSAGE("rules", "The build succeeds and the cluster refuses Service, Deployment and autoscaler."),
    .cure = MESSAGE("rules", "Give the package a shorter name."),
    .source = "c2c 4.0.0, sections 2.2 and 6.3; Kubernetes, labels",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = «"orders_of_all_customers_in_all_regions_and_all_of_their_subsidiaries"»
version = "1.0.0"

[build-options]
cloud = "k8s"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
)"},
    .check = check};

}
