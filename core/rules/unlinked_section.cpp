#include "core/rules/rule.h"
#include "core/schema/known_modules.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

const toml::Node* sectionOf(const toml::Document& document, const toml::Path& path) {
    const toml::Node* node = document.find(path);
    return node != nullptr && node->kind == toml::Node::Kind::Table ? node : nullptr;
}

/// The runtime stops at keys that no module it loads knows (RUNTIME_0091). A package that is imported may bring
/// the module along, so this is a warning.
void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document(project.configuration);
    if (checked == nullptr) return;
    for (const KnownModule& module : knownModules()) {
        if (checked->document.root().member(module.organisation) == nullptr) continue;
        if (links(project.facts.imports, module)) continue;
        const auto path = toml::readPath(module.section());
        const toml::Node* section = path ? sectionOf(checked->document, *path) : nullptr;
        if (section == nullptr) continue;
        findings.at({checked->file, section->range})
            .code("RUNTIME_0091")
            .say(
                {MESSAGE("rules",
                         "no source imports %1: unless another package brings it along, the program stops at "
                         "its start because of this section"),
                 module.organisation + '/' + module.name})
            .fix({MESSAGE("rules", "Remove '%1'"), module.section()},
                 toml::unset(checked->file, checked->document, *path));
    }
}

}

extern const Rule unlinked_section{
    .id = "unlinked-section",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Settings of a module that is not imported"),
    .why = MESSAGE(
        "rules",
        "The program stops at its start with one error for each key: it takes only what its modules know."),
    .cure = MESSAGE("rules", "Import the module, or remove the section."),
    .source = "Ballerina 2201.13, TomlProvider",
    .example = {.wrong = R"(=== main.bal
configurable int limit = 5;
=== Config.toml
[acme.orders]
limit = 10

«[ballerinax.prometheus]»
port = 9797
)",
                .right = R"(=== main.bal
configurable int limit = 5;
=== Config.toml
[acme.orders]
limit = 10
)"},
    .check = check,
    .eachConfiguration = true};

}
