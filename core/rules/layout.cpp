#include "core/rules/layout.h"

#include "core/rules/cures.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <ranges>

namespace arabesque {

namespace {

constexpr const char* file = "Deployment.toml";
template <class Condition> Nodes nodesWhere(const Topology& topology, const Condition& condition) {
    Nodes found;
    for (const Node& node : topology.nodes)
        if (condition(node)) found.push_back(&node);
    return found;
}

std::string textAt(const toml::Node& node, std::string_view key) {
    return textOf(node.member(key)).value_or("");
}

}

Place placeOfPattern(const Checked& project) {
    const Origin* origin = writtenAt(project.deployment.topology.pattern.origins);
    return origin == nullptr ? Place{file, {}} : origin->place();
}

Place placeOf(const Node& node) {
    const Origin* origin = writtenAt(node.name.origins);
    return origin == nullptr ? Place{file, {}} : origin->place();
}

std::string exampleAddress(std::size_t region) {
    constexpr std::size_t first = 10;
    return "\"192.0.2." + std::to_string(first + region) + '"';
}

std::vector<std::string> regionNames(const Topology& topology) {
    std::vector<std::string> names;
    for (const Region& region : topology.regions) names.push_back(*region.name);
    if (names.empty()) names.emplace_back();
    return names;
}

std::string whereText(std::string_view region) {
    return region.empty() ? "" : " in region '" + std::string(region) + "'";
}

Nodes serversIn(const Topology& topology, std::string_view region) {
    return nodesWhere(topology, [&](const Node& node) {
        return *node.region == region && node.isIn(NodeRole::Tier::Traffic);
    });
}

Nodes balancersIn(const Topology& topology, std::string_view region) {
    return nodesWhere(topology, [&](const Node& node) {
        return *node.region == region && node.isIn(NodeRole::Tier::Balancer);
    });
}

Nodes copiesOf(const Topology& topology, const Database& database) {
    return nodesWhere(
        topology, [&](const Node& node) { return node.is("database") && *node.database == *database.name; });
}

Nodes withState(const Nodes& nodes, bool standby) {
    Nodes found;
    for (const Node* node : nodes)
        if (node->isStandby() == standby) found.push_back(node);
    return found;
}

std::int64_t copiesIn(const Nodes& nodes) {
    std::int64_t copies = 0;
    for (const Node* node : nodes) copies += *node->replicas;
    return copies;
}

bool isManaged(const Topology& topology, Setting<bool> setting) {
    return *topology.value(setting);
}

const char* roleOfServers(const Topology& topology) {
    if (*topology.product == "micro-integrator") return "micro-integrator";
    return *topology.product == "api-manager" ? "all-in-one" : "service";
}

Layout::Layout(const Checked& project)
    : m_project(project), m_topology(project.deployment.topology), m_draft(file, project.toml(file)) {}

Layout& Layout::add(const NewNode& node) {
    toml::Entries entries{{"name", toml::quoted(freeName(node.role))}, {"role", toml::quoted(node.role)}};
    if (m_draft.count("region") > 1 && !node.region.empty())
        entries.emplace_back("region", toml::quoted(node.region));
    if (const std::string zone = quietestZone(node); !zone.empty())
        entries.emplace_back("zone", toml::quoted(zone));
    if (const std::string replicas = replicasFor(node); !replicas.empty())
        entries.emplace_back("replicas", replicas);
    if (node.standby) entries.emplace_back("state", toml::quoted("standby"));
    if (!node.database.empty() && m_draft.count("database") > 1)
        entries.emplace_back("database", toml::quoted(node.database));
    m_draft.append("node", entries);
    return *this;
}

Layout& Layout::addBalancers(const std::string& region) {
    add({.role = "load-balancer", .region = region});
    add({.role = "load-balancer", .region = region, .standby = true});
    return addAddress();
}

Layout& Layout::addAddress() {
    if (m_draft.now().find({"load_balancer", "vip", "address"}) == nullptr)
        m_draft.set({"load_balancer", "vip", "address"}, exampleAddress(0));
    return *this;
}

Layout& Layout::addRegions(std::size_t wanted) {
    const std::size_t before = m_topology.regions.size();
    if (before >= wanted) return *this;
    const bool haveAddress = m_draft.now().find({"load_balancer", "vip", "address"}) != nullptr;
    for (std::size_t i = before; i < wanted; ++i) {
        toml::Entries entries{{"name", toml::quoted("region-" + std::to_string(i + 1))}};
        if (haveAddress && i > 0) entries.emplace_back("vip", exampleAddress(i));
        m_draft.append("region", entries);
    }
    const std::string first = before > 0 ? *m_topology.regions.front().name : "region-1";
    for (const Node& node : m_topology.nodes)
        if (m_draft.now().find({"node", node.number, "region"}) == nullptr)
            m_draft.set({"node", node.number, "region"}, toml::quoted(first));
    return *this;
}

Layout& Layout::remove(const Nodes& nodes) {
    const auto goes = [&](const std::string& name) {
        return std::ranges::any_of(nodes, [&](const Node* node) { return *node->name == name; });
    };
    for (std::size_t i = m_topology.links.size(); i-- > 0;)
        if (goes(*m_topology.links[i].from) || goes(*m_topology.links[i].to)) m_draft.unset({"link", i});
    for (const Node* node : nodes | std::views::reverse) m_draft.unset({"node", node->number});
    return *this;
}

Layout& Layout::set(const toml::Path& path, std::string_view value) {
    m_draft.set(path, value);
    return *this;
}

Layout& Layout::unset(const toml::Path& path) {
    m_draft.unset(path);
    return *this;
}

/// What all nodes of the draft have under a key.
std::vector<std::string> Layout::written(std::string_view key) const {
    std::vector<std::string> texts;
    if (const toml::Node* nodes = m_draft.now().find({"node"}))
        for (const toml::Node& node : nodes->elements) texts.push_back(textAt(node, key));
    return texts;
}

std::string Layout::freeName(std::string_view role) const {
    std::string base(role);
    if (role == "service" && !m_project.deployment.package->empty()) base = *m_project.deployment.package;
    if (role == "load-balancer") base = "lb";
    if (role == "database") base = "db";
    const std::vector<std::string> taken = written("name");
    for (std::size_t number = 1;; ++number) {
        std::string name = base + '-' + std::to_string(number);
        if (!std::ranges::contains(taken, name)) return name;
    }
}

const Region* Layout::regionOf(const NewNode& node) const {
    const Region* region = m_topology.region(node.region);
    return region == nullptr && m_topology.regions.size() == 1 ? &m_topology.regions.front() : region;
}

/// As many as there are zones, where the pattern wants that.
std::string Layout::replicasFor(const NewNode& node) const {
    const Region* region = regionOf(node);
    const NodeRole* role = findRole(node.role);
    if (region == nullptr || region->zones->size() < 2 || !m_project.demands("replicas-cover-zones") ||
        role == nullptr || role->tier != NodeRole::Tier::Traffic)
        return "";
    return std::to_string(region->zones->size());
}

/// On Kubernetes replicas are spread, and stand in no zone of their own.
std::string Layout::quietestZone(const NewNode& node) const {
    const Region* region = regionOf(node);
    if (region == nullptr || region->zones->empty() || m_project.demands("replicas-are-spread")) return "";
    const auto inhabitants = [&](const std::string& zone) {
        const std::vector<std::string> roles = written("role"), zones = written("zone"),
                                       regions = written("region");
        std::size_t count = 0;
        for (std::size_t i = 0; i < roles.size(); ++i)
            if (roles[i] == node.role && zones[i] == zone &&
                (regions[i].empty() || regions[i] == *region->name))
                ++count;
        return count;
    };
    return *std::ranges::min_element(*region->zones, {}, inhabitants);
}

}
