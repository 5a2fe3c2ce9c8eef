#pragma once

#include "core/text/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace arabesque::disk {

/// Largest document or referred file that is loaded, in bytes.
inline constexpr std::size_t sizeLimit = std::size_t{16} * 1024 * 1024;

/// A file descriptor that is closed with its owner.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(other.m_number) { other.m_number = -1; }
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() { (void)close(); }

    [[nodiscard]] bool open() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    /// False, with errno set, when what was written did not reach the disk.
    [[nodiscard]] bool close();

private:
    int m_number;
};

/// `path` for a sentence, in UTF-8.
[[nodiscard]] std::string shown(const std::filesystem::path& path);

/// "'/a/b' cannot be read: permission denied".
[[nodiscard]] std::unexpected<Error> refusal(MessageText sentence, const std::filesystem::path& path,
                                             int error);

/// Bytes of a regular file of at most `sizeLimit`; never waits on a pipe or device.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path);

/// Where a write to `path` really goes: the file behind symbolic links, which need not exist.
[[nodiscard]] Result<std::filesystem::path> behindLinks(std::filesystem::path path);

/// Permissions of a new file with these bytes: who may read a script may run it.
[[nodiscard]] constexpr unsigned modeOf(unsigned mode, std::string_view bytes) {
    return bytes.starts_with("#!") ? mode | (mode & 0444U) >> 2U : mode;
}

/// Whether a write lasts through a power cut when it is done, or whenever the system comes to it.
enum class Durable { Now, Later };

/// Writes a new file; fails when there is one already, and leaves nothing then.
/// `mode` is cut by the process's mask. The error number, or 0.
[[nodiscard]] int writeNew(const std::filesystem::path& path, std::string_view bytes, unsigned mode,
                           Durable durable = Durable::Now);

/// Makes the names in `folder` last through a power cut.
void syncFolder(const std::filesystem::path& folder);

/// A name beside `path` that nothing has: ".Cloud.toml.4711-1.part".
[[nodiscard]] std::filesystem::path temporaryBeside(const std::filesystem::path& path);

}
