#pragma once

#include "app/session/last_export.h"
#include "core/analysis/analysis.h"
#include "core/files/project_files.h"

#include <QString>

#include <filesystem>

namespace arabesque {

/// What an export wrote.
struct Exported {
    std::filesystem::path path;
    std::size_t files = 0;
    std::size_t bytes = 0;
    std::size_t notCarried = 0;   ///< settings that no file has a place for
    LastExport state{};           ///< of the project, as it was exported
};

/// Why `analysis` cannot be exported, in a sentence; empty when it can.
[[nodiscard]] QString obstacleTo(const Analysis* analysis);

/// Writes the deliverable of `snapshot` to `path`: an archive by its ending, else a folder. Any thread.
[[nodiscard]] Result<Exported> exportBundle(const ProjectPlace& place,
                                            const std::shared_ptr<const Snapshot>& snapshot,
                                            AnalysisOptions options, const std::filesystem::path& path);

}
