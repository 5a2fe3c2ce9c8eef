#pragma once

#include <string>
#include <string_view>

namespace arabesque {

/// With the letters A to Z in lower case, in any locale.
[[nodiscard]] std::string lowerCase(std::string_view text);

}
