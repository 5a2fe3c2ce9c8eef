#include "core/rules/rule.h"
#include "core/schema/cloud_toml.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// Who names a registry pushes the image; a tag that always means the newest then says nothing.
void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Cloud.toml");
    const Deployment& deployment = project.deployment;
    if (checked == nullptr || !deployment.makesKubernetes() ||
        !deployment.workload.image->ends_with(":latest"))
        return;
    const toml::Node* tag = checked->document.find({"container", "image", "tag"});
    const toml::Node* repository = checked->document.find({"container", "image", "repository"});
    if (tag == nullptr && repository == nullptr) return;
    const std::string version = toml::quoted(*deployment.version);
    auto finding = findings.at({checked->file, (tag != nullptr ? tag : repository)->range});
    finding.say(MESSAGE(
        "rules", "the tag 'latest' means another image after each push: replicas may differ, and nothing "
                 "is there to go back to"));
    if (!deployment.version->empty())
        finding.fix({MESSAGE("rules", "Set '%1' to %2"), "tag", version},
                    toml::planned::set(checked->file, checked->document, {"container", "image", "tag"},
                                       version, cloud().namesIn("container.image")));
}

}

extern const Rule image_tag_moves{
    .id = "image-tag-moves",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "An image without a version"),
    .why = MESSAGE("rules", "Nodes pull it at each start: a replica that is moved may run other code than "
                            "its neighbours, and a rollback changes nothing."),
    .cure = MESSAGE("rules", "Give each image a tag of its own, such as the package's version."),
    .source = "c2c 4.0.0, section 2.3; Kubernetes, images",
    .example = {.wrong = R"(=== Cloud.toml
[container.image]
repository = "registry.example.com/shop"
name = "orders"
tag = «"latest"»
)",
                .right = R"(=== Cloud.toml
[container.image]
repository = "registry.example.com/shop"
name = "orders"
tag = "1.0.0"
)"},
    .check = check};

}
