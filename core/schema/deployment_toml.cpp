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
    using Declare = void (DeploymentToml::*)();
    for (const Declare declarePart : {&DeploymentToml::declarePattern,
                                      &DeploymentToml::declareFamilies,
                                      &DeploymentToml::declareProfile,
                                      &DeploymentToml::declareObjectives,
                                      &DeploymentToml::declareAssumptions,
                                      &DeploymentToml::declareRegions,
                                      &DeploymentToml::declareNodes,
                                      &DeploymentToml::declareLinks,
                                      &DeploymentToml::declareLoadBalancer,
                                      &DeploymentToml::declareRetries,
                                      &DeploymentToml::declareHealthCheck,
                                      &DeploymentToml::declareLimits,
                                      &DeploymentToml::declareVip,
                                      &DeploymentToml::declareDns,
                                      &DeploymentToml::declareDatabases,
                                      &DeploymentToml::declarePools,
                                      &DeploymentToml::declareKubernetes,
                                      &DeploymentToml::declareRoute,
                                      &DeploymentToml::declareSpread,
                                      &DeploymentToml::declareProbes,
                                      &DeploymentToml::declareRollout,
                                      &DeploymentToml::declareClusterSecrets,
                                      &DeploymentToml::declareMachines,
                                      &DeploymentToml::declareGitOps,
                                      &DeploymentToml::declareComponents,
                                      &DeploymentToml::declareApiManager,
                                      &DeploymentToml::declareApiManagerData,
                                      &DeploymentToml::declareGatewayEnvironments,
                                      &DeploymentToml::declareApis,
                                      &DeploymentToml::declareMicroIntegrator,
                                      &DeploymentToml::declareIntegratorFiles,
                                      &DeploymentToml::declareControlPlane,
                                      &DeploymentToml::declareObservability,
                                      &DeploymentToml::declarePipeline,
                                      &DeploymentToml::declareBackup,
                                      &DeploymentToml::declareServerless,
                                      &DeploymentToml::declareChoreo,
                                      &DeploymentToml::declareEnvironments,
                                      &DeploymentToml::declareAccepted})
        (this->*declarePart)();
}

Records DeploymentToml::table(const char* path, MessageText label, MessageText summary) {
    return add(Table{.path = path, .label = label, .summary = summary});
}

Records DeploymentToml::records(const char* path, MessageText label, MessageText summary) {
    return add(Table{.path = path,
                     .records = true,
                     .label = label,
                     .summary = summary,
                     .missingKey = {"", MESSAGE("deployment", "'%1' is missing: without it the entry in "
                                                              "[[%2]] means nothing")}});
}

Setting<std::string> DeploymentToml::entryName(const char* path, MessageText summary) {
    return declare<std::string>({
        .path = path,
        .pattern = "[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?",
        .patternMessage = "a name has letters, digits, dashes, dots and underscores, since files and hosts "
                          "take it",
        .longest = 63,
        .longestMessage = "a name has at most 63 characters",
        .required = true,
        .label = MESSAGE("deployment", "Name"),
        .summary = summary,
        .source = "Arabesque",
    });
}

Setting<Duration> DeploymentToml::duration(Field field) {
    field.meaning = Meaning::Duration;
    field.pattern = R"(([0-9]+(\.[0-9]+)?(ms|s|m|h|d))+)";
    field.patternMessage = "a time is a number with its unit, such as 30s, 500ms, 5m or 1h30m";
    const auto [index] = declare<std::string>(std::move(field));
    return {index};
}

Setting<std::string> DeploymentToml::share(Field field) {
    field.pattern = R"([0-9]{1,2}(\.[0-9]+)?%|100%)";
    field.patternMessage = "a share is a percentage, such as 99.9%";
    return declare<std::string>(std::move(field));
}

Setting<std::string> DeploymentToml::choice(Field field) {
    field.fallback = field.choices.front();
    return declare<std::string>(std::move(field));
}

Setting<std::string> DeploymentToml::heap(Field field) {
    field.pattern = "[0-9]+[kKmMgG]";
    field.patternMessage = "a heap is written as 1024m or 2g";
    return declare<std::string>(std::move(field));
}

Setting<std::string> DeploymentToml::folderPath(Field field) {
    field.pattern = "(/[A-Za-z0-9][-_.A-Za-z0-9]*)+";
    field.patternMessage = "a folder is an absolute path of letters, digits, dashes, dots and underscores";
    return declare<std::string>(std::move(field));
}

Setting<std::string> DeploymentToml::accountName(Field field) {
    field.pattern = "[a-z_][-a-z0-9_]{0,31}";
    field.patternMessage = "the name of a user has lower-case letters, digits, dashes and underscores";
    return declare<std::string>(std::move(field));
}

void DeploymentToml::declarePattern() {
    pattern = declare<std::string>({
        .path = "pattern",
        .fallbackNote = MESSAGE("deployment", "none: nothing is expected of the nodes"),
        .choices = {"\"single-node\"", "\"distributed\"", "\"active-active\"", "\"active-active-checks\"",
                    "\"active-passive\"", "\"multi-region-active-passive\"", "\"multi-region-active-active\"",
                    "\"kubernetes-multi-zone\"", "\"multi-region\""},
        .label = MESSAGE("deployment", "Pattern"),
        .summary = MESSAGE(
            "deployment",
            "How the deployment answers a loss. Each pattern has a contract that nodes, balancers and "
            "databases below are held to. multi-region is either of the two, as the regions' roles say."),
        .source = "Arabesque",
    });
    product = declare<std::string>({
        .path = "product",
        .fallback = "\"integrator\"",
        .choices = {"\"integrator\"", "\"api-manager\"", "\"micro-integrator\""},
        .label = MESSAGE("deployment", "Product"),
        .summary = MESSAGE("deployment", "What is deployed: a Ballerina program of WSO2 Integrator, the API "
                                         "Manager, or the Micro Integrator."),
        .source = "Arabesque",
    });
    targets = declare<std::vector<std::string>>({
        .path = "targets",
        .fallbackNote = MESSAGE("deployment", "the build option cloud"),
        .choices = {"\"docker\"", "\"k8s\"", "\"openshift\"", "\"choreo\"", "\"vm\"", "\"aws_lambda\"",
                    "\"azure_functions\""},
        .label = MESSAGE("deployment", "Targets"),
        .summary = MESSAGE("deployment", "Where it runs; files of these families are made."),
        .source = "Arabesque",
    });
}

void DeploymentToml::declareProfile() {
    table("profile", MESSAGE("deployment", "Profile"),
          MESSAGE("deployment", "The versions that the generated files are made for."));
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
    kubernetesVersion = declare<std::string>({
        .path = "profile.kubernetes",
        .fallback = "\"1.35\"",
        .pattern = R"(1\.[0-9]+)",
        .patternMessage = "a release of Kubernetes is written as 1.35",
        .label = MESSAGE("deployment", "Kubernetes"),
        .summary = MESSAGE("deployment", "Release of the clusters."),
        .source = "Arabesque",
    });
    nginxVersion = declare<std::string>({
        .path = "profile.nginx",
        .fallback = "\"1.26\"",
        .pattern = R"(1\.[0-9]+(\.[0-9]+)?|plus-r[0-9]+)",
        .patternMessage = "a release of NGINX is written as 1.26, of NGINX Plus as plus-r33",
        .label = MESSAGE("deployment", "NGINX"),
        .summary = MESSAGE("deployment",
                           "Release of the balancers: it decides which directives they know. NGINX Plus is "
                           "plus-r33; it has active health checks."),
        .source = "NGINX, change log",
    });
    apiManagerVersion = declare<std::string>({
        .path = "profile.api_manager",
        .fallback = "\"4.7.0\"",
        .pattern = R"([34]\.[0-9]+(\.[0-9]+)?)",
        .patternMessage = "a release of the API Manager is written as 4.7.0",
        .label = MESSAGE("deployment", "API Manager"),
        .summary =
            MESSAGE("deployment", "Release of the API Manager. From 4.5 each role is a distribution of "
                                  "its own; before, one with profiles."),
        .source = "WSO2 API Manager 4.5, deployment overview",
    });
    microIntegratorVersion = declare<std::string>({
        .path = "profile.micro_integrator",
        .fallback = "\"4.6.0\"",
        .pattern = R"([14]\.[0-9]+(\.[0-9]+)?)",
        .patternMessage = "a release of the Micro Integrator is written as 4.6.0",
        .label = MESSAGE("deployment", "Micro Integrator"),
        .summary = MESSAGE("deployment", "Release of the Micro Integrator."),
        .source = "Arabesque",
    });
    controlPlaneVersion = declare<std::string>({
        .path = "profile.integration_control_plane",
        .fallback = "\"2.0.0\"",
        .pattern = R"([12]\.[0-9]+(\.[0-9]+)?)",
        .patternMessage = "a release of the Integration Control Plane is written as 2.0.0",
        .label = MESSAGE("deployment", "Integration Control Plane"),
        .summary = MESSAGE("deployment", "Release of the Integration Control Plane: 1.x has other ports and "
                                         "other keys than 2.x."),
        .source = "WSO2 helm-mi, icp values",
    });
}

void DeploymentToml::declareEnvironments() {
    environments = records(
        "environment", MESSAGE("deployment", "Environments"),
        MESSAGE("deployment", "Where the program is deployed, such as staging and production, and what is "
                              "different there. All else is as the other files say."));
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
                    "Keys of Cloud.toml, Ballerina.toml and this file that have other values there, such as "
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
