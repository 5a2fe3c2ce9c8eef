#include "core/rules/native_options.h"
#include "core/schema/quantity.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <optional>

namespace arabesque {

namespace {

constexpr std::string_view option = "-R:MaxHeapSize=";

/// "-R:MaxHeapSize=512m" in the options; empty where there is none.
std::string_view heapIn(std::string_view options) {
    const std::size_t begin = options.find(option);
    if (begin == std::string_view::npos) return {};
    return options.substr(begin, options.find(' ', begin) - begin);
}

/// In bytes. Without a letter it is bytes already (GraalVM, memory management).
std::optional<double> bytesOf(std::string_view heap) {
    std::string text(heap.substr(option.size()));
    double factor = 1;
    constexpr std::string_view letters = "kmgt";
    if (!text.empty()) {
        const auto letter =
            letters.find(static_cast<char>(std::tolower(static_cast<unsigned char>(text.back()))));
        if (letter != std::string_view::npos) {
            text.pop_back();
            for (std::size_t i = 0; i <= letter; ++i) factor *= 0x1p10;
        }
    }
    const auto number = readQuantity(text);
    return number ? std::optional(*number * factor) : std::nullopt;
}

void check(const Checked& project, Findings& findings) {
    const auto options = nativeOptionsOf(project);
    if (!options || !project.deployment.makesKubernetes()) return;
    const std::string_view heap = heapIn(options->text);
    const auto limit = readQuantity(*project.deployment.workload.maxMemory);
    const auto bytes = heap.empty() ? std::nullopt : bytesOf(heap);
    if (!bytes || !limit || *bytes < *limit) return;
    constexpr double share = 0.75;
    const auto most = static_cast<std::int64_t>(*limit * share / 0x1p20);
    const std::string right = std::string(option) + std::to_string(std::max<std::int64_t>(most, 1)) + 'm';
    findings.at(options->place)
        .say({MESSAGE("rules",
                      "'%1' lets the heap alone grow to the memory limit of %2: the container is killed "
                      "before it is collected"),
              std::string(heap), *project.deployment.workload.maxMemory})
        .fix({MESSAGE("rules", "Write %1"), right}, setOption(project, *options, heap, right));
}

}

extern const Rule native_heap_within_limit{
    .id = "native-heap-within-limit",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A native heap as large as the memory limit"),
    .why = MESSAGE("rules", "The executable needs memory beside its heap: for its code, threads and network "
                            "buffers. Under load the container is killed without a word in its log."),
    .cure =
        MESSAGE("rules", "Give the heap three quarters of the limit, or leave the option out: the executable "
                         "goes by the container's limit then."),
    .source = "GraalVM, memory management of native images",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
graalvmBuildOptions = «"-R:MaxHeapSize=512m"»
=== Cloud.toml
[cloud.deployment]
max_memory = "512Mi"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[build-options]
cloud = "k8s"
graalvm = true
graalvmBuildOptions = "-R:MaxHeapSize=384m"
=== Cloud.toml
[cloud.deployment]
max_memory = "512Mi"
)"},
    .check = check};

}
