#pragma once

#include "core/import/converters.h"
#include "core/import/imported_file.h"

#include <span>
#include <string_view>

namespace arabesque {

/// A value of a file and the setting that says the same. Declared once for each kind of file; files of others are read by
/// it, and files of our own export where their origins leave more than one way.
struct Mapping {
    std::string_view from;       ///< end of a value's path; see isAt()
    std::string_view document;   ///< "Cloud.toml"
    std::string_view setting;    ///< path of a field
    Convert convert = convert::asItIs;
};

[[nodiscard]] std::span<const Mapping> mappingsOf(ImportKind kind);

/// A value that no setting has to carry: platforms write it themselves, it follows from others, or it says no more than
/// what holds without it.
struct Usual {
    std::string_view from;     ///< end of a path, or with a dot or bracket behind it all that is below
    std::string_view text{};   ///< only with this text; empty: whatever it is
};

[[nodiscard]] bool isUsual(ImportKind kind, const ImportedValue& value);

}
