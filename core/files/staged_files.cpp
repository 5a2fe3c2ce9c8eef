#include "core/files/staged_files.h"

#include "core/files/disk.h"

#include <cerrno>
#include <ranges>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace arabesque::disk {
namespace {

constexpr auto unwritable = MESSAGE("files", "'%1' cannot be written: %2");

/// Gives a new file the owner and permissions of the one it replaces; another owner only where the system lets us.
int takeOver(const std::filesystem::path& file, const struct stat& old) {
    if (old.st_uid != ::geteuid() || old.st_gid != ::getegid())
        (void)!::lchown(file.c_str(), old.st_uid, old.st_gid);
    return ::chmod(file.c_str(), old.st_mode & 07777U) == 0 ? 0 : errno;
}

}

StagedFiles::~StagedFiles() {
    for (const Staged& file : m_files) ::unlink(file.temporary.c_str());
    for (const auto& folder : std::views::reverse(m_folders)) ::rmdir(folder.c_str());
}

Result<void> StagedFiles::makeFolders(const std::filesystem::path& folder) {
    struct stat status{};
    if (folder.empty() || ::stat(folder.c_str(), &status) == 0) {
        if (folder.empty() || S_ISDIR(status.st_mode)) return {};
        return failure({MESSAGE("files", "'%1' is in the way: a folder is needed there"), shown(folder)});
    }
    if (errno == ENOTDIR || errno == ENOENT) {
        if (auto outer = makeFolders(folder.parent_path()); !outer) return outer;
    }
    if (::mkdir(folder.c_str(), 0777) == 0)
        m_folders.push_back(folder);
    else if (errno != EEXIST)
        return refusal(unwritable, folder, errno);
    return {};
}

Result<void> StagedFiles::add(const std::filesystem::path& file, std::string_view bytes) {
    const auto place = behindLinks(file);
    if (!place) return std::unexpected(place.error());
    struct stat old{};
    const bool replaces = ::lstat(place->c_str(), &old) == 0;
    if (replaces && !S_ISREG(old.st_mode))
        return failure({MESSAGE("files", "'%1' is in the way: it is no regular file"), shown(*place)});
    if (replaces && ::access(place->c_str(), W_OK) != 0) return refusal(unwritable, *place, errno);
    if (!replaces)
        if (auto made = makeFolders(place->parent_path()); !made) return made;

    std::filesystem::path temporary = temporaryBeside(*place);
    if (const int error = writeNew(temporary, bytes, modeOf(m_mode, bytes), m_durable); error != 0)
        return refusal(unwritable, *place, error);
    m_files.push_back({std::move(temporary), *place});
    if (replaces)
        if (const int error = takeOver(m_files.back().temporary, old); error != 0)
            return refusal(unwritable, *place, error);
    return {};
}

Result<void> StagedFiles::commit() {
    std::set<std::filesystem::path> changed;
    for (const std::filesystem::path& folder : m_folders) changed.insert(folder.parent_path());
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        if (::rename(m_files[i].temporary.c_str(), m_files[i].place.c_str()) != 0) {
            const int error = errno;
            m_files.erase(m_files.begin(), m_files.begin() + static_cast<std::ptrdiff_t>(i));
            return refusal(unwritable, m_files.front().place, error);
        }
        changed.insert(m_files[i].place.parent_path());
    }
    m_files.clear();
    m_folders.clear();
    if (m_durable == Durable::Now)
        for (const std::filesystem::path& folder : changed) syncFolder(folder);
    return {};
}

}
