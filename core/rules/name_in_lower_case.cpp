#include "core/model/names.h"
#include "core/rules/rule.h"
#include "core/text/lower_case.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::string file = "Ballerina.toml";
    for (const char* key : {"org", "name"}) {
        const toml::Path path{"package", key};
        const toml::Node* node = project.find(file, path);
        const auto text = textOf(node);
        if (!text || lowerCase(*text) == *text) continue;
        const std::string right = toml::quoted(lowerCase(*text));
        findings.at({file, node->range})
            .say({MESSAGE(
                      "rules",
                      "'%1' has upper-case letters: the compiler takes them, Ballerina Central may not, and "
                      "images and Kubernetes objects are named in lower case"),
                  *text})
            .fix({MESSAGE("rules", "Write %1"), right},
                 toml::planned::set(file, project.toml(file), path, right));
    }
}

}

extern const Rule name_in_lower_case{
    .id = "name-in-lower-case",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A package name with upper-case letters"),
    .why = MESSAGE("rules", "Imports and sections of Config.toml are written one way, images and objects "
                            "another, and publishing may fail."),
    .cure = MESSAGE("rules", "Write the name in lower case, in imports and Config.toml too."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = «"Acme"»
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
