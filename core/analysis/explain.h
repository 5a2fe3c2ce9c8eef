#pragma once

#include "core/analysis/analysis.h"

#include <cstdint>
#include <string>
#include <vector>

namespace arabesque {

/// A line of a generated file, counted from 1.
struct GeneratedLine {
    const Artifact* artifact = nullptr;
    std::uint32_t line = 0;
    std::string text;
};

/// Why a line is there: its own reasons, or, of a line without any, those of its file. Empty behind the last line and
/// for binary files.
[[nodiscard]] std::vector<Origin> originsOf(const Artifact& artifact, std::uint32_t line);

/// The lines that a setting or its default makes or helps to make, in the order of the files. `key` as written in
/// `document`; a table stands for everything in it.
[[nodiscard]] std::vector<GeneratedLine> linesMadeBy(const Analysis& analysis, std::string_view document,
                                                     const toml::Path& key);

}
