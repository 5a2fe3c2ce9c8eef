#pragma once

#include <cstddef>
#include <vector>

namespace arabesque {

/// Items in rows, to be brought into an order in which few lines cross.
struct Rows {
    struct Line {
        std::size_t from, to;   ///< items of different rows
        std::size_t weight = 1;
    };
    std::vector<std::vector<std::size_t>> rows;   ///< every item in one of them, from left to right
    std::vector<std::size_t>
        stretch;   ///< of each item: it changes places only with others of its row and stretch
    std::vector<Line> lines;
};

/// Orders the items by sweeps over the rows, each item to the middle of what it is connected with, and exchanges of
/// neighbours (Gansner, Koutsofios, North, Vo: A technique for drawing directed graphs, 1993). Same input, same order.
void reduceCrossings(Rows& rows);

/// Pairs of lines between the same two rows that cross, weighed.
[[nodiscard]] std::size_t crossings(const Rows& rows);

}
