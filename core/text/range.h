#pragma once

#include <cstddef>
#include <string>

namespace arabesque {

/// Half-open range of bytes in one text: [begin, end), offsets from 0.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
    /// True for every offset inside, and for `end`: where a cursor behind the last character stands.
    [[nodiscard]] bool touches(std::size_t offset) const { return begin <= offset && offset <= end; }
    [[nodiscard]] bool contains(ByteRange other) const { return begin <= other.begin && other.end <= end; }

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// A range in one of a project's files; `file` is relative to the project, with '/' between parts.
struct Place {
    std::string file;
    ByteRange range;

    friend bool operator==(const Place&, const Place&) = default;
};

}
