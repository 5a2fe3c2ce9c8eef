#pragma once

#include "core/files/disk.h"
#include "core/text/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace arabesque::disk {

/// Files on their way to the disk: written beside their places first, renamed together by commit(). Until then, and
/// when a step fails, nothing that was there has changed, and what was made goes again.
class StagedFiles {
public:
    /// `mode` is a new file's, cut by the process's mask; a script may be run as well.
    explicit StagedFiles(Durable durable = Durable::Now, unsigned mode = 0666)
        : m_durable(durable), m_mode(mode) {}
    StagedFiles(const StagedFiles&) = delete;
    StagedFiles& operator=(const StagedFiles&) = delete;
    ~StagedFiles();

    /// A file that exists is followed through symbolic links and keeps owner and permissions; missing folders on the
    /// way to a new one are made. Fails when something else is in the way or the disk refuses.
    [[nodiscard]] Result<void> add(const std::filesystem::path& file, std::string_view bytes);
    [[nodiscard]] Result<void> commit();

private:
    struct Staged {
        std::filesystem::path temporary, place;
    };
    [[nodiscard]] Result<void> makeFolders(const std::filesystem::path& folder);

    Durable m_durable;
    unsigned m_mode;
    std::vector<Staged> m_files;
    std::vector<std::filesystem::path> m_folders;   ///< made on the way, outer ones first
};

}
