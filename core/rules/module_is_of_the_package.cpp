#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

/// Why `name` is none of the package's modules but the default one; nothing where it is one.
std::optional<MessageText> objection(const std::string& name, const std::string& package,
                                     const ballerina::PackageFacts& facts) {
    if (name == package)
        return MESSAGE("rules", "module '%1' is not allowed: the default module is always exported");
    if (!name.starts_with(package + "."))
        return MESSAGE("rules", "module '%1' is not found: the name begins with the package's and a period");
    if (!std::ranges::contains(facts.modules, name.substr(package.size() + 1)))
        return MESSAGE("rules", "module '%1' is not found: there is no folder of it below modules");
    return std::nullopt;
}

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    if (checked == nullptr) return;
    const auto package = textOf(checked->document.find({"package", "name"}));
    const toml::Node* modules = checked->document.find({"package", "modules"});
    if (!package || modules == nullptr) return;
    for (std::size_t i = 0; i < modules->elements.size(); ++i) {
        const toml::Node* name = modules->elements[i].member("name");
        const auto text = textOf(name);
        if (!text) continue;
        if (const auto why = objection(*text, *package, project.facts))
            findings.at({checked->file, name->range})
                .say({*why, *text})
                .fix(MESSAGE("rules", "Remove the entry"),
                     toml::unset(checked->file, checked->document, {"package", "modules", i}));
    }
}

}

extern const Rule module_is_of_the_package{
    .id = "module-is-of-the-package",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A module the package does not have"),
    .why = MESSAGE("rules", "The build stops: it exports modules of this package only, by their full names."),
    .cure = MESSAGE(
        "rules",
        "Write the full name of a module whose folder is there, such as orders.storage for modules/storage."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[[package.modules]]
name = «"orders.storage"»
export = true
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
)"},
    .check = check};

}
