#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>

namespace arabesque {

/// How high something is for each of a few widths, in pixels: layouts ask for the least width, the usual and the real one
/// in turn.
class KnownHeights {
public:
    void forget() { m_known.fill({}); }
    /// What `measure` says of a width, asked once.
    int at(int width, const std::function<int(int)>& measure) {
        const auto known = std::ranges::find(m_known, width, &Known::width);
        if (known != m_known.end()) return known->height;
        const Known added{width, measure(width)};
        m_known[m_oldest] = added;
        m_oldest = (m_oldest + 1) % m_known.size();
        return added.height;
    }

private:
    struct Known {
        int width = -1, height = 0;
    };
    std::array<Known, 4> m_known;
    std::size_t m_oldest = 0;
};

}
