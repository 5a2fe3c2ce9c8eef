#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::size_t most = 32;

/// "2201.13.4", with or without a suffix such as "-rc1"; the parts in front are numbers.
bool isRelease(std::string_view text) {
    text = text.substr(0, text.find('-'));
    for (int part = 0; part < 3; ++part) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
        if (end == 0 || (part < 2) != (end < text.size() && text[end] == '.')) return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return text.empty();
}

void check(const Checked& project, Findings& findings) {
    const std::string file = "Ballerina.toml";
    const toml::Path path{"package", "distribution"};
    const toml::Node* node = project.find(file, path);
    const auto text = textOf(node);
    if (!text || text->size() > most || isRelease(*text) || text->starts_with("slbeta") ||
        text->starts_with("slalpha"))
        return;
    auto finding = findings.at({file, node->range});
    finding.say(
        {MESSAGE("rules",
                 "'%1' is no release of Ballerina, which are written 2201.13.4: tools that choose a release "
                 "by it find none"),
         *text});
    if (const std::string right = *text + ".0"; isRelease(right))
        finding.fix({MESSAGE("rules", "Write %1"), toml::quoted(right)},
                    toml::planned::set(file, project.toml(file), path, toml::quoted(right)));
}

}

extern const Rule distribution_is_a_release{
    .id = "distribution-is-a-release",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A distribution that is no release"),
    .why = MESSAGE("rules",
                   "Pipelines and editors that install the release named here stop, or take the newest."),
    .cure = MESSAGE("rules", "Write the whole number, as bal version prints it."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = «"2201.13"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = "2201.13.0"
)"},
    .check = check};

}
