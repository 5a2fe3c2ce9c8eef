#include "core/model/names.h"
#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"
#include "core/text/lower_case.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::size_t longest = 15;

/// With a Cloud.toml the image is named like the Deployment, without one like the package (c2c 4.0.0, section 2.3).
void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    const Origin* package = writtenAt(deployment.package.origins);
    if (!deployment.readsCloudToml() || deployment.workload.isTask() || package == nullptr ||
        deployment.package->size() <= longest)
        return;
    const auto isName = [](const Origin& origin) {
        return origin.kind() == Origin::Kind::Setting && origin.key().ends_with("image.name");
    };
    if (std::ranges::any_of(deployment.workload.image.origins, isName)) return;
    std::string right = lowerCase(*deployment.package);
    std::ranges::replace_if(right, [](char c) { return c == '_' || c == '.'; }, '-');
    const std::string file = "Cloud.toml";
    findings.at(package->place())
        .say({MESSAGE(
                  "rules",
                  "the image is called '%1': of a package's name 15 characters are taken, and packages that "
                  "begin alike make images of one name"),
              *deployment.workload.image})
        .fix({MESSAGE("rules", "Name it '%1'"), right},
             toml::planned::set(file, project.toml(file), {"container", "image", "name"}, toml::quoted(right),
                                cloud().namesIn("container.image")));
}

}

extern const Rule image_name_is_cut{
    .id = "image-name-is-cut",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "An image named by half a name"),
    .why = MESSAGE(
        "rules",
        "Two packages whose names begin alike overwrite each other's image, and each other's Deployment."),
    .cure = MESSAGE(
        "rules",
        "Name the image. Deployment and Service keep their short names; give such packages other ones."),
    .source = "c2c 4.0.0, sections 2.1 to 2.3",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = «"customer_management_service"»
version = "1.0.0"

[build-options]
cloud = "k8s"
=== Cloud.toml
[container.image]
tag = "1.0.0"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "customer_management_service"
version = "1.0.0"

[build-options]
cloud = "k8s"
=== Cloud.toml
[container.image]
name = "customer-management-service"
tag = "1.0.0"
)"},
    .check = check};

}
