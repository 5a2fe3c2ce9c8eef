#include "core/generate/generator.h"
#include "core/generate/text_writer.h"

namespace arabesque {

namespace {

/// choreo.yaml (c2c 4.0.0, section 9).
Artifacts generate(const Design& design) {
    const Deployment& deployment = design.deployment;
    if (deployment.target != Deployment::Cloud::Choreo) return {};
    const Workload& workload = deployment.workload;
    const Origins because =
        joined(joined({layout("c2c 4.0.0, section 9")}, deployment.cloud.origins), workload.name.origins);
    TextWriter writer("choreo/" + workload.jar + "/choreo.yaml", "choreo", because);
    writer.line(workload.everyPort.empty() ? "ports: []" : "ports:", because);
    for (const auto& port : workload.everyPort) {
        writer.line("- containerPort: " + std::to_string(port.value), port.origins);
        writer.line("  protocol: TCP", port.origins);
    }
    Artifacts files;
    files.push_back(std::move(writer).take());
    return files;
}

}

extern const Generator choreo{.family = "choreo", .generate = generate};

}
