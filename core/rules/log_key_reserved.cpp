#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <array>

namespace arabesque {

namespace {

constexpr std::array<const char*, 7> reserved{"msg",   "message",    "time",  "level",
                                              "error", "stackTrace", "module"};

void check(const Checked& project, Findings& findings) {
    const std::string file(project.configuration);
    const toml::Node* pairs = project.find(file, {"ballerina", "log", "keyValues"});
    if (pairs == nullptr) return;
    for (const char* key : reserved)
        if (const toml::Node* node = pairs->member(key))
            findings.at({file, node->keyRange})
                .say({MESSAGE("rules",
                              "every message has '%1' already: the program stops at a pair of that name"),
                      key})
                .fix({MESSAGE("rules", "Remove '%1'"), key},
                     toml::planned::unset(file, project.toml(file), {"ballerina", "log", "keyValues", key}));
}

}

extern const Rule log_key_reserved{
    .id = "log-key-reserved",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A pair of the log that takes the name of another"),
    .why = MESSAGE("rules", "The module log does not take the value, and the program stops at its start."),
    .cure = MESSAGE("rules", "Give the pair another name."),
    .source = "ballerina/log, February 2026",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.log.keyValues]
team = "shop"
«module» = "orders"
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.log.keyValues]
team = "shop"
)"},
    .check = check,
    .eachConfiguration = true};

}
