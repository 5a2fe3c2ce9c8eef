#pragma once

#include "core/text/range.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace arabesque {

/// Line and column as people count: both from 1, columns in Unicode code points.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    friend bool operator==(const Position&, const Position&) = default;
};

/// Where the lines of a text begin. Lines end at LF; a CR before it belongs to the line.
/// Holds no text: the same text is passed to each question.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);

    [[nodiscard]] std::uint32_t lineCount() const { return static_cast<std::uint32_t>(m_begins.size()); }
    /// `line` from 1; without its line end.
    [[nodiscard]] ByteRange line(std::string_view text, std::uint32_t line) const;
    [[nodiscard]] std::uint32_t lineOf(std::size_t offset) const;
    /// Offsets behind the end count as the end.
    [[nodiscard]] Position position(std::string_view text, std::size_t offset) const;

private:
    std::vector<std::size_t> m_begins;
};

}
