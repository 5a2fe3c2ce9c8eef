#pragma once

#include "core/rules/rule.h"

#include <optional>
#include <string>
#include <string_view>

namespace arabesque {

/// The options of Ballerina.toml for a native image that is built.
struct NativeOptions {
    Place place;
    std::string text;
};

/// Nothing where no native image is built, or without options.
[[nodiscard]] std::optional<NativeOptions> nativeOptionsOf(const Checked& project);

/// The options with one word replaced, or left out where `by` is empty.
[[nodiscard]] Result<Edit> setOption(const Checked& project, const NativeOptions& options,
                                     std::string_view word, std::string_view by);

}
