#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    for (const Environment& environment : project.deployment.environments) {
        const Sourced<std::string>& config = environment.config;
        const Origin& origin = config.origins.front();
        if (origin.key().ends_with(".config") && !project.snapshot.exists(*config))
            findings.at(origin.place())
                .say({MESSAGE("rules", "there is no '%1' in the project: '%2' would be deployed without its "
                                       "configuration"),
                      *config, *environment.name});
    }
}

}

extern const Rule environment_has_its_configuration{
    .id = "environment-has-its-configuration",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "An environment whose configuration is missing"),
    .why = MESSAGE("rules", "The file named stands in for Config.toml there. Without it the program has no "
                            "configuration in that environment at all."),
    .cure =
        MESSAGE("rules", "Write the file, or name the one that is there; it stands beside Ballerina.toml."),
    .source = "Arabesque",
    .example = {.wrong = R"(=== Deployment.toml
[[environment]]
name = "production"
config = «"Config.prod.toml"»
)",
                .right = R"(=== Deployment.toml
[[environment]]
name = "production"
config = "Config.prod.toml"
=== Config.prod.toml
)"},
    .check = check};

}
