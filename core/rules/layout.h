#pragma once

#include "core/rules/rule.h"
#include "core/toml/draft.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

// What the rules that hold a deployment to its pattern share: where it serves, and how nodes are added.

using Nodes = std::vector<const Node*>;

/// Where the pattern is declared.
[[nodiscard]] Place placeOfPattern(const Checked& project);

/// The name of a node, where it is written.
[[nodiscard]] Place placeOf(const Node& node);

/// An address for the balancers of a region, as a TOML value: of the range that is kept for documentation (RFC 5737),
/// since only the team knows its own; a rule asks to replace it.
[[nodiscard]] std::string exampleAddress(std::size_t region);

/// Names of the regions, in order; one empty name where none is declared.
[[nodiscard]] std::vector<std::string> regionNames(const Topology& topology);
/// "in region 'x'", or "" for the one place without a name.
[[nodiscard]] std::string whereText(std::string_view region);

/// Nodes that serve what clients ask, in a region.
[[nodiscard]] Nodes serversIn(const Topology& topology, std::string_view region);
[[nodiscard]] Nodes balancersIn(const Topology& topology, std::string_view region);
[[nodiscard]] Nodes copiesOf(const Topology& topology, const Database& database);
/// Those of `nodes` that are active, or that stand by.
[[nodiscard]] Nodes withState(const Nodes& nodes, bool standby);
/// How many copies they run.
[[nodiscard]] std::int64_t copiesIn(const Nodes& nodes);
[[nodiscard]] bool isManaged(const Topology& topology, Setting<bool> setting);

/// The role of servers of the deployed product.
[[nodiscard]] const char* roleOfServers(const Topology& topology);

/// A node to be added.
struct NewNode {
    std::string role{};
    std::string region{};   ///< "" where there is none
    bool standby = false;
    std::string database{};   ///< of a database node
};

/// Adds nodes and what belongs to them to Deployment.toml, with names that are free and in the zones with the fewest of
/// their role.
class Layout {
public:
    /// Borrows the project, which outlives it.
    explicit Layout(const Checked& project);

    Layout& add(const NewNode& node);
    /// Two balancers in a region, and their address where there is none.
    Layout& addBalancers(const std::string& region);
    Layout& addAddress();
    /// Regions until there are `wanted`; nodes that stand in none come into the first.
    Layout& addRegions(std::size_t wanted);
    /// Takes nodes out, and the links to them.
    Layout& remove(const Nodes& nodes);
    Layout& set(const toml::Path& path, std::string_view value);
    Layout& unset(const toml::Path& path);
    toml::Draft& draft() { return m_draft; }
    [[nodiscard]] Result<Edit> edit() const { return m_draft.edit(); }

private:
    [[nodiscard]] std::string freeName(std::string_view role) const;
    [[nodiscard]] const Region* regionOf(const NewNode& node) const;
    [[nodiscard]] std::string replicasFor(const NewNode& node) const;
    [[nodiscard]] std::string quietestZone(const NewNode& node) const;
    [[nodiscard]] std::vector<std::string> written(std::string_view key) const;

    const Checked& m_project;
    const Topology& m_topology;
    toml::Draft m_draft;
};

}
