#include "core/files/bundle_folder.h"

#include "core/files/disk.h"

#include <algorithm>

namespace arabesque {
namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& folder, const fs::path& inner) {
    return std::ranges::mismatch(folder, inner).in1 == folder.end();
}

bool mayBeReplaced(const fs::path& folder, std::span<const ProjectPlace> projects) {
    std::error_code error;
    if (!fs::is_directory(folder, error) || fs::is_empty(folder, error)) return true;
    const fs::path real = fs::weakly_canonical(folder, error);
    return fs::exists(folder / "bundle.json", error) &&
           std::ranges::none_of(projects, [&](const ProjectPlace& each) { return holds(real, each.folder); });
}

}

Result<void> writeBundleFolder(const fs::path& folder, const std::vector<NewFile>& files,
                               std::span<const ProjectPlace> projects, bool replace) {
    if (replace && !mayBeReplaced(folder, projects))
        return failure({MESSAGE("files", "'%1' is not replaced: it holds other files than an earlier bundle"),
                        disk::shown(folder)});
    return writeFolder(folder, files, replace);
}

}
