#include "core/files/bundle_folder.h"

#include "core/files/disk.h"

#include <algorithm>

namespace arabesque {
namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& folder, const fs::path& inner) {
    return std::ranges::mismatch(folder, inner).in1 == folder.end();
}

bool mayBeReplaced(const fs::path& folder, const ProjectPlace& place) {
    std::error_code error;
    if (!fs::is_directory(folder, error) || fs::is_empty(folder, error)) return true;
    return fs::exists(folder / "bundle.json", error) &&
           !holds(fs::weakly_canonical(folder, error), place.folder);
}

}

Result<void> writeBundleFolder(const fs::path& folder, const std::vector<NewFile>& files,
                               const ProjectPlace& place, bool replace) {
    if (replace && !mayBeReplaced(folder, place))
        return failure({MESSAGE("files", "'%1' is not replaced: it holds other files than an earlier bundle"),
                        disk::shown(folder)});
    return writeFolder(folder, files, replace);
}

}
