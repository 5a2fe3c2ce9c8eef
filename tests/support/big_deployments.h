#pragma once

#include "core/diagram/diagram.h"

#include <cstddef>
#include <string>

namespace arabesque::tests {

/// Deployment.toml of regions with two zones each: balancers, services, Micro Integrators, caches and databases with
/// copies, as large teams have them; about `nodes` of them.
[[nodiscard]] std::string realisticDeployment(std::size_t nodes);

/// Deployment.toml of four layers without regions whose links lead from each node to any two of the next layer, as
/// `seed` has it.
[[nodiscard]] std::string layeredDeployment(std::size_t nodes, unsigned seed);

/// What Deployment.toml lays out, of a program without listeners.
[[nodiscard]] Topology topologyOf(const std::string& deploymentToml);

/// The same graph for Graphviz; `withFrames` makes regions and zones clusters.
[[nodiscard]] std::string toDot(const Diagram& diagram, bool withFrames);

/// Points where drawn lines cross.
[[nodiscard]] std::size_t crossingsOf(const Diagram& diagram);
/// The same of what `dot -Tplain` printed.
[[nodiscard]] std::size_t crossingsOfPlain(const std::string& plain);

}
