#include "core/rules/virtual_address.h"

namespace arabesque {

std::optional<VirtualAddress> virtualAddressOf(const Checked& project) {
    const Topology& topology = project.deployment.topology;
    const DeploymentTable table(project, {"load_balancer", "vip"});
    if (!table.isWritten() || *topology.value(deploymentToml().loadBalancer.managed)) return std::nullopt;
    return VirtualAddress{topology, table};
}

}
