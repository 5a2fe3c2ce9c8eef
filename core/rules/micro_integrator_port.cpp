#include "core/rules/deployment_table.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// What the offset is added to: HTTP and HTTPS (WSO2 Micro Integrator, default.json).
constexpr std::array<std::int64_t, 2> basePorts{8280, 8243};
constexpr std::int64_t shippedOffset = 10;

/// The base of a port that some offset people know makes of it; 0 for another port.
std::int64_t baseOf(std::int64_t port) {
    for (const std::int64_t base : basePorts)
        if (port == base || port == base + shippedOffset) return base;
    return 0;
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const std::int64_t offset = *topology.value(deploymentToml().microIntegrator.offset);
    for (const Node& node : topology.nodes) {
        const DeploymentTable table = nodeTable(project, node.number);
        const std::int64_t base = baseOf(*node.port);
        if (!node.is("micro-integrator") || table.find("port") == nullptr || base == 0 ||
            *node.port == base + offset)
            continue;
        const std::string right = std::to_string(base + offset);
        findings.at(table.place("port"))
            .say({MESSAGE("rules", "nothing listens on %1: the Micro Integrator adds its offset of %2 to %3"),
                  std::to_string(*node.port), std::to_string(offset), std::to_string(base)})
            .fix({MESSAGE("rules", "Serve on port %1"), right}, table.set("port", right))
            .fix({MESSAGE("rules", "Set the offset to %1"), std::to_string(*node.port - base)},
                 DeploymentTable(project, {"micro_integrator"})
                     .set("offset", std::to_string(*node.port - base)));
    }
}

}

extern const Rule micro_integrator_port{
    .id = "micro-integrator-port",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A port of the Micro Integrator without its offset"),
    .why =
        MESSAGE("rules", "Every connection is refused. The guides name 8280 and 8243 in places, and with the "
                         "shipped offset of 10 it serves on 8290 and 8253."),
    .cure = MESSAGE("rules", "Write 8290 for HTTP or 8253 for HTTPS, or change the offset."),
    .source = "WSO2 Micro Integrator 4.6, default.json",
    .example = {.wrong = R"(=== Deployment.toml
product = "micro-integrator"

[[node]]
name = "mi-1"
role = "micro-integrator"
port = «8243»
)",
                .right = R"(=== Deployment.toml
product = "micro-integrator"

[[node]]
name = "mi-1"
role = "micro-integrator"
port = 8253
)"},
    .check = check};

}
