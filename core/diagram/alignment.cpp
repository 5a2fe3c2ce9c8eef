#include "core/diagram/alignment.h"

#include "core/diagram/measures.h"

#include <algorithm>

namespace arabesque {

namespace {

using Placed = std::pair<std::size_t, Point>;

/// The way a line of boxes runs: which coordinate grows along it, and the least step from box to box.
struct Axis {
    std::int64_t Point::* along;
    std::int64_t Point::* across;
    std::int64_t step;
};

constexpr Axis level{&Point::x, &Point::y, measures::boxWidth + measures::columnGap};
constexpr Axis upright{&Point::y, &Point::x, measures::boxHeight + measures::rowGap};

std::int64_t onGrid(std::int64_t value) {
    const std::int64_t rest = ((value % measures::grid) + measures::grid) % measures::grid;
    return value - rest;
}

void sortAlong(std::vector<Placed>& placed, const Axis& axis) {
    std::ranges::stable_sort(placed, {}, [&](const Placed& each) {
        return std::pair(each.second.*axis.along, each.second.*axis.across);
    });
}

/// In one line, at the first of them across it; each at least a step behind the one before.
void bringIntoLine(std::vector<Placed>& placed, const Axis& axis) {
    const auto first =
        std::ranges::min(placed, {}, [&](const Placed& each) { return each.second.*axis.across; }).second.*
        axis.across;
    sortAlong(placed, axis);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        Point& place = placed[i].second;
        place.*axis.across = first;
        if (i == 0) continue;
        const std::int64_t least = placed[i - 1].second.*axis.along + axis.step;
        place.*axis.along = std::max(place.*axis.along, least);
    }
}

/// At equal steps from the first to the last, or further where they have no room between them.
void distribute(std::vector<Placed>& placed, const Axis& axis) {
    sortAlong(placed, axis);
    const auto gaps = static_cast<std::int64_t>(placed.size()) - 1;
    const std::int64_t first = placed.front().second.*axis.along;
    const std::int64_t room = placed.back().second.*axis.along - first;
    const bool isTight = room < gaps * axis.step;
    for (std::int64_t i = 1; i <= gaps; ++i) {
        if (i == gaps && !isTight) break;   // the last stays where it is
        placed[static_cast<std::size_t>(i)].second.*axis.along =
            isTight ? first + i * axis.step : onGrid(first + room * i / gaps);
    }
}

}

std::vector<Placed> align(const Diagram& diagram, std::span<const std::size_t> boxes, Alignment how) {
    std::vector<Placed> placed;
    for (const std::size_t box : boxes) placed.emplace_back(box, diagram.boxes[box].place.corner());
    if (placed.size() < 2) return placed;
    switch (how) {
    case Alignment::Left: bringIntoLine(placed, upright); break;
    case Alignment::Top: bringIntoLine(placed, level); break;
    case Alignment::Across: distribute(placed, level); break;
    case Alignment::Down: distribute(placed, upright); break;
    }
    std::ranges::sort(placed, {}, &Placed::first);
    return placed;
}

}
