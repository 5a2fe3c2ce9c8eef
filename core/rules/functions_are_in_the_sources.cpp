#include "core/rules/deployment_table.h"
#include "core/rules/imports.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

struct Platform {
    const char* target;
    const char* organisationAndModule;
    std::string_view module;
    const char* missing;   ///< of what the build makes functions
};

constexpr std::array<Platform, 2> platforms{
    {{"aws_lambda", "ballerinax/awslambda", "awslambda", "function annotated with @awslambda:Function"},
     {"azure_functions", "ballerinax/azure_functions", "azure_functions",
      "service on a listener of azure_functions"}}};

/// Lambda: annotated functions. Azure Functions: services on its listeners, or functions with an annotation of it.
bool hasFunctions(const ballerina::PackageFacts& facts, const Platform& platform) {
    const bool annotated = std::ranges::any_of(facts.functions, [&](const ballerina::Function& function) {
        return std::ranges::any_of(function.annotations, [&](const auto& annotation) {
            return annotation.module == platform.module && annotation.name == "Function";
        });
    });
    const bool listens =
        std::ranges::contains(facts.listeners, platform.module, &ballerina::Listener::protocol);
    return annotated || (listens && platform.module == "azure_functions");
}

void check(const Checked& project, Findings& findings) {
    const auto targets = project.deployment.topology.written(deploymentToml().targets);
    if (!targets || project.facts.imports.empty()) return;
    for (std::size_t i = 0; i < (*targets)->size(); ++i) {
        const auto* platform = std::ranges::find(platforms, (**targets)[i], &Platform::target);
        if (platform == platforms.end()) continue;
        const bool imported = isImported(project, platform->organisationAndModule);
        if (imported && hasFunctions(project.facts, *platform)) continue;
        const toml::Node* written = project.find("Deployment.toml", {"targets", i});
        if (written == nullptr) continue;
        const Place place{"Deployment.toml", written->range};
        if (imported)
            findings.at(place).say(
                {MESSAGE("rules", "the sources have no %1, so the build makes no functions for '%2'"),
                 platform->missing, platform->target});
        else
            findings.at(place).say(
                {MESSAGE("rules", "no source imports %1, so the build makes no functions for '%2'"),
                 platform->organisationAndModule, platform->target});
    }
}

}

extern const Rule functions_are_in_the_sources{
    .id = "functions-are-in-the-sources",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Functions that no source has"),
    .why = MESSAGE("rules",
                   "bal build makes an archive of functions where it finds their annotations or listeners. "
                   "Without any there is none, and the script has nothing to publish."),
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
