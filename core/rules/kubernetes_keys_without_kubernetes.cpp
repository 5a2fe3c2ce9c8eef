#include "core/rules/cures.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    if (checked == nullptr || project.deployment.target != Deployment::Cloud::Docker) return;
    const toml::Node* tables = checked->document.root().member("cloud");
    if (tables == nullptr || tables->kind != toml::Node::Kind::Table || tables->members.empty()) return;
    auto finding = findings.at({checked->file, tables->range});
    finding.say(MESSAGE("rules",
                        "what stands under 'cloud' is for Kubernetes, and only a Docker image is built: "
                        "configuration, limits and probes have no effect"));
    if (const Origin* option = writtenAt(project.deployment.cloud.origins))
        finding.fix({MESSAGE("rules", "Set '%1' to %2"), "cloud", "\"k8s\""},
                    setAt(project, *option, "\"k8s\""));
}

}

extern const Rule kubernetes_keys_without_kubernetes{
    .id = "kubernetes-keys-without-kubernetes",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "Settings for Kubernetes in a build for Docker"),
    .why = MESSAGE("rules", "They are checked and not used: the image gets no configuration, variables or "
                            "limits from them. docker run has to."),
    .cure = MESSAGE("rules", "Build for Kubernetes, or pass them to docker run."),
    .source = "c2c 4.0.0, sections 1.2 and 8.6",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "docker"
=== Cloud.toml
[«cloud».deployment]
max_memory = "1Gi"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
=== Cloud.toml
[cloud.deployment]
max_memory = "1Gi"
)"},
    .check = check};

}
