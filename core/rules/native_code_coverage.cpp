#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::string file = "Ballerina.toml";
    const toml::Path path{"build-options", "codeCoverage"};
    const toml::Node* node = *project.deployment.graalvm ? project.find(file, path) : nullptr;
    if (!isTrue(node)) return;
    findings.at({file, node->range})
        .say(MESSAGE("rules",
                     "tests of a native image measure no coverage: with 'graalvm' this has no effect"))
        .fix({MESSAGE("rules", "Remove '%1'"), "codeCoverage"},
             toml::planned::unset(file, project.toml(file), path));
}

}

extern const Rule native_code_coverage{.id = "native-code-coverage",
                                .severity = Severity::Info,
                                .title = MESSAGE("rules", "Coverage of a native image"),
                                .why =
                                    MESSAGE("rules", "bal test writes no coverage, and a pipeline that asks "
                                                     "for a least value stops, or passes without one."),
                                .cure = MESSAGE("rules", "Measure coverage in a build without graalvm."),
                                .source = "WSO2 Integrator, GraalVM native images",
                                .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
codeCoverage = «true»
)",
                                            .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
)"},
                                .check = check};

}
