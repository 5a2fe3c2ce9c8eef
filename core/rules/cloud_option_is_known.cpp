#include "core/rules/rule.h"
#include "core/text/lower_case.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::array known{"docker", "k8s", "openshift", "choreo", "azure_functions", "aws_lambda"};

/// What people write for one of them.
std::string meant(std::string_view written) {
    std::string option = lowerCase(written);
    if (option == "kubernetes" || option == "kube" || option == "k8") return "k8s";
    if (option == "open-shift" || option == "ocp") return "openshift";
    if (option == "lambda" || option == "aws-lambda") return "aws_lambda";
    if (option == "azure-functions" || option == "azure") return "azure_functions";
    return std::ranges::contains(known, option) ? option : std::string();
}

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    if (checked == nullptr) return;
    const toml::Path path{"build-options", "cloud"};
    const toml::Node* node = checked->document.find(path);
    const auto option = textOf(node);
    if (!option || option->empty() || std::ranges::contains(known, *option)) return;
    auto finding = findings.at({checked->file, node->range});
    finding.say(
        {MESSAGE("rules", "nothing is generated for '%1', and Cloud.toml is not read: the names are docker, "
                          "k8s, openshift, choreo, azure_functions and aws_lambda, in lower case"),
         *option});
    if (const std::string name = meant(*option); !name.empty())
        finding.fix({MESSAGE("rules", "Set '%1' to %2"), "cloud", toml::quoted(name)},
                    toml::set(checked->file, checked->document, path, toml::quoted(name)));
    finding.fix({MESSAGE("rules", "Remove '%1'"), "cloud"},
                toml::unset(checked->file, checked->document, path));
}

}

extern const Rule cloud_option_is_known{
    .id = "cloud-option-is-known",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A platform nobody generates for"),
    .why = MESSAGE(
        "rules",
        "The build succeeds and writes no file for the cloud, and no mistake in Cloud.toml is found."),
    .cure = MESSAGE("rules", "Write one of the names, in lower case."),
    .source = "c2c 4.0.0, section 1",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = «"kubernetes"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
)"},
    .check = check};

}
