#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <cstdlib>

namespace arabesque {

namespace {

/// Of the 30 seconds Kubernetes waits by default the generated preStop takes 15 (c2c 4.0.0, section 6.3).
constexpr double left = 15;

void say(Findings& findings, const Place& place, const std::string& written, const char* right,
         const Result<Edit>& edit) {
    findings.at(place)
        .say(
            {MESSAGE(
                 "rules",
                 "requests may take %1 seconds after a stop, and Kubernetes leaves %2: of its 30 seconds the "
                 "generated preStop waits 15. Then the program is killed"),
             written, "15"})
        .fix({MESSAGE("rules", "Write %1"), right}, edit);
}

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes() || project.deployment.workload.isTask()) return;
    for (const ballerina::Listener& listener : project.facts.listeners)
        if (listener.gracefulStop && std::strtod(listener.gracefulStop->text.c_str(), nullptr) > left) {
            const Place& place = listener.gracefulStop->place;
            say(findings, place, listener.gracefulStop->text, "15", Edit{{{place.file, place.range, "15"}}});
        }
    const std::string file(project.configuration);
    const toml::Path path{"ballerina", "http", "defaultListenerConfig", "gracefulStopTimeout"};
    const toml::Node* node = project.facts.defaultListeners.empty() ? nullptr : project.find(file, path);
    if (node == nullptr || node->value == nullptr || node->value->kind != toml::Kind::Float ||
        node->value->number <= left)
        return;
    say(findings, {file, node->range}, node->value->text, "15.0",
        toml::planned::set(file, project.toml(file), path, "15.0"));
}

}

extern const Rule grace_period{
    .id = "grace-period",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "More time to stop than Kubernetes gives"),
    .why = MESSAGE("rules", "Requests that take longer are cut off at each new version, each move to another "
                            "node and each step of the autoscaler."),
    .cure = MESSAGE(
        "rules",
        "Stay within 15 seconds, or raise terminationGracePeriodSeconds in a patch of the generated file."),
    .source = "c2c 4.0.0, section 6.3; Kubernetes, pod lifecycle",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090, gracefulStopTimeout = «60») {
}
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090, gracefulStopTimeout = 15) {
}
)"},
    .check = check,
    .eachConfiguration = true};

}
