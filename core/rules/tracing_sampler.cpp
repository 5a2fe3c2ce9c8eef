#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::string file(project.configuration);
    const toml::Node* jaeger = project.find(file, {"ballerinax", "jaeger"});
    const toml::Node* parameter = jaeger == nullptr ? nullptr : jaeger->member("samplerParam");
    if (parameter == nullptr || parameter->value == nullptr || parameter->value->kind != toml::Kind::Float)
        return;
    const std::string type = textOf(jaeger->member("samplerType")).value_or("const");
    const double number = parameter->value->number;
    const bool share = type == "probabilistic" && (number < 0 || number > 1);
    const bool flag = type == "const" && number != 0 && number != 1;
    if (!share && !flag) return;
    auto finding = findings.at({file, parameter->range});
    finding.say(
        {share ? MESSAGE("rules",
                         "%1 is no share of requests: a probabilistic sampler takes 0.0 for none to 1.0 for "
                         "all")
               : MESSAGE("rules", "a const sampler takes 1.0 for all requests or 0.0 for none, not %1"),
         parameter->value->text});
    if (flag && number > 0 && number < 1)
        finding.fix({MESSAGE("rules", "Set '%1' to %2"), "samplerType", "\"probabilistic\""},
                    toml::planned::set(file, project.toml(file), {"ballerinax", "jaeger", "samplerType"},
                                       "\"probabilistic\""));
    finding.fix(
        {MESSAGE("rules", "Write %1"), "1.0"},
        toml::planned::set(file, project.toml(file), {"ballerinax", "jaeger", "samplerParam"}, "1.0"));
}

}

extern const Rule tracing_sampler{
    .id = "tracing-sampler",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A sampler with a number it cannot use"),
    .why = MESSAGE("rules", "More or fewer requests are traced than meant: all of them, or none."),
    .cure = MESSAGE("rules", "Choose the sampler by the number: const for all or none, probabilistic for a "
                             "share, ratelimiting for so many a second."),
    .source = "ballerinax/jaeger",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
observabilityIncluded = true
=== main.bal
import ballerina/http;
import ballerinax/jaeger as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerinax.jaeger]
samplerType = "probabilistic"
samplerParam = «25.0»
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
observabilityIncluded = true
=== main.bal
import ballerina/http;
import ballerinax/jaeger as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerinax.jaeger]
samplerType = "probabilistic"
samplerParam = 1.0
)"},
    .check = check,
    .eachConfiguration = true};

}
