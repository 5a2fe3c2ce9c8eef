#include "core/generate/bash_writer.h"
#include "core/generate/generator.h"
#include "core/generate/topology_reasons.h"
#include "core/model/names.h"
#include "core/text/lower_case.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

constexpr const char* lambdaFamily = "aws-lambda";
constexpr const char* azureFamily = "azure-functions";

const auto& keys() {
    return deploymentToml().serverless;
}

constexpr const char* lambdaSteps = R"sh(
[[ $# -eq 0 ]] || functions=("$@")
[[ ${#functions[@]} -gt 0 ]] || { echo "usage: deploy.sh FILE.FUNCTION ..., as bal build prints them" >&2; exit 2; }
[[ -n $role ]] || { echo "deploy.sh: write the execution role into [serverless] of Deployment.toml, or set LAMBDA_ROLE" >&2; exit 2; }
[[ -f $archive ]] || { echo "deploy.sh: no $archive: run bal build first" >&2; exit 1; }

for handler in "${functions[@]}"; do
    name=$package-${handler##*.}
    if aws lambda get-function --region "$region" --function-name "$name" > /dev/null 2>&1; then
        aws lambda update-function-code --region "$region" --function-name "$name" --zip-file "fileb://$archive"
        aws lambda wait function-updated-v2 --region "$region" --function-name "$name"
        aws lambda update-function-configuration --region "$region" --function-name "$name" --handler "$handler" \
            --layers "$layer" --memory-size "$memory" --timeout "$timeout" --role "$role"
    else
        aws lambda create-function --region "$region" --function-name "$name" --zip-file "fileb://$archive" \
            --handler "$handler" --runtime provided --role "$role" --layers "$layer" \
            --memory-size "$memory" --timeout "$timeout"
    fi
    aws lambda wait function-active-v2 --region "$region" --function-name "$name"
done)sh";

/// "main.refresh" for each function of the root module that is one of AWS Lambda (WSO2 Integrator, serverless deployment).
std::vector<Text> handlersOf(const ballerina::PackageFacts& facts) {
    std::vector<Text> handlers;
    for (const ballerina::Function& function : facts.functions) {
        const std::string& file = function.place.file;
        const bool isOne = std::ranges::any_of(function.annotations, [](const auto& annotation) {
            return annotation.module == "awslambda" && annotation.name == "Function";
        });
        if (!isOne || ballerina::moduleOf(file) != std::string()) continue;
        const std::string stem = file.substr(file.rfind('/') + 1, file.rfind('.') - file.rfind('/') - 1);
        handlers.push_back({stem + '.' + function.name,
                            {{Origin::Kind::Source, "", "function " + function.name, function.place}}});
    }
    return handlers;
}

Artifacts lambda(const Design& design) {
    const Topology& topology = design.deployment.topology;
    BashWriter writer("aws-lambda/deploy.sh", lambdaFamily,
                      {layout("WSO2 Integrator, serverless deployment")});
    writer.fixed("#!/usr/bin/env bash\n"
                 "# deploy.sh [FILE.FUNCTION ...]: creates or updates functions of AWS Lambda from what bal "
                 "build made:\n"
                 "# those that are named, else all that the sources have.\n"
                 "set -euo pipefail\n");
    const auto region = topology.value(keys().region);
    const auto layerVersion = topology.value(keys().layer);
    const auto memory = topology.value(keys().memory);
    const auto timeout = topology.value(keys().timeout);
    const auto role = topology.written(keys().functionRole);
    const auto number = [](std::int64_t value, const Origins& why) {
        return Text{std::to_string(value), why};
    };
    writer.variable("package", design.deployment.package);
    writer.variable("region", region);
    writer.variable("layer", {"arn:aws:lambda:" + *region +
                                  ":367134611783:layer:ballerina-jre21:" + std::to_string(*layerVersion),
                              joined(region.origins, layerVersion.origins)});
    writer.variable("memory", number(*memory, memory.origins));
    writer.variable("timeout",
                    number(static_cast<std::int64_t>(std::ceil(timeout->seconds)), timeout.origins));
    writer.variable("written_role", role ? *role : Text{"", reasonsOf(topology, keys().functionRole)});
    writer.array("functions", handlersOf(design.facts));
    writer.fixed("role=${LAMBDA_ROLE:-$written_role}\n"
                 "archive=target/aws_lambda/aws-ballerina-lambda-functions.zip");
    writer.fixed(lambdaSteps);
    Artifacts files;
    files.push_back(std::move(writer).take());
    return files;
}

/// An app has letters, digits and dashes.
std::string appNameOf(std::string_view package) {
    std::string name = lowerCase(package);
    std::ranges::replace_if(
        name, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); }, '-');
    return name;
}

Artifacts azure(const Design& design) {
    const Topology& topology = design.deployment.topology;
    const Text& package = design.deployment.package;
    const auto written = topology.written(keys().app);
    BashWriter writer("azure-functions/deploy.sh", azureFamily,
                      {layout("WSO2 Integrator, serverless deployment")});
    writer.fixed("#!/usr/bin/env bash\n"
                 "# Publishes what bal build made to a function app. The app has a Windows plan and the Java "
                 "21 stack:\n"
                 "# plans on Linux do not run it.\n"
                 "set -euo pipefail\n");
    writer.variable(
        "app", written ? *written
                       : Text{appNameOf(*package), joined(package.origins, reasonsOf(topology, keys().app))});
    writer.fixed("folder=target/azure_functions\n"
                 "\n"
                 "[[ -f $folder/host.json ]] || { echo \"deploy.sh: no $folder/host.json: run bal build "
                 "first\" >&2; exit 1; }\n"
                 "func azure functionapp publish \"$app\" --script-root \"$folder\"");
    Artifacts files;
    files.push_back(std::move(writer).take());
    return files;
}

}

extern const Generator awsLambda{.family = lambdaFamily, .generate = lambda};
extern const Generator azureFunctions{.family = azureFamily, .generate = azure};

}
