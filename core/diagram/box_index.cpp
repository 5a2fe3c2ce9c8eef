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

std::size_t BoxIndex::Band::firstAt(std::int64_t x) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(lefts, x - widest) - lefts.begin());
}

std::vector<BoxIndex::Band>::const_iterator BoxIndex::bandFrom(std::int64_t number) const {
    return std::ranges::lower_bound(m_bands, number, {}, &Band::number);
}

void BoxIndex::add(const Rect& rect) {
    const std::int64_t number = bandOf(rect.y);
    auto at = m_bands.begin() + (bandFrom(number) - m_bands.cbegin());
    if (at == m_bands.end() || at->number != number) at = m_bands.insert(at, {number, rect.y, rect.bottom()});
    at->top = std::min(at->top, rect.y);
    at->bottom = std::max(at->bottom, rect.bottom());
    at->widest = std::max(at->widest, rect.width);
    const auto behind = std::ranges::upper_bound(at->lefts, rect.x) - at->lefts.begin();
    at->lefts.insert(at->lefts.begin() + behind, rect.x);
    at->entries.insert(at->entries.begin() + behind, {rect, m_count++});
}

bool BoxIndex::isFree(const Rect& rect) const {
    for (auto band = bandFrom(bandOf(rect.y - bandHeight));
         band != m_bands.end() && band->number <= bandOf(rect.bottom()); ++band) {
        if (band->bottom <= rect.y || band->top >= rect.bottom()) continue;
        for (std::size_t i = band->firstAt(rect.x); i < band->lefts.size() && band->lefts[i] < rect.right();
             ++i)
            if (band->entries[i].rect.meets(rect)) return false;
    }
    return true;
}

template <class Take>
void BoxIndex::visit(Point a, Point b, std::int64_t clearance, Except except, Take take) const {
    const Point upper = a.y <= b.y ? a : b;
    const Point lower = a.y <= b.y ? b : a;
    const std::int64_t height = lower.y - upper.y;
    const double slope =
        height == 0 ? 0 : static_cast<double>(lower.x - upper.x) / static_cast<double>(height);
    const auto xAt = [&](std::int64_t y) {   // to one unit
        return upper.x + static_cast<std::int64_t>(slope * static_cast<double>(y - upper.y));
    };
    const std::int64_t last = bandOf(lower.y + clearance);
    for (auto band = bandFrom(bandOf(upper.y - clearance - bandHeight));
         band != m_bands.end() && band->number <= last; ++band) {
        const std::int64_t top = std::max(band->top - clearance, upper.y);
        const std::int64_t bottom = std::min(band->bottom + clearance, lower.y);
        if (top > bottom) continue;
        const std::int64_t one = height == 0 ? upper.x : xAt(top);
        const std::int64_t other = height == 0 ? lower.x : xAt(bottom);
        const std::int64_t left = std::min(one, other) - clearance - 1;
        const std::int64_t right = std::max(one, other) + clearance + 1;
        for (std::size_t i = band->firstAt(left); i < band->lefts.size() && band->lefts[i] < right; ++i) {
            const Entry& entry = band->entries[i];
            const bool isInTheWay = entry.number != except.one && entry.number != except.other &&
                                    passes(a, b, entry.rect.grown(clearance));
            if (isInTheWay && !take(entry.number)) return;
        }
    }
}

Obstacles BoxIndex::along(Point a, Point b, std::int64_t clearance, Except except) const {
    Obstacles found;
    visit(a, b, clearance, except, [&](std::size_t number) {
        found.add(number);
        return !found.isFull();
    });
    return found;
}

bool BoxIndex::isFree(Point a, Point b, std::int64_t clearance, Except except) const {
    bool isFree = true;
    visit(a, b, clearance, except, [&](std::size_t) { return isFree = false; });
    return isFree;
}

}
