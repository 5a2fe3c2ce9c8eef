#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::string file = "Ballerina.toml";
    const toml::Node* dependencies = project.find(file, {"dependency"});
    if (dependencies == nullptr || project.facts.imports.empty()) return;
    const auto isUsed = [&](const std::string& organisation, const std::string& name) {
        return std::ranges::any_of(project.facts.imports, [&](const ballerina::Import& import) {
            return import.organisation == organisation &&
                   (import.module == name || import.module.starts_with(name + '.'));
        });
    };
    for (std::size_t i = 0; i < dependencies->elements.size(); ++i) {
        const toml::Node& dependency = dependencies->elements[i];
        const auto organisation = textOf(dependency.member("org")), name = textOf(dependency.member("name"));
        if (!organisation || !name || isUsed(*organisation, *name)) continue;
        findings.at({file, dependency.range})
            .say({MESSAGE(
                      "rules",
                      "no source imports %1: the entry alone links nothing, and matters only where another "
                      "package imports it"),
                  *organisation + '/' + *name})
            .fix(MESSAGE("rules", "Remove the entry"),
                 toml::planned::unset(file, project.toml(file), {"dependency", i}));
    }
}

}

extern const Rule dependency_is_imported{
    .id = "dependency-is-imported",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A dependency that is not imported"),
    .why = MESSAGE("rules", "The package is not part of the program: dependencies come from imports, and "
                            "this table raises their versions only."),
    .cure = MESSAGE("rules", "Import it, or remove the entry."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

«[[dependency]]»
org = "ballerinax"
name = "prometheus"
version = "1.0.0"
=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
)"},
    .check = check};

}
