#include "core/diagram/gestures.h"

#include "core/model/deployment.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace arabesque::gestures {

namespace {

/// Changes Deployment.toml step by step; the first step that fails is the outcome.
class Steps {
public:
    explicit Steps(const toml::Document& document)
        : m_before(document), m_document(document), m_topology(topologyOf(document, Workload())) {}

    /// What the document said before the first step.
    [[nodiscard]] const Topology& topology() const { return m_topology; }

    Steps& set(const toml::Path& path, std::string_view value) {
        const auto order = deploymentToml().namesIn(std::get<std::string>(path.front()));
        return take(toml::set(std::string(file), m_document, path, value, order));
    }
    Steps& setText(const toml::Path& path, std::string_view value) { return set(path, toml::quoted(value)); }
    Steps& unset(const toml::Path& path) { return take(toml::unset(std::string(file), m_document, path)); }
    /// An empty text goes.
    Steps& setOrUnset(const toml::Path& path, const std::string& value) {
        return value.empty() ? unset(path) : setText(path, value);
    }
    Steps& fail(Message message) {
        if (!m_failure) m_failure = Error{std::move(message)};
        return *this;
    }

    [[nodiscard]] Result<Edit> edit() const {
        if (m_failure) return std::unexpected(*m_failure);
        if (m_count == 1) return m_last;   // names the whole value: steps that change it again become one with it
        return difference(std::string(file), m_before.text(), m_document.text());
    }

private:
    Steps& take(const Result<Edit>& step) {
        if (m_failure) return *this;
        if (!step) m_failure = step.error();
        if (m_failure || step->empty()) return *this;
        m_document = toml::Document(applied(m_document.text(), file, *step));
        m_last = *step;
        ++m_count;
        return *this;
    }

    toml::Document m_before, m_document;
    Topology m_topology;
    std::optional<Error> m_failure;
    Edit m_last;
    std::size_t m_count = 0;   ///< of steps that changed something
};

toml::Path path(std::string_view table, std::size_t number, std::string_view key) {
    return {std::string(table), number, std::string(key)};
}

std::string textOf(Point point) {
    return '[' + std::to_string(point.x) + ", " + std::to_string(point.y) + ']';
}

std::string textOf(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + toml::quoted(name);
    return '[' + text + ']';
}

/// The first of "stem1", "stem2" and so on that is not taken.
std::string fresh(const std::string& stem, const auto& isTaken) {
    for (std::size_t number = 1;; ++number)
        if (std::string name = stem + std::to_string(number); !isTaken(name)) return name;
}

bool needsNode(Steps& steps, std::size_t node) {
    if (node < steps.topology().nodes.size()) return true;
    steps.fail({MESSAGE("gestures", "There is no node number %1"), std::to_string(node)});
    return false;
}

const Region* regionIn(Steps& steps, const std::string& name) {
    const Region* region = steps.topology().region(name);
    if (region == nullptr) steps.fail({MESSAGE("gestures", "Deployment.toml declares no region '%1'"), name});
    return region;
}

/// Whether a name can be given.
bool isFree(Steps& steps, const std::string& name, bool taken) {
    if (name.empty()) steps.fail({MESSAGE("gestures", "A name has at least one character")});
    if (taken) steps.fail({MESSAGE("gestures", "The name '%1' is taken"), name});
    return !name.empty() && !taken;
}

void place(Steps& steps, std::size_t number, const std::string& region, const std::string& zone) {
    const Node& node = steps.topology().nodes[number];
    if (*node.region != region) steps.setOrUnset(path("node", number, "region"), region);
    if (*node.zone != zone) steps.setOrUnset(path("node", number, "zone"), zone);
}

}

std::string freshNodeName(const toml::Document& document, std::string_view role) {
    const Topology topology = topologyOf(document, Workload());
    return fresh(std::string(role) + '-',
                 [&](const std::string& name) { return topology.node(name) != nullptr; });
}

std::string freshRegionName(const toml::Document& document) {
    const Topology topology = topologyOf(document, Workload());
    return fresh("region-", [&](const std::string& name) { return topology.region(name) != nullptr; });
}

std::string freshZoneName(const toml::Document& document, std::string_view region) {
    const Topology topology = topologyOf(document, Workload());
    const Region* found = topology.region(region);
    const auto isTaken = [&](const std::string& name) {
        return found != nullptr && std::ranges::contains(*found->zones, name);
    };
    for (char letter = 'a'; letter <= 'z'; ++letter)
        if (std::string name(1, letter); !isTaken(name)) return name;
    return fresh("zone-", isTaken);
}

Result<Edit> addNode(const toml::Document& document, const NewNode& node) {
    Steps steps(document);
    if (!isFree(steps, node.name, steps.topology().node(node.name) != nullptr)) return steps.edit();
    const std::size_t number = steps.topology().nodes.size();
    steps.setText(path("node", number, "name"), node.name).setText(path("node", number, "role"), node.role);
    if (!node.region.empty()) steps.setText(path("node", number, "region"), node.region);
    if (!node.zone.empty()) steps.setText(path("node", number, "zone"), node.zone);
    if (node.position) steps.set(path("node", number, "position"), textOf(*node.position));
    return steps.edit();
}

Result<Edit> addRegion(const toml::Document& document, const std::string& name) {
    Steps steps(document);
    const auto& regions = steps.topology().regions;
    if (!isFree(steps, name, steps.topology().region(name) != nullptr)) return steps.edit();
    if (regions.size() == 1)
        for (const Node& node : steps.topology().nodes)
            if (*node.region == *regions.front().name)
                steps.setText(path("node", node.number, "region"), *node.region);
    steps.setText(path("region", regions.size(), "name"), name);
    return steps.edit();
}

Result<Edit> addZone(const toml::Document& document, const std::string& region, const std::string& zone) {
    Steps steps(document);
    const Region* found = regionIn(steps, region);
    if (found == nullptr || !isFree(steps, zone, std::ranges::contains(*found->zones, zone)))
        return steps.edit();
    std::vector<std::string> zones = *found->zones;
    zones.push_back(zone);
    return steps.set(path("region", found->number, "zones"), textOf(zones)).edit();
}

Result<Edit> moveNode(const toml::Document& document, std::size_t node, Point position) {
    Steps steps(document);
    if (needsNode(steps, node)) steps.set(path("node", node, "position"), textOf(position));
    return steps.edit();
}

Result<Edit> moveNode(const toml::Document& document, std::size_t node, Point position,
                      const std::string& region, const std::string& zone) {
    Steps steps(document);
    if (!needsNode(steps, node)) return steps.edit();
    place(steps, node, region, zone);
    return steps.set(path("node", node, "position"), textOf(position)).edit();
}

Result<Edit> moveNodes(const toml::Document& document,
                       std::span<const std::pair<std::size_t, Point>> positions) {
    const auto order = deploymentToml().namesIn("node");
    Edit all;
    for (const auto& [node, position] : positions) {
        auto step = toml::planned::set(std::string(file), document, path("node", node, "position"),
                                       textOf(position), order);
        if (!step) return std::unexpected(step.error());
        std::ranges::move(step->changes, std::back_inserter(all.changes));
    }
    if (!toml::staysValid(document, std::string(file), all))
        return failure({MESSAGE("gestures", "Positions cannot be written the way nodes are written here")});
    return all;
}

Result<Edit> placeNode(const toml::Document& document, std::size_t node, const std::string& region,
                       const std::string& zone) {
    Steps steps(document);
    if (needsNode(steps, node)) place(steps, node, region, zone);
    return steps.edit();
}

Result<Edit> renameNode(const toml::Document& document, std::size_t node, const std::string& name) {
    Steps steps(document);
    if (!needsNode(steps, node)) return steps.edit();
    const Topology& topology = steps.topology();
    const std::string before = *topology.nodes[node].name;
    if (name == before || !isFree(steps, name, topology.node(name) != nullptr)) return steps.edit();
    steps.setText(path("node", node, "name"), name);
    if (topology.node(before)->number != node) return steps.edit();   // links mean the first of a name
    for (const Link& link : topology.links) {
        if (*link.from == before) steps.setText(path("link", link.number, "from"), name);
        if (*link.to == before) steps.setText(path("link", link.number, "to"), name);
    }
    return steps.edit();
}

Result<Edit> renameRegion(const toml::Document& document, const std::string& region,
                          const std::string& name) {
    Steps steps(document);
    const Topology& topology = steps.topology();
    if (name == region || !isFree(steps, name, topology.region(name) != nullptr)) return steps.edit();
    if (const Region* found = topology.region(region))
        steps.setText(path("region", found->number, "name"), name);
    for (const Node& node : topology.nodes)
        if (*node.region == region && document.find(path("node", node.number, "region")) != nullptr)
            steps.setText(path("node", node.number, "region"), name);
    return steps.edit();
}

Result<Edit> renameZone(const toml::Document& document, const std::string& region, const std::string& zone,
                        const std::string& name) {
    Steps steps(document);
    const Topology& topology = steps.topology();
    const Region* found = topology.region(region);
    std::vector<std::string> zones = found != nullptr ? *found->zones : std::vector<std::string>();
    if (name == zone || !isFree(steps, name, std::ranges::contains(zones, name))) return steps.edit();
    for (std::size_t i = 0; i < zones.size(); ++i)
        if (zones[i] == zone)
            steps.setText({std::string("region"), found->number, std::string("zones"), i}, name);
    for (const Node& node : topology.nodes)
        if (*node.region == region && *node.zone == zone)
            steps.setText(path("node", node.number, "zone"), name);
    return steps.edit();
}

Result<Edit> renameDatabase(const toml::Document& document, const std::string& database,
                            const std::string& name) {
    Steps steps(document);
    const Topology& topology = steps.topology();
    const Database* found = topology.database(database);
    if (found == nullptr)
        steps.fail({MESSAGE("gestures", "Deployment.toml declares no database '%1'"), database});
    if (found == nullptr || name == database || !isFree(steps, name, topology.database(name) != nullptr))
        return steps.edit();
    steps.setText(path("database", found->number, "name"), name);
    for (const Node& node : topology.nodes)
        if (*node.database == database && document.find(path("node", node.number, "database")) != nullptr)
            steps.setText(path("node", node.number, "database"), name);
    for (const Pool& pool : topology.pools)
        if (*pool.database == database) steps.setText(path("pool", pool.number, "database"), name);
    return steps.edit();
}

Result<Edit> setRole(const toml::Document& document, std::size_t node, std::string_view role) {
    Steps steps(document);
    if (needsNode(steps, node)) steps.setText(path("node", node, "role"), role);
    return steps.edit();
}

Result<Edit> setState(const toml::Document& document, std::size_t node, std::string_view state) {
    Steps steps(document);
    if (!needsNode(steps, node) || *steps.topology().nodes[node].state == state) return steps.edit();
    return steps.setText(path("node", node, "state"), state).edit();
}

Result<Edit> connect(const toml::Document& document, std::size_t from, std::size_t to) {
    Steps steps(document);
    if (!needsNode(steps, from) || !needsNode(steps, to)) return steps.edit();
    const Topology& topology = steps.topology();
    const std::string& one = *topology.nodes[from].name;
    const std::string& other = *topology.nodes[to].name;
    const bool isThere = std::ranges::any_of(
        topology.links, [&](const Link& link) { return *link.from == one && *link.to == other; });
    if (from == to) steps.fail({MESSAGE("gestures", "'%1' cannot be linked with itself"), one});
    if (isThere) steps.fail({MESSAGE("gestures", "There is a link from '%1' to '%2' already"), one, other});
    const std::size_t number = topology.links.size();
    return steps.setText(path("link", number, "from"), one).setText(path("link", number, "to"), other).edit();
}

Result<Edit> deleteNode(const toml::Document& document, std::size_t node) {
    Steps steps(document);
    if (!needsNode(steps, node)) return steps.edit();
    const Topology& topology = steps.topology();
    const std::string& name = *topology.nodes[node].name;
    const auto namesakes =
        std::ranges::count_if(topology.nodes, [&](const Node& each) { return *each.name == name; });
    if (namesakes == 1)
        for (const Link& link : topology.links | std::views::reverse)   // numbers of earlier ones stay
            if (*link.from == name || *link.to == name) steps.unset({std::string("link"), link.number});
    return steps.unset({std::string("node"), node}).edit();
}

Result<Edit> deleteLink(const toml::Document& document, std::size_t link) {
    return Steps(document).unset({std::string("link"), link}).edit();
}

Result<Edit> deleteRegion(const toml::Document& document, const std::string& region) {
    Steps steps(document);
    for (const Node& node : steps.topology().nodes)
        if (*node.region == region)
            steps.unset(path("node", node.number, "zone")).unset(path("node", node.number, "region"));
    if (const Region* found = steps.topology().region(region))
        steps.unset({std::string("region"), found->number});
    return steps.edit();
}

Result<Edit> deleteZone(const toml::Document& document, const std::string& region, const std::string& zone) {
    Steps steps(document);
    for (const Node& node : steps.topology().nodes)
        if (*node.region == region && *node.zone == zone) steps.unset(path("node", node.number, "zone"));
    const Region* found = steps.topology().region(region);
    if (found != nullptr && std::ranges::contains(*found->zones, zone)) {
        std::vector<std::string> zones = *found->zones;
        std::erase(zones, zone);
        steps.set(path("region", found->number, "zones"), textOf(zones));
    }
    return steps.edit();
}

}
