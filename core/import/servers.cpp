#include "core/import/servers.h"

#include "core/import/read_lines.h"
#include "core/schema/roles.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>
#include <set>

namespace arabesque {

namespace {

constexpr const char* document = "Deployment.toml";

struct Address {
    std::string host, port;
};

/// "host:port", "[::1]:8080", "unix:/path" and "host" in parts.
Address addressOf(std::string_view text) {
    if (text.starts_with("unix:")) return {std::string(text), {}};
    const std::size_t colon = text.rfind(':');
    const bool hasPort = colon != std::string_view::npos && text.find(']', colon) == std::string_view::npos;
    std::string_view host = hasPort ? text.substr(0, colon) : text;
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    return {std::string(host), hasPort ? std::string(text.substr(colon + 1)) : std::string()};
}

/// Ports that products listen on (topologies.md, section 1.2).
std::string_view roleOfPort(std::string_view port) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> roles{
        {{"8243", "gateway"},
         {"8280", "gateway"},
         {"8099", "gateway"},
         {"8290", "micro-integrator"},
         {"8253", "micro-integrator"},
         {"9443", "control-plane"},
         {"9763", "control-plane"},
         {"9446", "integration-control-plane"},
         {"5432", "database"},
         {"3306", "database"}}};
    const auto found = std::ranges::find(roles, port, [](const auto& each) { return each.first; });
    return found == roles.end() ? "service" : found->second;
}

std::string_view roleOfImage(std::string_view image) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> roles{
        {{"nginx", "load-balancer"},
         {"haproxy", "load-balancer"},
         {"postgres", "database"},
         {"mysql", "database"},
         {"mariadb", "database"},
         {"redis", "cache"},
         {"wso2mi", "micro-integrator"},
         {"wso2am", "all-in-one"}}};
    const auto found =
        std::ranges::find_if(roles, [&](const auto& each) { return image.contains(each.first); });
    return found == roles.end() ? "service" : found->second;
}

std::string nodeName(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept)
            name += c;
        else if (c >= 'A' && c <= 'Z')
            name += static_cast<char>(c - 'A' + 'a');
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? "server" : name;
}

class NodeProposer {
public:
    explicit NodeProposer(Proposals& proposals) : m_proposals(proposals) {
        for (const Node& node : topology().nodes) m_names.insert(*node.name);
    }

    void server(const ForeignServer& server) {
        const Node* node = known(server);
        if (node == nullptr) return add(server);
        if (server.standby == node->isStandby()) return;
        static_cast<void>(m_proposals.set(document, "node[" + std::to_string(node->number) + "].state",
                                          server.standby ? "standby" : "active", server.line));
    }

    void balancer(std::uint32_t line) {
        if (!topology().nodesIn(NodeRole::Tier::Balancer).empty()) return;
        m_proposals.append("node", {{"name", unused("lb")}, {"role", "load-balancer"}}, "load-balancer",
                           line);
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_proposals.analysis().deployment.topology; }

    [[nodiscard]] const Node* known(const ForeignServer& server) const {
        const auto found = std::ranges::find_if(topology().nodes, [&](const Node& node) {
            if (server.host.empty()) return *node.name == server.name;
            return (*node.host == server.host || *node.name == server.host) &&
                   (server.port.empty() || std::to_string(*node.port) == server.port);
        });
        return found == topology().nodes.end() ? nullptr : &*found;
    }

    void add(const ForeignServer& server) {
        const std::string role = server.role.empty() ? std::string(roleOfPort(server.port)) : server.role;
        if (!m_added.insert(server.host + ':' + server.port + ' ' + server.name).second) return;
        std::vector<std::pair<std::string, std::string>> texts{
            {"name", unused(nodeName(server.name.empty() ? server.group : server.name), server.name.empty())},
            {"role", role}};
        if (!server.host.empty()) texts.emplace_back("host", server.host);
        if (!server.port.empty()) texts.emplace_back("port", server.port);
        if (server.standby) texts.emplace_back("state", "standby");
        std::string there = role;
        if (!server.host.empty()) there += ' ' + server.host + (server.port.empty() ? "" : ':' + server.port);
        m_proposals.append("node", texts, there + (server.standby ? ", standby" : ""), server.line);
    }

    std::string unused(const std::string& wanted, bool numbered = true) {
        std::string name = numbered ? wanted + "-1" : wanted;
        for (int number = 2; !m_names.insert(name).second; ++number)
            name = wanted + '-' + std::to_string(number);
        return name;
    }

    Proposals& m_proposals;
    std::set<std::string> m_names{};
    std::set<std::string> m_added{};
};

void serversIn(const std::vector<NginxDirective>& directives, std::vector<ForeignServer>& servers) {
    for (const NginxDirective& each : directives) {
        if (each.name() == "http" || each.name() == "stream") serversIn(each.inside, servers);
        if (each.name() != "upstream") continue;
        for (const NginxDirective& server : each.inside) {
            if (server.name() != "server") continue;
            const Address address = addressOf(server.word(1));
            servers.push_back({.name = server.remark.contains(' ') ? std::string() : server.remark,
                               .group = std::string(each.word(1)),
                               .host = address.host,
                               .port = address.port,
                               .standby = std::ranges::contains(server.words, std::string("backup"),
                                                                &NginxDirective::Word::text),
                               .line = server.line});
        }
    }
}

}

std::vector<ForeignServer> serversOfNginx(const std::vector<NginxDirective>& directives) {
    std::vector<ForeignServer> servers;
    serversIn(directives, servers);
    return servers;
}

std::vector<ForeignServer> serversOfHAProxy(const std::vector<ImportedValue>& values) {
    std::vector<ForeignServer> servers;
    for (const ImportedValue& each : values) {
        const std::size_t at = each.path.find("].server[");
        if (at == std::string::npos) continue;
        if (each.path.ends_with("].address")) {
            const std::size_t begin = at + std::string_view("].server[").size();
            const Address address = addressOf(each.text);
            servers.push_back({.name = each.path.substr(begin, each.path.size() - begin - 9),
                               .host = address.host,
                               .port = address.port,
                               .line = each.line});
        } else if (each.path.ends_with("].backup") && !servers.empty()) {
            servers.back().standby = true;
        }
    }
    return servers;
}

std::vector<ForeignServer> serversOfCompose(const TreeNode& document) {
    std::vector<ForeignServer> servers;
    const TreeNode* services = document.find("services");
    if (services == nullptr) return servers;
    for (const TreeNode& service : services->children)
        servers.push_back({.name = service.key,
                           .role = std::string(roleOfImage(service.textOf("image"))),
                           .line = service.line});
    return servers;
}

void proposeNodes(const std::vector<ForeignServer>& servers, std::string_view target, bool balanced,
                  Proposals& proposals) {
    if (servers.empty()) return;
    const Topology& topology = proposals.analysis().deployment.topology;
    if (!topology.isFor(target)) {
        std::string targets;
        if (const auto written = topology.written(deploymentToml().targets))
            for (const std::string& each : **written) targets += each + ' ';
        static_cast<void>(
            proposals.set(document, "targets", targets + std::string(target), servers.front().line));
    }
    NodeProposer proposer(proposals);
    if (balanced) proposer.balancer(servers.front().line);
    for (const ForeignServer& each : servers) proposer.server(each);
}

}
