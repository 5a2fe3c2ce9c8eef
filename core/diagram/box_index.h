#pragma once

#include "core/diagram/diagram.h"

#include <array>
#include <vector>

namespace arabesque {

/// Numbers of rectangles that stand in a way; of more than it holds the first ones.
class Obstacles {
public:
    static constexpr std::size_t most = 4;

    [[nodiscard]] const std::size_t* begin() const { return m_numbers.data(); }
    [[nodiscard]] const std::size_t* end() const { return begin() + m_count; }
    [[nodiscard]] bool empty() const { return m_count == 0; }
    [[nodiscard]] bool isFull() const { return m_count == most; }
    /// Nothing happens where it is full.
    void add(std::size_t number) {
        if (!isFull()) m_numbers[m_count++] = number;
    }

private:
    std::array<std::size_t, most> m_numbers{};
    std::size_t m_count = 0;
};

/// Two rectangles that are overlooked; there need not be any of these numbers.
struct Except {
    std::size_t one, other;
};

/// Finds rectangles near a place without looking at all of them; none is much larger than a box.
class BoxIndex {
public:
    void add(const Rect& rect);

    [[nodiscard]] bool isFree(const Rect& rect) const;

    /// Those within `clearance` of the way from `a` to `b`. Their numbers count from 0 in the order they were added.
    [[nodiscard]] Obstacles along(Point a, Point b, std::int64_t clearance, Except except) const;
    /// Whether along() finds none.
    [[nodiscard]] bool isFree(Point a, Point b, std::int64_t clearance, Except except) const;

private:
    struct Entry {
        Rect rect;
        std::size_t number;
    };
    /// Rectangles that begin at about one height, from left to right.
    struct Band {
        std::int64_t number;
        std::int64_t top, bottom;   ///< of all of them
        std::int64_t widest = 0;
        std::vector<std::int64_t> lefts{};   ///< of the entries: what is searched, close together
        std::vector<Entry> entries{};

        /// Number of the first entry that may reach `x`.
        [[nodiscard]] std::size_t firstAt(std::int64_t x) const;
    };
    /// The first band from `number` on.
    [[nodiscard]] std::vector<Band>::const_iterator bandFrom(std::int64_t number) const;
    /// Hands those in the way to `take` until it returns false.
    template <class Take>
    void visit(Point a, Point b, std::int64_t clearance, Except except, Take take) const;

    std::vector<Band> m_bands;   ///< from top to bottom
    std::size_t m_count = 0;
};

/// Whether the way from `a` to `b` goes through `rect`.
[[nodiscard]] bool passes(Point a, Point b, const Rect& rect);

}
