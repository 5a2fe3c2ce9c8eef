#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::string file(project.configuration);
    for (const char* log : {"accessLogConfig", "traceLogAdvancedConfig"}) {
        const toml::Path table{"ballerina", "http", log};
        const toml::Node* node = project.find(file, table);
        const toml::Node* path = node == nullptr ? nullptr : node->member("path");
        const auto text = textOf(path);
        if (!text) continue;
        auto finding = findings.at({file, path->keyRange});
        finding.say(
            {MESSAGE("rules",
                     "'path' of %1 has a successor, 'file', which names the path and how files follow each "
                     "other"),
             log});
        const Edit edit{{{file,
                          {path->keyRange.begin, path->range.end},
                          "file = { path = " + toml::quoted(*text) + " }"}}};
        const bool inTable = node->section != nullptr && node->member("file") == nullptr;
        if (inTable && toml::staysValid(project.toml(file), file, edit))
            finding.fix(MESSAGE("rules", "Write it as 'file'"), edit);
    }
}

}

extern const Rule log_path_is_deprecated{.id = "log-path-is-deprecated",
                                  .severity = Severity::Info,
                                  .title = MESSAGE("rules", "A log file that is named the old way"),
                                  .why = MESSAGE("rules", "It works still; a later release will stop at it."),
                                  .cure = MESSAGE("rules", "Name the file under 'file'."),
                                  .source = "ballerina/http, July 2026",
                                  .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.http.accessLogConfig]
«path» = "logs/access.log"
)",
                                              .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.http.accessLogConfig]
file = { path = "logs/access.log" }
)"},
                                  .check = check,
                                  .eachConfiguration = true};

}
