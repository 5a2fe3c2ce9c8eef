#include "core/files/read_bundle.h"

#include "core/files/disk.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>

namespace arabesque {
namespace {

namespace fs = std::filesystem;

using Archive = std::unique_ptr<archive, decltype([](archive* it) { archive_read_free(it); })>;

constexpr auto unreadable = MESSAGE("bundle", "'%1' cannot be read as a bundle: %2");
constexpr std::size_t largest = std::size_t{256} * 1024 * 1024;   // of all files together

std::unexpected<Error> refusal(const fs::path& path, std::string reason) {
    return failure({unreadable, path.string(), std::move(reason)});
}

/// The bytes of the entry an archive stands at; nothing where it is damaged or too long.
std::optional<std::string> bytesOf(archive* reader, std::size_t room) {
    std::string bytes;
    std::array<char, 65536> buffer{};
    la_ssize_t got = 0;
    while ((got = archive_read_data(reader, buffer.data(), buffer.size())) > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > room) return std::nullopt;
    }
    return got == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

Result<std::vector<NewFile>> readArchive(const fs::path& path) {
    const Archive reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_gzip(reader.get());
    constexpr std::size_t block = 65536;
    if (archive_read_open_filename(reader.get(), path.c_str(), block) != ARCHIVE_OK)
        return refusal(path, "it is neither a folder nor an archive .zip or .tar.gz");
    std::vector<NewFile> files;
    std::size_t room = largest;
    archive_entry* entry = nullptr;
    int state = ARCHIVE_OK;
    while ((state = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK) {
        if (archive_entry_filetype(entry) != AE_IFREG) continue;
        const char* name = archive_entry_pathname(entry);
        auto bytes = bytesOf(reader.get(), room);
        if (name == nullptr || !bytes) return refusal(path, "it is damaged or too large");
        room -= bytes->size();
        files.push_back({name, *std::move(bytes)});
    }
    if (state != ARCHIVE_EOF) return refusal(path, "it is damaged");
    return files;
}

Result<std::vector<NewFile>> readFolder(const fs::path& folder) {
    std::vector<NewFile> files;
    std::error_code error;
    for (fs::recursive_directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        if (!each->is_regular_file(error)) continue;
        auto bytes = disk::readFile(each->path());
        if (!bytes) return std::unexpected(bytes.error());
        files.push_back({each->path().lexically_relative(folder).generic_string(), *std::move(bytes)});
    }
    if (error) return refusal(folder, error.message());
    return files;
}

}

Result<std::vector<NewFile>> readBundle(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) return refusal(path, "there is no such file or folder");
    auto files = fs::is_directory(path, error) ? readFolder(path) : readArchive(path);
    if (!files) return files;
    std::ranges::sort(*files, {}, &NewFile::path);
    if (!std::ranges::contains(*files, "bundle.json", &NewFile::path))
        return refusal(path, "it has no bundle.json");
    return files;
}

std::vector<std::string> environmentsIn(const std::vector<NewFile>& files) {
    std::vector<std::string> names;
    const auto manifest = std::ranges::find(files, "bundle.json", &NewFile::path);
    if (manifest == files.end()) return names;
    const auto json = nlohmann::json::parse(manifest->bytes, nullptr, false);
    if (!json.is_object() || !json.contains("environments") || !json["environments"].is_array()) return names;
    for (const auto& each : json["environments"])
        if (each.is_string()) names.push_back(each.get<std::string>());
    return names;
}

}
