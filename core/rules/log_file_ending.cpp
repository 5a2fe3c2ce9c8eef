#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::string file(project.configuration);
    const toml::Node* destinations = project.find(file, {"ballerina", "log", "destinations"});
    if (destinations == nullptr) return;
    for (std::size_t i = 0; i < destinations->elements.size(); ++i) {
        const toml::Node* path = destinations->elements[i].member("path");
        const auto text = textOf(path);
        if (!text || text->ends_with(".log")) continue;
        const std::string right = toml::quoted(*text + ".log");
        findings.at({file, path->range})
            .say({MESSAGE(
                      "rules",
                      "messages are written to files whose names end in .log, and '%1' does not: the program "
                      "stops at its start"),
                  *text})
            .fix({MESSAGE("rules", "Write %1"), right},
                 toml::planned::set(file, project.toml(file), {"ballerina", "log", "destinations", i, "path"},
                                    right));
    }
}

}

extern const Rule log_file_ending{
    .id = "log-file-ending",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A log file of another ending"),
    .why = MESSAGE("rules", "The program stops at its start, with an error of the module log."),
    .cure = MESSAGE("rules", "Let the name end in .log."),
    .source = "ballerina/log, February 2026",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[[ballerina.log.destinations]]
path = «"./logs/orders.txt"»
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[[ballerina.log.destinations]]
path = "./logs/orders.txt.log"
)"},
    .check = check,
    .eachConfiguration = true};

}
