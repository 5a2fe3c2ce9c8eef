#include "core/diagram/group_gestures.h"

#include "core/model/deployment.h"
#include "core/toml/draft.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <map>
#include <optional>
#include <ranges>
#include <set>

namespace arabesque::gestures {

namespace {

const std::string fileName(file);

/// A key of a node and what it is to be; nothing: it goes.
struct Wish {
    std::size_t node;
    std::string key;
    std::optional<std::string> value;
};

toml::Path pathOf(const Wish& wish) {
    return {std::string("node"), wish.node, wish.key};
}

std::optional<std::string> quotedUnlessEmpty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(toml::quoted(text));
}

/// All wishes planned on one text: a thousand of them read it once. At most one of each node, so that none lands in
/// another.
Result<Edit> plan(const toml::Document& document, const std::vector<Wish>& wishes) {
    const auto order = deploymentToml().namesIn("node");
    Edit all;
    for (const Wish& wish : wishes) {
        auto step = wish.value ? toml::planned::set(fileName, document, pathOf(wish), *wish.value, order)
                               : toml::planned::unset(fileName, document, pathOf(wish));
        if (!step) return std::unexpected(step.error());
        std::ranges::move(step->changes, std::back_inserter(all.changes));
    }
    if (!toml::staysValid(document, fileName, all))
        return failure({MESSAGE("gestures", "Nodes cannot be changed the way they are written here")});
    return all;
}

/// Wishes of one key after those of another, as one edit.
Result<Edit> inTurn(const toml::Document& document, std::span<const std::vector<Wish>> turns) {
    toml::Draft draft(fileName, document);
    for (const std::vector<Wish>& wishes : turns) draft.take(plan(draft.now(), wishes));
    return draft.edit();
}

std::vector<Wish> wishesFor(std::span<const std::size_t> nodes, const std::string& key,
                            const std::optional<std::string>& value) {
    std::vector<Wish> wishes;
    for (const std::size_t node : nodes) wishes.push_back({node, key, value});
    return wishes;
}

std::vector<Wish> wishesFor(Positions positions) {
    std::vector<Wish> wishes;
    for (const auto& [node, place] : positions)
        wishes.push_back(
            {node, "position", '[' + std::to_string(place.x) + ", " + std::to_string(place.y) + ']'});
    return wishes;
}

/// Those of `nodes` that a question about them is true of.
std::vector<std::size_t> those(const Topology& topology, std::span<const std::size_t> nodes,
                               const auto& isWanted) {
    std::vector<std::size_t> found;
    for (const std::size_t node : nodes)
        if (node < topology.nodes.size() && isWanted(topology.nodes[node])) found.push_back(node);
    return found;
}

std::vector<std::vector<Wish>> wishesForPlace(const Topology& topology, std::span<const std::size_t> nodes,
                                              const std::string& region, const std::string& zone) {
    const auto elsewhere = [&](const Node& node) { return *node.region != region; };
    const auto otherZone = [&](const Node& node) { return *node.zone != zone; };
    return {wishesFor(those(topology, nodes, elsewhere), "region", quotedUnlessEmpty(region)),
            wishesFor(those(topology, nodes, otherZone), "zone", quotedUnlessEmpty(zone))};
}

/// Links that end at a name no other node bears too.
std::set<std::size_t> linksOf(const Topology& topology, std::span<const std::size_t> nodes) {
    std::map<std::string_view, std::ptrdiff_t> left;   // how many of a name stay
    for (const Node& node : topology.nodes) ++left[*node.name];
    for (const std::size_t node : nodes) --left[*topology.nodes[node].name];
    const auto isGone = [&](const std::string& name) {
        const auto found = left.find(name);
        return found != left.end() && found->second == 0;
    };
    std::set<std::size_t> links;
    for (const Link& link : topology.links)
        if (isGone(*link.from) || isGone(*link.to)) links.insert(link.number);
    return links;
}

/// Removes elements of an array of tables, the last first: numbers of earlier ones stay.
void removeAll(toml::Draft& draft, std::string_view array, const std::set<std::size_t>& numbers) {
    Edit all;
    for (const std::size_t number : numbers) {
        const auto step = toml::planned::unset(fileName, draft.now(), {std::string(array), number});
        if (!step) return void(draft.take(step));
        std::ranges::copy(step->changes, std::back_inserter(all.changes));
    }
    const auto inOrder = changesOf(fileName, all);
    const bool areApart = std::ranges::adjacent_find(inOrder, [](const Change* one, const Change* next) {
                              return one->range.end > next->range.begin;
                          }) == inOrder.end();
    if (areApart) return void(draft.take(all));
    for (const std::size_t number : numbers | std::views::reverse) draft.unset({std::string(array), number});
}

}

Result<Edit> moveGroup(const toml::Document& document, Positions positions) {
    auto edit = plan(document, wishesFor(positions));
    if (!edit || edit->changes.size() < 2) return edit;
    const auto inOrder = changesOf(fileName, *edit);
    const ByteRange whole{inOrder.front()->range.begin, inOrder.back()->range.end};
    Edit shifted = *edit;
    for (Change& change : shifted.changes) {
        change.range.begin -= whole.begin;
        change.range.end -= whole.begin;
    }
    const std::string_view before = std::string_view(document.text()).substr(whole.begin, whole.size());
    return Edit{{Change{fileName, whole, applied(before, fileName, shifted)}}};
}

Result<Edit> moveGroup(const toml::Document& document, Positions positions, const std::string& region,
                       const std::string& zone) {
    std::vector<std::size_t> nodes;
    for (const auto& [node, place] : positions) nodes.push_back(node);
    auto turns = wishesForPlace(topologyOf(document, Workload()), nodes, region, zone);
    turns.push_back(wishesFor(positions));
    return inTurn(document, turns);
}

Result<Edit> placeGroup(const toml::Document& document, std::span<const std::size_t> nodes,
                        const std::string& region, const std::string& zone) {
    return inTurn(document, wishesForPlace(topologyOf(document, Workload()), nodes, region, zone));
}

Result<Edit> setStates(const toml::Document& document, std::span<const std::size_t> nodes,
                       std::string_view state) {
    const Topology topology = topologyOf(document, Workload());
    const auto isOther = [&](const Node& node) { return *node.state != state; };
    return plan(document, wishesFor(those(topology, nodes, isOther), "state", toml::quoted(state)));
}

Result<Edit> setRoles(const toml::Document& document, std::span<const std::size_t> nodes,
                      std::string_view role) {
    return plan(document, wishesFor(nodes, "role", toml::quoted(role)));
}

Result<Edit> deleteGroup(const toml::Document& document, std::span<const std::size_t> nodes,
                         std::span<const std::size_t> links) {
    const Topology topology = topologyOf(document, Workload());
    const auto known = those(topology, nodes, [](const Node&) { return true; });
    std::set<std::size_t> goneLinks = linksOf(topology, known);
    goneLinks.insert(links.begin(), links.end());
    toml::Draft draft(fileName, document);
    removeAll(draft, "link", goneLinks);
    removeAll(draft, "node", {known.begin(), known.end()});
    return draft.edit();
}

}
