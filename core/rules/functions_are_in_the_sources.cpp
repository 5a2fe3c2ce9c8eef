#include "core/rules/deployment_table.h"
#include "core/rules/imports.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

struct Platform {
    const char* target;
    const char* module;
};

void check(const Checked& project, Findings& findings) {
    constexpr std::array<Platform, 2> platforms{
        {{"aws_lambda", "ballerinax/awslambda"}, {"azure_functions", "ballerinax/azure_functions"}}};
    const auto targets = project.deployment.topology.written(deploymentToml().targets);
    if (!targets || project.facts.imports.empty()) return;
    for (std::size_t i = 0; i < (*targets)->size(); ++i) {
        const auto* platform = std::ranges::find(platforms, (**targets)[i], &Platform::target);
        if (platform == platforms.end() || isImported(project, platform->module)) continue;
        const toml::Node* written = project.find("Deployment.toml", {"targets", i});
        if (written == nullptr) continue;
        findings.at({"Deployment.toml", written->range})
            .say({MESSAGE("rules", "no source imports %1, so the build makes no functions for '%2'"),
                  platform->module, platform->target});
    }
}

}

extern const Rule functions_are_in_the_sources{
    .id = "functions-are-in-the-sources",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Functions that no source has"),
    .why = MESSAGE("rules",
                   "bal build makes an archive of functions where it finds their annotations or listeners. "
                   "Without the module there are none, and the script has nothing to publish."),
    .cure = MESSAGE("rules", "Write the functions with the module of the platform, or take the target out."),
    .source = "WSO2 Integrator, serverless deployment",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Deployment.toml
targets = [«"aws_lambda"»]
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
=== main.bal
import ballerinax/awslambda;

@awslambda:Function
public function accept(awslambda:Context context, json input) returns json {
    return input;
}
=== Deployment.toml
targets = ["aws_lambda"]
)"},
    .check = check};

}
