#pragma once

#include "core/model/topology.h"

#include <string_view>

namespace arabesque {

/// Whether any of a product is laid out.
[[nodiscard]] bool isLaidOut(const Topology& topology, std::string_view product);

/// The setting that names the database of a product.
[[nodiscard]] Setting<std::string> databaseSettingOf(std::string_view product);

/// The database that servers of "api-manager" or "micro-integrator" keep their data in, and that is backed up for them: the
/// one that is named, else that of a pool of those that keep data, else the only one. Null where there is none.
[[nodiscard]] const Database* databaseOfProduct(const Topology& topology, std::string_view product);

}
