#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto& entrypoint = project.deployment.workload.entrypoint;
    const Origin* place =
        !entrypoint || !project.deployment.makesImage() ? nullptr : writtenAt(entrypoint->origins);
    constexpr std::string_view placeholder = "${CONFIG_FILE}";
    if (place == nullptr || !(*entrypoint)->contains(placeholder)) return;
    auto finding = findings.at(place->place());
    finding.say(MESSAGE("rules",
                        "nothing is put in for ${CONFIG_FILE}: the program finds its configuration by the "
                        "variable BAL_CONFIG_FILES, not by an argument"));
    for (const std::string_view word : wordsOf(**entrypoint))
        if (word.contains(placeholder))
            finding.fix({MESSAGE("rules", "Remove '%1'"), std::string(word)},
                        setAt(project, *place, toml::quoted(replaced(**entrypoint, word, ""))));
}

}

extern const Rule entrypoint_config_file_is_empty{
    .id = "entrypoint-config-file-is-empty",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A place for configuration that stays empty"),
    .why = MESSAGE("rules", "The program is started with an empty argument, or half of one, and takes it for "
                            "a file or an option."),
    .cure = MESSAGE("rules", "Remove it: configuration files of Cloud.toml reach the program without it."),
    .source = "c2c 4.0.0, section 3.1",
    .example = {.wrong = R"(=== Cloud.toml
[container.image]
entrypoint = «"ENTRYPOINT java -cp jars/* acme.orders --config=${CONFIG_FILE}"»
)",
                .right = R"(=== Cloud.toml
[container.image]
entrypoint = "ENTRYPOINT java -cp jars/* acme.orders"
)"},
    .check = check};

}
