#include "core/rules/rule.h"
#include "core/schema/deployment_toml.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

/// At run time the default listener has a port, and code-to-cloud opens none (c2c 4.0.0, section 5.3).
void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesFiles()) return;
    const std::string file = "Deployment.toml";
    const toml::Document& profile = project.toml(file);
    const toml::Path key{"profile", "assume_default_listener"};
    const bool assumed = isTrue(profile.find(key));
    for (const Place& place : project.facts.defaultListeners) {
        auto finding = findings.at(place);
        if (assumed)
            finding
                .say(MESSAGE(
                    "rules",
                    "the files made here open this listener's port, as Deployment.toml asks; bal build "
                    "itself opens none"))
                .fix(MESSAGE("rules", "Open none here either"), toml::unset(file, profile, key));
        else
            finding
                .say(
                    MESSAGE("rules",
                            "the default listener has a port at run time, 9090 or what Config.toml says, but "
                            "code-to-cloud opens none: the program cannot be reached from outside"))
                .fix(MESSAGE("rules", "Open its port in the files made here"),
                     toml::set(file, profile, key, "true"));
    }
}

}

extern const Rule default_listener_is_open{
    .id = "default-listener-is-open",
    .severity = Severity::Info,
    .title = MESSAGE("rules", "A default listener nobody reaches"),
    .why =
        MESSAGE("rules",
                "No port is opened and no Service is made: the program runs, and requests do not get there."),
    .cure = MESSAGE("rules", "Name a port in the source; or have the files made here open the default one, "
                             "which bal build does not do."),
    .source = "c2c 4.0.0, section 5.3",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on «http:getDefaultListener()» {
}
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on http:getDefaultListener() {
}
=== Deployment.toml
[profile]
assume_default_listener = true
)"},
    .check = check};

}
