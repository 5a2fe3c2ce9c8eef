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
    declareEnvironments();
    declareAccepted();
}

void DeploymentToml::declareEnvironments() {
    environments = add(Table{
        .path = "environment",
        .records = true,
        .label = MESSAGE("deployment", "Environments"),
        .summary = MESSAGE("deployment",
                           "Where the program is deployed, such as staging and production, and what is "
                           "different there. All else is as the other files say."),
        .missingKey = {"", MESSAGE("deployment", "'%1' is missing: without it the entry in [[%2]] means "
                                                 "nothing")},
    });
    environmentName = declare<std::string>({
        .path = "environment[].name",
        .pattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
        .patternMessage =
            "an environment is named in lower-case letters, digits and dashes, since folders and "
            "Kubernetes objects take its name",
        .longest = 63,
        .longestMessage = "the name of an environment has at most 63 characters",
        .required = true,
        .label = MESSAGE("deployment", "Name"),
        .summary =
            MESSAGE("deployment", "How it is called on the command line, and in the names of folders."),
        .source = "Arabesque",
    });
    environmentConfig = declare<std::string>({
        .path = "environment[].config",
        .meaning = Meaning::Path,
        .fallbackNote = MESSAGE("deployment", "Config.<name>.toml where there is one, else Config.toml"),
        .label = MESSAGE("deployment", "Configuration"),
        .summary = MESSAGE(
            "deployment",
            "The file that stands in for Config.toml there. It is taken whole: what it does not set has the "
            "default of the source, not the value in Config.toml."),
        .source = "Arabesque",
    });
    ballerina::Type values;
    values.kind = ballerina::Type::Kind::Map;
    values.text = "map<anydata>";
    values.parts.emplace_back();
    environmentSet = declare<std::string>({
        .path = "environment[].set",
        .type = ValueType::Any,
        .label = MESSAGE("deployment", "Settings"),
        .summary =
            MESSAGE("deployment",
                    "Keys of Cloud.toml and Ballerina.toml with other values than those files have, such as "
                    "\"cloud.deployment.max_memory\" = \"1Gi\"."),
        .source = "Arabesque",
        .typeText = "keys and values",
        .programType = ProgramType(std::move(values)),
    });
}

void DeploymentToml::declareAccepted() {
    accepted = add(Table{
        .path = "accepted",
        .records = true,
        .label = MESSAGE("deployment", "Accepted findings"),
        .summary =
            MESSAGE("deployment", "Findings the team knows and lives with. They are no longer listed, and "
                                  "do not stop a pipeline."),
        .missingKey = {"", MESSAGE("deployment", "'%1' is missing: without it the entry in [[%2]] accepts "
                                                 "nothing")},
    });
    acceptedRule = declare<std::string>({
        .path = "accepted[].rule",
        .required = true,
        .label = MESSAGE("deployment", "Rule"),
        .summary = MESSAGE("deployment", "The id of the rule, such as image-tag-moves."),
        .source = "Arabesque",
    });
    acceptedSubject = declare<std::string>({
        .path = "accepted[].subject",
        .fallbackNote = MESSAGE("deployment", "everywhere"),
        .label = MESSAGE("deployment", "Subject"),
        .summary = MESSAGE("deployment", "Where it is accepted: a file, or a key of one, such as "
                                         "Cloud.toml:container.image.tag."),
        .source = "Arabesque",
    });
    acceptedReason = declare<std::string>({
        .path = "accepted[].reason",
        .required = true,
        .label = MESSAGE("deployment", "Reason"),
        .summary = MESSAGE("deployment", "Why that is right here; whoever reads it next year will ask."),
        .source = "Arabesque",
    });
    acceptedUntil = declare<std::string>({
        .path = "accepted[].until",
        .type = ValueType::Any,
        .fallbackNote = MESSAGE("deployment", "for good"),
        .hint = "2027-03-31",
        .label = MESSAGE("deployment", "Until"),
        .summary = MESSAGE("deployment", "The last day it is accepted, as 2027-03-31."),
        .source = "Arabesque",
        .typeText = "a date",
    });
}

const DeploymentToml& deploymentToml() {
    static const DeploymentToml schema;
    return schema;
}

}
