#pragma once

#include "core/text/edit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QDataStream;

namespace arabesque {

/// Lines of the saved text, counted from 0, and what stands in their place.
struct LineChange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::string text;

    friend bool operator==(const LineChange&, const LineChange&) = default;
};

/// How an unsaved document differs from its saved text, without that text: a line nobody touched is not in it, only a
/// number computed from it.
struct UnsavedText {
    std::string file;
    std::string saved;   ///< SHA-256 of the saved text
    std::string now;     ///< SHA-256 of the unsaved one
    std::string lines;   ///< fingerprints of the saved one, each line with its end
    std::vector<LineChange> changes;

    friend bool operator==(const UnsavedText&, const UnsavedText&) = default;
};

[[nodiscard]] UnsavedText unsavedText(std::string file, std::string_view saved, std::string_view now);

/// Whether `text`, which is on disk by now, is neither the saved one nor already the unsaved one.
[[nodiscard]] bool wasChangedElsewhere(const UnsavedText& unsaved, std::string_view text);

/// The edit of `text`, which is on disk by now, that brings the unsaved changes back: exactly so where it is the saved
/// text still. Where another program changed it, unsaved lines take the place of what their lines became, or stand
/// beside it where that cannot be told; none is left out, and all other lines stay as they are on disk.
[[nodiscard]] Edit recovery(const UnsavedText& unsaved, std::string_view text);

QDataStream& operator<<(QDataStream& stream, const UnsavedText& unsaved);
QDataStream& operator>>(QDataStream& stream, UnsavedText& unsaved);

}
