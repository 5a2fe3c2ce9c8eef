#pragma once

#include "core/toml/path.h"

#include <string>
#include <string_view>

namespace arabesque::tests {

/// An edit to try on a document.
struct Attempt {
    enum class Kind { Set, Unset, Rename, Insert, Duplicate, Move };
    Kind kind = Kind::Set;
    toml::Path path{};        ///< of the value, or of the array whose element is meant
    std::string value{};      ///< TOML value of Set and Insert, the new name of Rename
    std::size_t index = 0;    ///< of the element
    std::size_t target = 0;   ///< of Move
};

[[nodiscard]] std::string toText(const Attempt& attempt);

struct Verdict {
    bool made = false;      ///< there was an edit
    std::string breach{};   ///< what is wrong with it; empty: nothing
};

/// Tries an edit on a text that toml++ accepts, and holds the result against toml++: exactly the intended value is
/// another one, the text is still valid, and the inverse edit gives the same bytes.
[[nodiscard]] Verdict judged(std::string_view text, const Attempt& attempt);

/// The text with as many lines left out as the breach allows.
[[nodiscard]] std::string shrunk(std::string text, const Attempt& attempt);

}
