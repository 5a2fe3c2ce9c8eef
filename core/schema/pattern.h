#pragma once

#include <string_view>

namespace arabesque {

/// True when `expression` matches the whole of `text`, as Java's matches() does, which the tools use.
/// `expression` is well-formed: it comes from a schema (asserted).
[[nodiscard]] bool matchesWhole(std::string_view expression, std::string_view text);

}
