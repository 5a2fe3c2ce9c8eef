#include "core/files/disk.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace arabesque::disk {
namespace {

bool writeAll(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}

bool Descriptor::close() {
    if (m_number < 0) return true;
    const bool closed = ::close(m_number) == 0;
    m_number = -1;
    return closed;
}

std::string shown(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

std::unexpected<Error> refusal(MessageText sentence, const std::filesystem::path& path, int error) {
    std::string reason = std::strerror(error);
    if (reason.size() > 1 && reason[1] >= 'a') reason[0] = static_cast<char>(reason[0] | 0x20);
    return failure({sentence, shown(path), reason});
}

Result<std::string> readFile(const std::filesystem::path& path) {
    static constexpr auto unreadable = MESSAGE("files", "'%1' cannot be read: %2");
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.open()) return refusal(unreadable, path, errno);
    struct stat status{};
    if (::fstat(file.number(), &status) != 0) return refusal(unreadable, path, errno);
    if (!S_ISREG(status.st_mode))
        return failure({MESSAGE("files", "'%1' cannot be read: it is no regular file"), shown(path)});

    // one more, for files whose size the system does not say
    std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
    std::size_t size = 0;
    while (size <= sizeLimit) {
        const ssize_t count =
            ::read(file.number(), bytes.data() + size, std::min(bytes.size(), sizeLimit + 1) - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return refusal(unreadable, path, errno);
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
        if (size == static_cast<std::size_t>(status.st_size)) break;
        if (size == bytes.size()) bytes.resize(2 * size);   // it grew while it was read
    }
    if (size > sizeLimit)
        return failure(
            {MESSAGE("files", "'%1' is larger than 16 MiB, the most that is loaded"), shown(path)});
    bytes.resize(size);
    return bytes;
}

Result<std::filesystem::path> behindLinks(std::filesystem::path path) {
    for (int links = 0; links < 40; ++links) {
        std::error_code error;
        if (!std::filesystem::is_symlink(path, error)) return path;
        const std::filesystem::path target = std::filesystem::read_symlink(path, error);
        if (error) return refusal(MESSAGE("files", "'%1' cannot be read: %2"), path, error.value());
        path = target.is_absolute() ? target : path.parent_path() / target;
    }
    return refusal(MESSAGE("files", "'%1' cannot be written: %2"), path, ELOOP);
}

int writeNew(const std::filesystem::path& path, std::string_view bytes, unsigned mode, Durable durable) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
    if (!file.open()) return errno;
    const auto synced = [&] { return durable == Durable::Later || ::fsync(file.number()) == 0; };
    if (writeAll(file.number(), bytes) && synced() && file.close()) return 0;
    const int error = errno;
    ::unlink(path.c_str());
    return error;
}

void syncFolder(const std::filesystem::path& folder) {
    const Descriptor file(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file.open()) (void)::fsync(file.number());   // some file systems refuse; the content is safe already
}

std::filesystem::path temporaryBeside(const std::filesystem::path& path) {
    static std::atomic<unsigned> count = 0;
    while (true) {
        const std::string name = "." + path.filename().string().substr(0, 200) + "." +
                                 std::to_string(::getpid()) + "-" + std::to_string(++count) + ".part";
        std::filesystem::path candidate = path.parent_path() / name;
        struct stat status{};
        if (::lstat(candidate.c_str(), &status) != 0) return candidate;
    }
}

}
