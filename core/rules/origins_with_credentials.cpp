#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto& keys = deploymentToml().apiManager;
    const Topology& topology = project.deployment.topology;
    if (!*topology.value(keys.allowCredentials) ||
        !std::ranges::contains(*topology.value(keys.allowOrigins), "*"))
        return;
    const DeploymentTable table(project, {"api_manager"});
    findings.at(table.place("allow_credentials"))
        .say(MESSAGE("rules",
                     "browsers send no credentials where every origin is allowed: calls from pages fail"))
        .fix(MESSAGE("rules", "Send no credentials"), table.unset("allow_credentials"));
}

}

extern const Rule origins_with_credentials{
    .id = "origins-with-credentials",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "Credentials for every origin"),
    .why = MESSAGE("rules",
                   "A browser refuses an answer that allows credentials to \"*\". It shows in browsers only, "
                   "so tests from a terminal pass."),
    .cure =
        MESSAGE("rules", "List the origins of your pages in allow_origins, or leave allow_credentials out."),
    .source = "Fetch standard, CORS protocol and credentials",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[api_manager]
websocket = true
allow_credentials = «true»
)",
                .right = R"(=== Deployment.toml
product = "api-manager"

[[node]]
name = "gateway-1"
role = "gateway"

[api_manager]
websocket = true
)"},
    .check = check};

}
