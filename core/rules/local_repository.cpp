#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    const toml::Node* dependencies =
        checked == nullptr ? nullptr : checked->document.root().member("dependency");
    if (dependencies == nullptr) return;
    for (std::size_t i = 0; i < dependencies->elements.size(); ++i) {
        const toml::Node* repository = dependencies->elements[i].member("repository");
        if (textOf(repository) != "local") continue;
        findings.at({checked->file, repository->range})
            .say(MESSAGE("rules",
                         "the local repository is a folder of this user: builds in pipelines and elsewhere "
                         "do not find the package"))
            .fix(MESSAGE("rules", "Take it from Ballerina Central"),
                 toml::unset(checked->file, checked->document, {"dependency", i, "repository"}));
    }
}

}

extern const Rule local_repository{
    .id = "local-repository",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A dependency that only this computer has"),
    .why = MESSAGE("rules",
                   "The build works on this computer, and everywhere else it does not find the package."),
    .cure = MESSAGE("rules", "Publish the package, to Ballerina Central or a repository of your own."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[[dependency]]
org = "acme"
name = "billing"
version = "1.2.0"
repository = «"local"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[[dependency]]
org = "acme"
name = "billing"
version = "1.2.0"
)"},
    .check = check};

}
