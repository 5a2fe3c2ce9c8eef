#pragma once

#include "core/generate/artifact.h"
#include "core/import/imported_file.h"

#include <map>
#include <string>

namespace arabesque {

/// The values of two files by path. Of texts that no reader knows, the words of lines; a line without partner on the other
/// side has a path of its own.
struct PairedValues {
    using Values = std::map<std::string, ImportedValue>;
    Values own{}, here{};

    /// How many values of `own` the other file has as well.
    [[nodiscard]] std::size_t equal() const;
    /// How many values one of them has otherwise, or alone.
    [[nodiscard]] std::size_t different() const;
};

[[nodiscard]] PairedValues pairedValues(const Artifact& artifact, const ImportedFile& file);

}
