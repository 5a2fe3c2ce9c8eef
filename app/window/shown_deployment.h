#pragma once

#include <string>

namespace arabesque {

/// Deployment.toml of the pictures: two regions with what runs in them, as somebody would write it.
[[nodiscard]] std::string twoRegions();

}
