#pragma once

#include "core/diagram/gestures.h"

/// What is done with several nodes of the diagram at once: each is one edit too, however many take part. Nodes and links
/// count by their entries, from 0; each number stands there once.
namespace arabesque::gestures {

using Positions = std::span<const std::pair<std::size_t, Point>>;

/// One change from the first position to the last, so that steps of one group that follow each other can become one.
[[nodiscard]] Result<Edit> moveGroup(const toml::Document& document, Positions positions);
/// Moves them into another region and zone too; empty: none.
[[nodiscard]] Result<Edit> moveGroup(const toml::Document& document, Positions positions,
                                     const std::string& region, const std::string& zone);
[[nodiscard]] Result<Edit> placeGroup(const toml::Document& document, std::span<const std::size_t> nodes,
                                      const std::string& region, const std::string& zone);
[[nodiscard]] Result<Edit> setStates(const toml::Document& document, std::span<const std::size_t> nodes,
                                     std::string_view state);
[[nodiscard]] Result<Edit> setRoles(const toml::Document& document, std::span<const std::size_t> nodes,
                                    std::string_view role);
/// Nodes with their links, and links by themselves.
[[nodiscard]] Result<Edit> deleteGroup(const toml::Document& document, std::span<const std::size_t> nodes,
                                       std::span<const std::size_t> links);

}
