#pragma once

#include "core/diagram/diagram.h"

#include <map>
#include <vector>

namespace arabesque {

/// Finds rectangles near a place without looking at all of them; none is much larger than a box.
class BoxIndex {
public:
    void add(const Rect& rect);

    [[nodiscard]] bool isFree(const Rect& rect) const;

    /// Numbers, in the order they were added, of those within `clearance` of the way from `a` to `b` but for two of
    /// them; at most `most`.
    [[nodiscard]] std::vector<std::size_t> along(Point a, Point b, std::int64_t clearance,
                                                 std::size_t exceptOne, std::size_t exceptOther,
                                                 std::size_t most) const;

private:
    struct Entry {
        Rect rect;
        std::size_t number;
    };
    /// Rectangles that begin at about one height, from left to right.
    struct Band {
        std::int64_t top, bottom;   ///< of all of them
        std::int64_t widest = 0;
        std::vector<Entry> entries;
    };
    std::map<std::int64_t, Band> m_bands;
    std::size_t m_count = 0;
};

/// Whether the way from `a` to `b` goes through `rect`.
[[nodiscard]] bool passes(Point a, Point b, const Rect& rect);

}
