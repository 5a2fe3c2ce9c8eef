#include "core/model/release.h"
#include "core/rules/rule.h"
#include "core/schema/deployment_toml.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// Base images differ by release (c2c 4.0.0, section 8.8); the newest is taken unless a profile says otherwise.
void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    const Deployment& deployment = project.deployment;
    if (checked == nullptr || !deployment.makesImage() || deployment.release.origins.empty() ||
        deployment.release.origins.front().kind() != Origin::Kind::Default)
        return;
    const toml::Node* node = checked->document.find({"package", "distribution"});
    const auto distribution = textOf(node);
    const auto release = distribution ? olderReleaseFor(*distribution) : std::nullopt;
    if (!release || releaseOf(*release).jvmBase == releaseOf(*deployment.release).jvmBase) return;
    const std::string file = "Deployment.toml";
    const toml::Document& profile = project.toml(file);
    findings.at({checked->file, node->range})
        .say({MESSAGE("rules",
                      "distribution %1 brings code-to-cloud %2, whose base images differ; the files here are "
                      "made as %3 makes them"),
              *distribution, std::string(*release), *deployment.release})
        .fix({MESSAGE("rules", "Make them as %1 does"), std::string(*release)},
             toml::set(file, profile, {"profile", "c2c"}, toml::quoted(*release)));
}

}

extern const Rule profile_fits_distribution{
    .id = "profile-fits-distribution",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "Files for another release"),
    .why =
        MESSAGE("rules", "The Dockerfile shown here begins with another image than the one bal build takes."),
    .cure = MESSAGE("rules", "Choose the release that comes with the distribution."),
    .source = "c2c 4.0.0, section 8.8",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = «"2201.9.0"»

[build-options]
cloud = "k8s"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = "2201.9.0"

[build-options]
cloud = "k8s"
=== Deployment.toml
[profile]
c2c = "3.0.0"
)"},
    .check = check};

}
