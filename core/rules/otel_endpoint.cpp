#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <array>

namespace arabesque {

namespace {

struct Endpoint {
    const char* address;
    const char* protocol;
    const char* path;
};

void check(const Checked& project, Findings& findings) {
    constexpr std::array<Endpoint, 2> endpoints{{{"tracesEndpoint", "tracesProtocol", "/v1/traces"},
                                                 {"metricsEndpoint", "metricsProtocol", "/v1/metrics"}}};
    const std::string file(project.configuration);
    const toml::Node* otel = project.find(file, {"ballerina", "otel"});
    if (otel == nullptr) return;
    for (const Endpoint& each : endpoints) {
        const toml::Node* node = otel->member(each.address);
        const auto text = textOf(node);
        if (!text || text->empty()) continue;
        const bool whole = text->starts_with("http://") || text->starts_with("https://");
        const bool wantsPath = textOf(otel->member(each.protocol)) == "http/protobuf";
        if (whole && (!wantsPath || text->ends_with(each.path))) continue;
        std::string right = whole || text->contains("://") ? *text : "http://" + *text;
        while (wantsPath && right.ends_with('/')) right.pop_back();
        if (wantsPath && !right.ends_with(each.path)) right += each.path;
        auto finding = findings.at({file, node->range});
        finding.say(
            {!whole
                 ? MESSAGE("rules", "'%1' is no address of a collector: it begins with http:// or https://")
                 : MESSAGE("rules",
                           "over http/protobuf the whole address is wanted, and '%1' does not end in "
                           "%2"),
             *text, each.path});
        if (right.starts_with("http"))
            finding.fix({MESSAGE("rules", "Write %1"), toml::quoted(right)},
                        toml::planned::set(file, project.toml(file), {"ballerina", "otel", each.address},
                                           toml::quoted(right)));
    }
}

}

extern const Rule otel_endpoint{
    .id = "otel-endpoint",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A collector whose address is not whole"),
    .why = MESSAGE(
        "rules",
        "The program stops at its start, or sends to an address that answers 'not found'; nothing arrives."),
    .cure =
        MESSAGE("rules", "Write the address with http:// or https://, and over http/protobuf with its path."),
    .source = "ballerina/otel, with 2201.14.0",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = "2201.14.0"

[build-options]
cloud = "k8s"
observabilityIncluded = true
=== main.bal
import ballerina/http;
import ballerina/otel as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.otel]
tracesProtocol = "http/protobuf"
tracesEndpoint = «"http://collector:4318"»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"
distribution = "2201.14.0"

[build-options]
cloud = "k8s"
observabilityIncluded = true
=== main.bal
import ballerina/http;
import ballerina/otel as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerina.otel]
tracesProtocol = "http/protobuf"
tracesEndpoint = "http://collector:4318/v1/traces"
)"},
    .check = check,
    .eachConfiguration = true};

}
