#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

bool isLocal(std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

void say(Findings& findings, const Place& place, const std::string& host, const Result<Edit>& edit) {
    findings.at(place)
        .say({MESSAGE("rules", "a listener on '%1' answers inside its own container only: no probe, no "
                               "Service and no other "
                               "program reaches it"),
              host})
        .fix(MESSAGE("rules", "Listen on all addresses"), edit);
}

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesFiles()) return;
    const char* all = "\"0.0.0.0\"";
    for (const ballerina::Listener& listener : project.facts.listeners)
        if (listener.host && isLocal(listener.host->text)) {
            const Place& place = listener.host->place;
            say(findings, place, listener.host->text, Edit{{{place.file, place.range, all}}});
        }
    const std::string file(project.configuration);
    const toml::Path path{"ballerina", "http", "defaultListenerConfig", "host"};
    const toml::Node* node = project.facts.defaultListeners.empty() ? nullptr : project.find(file, path);
    if (const auto host = textOf(node); host && isLocal(*host))
        say(findings, {file, node->range}, *host, toml::planned::set(file, project.toml(file), path, all));
}

}

extern const Rule listener_on_localhost{
    .id = "listener-on-localhost",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A listener that only its own container reaches"),
    .why = MESSAGE(
        "rules", "The program starts and every request is refused. Probes fail, so Kubernetes restarts it."),
    .cure = MESSAGE("rules", "Listen on all addresses, which is the default."),
    .source = "ballerina/http, ListenerConfiguration",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090, host = «"localhost"») {
}
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090, host = "0.0.0.0") {
}
)"},
    .check = check,
    .eachConfiguration = true};

}
