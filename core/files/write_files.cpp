#include "core/files/disk.h"
#include "core/files/in_parallel.h"
#include "core/files/project_files.h"
#include "core/files/staged_files.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace arabesque {
namespace {

namespace fs = std::filesystem;

constexpr auto unwritable = MESSAGE("files", "'%1' cannot be written: %2");

/// Names may come from a project's own text; none of them may lead out of the folder.
bool staysInside(std::string_view path) {
    if (path.empty() || path.contains('\0') || path.contains('\\')) return false;
    while (true) {
        const std::string_view part = path.substr(0, path.find('/'));
        if (part.empty() || part == "." || part == "..") return false;
        if (part.size() == path.size()) return true;
        path.remove_prefix(part.size() + 1);
    }
}

Result<void> checkPaths(const std::vector<NewFile>& files) {
    for (const NewFile& file : files)
        if (!staysInside(file.path))
            return failure(
                {MESSAGE("files", "'%1' is not written: its name leads out of the folder"), file.path});
    return {};
}

/// A folder that removes itself unless it was moved to its place.
class TemporaryFolder {
public:
    explicit TemporaryFolder(fs::path path) : m_path(std::move(path)) {}
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

Result<void> fill(const fs::path& folder, const std::vector<NewFile>& files) {
    for (const NewFile& file : files) {
        const fs::path place = folder / file.path;
        std::error_code error;
        fs::create_directories(place.parent_path(), error);
        const unsigned mode = disk::modeOf(0666, file.bytes);
        const int number = error ? error.value() : disk::writeNew(place, file.bytes, mode);
        if (number != 0) return disk::refusal(unwritable, file.path, number);
        disk::syncFolder(place.parent_path());
    }
    disk::syncFolder(folder);
    return {};
}

/// Puts `made` where `folder` is or shall be. What was there ends up in `made` or is gone.
int moveIntoPlace(const fs::path& made, const fs::path& folder) {
    if (::rename(made.c_str(), folder.c_str()) == 0) return 0;   // nothing there, or an empty folder
    if (errno != ENOTEMPTY && errno != EEXIST) return errno;
    if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0) return 0;
    const fs::path aside = disk::temporaryBeside(folder);   // a file system that cannot exchange
    if (::rename(folder.c_str(), aside.c_str()) != 0) return errno;
    if (::rename(made.c_str(), folder.c_str()) != 0) {
        const int error = errno;
        (void)!::rename(aside.c_str(), folder.c_str());
        return error;
    }
    return ::rename(aside.c_str(), made.c_str()) == 0 ? 0 : errno;
}

/// Refuses what writeFolder may not replace.
Result<void> checkPlace(const fs::path& folder, bool replace) {
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (!fs::exists(status)) return {};
    if (!fs::is_directory(status))
        return failure({MESSAGE("files", "'%1' is in the way: it is no folder"), disk::shown(folder)});
    const bool empty = fs::is_empty(folder, error);
    if (error) return disk::refusal(unwritable, folder, error.value());
    if (replace || empty) return {};
    return failure({MESSAGE("files", "'%1' exists already: name another folder, or ask to replace this one"),
                    disk::shown(folder)});
}

/// Whether a regular file has these bytes already.
bool holds(const fs::path& file, std::string_view bytes) {
    const auto there = disk::readFile(file);
    return there && *there == bytes;
}

}

Result<void> writeFile(const fs::path& file, std::string_view bytes) {
    disk::StagedFiles staged;
    if (auto added = staged.add(file, bytes); !added) return added;
    return staged.commit();
}

Result<void> writePrivateFile(const fs::path& file, std::string_view bytes) {
    constexpr unsigned ownerOnly = 0600;
    disk::StagedFiles staged(disk::Durable::Now, ownerOnly);
    if (auto added = staged.add(file, bytes); !added) return added;
    return staged.commit();
}

Result<void> saveDocuments(const ProjectPlace& place, const Snapshot& before, const Snapshot& now) {
    if (auto there = checkStillThere(place); !there) return there;
    disk::StagedFiles staged;
    for (const auto& [file, document] : now.documents) {
        const auto old = before.documents.find(file);
        const bool same = old != before.documents.end() &&
                          (old->second.text == document.text || *old->second.text == *document.text);
        if (same || !document.exists()) continue;
        if (auto added = staged.add(place.folder / file, *document.text); !added) return added;
    }
    return staged.commit();
}

Result<void> writeFiles(const fs::path& folder, const std::vector<NewFile>& files) {
    if (auto checked = checkPaths(files); !checked) return checked;
    std::vector<char> isThere(files.size());   // no bool, whose bits would share bytes between threads
    inParallel(files.size(),
               [&](std::size_t i) { isThere[i] = holds(folder / files[i].path, files[i].bytes); });
    disk::StagedFiles staged(disk::Durable::Later);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (isThere[i]) continue;
        if (auto added = staged.add(folder / files[i].path, files[i].bytes); !added) return added;
    }
    return staged.commit();
}

Result<void> writeFolder(const fs::path& folder, const std::vector<NewFile>& files, bool replace) {
    if (auto checked = checkPaths(files); !checked) return checked;
    std::error_code error;
    const fs::path whole = fs::absolute(folder, error).lexically_normal();
    const auto place =
        disk::behindLinks(whole.has_filename() ? whole : whole.parent_path());   // "dir/" is "dir"
    if (!place) return std::unexpected(place.error());
    if (auto free = checkPlace(*place, replace); !free) return free;

    fs::create_directories(place->parent_path(), error);
    if (error) return disk::refusal(unwritable, place->parent_path(), error.value());
    const TemporaryFolder made(disk::temporaryBeside(*place));
    if (::mkdir(made.path().c_str(), 0777) != 0) return disk::refusal(unwritable, *place, errno);
    if (auto filled = fill(made.path(), files); !filled) return filled;
    if (const int number = moveIntoPlace(made.path(), *place); number != 0)
        return disk::refusal(unwritable, *place, number);
    disk::syncFolder(place->parent_path());
    return {};
}

}
