#pragma once

#include "core/toml/document.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque::tests {

/// The values of a document and nothing else.
struct Plain {
    enum class Kind { Table, Array, Scalar };
    Kind kind = Kind::Table;
    std::string scalar{};   ///< in the form of valuesOf()
    std::vector<Plain> elements{};
    std::map<std::string, Plain> members{};

    [[nodiscard]] bool holdsNothing() const {
        return kind != Kind::Scalar && elements.empty() && members.empty();
    }
    friend bool operator==(const Plain&, const Plain&) = default;
};

/// What toml++ reads; nothing for a text it refuses.
[[nodiscard]] std::optional<Plain> plainByTomlPlusPlus(std::string_view text);

/// All values of a document as one text with sorted keys, as our reader sees them.
[[nodiscard]] std::string valuesOf(const toml::Document& document);

/// The same as toml++ sees them; nothing for a text it refuses.
[[nodiscard]] std::optional<std::string> valuesByTomlPlusPlus(std::string_view text);

/// One value in the form of valuesOf(); "(absent)" where nothing is.
[[nodiscard]] std::string valueAt(const toml::Document& document, std::string_view path);

}
