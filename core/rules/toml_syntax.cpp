#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    if (project.files == nullptr) return;
    // code-to-cloud reads Cloud.toml only for three values of the build option (c2c 4.0.0, section 1)
    const auto stopsTheTool = [&](std::string_view file) {
        return file != "Cloud.toml" || project.deployment.makesImage();
    };
    for (const auto& [file, document] : *project.files)
        for (const toml::SyntaxError& error : document.errors())
            findings.at({file, error.range})
                .severity(stopsTheTool(file) ? Severity::Error : Severity::Warning)
                .say(error.message);
}

}

extern const Rule toml_syntax{
    .id = "toml-syntax",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A text that is no TOML"),
    .why = MESSAGE("rules", "Whoever reads the file stops at this place, or goes on without the whole file."),
    .cure = MESSAGE("rules", "Write it as TOML has it."),
    .source = "TOML 1.0.0",
    .example = {.wrong = R"(=== Cloud.toml
[container.image]
name = «orders»
)",
                .right = R"(=== Cloud.toml
[container.image]
name = "orders"
)"},
    .check = check};

}
