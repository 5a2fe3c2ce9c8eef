#include "core/rules/probes.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

bool isHealth(std::string_view path) {
    return std::ranges::any_of(std::to_array<std::string_view>({"health", "ready"}),
                               [&](std::string_view word) { return path.contains(word); });
}

/// Behind the last line of the file.
Result<Edit> addProbe(const Checked& project, std::int64_t port, const std::string& path) {
    const std::string file = "Cloud.toml";
    const std::string_view text = project.toml(file).text();
    const std::string before = text.empty() ? "" : text.ends_with('\n') ? "\n" : "\n\n";
    const Edit edit{{{file,
                      {text.size(), text.size()},
                      before + "[cloud.deployment.probes.readiness]\nport = " + std::to_string(port) +
                          "\npath = " + toml::quoted(path) + "\n"}}};
    if (!toml::staysValid(project.toml(file), file, edit))
        return failure(MESSAGE("rules", "there is no place for a probe"));
    return edit;
}

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesKubernetes() || !deployment.readsCloudToml() || deployment.workload.isTask() ||
        !probesOf(project).empty())
        return;
    for (const ballerina::Service& service : project.facts.services)
        for (const ballerina::Resource& resource : service.resources) {
            const std::string path = pathOf(service, resource);
            const bool fixed = !resource.path.ends_with('/') && !path.contains("//");
            if (resource.accessor != "get" || !fixed || !isHealth(resource.path) || service.ports.empty())
                continue;
            findings.at(resource.place)
                .say({MESSAGE("rules", "the program answers at %1 and nobody asks: without a readiness probe "
                                       "a replica gets "
                                       "requests before it listens"),
                      path})
                .fix(MESSAGE("rules", "Ask it as readiness probe"),
                     addProbe(project, service.ports.front().number, path));
            return;
        }
}

}

extern const Rule health_is_asked{.id = "health-is-asked",
                           .severity = Severity::Info,
                           .title = MESSAGE("rules", "A question of health that nobody asks"),
                           .why = MESSAGE("rules", "At each new version and each step of the autoscaler some "
                                                   "requests fail, until the new replica listens."),
                           .cure = MESSAGE("rules", "Add a readiness probe to Cloud.toml."),
                           .source = "c2c 4.0.0, section 6.3; Kubernetes, probes",
                           .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    «resource function get healthz»() {
    }
}
=== Cloud.toml
[container.image]
name = "orders"
)",
                                       .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get healthz() {
    }
}
=== Cloud.toml
[container.image]
name = "orders"

[cloud.deployment.probes.readiness]
port = 9090
path = "/orders/healthz"
)"},
                           .check = check};

}
