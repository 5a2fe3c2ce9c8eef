#include "core/rules/rule.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::array<const char*, 4> names{"Ballerina.toml", "Cloud.toml", "Config.toml", "Deployment.toml"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

void say(const Snapshot& snapshot, const std::string& found, const std::string& wanted, Findings& findings) {
    auto finding = findings.at({found, {0, 0}});
    if (snapshot.exists(wanted)) {
        finding.say({MESSAGE("rules", "nothing reads '%1': the file that counts is '%2', which is "
                                      "there too; remove the one that is not read"),
                     found, wanted});
        return;
    }
    finding.say(
        {MESSAGE("rules", "nothing reads '%1': the tools look for '%2', letter by letter; rename the file"),
         found, wanted});
    const std::string text(snapshot.text(found));
    if (!text.empty())
        finding.fix({MESSAGE("rules", "Write its text to '%1'"), wanted}, Edit{{{wanted, {0, 0}, text}}});
}

void check(const Checked& project, Findings& findings) {
    for (const std::string wanted : names)
        for (const auto& [file, document] : project.snapshot.documents)
            if (file != wanted && document.exists() && std::ranges::equal(file, wanted, {}, lower, lower))
                say(project.snapshot, file, wanted, findings);
}

}

extern const Rule file_name_case{
    .id = "file-name-case",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A file name in other letters"),
    .why = MESSAGE(
        "rules",
        "The tools pass over the file without a word, except on computers where letter case does not count."),
    .cure = MESSAGE("rules", "Rename the file."),
    .source = "Ballerina 2201.13, ProjectConstants",
    .example = {.wrong = R"(=== cloud.toml
«»[container.image]
name = "orders"
)",
                .right = R"(=== Cloud.toml
[container.image]
name = "orders"
)"},
    .check = check};

}
