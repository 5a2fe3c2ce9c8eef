#include "core/diagram/box_index.h"

#include "core/diagram/measures.h"

#include <algorithm>
#include <cstdlib>

namespace arabesque {

namespace {

constexpr std::int64_t bandHeight = measures::boxHeight;

std::int64_t bandOf(std::int64_t y) {
    return y >= 0 ? y / bandHeight : (y + 1) / bandHeight - 1;
}

}

bool passes(Point a, Point b, const Rect& rect) {
    // A way and a rectangle are apart where one of three axes tells them apart: x, y, or across the way.
    const auto [left, right] = std::minmax(a.x, b.x);
    const auto [top, bottom] = std::minmax(a.y, b.y);
    if (right <= rect.x || left >= rect.right() || bottom <= rect.y || top >= rect.bottom()) return false;
    const std::int64_t dx = b.x - a.x;
    const std::int64_t dy = b.y - a.y;
    if (dx == 0 && dy == 0) return true;
    const std::int64_t away =
        dx * (2 * (rect.y - a.y) + rect.height) - dy * (2 * (rect.x - a.x) + rect.width);
    return std::abs(away) < std::abs(dx) * rect.height + std::abs(dy) * rect.width;
}

void BoxIndex::add(const Rect& rect) {
    const auto [at, isNew] = m_bands.try_emplace(bandOf(rect.y));
    Band& band = at->second;
    if (isNew) {
        band.top = rect.y;
        band.bottom = rect.bottom();
    }
    band.top = std::min(band.top, rect.y);
    band.bottom = std::max(band.bottom, rect.bottom());
    band.widest = std::max(band.widest, rect.width);
    const auto behind =
        std::ranges::upper_bound(band.entries, rect.x, {}, [](const Entry& entry) { return entry.rect.x; });
    band.entries.insert(behind, {rect, m_count++});
}

bool BoxIndex::isFree(const Rect& rect) const {
    const auto end = m_bands.upper_bound(bandOf(rect.bottom()));
    for (auto at = m_bands.lower_bound(bandOf(rect.y - bandHeight)); at != end; ++at) {
        const Band& band = at->second;
        if (band.bottom <= rect.y || band.top >= rect.bottom()) continue;
        auto entry = std::ranges::lower_bound(band.entries, rect.x - band.widest, {},
                                              [](const Entry& each) { return each.rect.x; });
        for (; entry != band.entries.end() && entry->rect.x < rect.right(); ++entry)
            if (entry->rect.meets(rect)) return false;
    }
    return true;
}

std::vector<std::size_t> BoxIndex::along(Point a, Point b, std::int64_t clearance, std::size_t exceptOne,
                                         std::size_t exceptOther, std::size_t most) const {
    std::vector<std::size_t> found;
    const Point upper = a.y <= b.y ? a : b;
    const Point lower = a.y <= b.y ? b : a;
    const double slope =
        upper.y == lower.y ? 0
                           : static_cast<double>(lower.x - upper.x) / static_cast<double>(lower.y - upper.y);
    const auto xAt = [&](std::int64_t y) {   // to one unit
        return upper.x + static_cast<std::int64_t>(slope * static_cast<double>(y - upper.y));
    };
    const auto end = m_bands.upper_bound(bandOf(lower.y + clearance));
    for (auto at = m_bands.lower_bound(bandOf(upper.y - clearance - bandHeight)); at != end; ++at) {
        const Band& band = at->second;
        const std::int64_t top = std::max(band.top - clearance, upper.y);
        const std::int64_t bottom = std::min(band.bottom + clearance, lower.y);
        if (top > bottom) continue;
        const bool isLevel = upper.y == lower.y;
        const std::int64_t one = isLevel ? upper.x : xAt(top);
        const std::int64_t other = isLevel ? lower.x : xAt(bottom);
        const std::int64_t left = std::min(one, other) - clearance - 1;
        const std::int64_t right = std::max(one, other) + clearance + 1;
        auto entry = std::ranges::lower_bound(band.entries, left - band.widest, {},
                                              [](const Entry& each) { return each.rect.x; });
        for (; entry != band.entries.end() && entry->rect.x < right; ++entry) {
            if (entry->number == exceptOne || entry->number == exceptOther ||
                !passes(a, b, entry->rect.grown(clearance)))
                continue;
            found.push_back(entry->number);
            if (found.size() == most) return found;
        }
    }
    return found;
}

}
