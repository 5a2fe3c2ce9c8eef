#include "core/model/secret_values.h"
#include "core/rules/rule.h"

#include <string_view>
#include <utility>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    std::string_view file, text;   // one source has many
    for (const ballerina::Configurable& variable : project.facts.configurables) {
        if (std::exchange(file, variable.place.file) != variable.place.file)
            text = project.snapshot.text(file);
        const auto range = secretDefaultOf(variable, text);
        if (!range) continue;
        findings.at({variable.place.file, *range})
            .say({MESSAGE("rules",
                          "'%1' has a default in the source, which everybody reads who has the source or the "
                          "image, and which is used wherever nobody sets another: make it required"),
                  variable.name})
            .fix({MESSAGE("rules", "Make '%1' required"), variable.name},
                 Edit{{{variable.place.file, *range, "?"}}});
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
