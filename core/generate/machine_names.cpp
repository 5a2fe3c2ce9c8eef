#include "core/generate/machine_names.h"

#include "core/generate/plain_text.h"
#include "core/generate/text_writer.h"

#include <algorithm>

namespace arabesque {

namespace {

/// `text` with a dash for what no file, unit or folder should have in its name.
std::string fileNameOf(std::string_view text) {
    std::string name(text);
    for (char& c : name)
        if (!hasOnly({&c, 1}, "-_.")) c = '-';
    const std::size_t start = name.find_first_not_of(".-");
    return start == std::string::npos ? "program" : name.substr(start);
}

}

MachineNames machineNamesOf(const Deployment& deployment) {
    const auto& keys = deploymentToml().machine;
    const Topology& topology = deployment.topology;
    const Workload& workload = deployment.workload;
    MachineNames names{.package = fileNameOf(workload.jar), .user = topology.value(keys.user)};
    const auto folder = topology.written(keys.folder);
    names.folder =
        folder ? *folder
               : Sourced<std::string>{"/opt/" + names.package,
                                      joined({{Origin::Kind::Default, "Deployment.toml", "vm.folder", {}}},
                                             workload.name.origins)};
    names.program = {names.package + (*deployment.graalvm ? "" : ".jar"),
                     joined(workload.name.origins, deployment.graalvm.origins)};
    return names;
}

std::vector<std::size_t> machinesOf(const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    std::vector<std::size_t> numbers = topology.nodesOf("service");
    std::erase_if(numbers, [&](std::size_t number) { return !isFileName(*topology.nodes[number].name); });
    std::ranges::stable_partition(numbers,
                                  [&](std::size_t number) { return topology.nodes[number].isStandby(); });
    return numbers;
}

std::optional<Health> healthOf(const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    const auto& check = deploymentToml().healthCheck;
    if (topology.has("load_balancer.health_check"))
        return Health{topology.value(check.path), topology.written(check.port)};
    for (const auto* probe : {&deployment.workload.readiness, &deployment.workload.liveness})
        if (*probe) return Health{(*probe)->path, (*probe)->port};
    return std::nullopt;
}

}
