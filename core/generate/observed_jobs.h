#pragma once

#include "core/generate/generator.h"
#include "core/generate/text_writer.h"
#include "core/generate/yaml.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace arabesque {

inline constexpr const char* observabilityFamily = "observability";

/// Instances of one program that Prometheus asks for numbers.
struct ObservedJob {
    enum class Kind { Ballerina, MicroIntegrator };
    Kind kind = Kind::Ballerina;
    std::string name;   ///< as metrics carry it: "orders"
    Sourced<std::int64_t> port{};
    const char* path = "/metrics";
    std::vector<const Node*> nodes{};
    Origins because{};   ///< why it is there and called so
};

/// That [observability] is written at all: the first that is in it, else what it stands for.
[[nodiscard]] Origins reasonsOfObservability(const Topology& topology);

/// Programs and Micro Integrators that are laid out; empty where Prometheus collects nothing. Borrows the design.
[[nodiscard]] std::vector<ObservedJob> observedJobsOf(const Design& design);

/// Groups of rules on objectives of the deployment: the list under `groups`.
[[nodiscard]] Yaml alertGroups(const Design& design, const std::vector<ObservedJob>& jobs);

/// Prometheus for machines and containers; objects for its operator on Kubernetes.
[[nodiscard]] Artifacts prometheusFiles(const Design& design);
/// Who takes traces, to try it out.
[[nodiscard]] Artifacts traceFiles(const Design& design);
/// Fluent Bit, which ships logs.
[[nodiscard]] Artifacts logFiles(const Design& design);

}
