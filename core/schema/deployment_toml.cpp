#include "core/schema/deployment_toml.h"

namespace arabesque {

namespace {

constexpr Verdicts ownVerdicts{
    .unknownKey = {"", MESSAGE("deployment", "'%1' is no key of [%2] in Deployment.toml")},
    .wrongType = {"", MESSAGE("deployment", "'%1' wants %2 and has %3")},
};

}

DeploymentToml::DeploymentToml() : Schema("Deployment.toml", "Deployment.toml", ownVerdicts) {
    add(Table{.path = "",
              .label = MESSAGE("deployment", "Deployment.toml"),
              .summary = MESSAGE(
                  "deployment",
                  "What Ballerina's own files cannot say about the deployment. Without it, everything is "
                  "as bal build makes it.")});
    format = declare<std::int64_t>({
        .path = "format",
        .fallback = "1",
        .least = 1,
        .label = MESSAGE("deployment", "Format"),
        .summary = MESSAGE("deployment", "Layout of this file; there is one so far."),
        .source = "Arabesque",
    });
    add(Table{.path = "profile",
              .label = MESSAGE("deployment", "Profile"),
              .summary = MESSAGE("deployment", "The versions that the generated files are made for.")});
    c2c = declare<std::string>({
        .path = "profile.c2c",
        .fallback = "\"4.0.0\"",
        .pattern = R"((3\.[0-3]|4\.0)(\.\d+)?)",
        .patternMessage = "releases of code-to-cloud are known from 3.0 to 4.0",
        .choices = {"\"3.0.0\"", "\"3.1.0\"", "\"3.2.0\"", "\"3.3.0\"", "\"3.3.5\"", "\"4.0.0\""},
        .closedChoice = false,
        .label = MESSAGE("deployment", "Code-to-cloud"),
        .summary = MESSAGE(
            "deployment",
            "Release of code-to-cloud whose files are made: it decides the base images. 3.0 came with "
            "Ballerina 2201.9, 3.1 with 2201.10, 3.2 with 2201.11, 3.3 with 2201.12, 4.0 with 2201.13."),
        .source = "c2c 4.0.0, section 8.8",
    });
    assumeDefaultListener = declare<bool>({
        .path = "profile.assume_default_listener",
        .fallback = "false",
        .label = MESSAGE("deployment", "Open the default listener's port"),
        .summary = MESSAGE(
            "deployment",
            "code-to-cloud opens no port for http:getDefaultListener(), so no Service is made for it. On: "
            "the files made here open the port it listens on, 9090 or what Config.toml says; bal build "
            "itself still does not."),
        .source = "c2c 4.0.0, sections 5.3 and 12",
    });
}

const DeploymentToml& deploymentToml() {
    static const DeploymentToml schema;
    return schema;
}

}
