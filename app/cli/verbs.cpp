#include "app/cli/verbs.h"

#include "core/schema/deployment_toml.h"

namespace arabesque::cli {

namespace {

/// "c2c=4.0.0" of each release that Deployment.toml offers.
std::vector<std::string_view> profiles() {
    static const std::vector<std::string> names = [] {
        const DeploymentToml& schema = deploymentToml();
        std::vector<std::string> all;
        for (const std::string& choice : schema[schema.c2c].choices)   // in quotes
            all.push_back("c2c=" + choice.substr(1, choice.size() - 2));
        return all;
    }();
    return {names.begin(), names.end()};
}

}

std::span<const Verb> allVerbs() {
    static const Option target{
        .name = "--target", .value = "TARGET", .choices = {"docker", "k8s", "openshift", "choreo"}};
    static const Option environment{.name = "--environment", .value = "ENVIRONMENT"};
    static const Option environments{.name = "--environment", .value = "ENVIRONMENT", .repeated = true};
    static const Option force{.name = "--force"};
    static const Option profile{
        .name = "--profile", .value = "PROFILE", .choices = profiles(), .repeated = true};
    static const std::vector<Verb> verbs{
        {"check",
         "PROJECT",
         {{.name = "--format", .value = "FORMAT", .choices = {"text", "json", "sarif", "junit"}},
          target,
          environment,
          profile},
         "Say what is wrong in a project.",
         check},
        {"inspect",
         "PROJECT",
         {{.name = "--format", .value = "FORMAT", .choices = {"text", "json"}}},
         "Say what the sources tell: services, ports, configurables.",
         inspect},
        {"generate",
         "PROJECT",
         {{.name = "--out", .value = "DIR", .required = true},
          {.name = "--only", .value = "FAMILY", .repeated = true},
          target,
          environment,
          profile,
          force},
         "Write the generated files below DIR; other files there stay.",
         generate},
        {"export",
         "PROJECT",
         {{.name = "--out", .value = "FILE.zip|FILE.tar.gz|DIR", .required = true},
          target,
          environments,
          profile,
          force},
         "Write the deployment bundle; --force replaces, and passes over errors.",
         exportBundle},
        {"diff",
         "PROJECT BUNDLE",
         {target, environments, profile},
         "Say how an exported bundle differs from what is generated now, as a patch.",
         diff},
        {"explain",
         "PROJECT ARTIFACT:LINE|DOCUMENT:KEY",
         {target, environment, profile},
         "Say why a generated line is there, or what a key does and makes.",
         explain},
        {"fix",
         "PROJECT",
         {{.name = "--rule", .value = "RULE", .repeated = true}, {.name = "--dry-run"}, target, profile},
         "Mend what has one cure, or all of a rule with its first; --dry-run prints the changes.",
         fix},
        {"resolve",
         "PROJECT",
         {{.name = "--var", .value = "NAME=VALUE", .repeated = true},
          {.name = "--arg", .value = "-CKEY=VALUE", .repeated = true},
          {.name = "--target", .value = "TARGET", .choices = {"local", "docker", "k8s", "openshift"}},
          environment,
          {.name = "--format", .value = "FORMAT", .choices = {"text", "json"}}},
         "Say which value each configurable has when the program starts, and why.",
         resolveConfiguration},
        {"simulate",
         "PROJECT",
         {{.name = "--fail", .value = "KIND:NAME", .repeated = true},
          {.name = "--pairs"},
          environment,
          {.name = "--format", .value = "FORMAT", .choices = {"text", "json"}}},
         "Say what serves, who takes over and when, once nodes, zones, regions or links fail; --pairs also "
         "lists every two things that cannot be lost together.",
         simulateFailures},
        {"diagram",
         "PROJECT",
         {{.name = "--out", .value = "FILE.svg", .required = true}, {.name = "--arrange"}},
         "Draw the nodes of Deployment.toml; --arrange passes over their positions.",
         drawDiagram},
        {"pattern",
         "PROJECT [PATTERN]",
         {{.name = "--dry-run"}},
         "Say what the declared pattern promises, or lay the deployment out by another one.",
         convertToPattern},
        {"import",
         "PROJECT FILE...",
         {{.name = "--apply"},
          {.name = "--fix"},
          {.name = "--format", .value = "FORMAT", .choices = {"text", "json"}},
          environment},
         "Say what files that run elsewhere ask of a project; --apply changes the project, --fix writes "
         "right "
         "forms into the files.",
         importFiles},
        {"new",
         "DIR",
         {{.name = "--pattern", .value = "PATTERN"}},
         "Make a small project, laid out by a pattern.",
         makeProject},
        {"get", "PROJECT DOCUMENT KEY", {}, "Print the TOML value of a key.", get},
        {"set", "PROJECT DOCUMENT KEY VALUE", {}, "Change one value; every other byte stays.", set},
        {"unset", "PROJECT DOCUMENT KEY", {}, "Remove a key.", unset},
        {"rules",
         "[RULE]",
         {{.name = "--out", .value = "DIR"}},
         "List the rules, print the page of one, or write all pages into DIR.",
         printRules},
        {"schema",
         "DOCUMENT [PROJECT]",
         {},
         "Print the JSON Schema of a document, for other editors.",
         printSchema},
    };
    return verbs;
}

}
