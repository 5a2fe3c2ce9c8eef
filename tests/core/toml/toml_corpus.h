#pragma once

#include <string>
#include <vector>

namespace arabesque::tests {

// Documents for each rule of TOML 1.0: keys, every kind of value wherever a value may stand, tables, arrays of tables,
// comments, line ends.

[[nodiscard]] const std::vector<std::string>& validToml();
[[nodiscard]] const std::vector<std::string>& invalidToml();

}
