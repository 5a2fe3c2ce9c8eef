#include "core/generate/script_balancers.h"

#include "core/generate/balancer_site.h"
#include "core/generate/plain_text.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Entries = std::vector<std::pair<std::string, Text>>;

/// The groups a node is a server of, and the balancers that have them.
struct Rotation {
    std::vector<std::string> groups{}, balancers{};
    std::size_t others = 0;   ///< servers beside it
};

void addOnce(std::vector<std::string>& names, const std::string& name) {
    if (!std::ranges::contains(names, name)) names.push_back(name);
}

Rotation rotationOf(const std::vector<BalancerSite>& sites, const Node& node) {
    Rotation rotation;
    for (const BalancerSite& site : sites)
        for (const BalancedGroup& group : site.groups) {
            if (!std::ranges::contains(group.servers, *node.name, &BalancedServer::node)) continue;
            addOnce(rotation.groups, group.name);
            addOnce(rotation.balancers, site.node);
            rotation.others = group.servers.size() - 1;
        }
    return rotation;
}

std::string inOneLine(const std::vector<std::string>& names) {
    std::string line;
    for (const std::string& name : names) line += (line.empty() ? "" : " ") + name;
    return line;
}

}

void writeBalancers(BashWriter& writer, const Deployment& deployment,
                    const std::vector<std::size_t>& numbers) {
    const Topology& topology = deployment.topology;
    const std::vector<BalancerSite> sites = balancerSitesOf(deployment);
    Entries of, groups, beside, hosts, ports;
    for (const std::size_t number : numbers) {
        const Node& each = topology.nodes[number];
        const Rotation rotation = rotationOf(sites, each);
        of.emplace_back(*each.name, Text{inOneLine(rotation.balancers), each.name.origins});
        groups.emplace_back(*each.name, Text{inOneLine(rotation.groups), each.role.origins});
        beside.emplace_back(*each.name, Text{std::to_string(rotation.others), each.role.origins});
    }
    std::vector<Text> order;
    for (const BalancerSite& site : sites) {
        const Node& balancer = *topology.node(site.node);
        order.push_back(balancer.name);
        hosts.emplace_back(site.node, balancer.host);
        ports.emplace_back(site.node, Text{std::to_string(*balancer.port), balancer.port.origins});
    }
    const BalancerEngine engine = balancerEngineOf(topology);
    const auto written = topology.value(deploymentToml().loadBalancer.engine);
    const bool http = *topology.value(deploymentToml().loadBalancer.mode) != "tcp";
    writer.blank();
    writer.variable("engine", {engine.isNginx() ? "nginx" : "haproxy", written.origins});
    writer.variable("balancer_site", {std::string("/etc/nginx/") + (http ? "conf.d/" : "stream.d/") +
                                          identifierOf(deployment.workload.jar) + ".conf",
                                      written.origins});
    writer.array("balancers", order);
    writer.table("balancer_host", hosts);
    writer.table("balancer_port", ports);
    writer.table("balancers_of", of);
    writer.table("groups_of", groups);
    writer.table("servers_beside", beside);
}

}
