#include "core/rules/rule.h"

namespace arabesque {

namespace {

void look(const std::string& file, const toml::Node& node, Findings& findings) {
    for (const toml::Member& member : node.members) look(file, member.node, findings);
    for (const toml::Node& element : node.elements) look(file, element, findings);
    if (node.value != nullptr && node.value->kind == toml::Kind::String &&
        node.value->text.starts_with("encrypted:"))
        findings.at({file, node.range})
            .say(MESSAGE("rules",
                         "nothing decrypts this: the program gets the text as it is written, 'encrypted:' "
                         "included"));
}

void check(const Checked& project, Findings& findings) {
    if (const CheckedDocument* checked = project.document(project.configuration))
        look(checked->file, checked->document.root(), findings);
}

}

extern const Rule encrypted_value{
    .id = "encrypted-value",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A value that looks encrypted"),
    .why = MESSAGE("rules", "The text itself is sent as the password, and refused. Public pages show the "
                            "form; no release reads it."),
    .cure = MESSAGE("rules", "Give the value in an environment variable or file from a Secret."),
    .source = "Ballerina 2201.13, TomlProvider",
    .example = {.wrong = R"(=== main.bal
configurable string greeting = "hello";
=== Config.toml
[acme.orders]
greeting = «"encrypted:kD93jfA="»
)",
                .right = R"(=== main.bal
configurable string greeting = "hello";
=== Config.toml
[acme.orders]
greeting = "good morning"
)"},
    .check = check,
    .eachConfiguration = true};

}
