#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    if (checked == nullptr || !checked->document.valid()) return;
    const toml::Node& root = checked->document.root();
    const toml::Node* package = root.member("package");
    if (package == nullptr && root.member("workspace") == nullptr)
        findings.at({checked->file, {0, 0}})
            .say(MESSAGE("rules",
                         "there is no [package]: the compiler makes up organisation, name and version, the "
                         "organisation from the user who builds"));
    if (package == nullptr || package->kind != toml::Node::Kind::Table) return;
    std::string missing;
    for (const char* key : {"org", "name", "version"})
        if (package->member(key) == nullptr) missing += (missing.empty() ? "" : ", ") + std::string(key);
    if (!missing.empty())
        findings.at({checked->file, package->range})
            .say({MESSAGE("rules",
                          "[package] has no %1: the compiler makes it up, the organisation from the user who "
                          "builds"),
                  missing});
}

}

extern const Rule package_names_itself{
    .id = "package-names-itself",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A package whose name the compiler makes up"),
    .why = MESSAGE("rules", "Jars, images and Kubernetes objects get other names on every computer that "
                            "builds, and sections of Config.toml no longer fit."),
    .cure = MESSAGE("rules", "Write organisation, name and version."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
«[package]»
name = "orders"
version = "1.0.0"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
)"},
    .check = check};

}
