#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Whether the build makes what files for a target are made of.
bool serves(const Deployment& deployment, std::string_view target) {
    if (target == "k8s" || target == "openshift") return deployment.makesKubernetes();
    return target != "docker" || deployment.makesImage();
}

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    const auto targets = deployment.topology.written(deploymentToml().targets);
    const bool integrator = *deployment.topology.product == "integrator";
    const CheckedDocument* package = project.document("Ballerina.toml");
    if (!targets || package == nullptr || project.overridden || !integrator) return;
    const auto missed = [&](const std::string& target) { return !serves(deployment, target); };
    // one for Kubernetes makes the image as well
    std::vector<std::string> lacking;
    std::ranges::copy_if(**targets, std::back_inserter(lacking), missed);
    if (lacking.empty()) return;
    std::ranges::stable_partition(lacking, [](const std::string& target) { return target != "docker"; });
    const std::string& option = lacking.front();
    auto finding = findings.at(targets->origins.front().place());
    if (deployment.cloud->empty())
        finding.say(
            {MESSAGE("rules", "bal build makes nothing for %1 without the build option 'cloud', so no "
                              "file for it is made here"),
             option});
    else
        finding.say({MESSAGE("rules", "bal build makes nothing for %1 while the build option 'cloud' is "
                                      "'%2', so no file for it is made here"),
                     option, *deployment.cloud});
    finding.fix(
        {MESSAGE("rules", "Set '%1' to %2"), "cloud", toml::quoted(option)},
        toml::set(package->file, package->document, {"build-options", "cloud"}, toml::quoted(option)));
}

}

extern const Rule target_needs_build_option{
    .id = "target-needs-build-option",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A target that the build makes nothing for"),
    .why =
        MESSAGE("rules", "Overlays, charts and Compose files start from what bal build makes: an image, and "
                         "the objects of Kubernetes. Without them the target has no files at all."),
    .cure =
        MESSAGE("rules", "Set the build option to the target; k8s and openshift make the image for docker "
                         "as well."),
    .source = "c2c 4.0.0, section 1",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "docker"
=== Deployment.toml
targets = «["docker", "k8s"]»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
=== Deployment.toml
targets = ["docker", "k8s"]
)"},
    .check = check};

}
