#include "core/rules/rule.h"
#include "core/schema/secret_names.h"

namespace arabesque {

namespace {

/// A text between quotes with something in it.
bool isText(std::string_view expression) {
    return expression.size() > 2 && expression.starts_with('"') && expression.ends_with('"');
}

/// From the default's place in the source: it stands behind the name and its equals sign.
ByteRange rangeOf(std::string_view text, const ballerina::Configurable& variable) {
    const std::size_t at = text.find(variable.fallback, variable.place.range.end);
    return at == std::string_view::npos ? variable.place.range : ByteRange{at, at + variable.fallback.size()};
}

void check(const Checked& project, Findings& findings) {
    for (const ballerina::Configurable& variable : project.facts.configurables) {
        if (!isText(variable.fallback) || !soundsSecret(variable.name)) continue;
        const ByteRange range = rangeOf(project.snapshot.text(variable.place.file), variable);
        findings.at({variable.place.file, range})
            .say({MESSAGE("rules",
                          "'%1' has a default in the source, which everybody reads who has the source or the "
                          "image, and which is used wherever nobody sets another: make it required"),
                  variable.name})
            .fix({MESSAGE("rules", "Make '%1' required"), variable.name},
                 Edit{{{variable.place.file, range, "?"}}});
    }
}

}

extern const Rule secret_in_source{
    .id = "secret-in-source",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A secret in the source"),
    .why = MESSAGE(
        "rules",
        "The value is in version control and in every image, and a deployment that forgets to set its "
        "own runs with it without a word."),
    .cure =
        MESSAGE("rules", "Declare the variable as required, `= ?`, and set it in each place of deployment."),
    .source = "Config.toml reference, section 7",
    .example = {.wrong = R"(=== main.bal
configurable string dbPassword = «"opensesame"»;
=== Cloud.toml
[[cloud.secret.envs]]
key_ref = "password"
name = "BAL_CONFIG_VAR_DBPASSWORD"
secret_name = "orders"
)",
                .right = R"(=== main.bal
configurable string dbPassword = ?;
=== Cloud.toml
[[cloud.secret.envs]]
key_ref = "password"
name = "BAL_CONFIG_VAR_DBPASSWORD"
secret_name = "orders"
)"},
    .check = check};

}
