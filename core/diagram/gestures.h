#pragma once

#include "core/model/topology.h"
#include "core/text/edit.h"
#include "core/text/result.h"
#include "core/toml/document.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>

/// What is done on the diagram, each as one edit of Deployment.toml that keeps every other byte. Nodes, regions and links
/// count by their entries, from 0. Each fails with one sentence where a name is empty or taken, where something is not
/// there, or where the document cannot take the edit.
namespace arabesque::gestures {

/// The document that all of them edit.
inline constexpr std::string_view file = "Deployment.toml";

struct NewNode {
    std::string name, role;
    std::string region{}, zone{};   ///< empty: none
    std::optional<Point> position{};
};

/// A name for another node of a role: "service-3".
[[nodiscard]] std::string freshNodeName(const toml::Document& document, std::string_view role);
/// A name for another region: "region-2"; for another zone of a region: "a", "b" and so on.
[[nodiscard]] std::string freshRegionName(const toml::Document& document);
[[nodiscard]] std::string freshZoneName(const toml::Document& document, std::string_view region);

[[nodiscard]] Result<Edit> addNode(const toml::Document& document, const NewNode& node);
/// Nodes that stood in the only region, without naming it, name it from now on.
[[nodiscard]] Result<Edit> addRegion(const toml::Document& document, const std::string& name);
[[nodiscard]] Result<Edit> addZone(const toml::Document& document, const std::string& region,
                                   const std::string& zone);

[[nodiscard]] Result<Edit> moveNode(const toml::Document& document, std::size_t node, Point position);
/// Moves it into another region and zone too; empty: none.
[[nodiscard]] Result<Edit> moveNode(const toml::Document& document, std::size_t node, Point position,
                                    const std::string& region, const std::string& zone);
/// Positions of many nodes at once, as an arrangement has them.
[[nodiscard]] Result<Edit> moveNodes(const toml::Document& document,
                                     std::span<const std::pair<std::size_t, Point>> positions);
[[nodiscard]] Result<Edit> placeNode(const toml::Document& document, std::size_t node,
                                     const std::string& region, const std::string& zone);

/// Links follow.
[[nodiscard]] Result<Edit> renameNode(const toml::Document& document, std::size_t node,
                                      const std::string& name);
/// Nodes follow.
[[nodiscard]] Result<Edit> renameRegion(const toml::Document& document, const std::string& region,
                                        const std::string& name);
[[nodiscard]] Result<Edit> renameZone(const toml::Document& document, const std::string& region,
                                      const std::string& zone, const std::string& name);
/// Nodes that hold a copy follow, and pools.
[[nodiscard]] Result<Edit> renameDatabase(const toml::Document& document, const std::string& database,
                                          const std::string& name);

[[nodiscard]] Result<Edit> setRole(const toml::Document& document, std::size_t node, std::string_view role);
[[nodiscard]] Result<Edit> setState(const toml::Document& document, std::size_t node, std::string_view state);

/// A [[link]] from one node to another.
[[nodiscard]] Result<Edit> connect(const toml::Document& document, std::size_t from, std::size_t to);

/// With its links.
[[nodiscard]] Result<Edit> deleteNode(const toml::Document& document, std::size_t node);
[[nodiscard]] Result<Edit> deleteLink(const toml::Document& document, std::size_t link);
/// What stands in it stays, and stands in none.
[[nodiscard]] Result<Edit> deleteRegion(const toml::Document& document, const std::string& region);
[[nodiscard]] Result<Edit> deleteZone(const toml::Document& document, const std::string& region,
                                      const std::string& zone);

}
