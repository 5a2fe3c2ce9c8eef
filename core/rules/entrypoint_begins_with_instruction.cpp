#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::array<std::string_view, 18> instructions{
    "ADD",   "ARG",        "CMD",     "COPY", "ENTRYPOINT", "ENV",        "EXPOSE", "FROM",   "HEALTHCHECK",
    "LABEL", "MAINTAINER", "ONBUILD", "RUN",  "SHELL",      "STOPSIGNAL", "USER",   "VOLUME", "WORKDIR"};

bool isInstruction(std::string_view word) {
    return std::ranges::any_of(instructions, [&](std::string_view each) {
        return std::ranges::equal(
            each, word, {}, {}, [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    });
}

/// The text takes the place of the whole line.
void check(const Checked& project, Findings& findings) {
    const auto& entrypoint = project.deployment.workload.entrypoint;
    const Origin* place =
        !entrypoint || !project.deployment.makesImage() ? nullptr : writtenAt(entrypoint->origins);
    if (place == nullptr) return;
    const auto words = wordsOf(**entrypoint);
    if (words.empty() || words.front().starts_with('#') || isInstruction(words.front())) return;
    const std::string right = "ENTRYPOINT " + **entrypoint;
    findings.at(place->place())
        .say({MESSAGE(
                  "rules",
                  "this text becomes a line of the Dockerfile as it is, and '%1' is no instruction: docker "
                  "build stops. Begin with ENTRYPOINT or CMD"),
              std::string(words.front())})
        .fix(MESSAGE("rules", "Put ENTRYPOINT before it"), setAt(project, *place, toml::quoted(right)));
}

}

extern const Rule entrypoint_begins_with_instruction{
    .id = "entrypoint-begins-with-instruction",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A start command without its instruction"),
    .why = MESSAGE("rules", "The Dockerfile has a line that Docker cannot read, so no image is built."),
    .cure = MESSAGE("rules", "Begin the text with ENTRYPOINT or CMD."),
    .source = "c2c 4.0.0, section 3.1",
    .example = {.wrong = R"(=== Cloud.toml
[container.image]
entrypoint = «'java -jar "${APP}"'»
)",
                .right = R"(=== Cloud.toml
[container.image]
entrypoint = 'ENTRYPOINT java -jar "${APP}"'
)"},
    .check = check};

}
