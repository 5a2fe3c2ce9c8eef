#include "core/bundle/bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <memory>

namespace arabesque {
namespace {

constexpr std::int64_t firstOfJanuary1980 = 315532800;

using Archive = std::unique_ptr<archive, decltype([](archive* it) { archive_write_free(it); })>;
using Entry = std::unique_ptr<archive_entry, decltype([](archive_entry* it) { archive_entry_free(it); })>;

/// libarchive marks names as UTF-8 only where the locale is so; here it is, whatever the user's.
class Utf8Names {
public:
    Utf8Names() : m_utf8(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (m_utf8 != nullptr) m_before = ::uselocale(m_utf8);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names() {
        if (m_utf8 == nullptr) return;
        ::uselocale(m_before);
        ::freelocale(m_utf8);
    }

private:
    locale_t m_utf8;
    locale_t m_before = nullptr;
};

la_ssize_t append(archive*, void* text, const void* bytes, std::size_t size) {
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

std::unexpected<Error> refusal(const Bundle& bundle, archive* archive) {
    const char* reason = archive_error_string(archive);
    return failure({MESSAGE("bundle", "The archive of '%1' cannot be made: %2"), bundle.name,
                    reason != nullptr ? reason : "no memory"});
}

/// Sets what an archive stores about a file: nothing of this machine, user or moment.
void describe(archive_entry* entry, const BundleFile& file, bool withTime) {
    archive_entry_clear(entry);
    archive_entry_set_pathname_utf8(entry, file.path.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, file.bytes.starts_with("#!") ? 0755 : 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(file.bytes.size()));
    archive_entry_set_uid(entry, 0);
    archive_entry_set_gid(entry, 0);
    if (withTime) archive_entry_set_mtime(entry, firstOfJanuary1980, 0);
}

/// Writes all files into `writer`, whose format is chosen.
Result<std::string> pack(const Bundle& bundle, archive* writer, bool withTime) {
    std::string text;
    const Entry entry(archive_entry_new());
    archive_write_set_bytes_in_last_block(writer, 1);
    if (archive_write_open2(writer, &text, nullptr, append, nullptr, nullptr) != ARCHIVE_OK)
        return refusal(bundle, writer);
    for (const BundleFile& file : bundle.files) {
        describe(entry.get(), file, withTime);
        if (archive_write_header(writer, entry.get()) != ARCHIVE_OK) return refusal(bundle, writer);
        const auto written = archive_write_data(writer, file.bytes.data(), file.bytes.size());
        if (written < 0 || static_cast<std::size_t>(written) != file.bytes.size())
            return refusal(bundle, writer);
    }
    if (archive_write_close(writer) != ARCHIVE_OK) return refusal(bundle, writer);
    return text;
}

}

Result<std::string> toZip(const Bundle& bundle) {
    const Utf8Names names;
    const Archive writer(archive_write_new());
    archive_write_set_format_zip(writer.get());
    archive_write_set_format_option(writer.get(), "zip", "hdrcharset", "UTF-8");
    // A zip file's times are local ones: only an entry without a time, which becomes the first moment a zip file can
    // name, the start of 1980, is the same in every time zone.
    return pack(bundle, writer.get(), false);
}

Result<std::string> toTarGz(const Bundle& bundle) {
    const Utf8Names names;
    const Archive writer(archive_write_new());
    archive_write_set_format_pax_restricted(writer.get());
    archive_write_add_filter_gzip(writer.get());
    archive_write_set_filter_option(writer.get(), "gzip", "timestamp", nullptr);
    // Saves a quarter of the time that the bundle of a large workspace takes; its 60 KB become 80.
    archive_write_set_filter_option(writer.get(), "gzip", "compression-level", "3");
    return pack(bundle, writer.get(), true);
}

std::optional<Result<std::string>> toArchive(const Bundle& bundle, std::string_view name) {
    if (name.ends_with(".zip")) return toZip(bundle);
    if (name.ends_with(".tar.gz")) return toTarGz(bundle);
    return {};
}

}
