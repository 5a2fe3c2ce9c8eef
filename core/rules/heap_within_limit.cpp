#include "core/rules/cures.h"
#include "core/rules/rule.h"
#include "core/schema/quantity.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::string_view option = "-Xmx";

/// "-Xmx512m" in a command; empty where there is none.
std::string_view heapIn(std::string_view command) {
    const std::size_t begin = command.find(option);
    if (begin == std::string_view::npos) return {};
    const std::size_t digits = begin + option.size();
    std::size_t end = std::min(command.find_first_not_of("0123456789", digits), command.size());
    if (end < command.size() && std::string_view("kKmMgGtT").contains(command[end])) ++end;
    return end == digits ? std::string_view() : command.substr(begin, end - begin);
}

double bytesOf(std::string_view heap) {
    heap.remove_prefix(option.size());
    double bytes = 0;
    for (const char c : heap) {
        switch (c) {
        case 'k':
        case 'K': bytes *= 0x1p10; break;
        case 'm':
        case 'M': bytes *= 0x1p20; break;
        case 'g':
        case 'G': bytes *= 0x1p30; break;
        case 't':
        case 'T': bytes *= 0x1p40; break;
        default: bytes = bytes * 10 + (c - '0');
        }
    }
    return bytes;
}

void check(const Checked& project, Findings& findings) {
    const Workload& workload = project.deployment.workload;
    const Origin* place = !workload.entrypoint || !project.deployment.makesKubernetes()
                              ? nullptr
                              : writtenAt(workload.entrypoint->origins);
    const std::string_view heap = place == nullptr ? std::string_view() : heapIn(**workload.entrypoint);
    const auto limit = readQuantity(*workload.maxMemory);
    if (heap.empty() || !limit || bytesOf(heap) < *limit) return;
    const std::string share = "-XX:MaxRAMPercentage=75.0";
    findings.at(place->place())
        .say({MESSAGE("rules",
                      "'%1' lets the heap alone grow to the memory limit of %2: before Java makes room, the "
                      "container is killed"),
              std::string(heap), *workload.maxMemory})
        .fix({MESSAGE("rules", "Write %1"), share},
             setAt(project, *place, toml::quoted(replaced(**workload.entrypoint, heap, share))));
}

}

extern const Rule heap_within_limit{
    .id = "heap-within-limit",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A heap as large as the memory limit"),
    .why = MESSAGE("rules", "Java needs memory beside its heap: for classes, threads and network buffers. "
                            "Under load the container is killed without a word in its log, and restarted."),
    .cure = MESSAGE("rules", "Give the heap a share of the limit, such as three quarters."),
    .source = "c2c 4.0.0, section 3.1; JDK 21, java",
    .example = {.wrong = R"(=== Cloud.toml
[container.image]
entrypoint = «"ENTRYPOINT java -Xmx1g -cp jars/* acme.orders"»

[cloud.deployment]
max_memory = "1Gi"
)",
                .right = R"(=== Cloud.toml
[container.image]
entrypoint = "ENTRYPOINT java -XX:MaxRAMPercentage=75.0 -cp jars/* acme.orders"

[cloud.deployment]
max_memory = "1Gi"
)"},
    .check = check};

}
