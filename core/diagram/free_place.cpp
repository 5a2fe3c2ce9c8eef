#include "core/diagram/free_place.h"

#include "core/diagram/arrange.h"
#include "core/diagram/box_index.h"
#include "core/diagram/measures.h"

#include <algorithm>
#include <map>
#include <utility>

namespace arabesque {

namespace {

constexpr std::int64_t stepX = measures::boxWidth + measures::columnGap;
constexpr std::int64_t stepY = measures::boxHeight + measures::rowGap;
constexpr std::int64_t furthestStep = 24;   ///< places looked at in each direction

/// Steps around a place, nearest first; of two as near the one beside before the one below, and right before left.
const std::vector<Point>& stepsAround() {
    static const std::vector<Point> steps = [] {
        std::vector<Point> all;
        for (std::int64_t y = -furthestStep; y <= furthestStep; ++y)
            for (std::int64_t x = -furthestStep; x <= furthestStep; ++x) all.push_back({x, y});
        std::ranges::stable_sort(all, {}, [](Point step) {
            const std::int64_t x = step.x * stepX;
            const std::int64_t y = step.y * stepY;
            return std::tuple(x * x + y * y * 4, step.y < 0, step.x < 0);
        });
        return all;
    }();
    return steps;
}

class PlaceFinder {
public:
    PlaceFinder(Diagram& diagram, const Nesting& nesting, std::vector<bool> isPlaced)
        : m_diagram(diagram), m_nesting(nesting), m_isPlaced(std::move(isPlaced)) {}

    void run() {
        for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i)
            if (m_isPlaced[i]) occupy(i);
        for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i) {
            if (m_isPlaced[i]) continue;
            const Point place = freePlaceOf(i);
            m_diagram.boxes[i].place.x = place.x;
            m_diagram.boxes[i].place.y = place.y;
            m_isPlaced[i] = true;
            occupy(i);
        }
    }

private:
    void occupy(std::size_t box) {
        m_index.add(m_diagram.boxes[box].place);
        for (auto frame = m_nesting.ofBox[box]; frame; frame = m_nesting.ofFrame[*frame]) {
            auto& inside = m_inside[*frame];
            const Rect& place = m_diagram.boxes[box].place;
            inside = inside ? united(*inside, place) : place;
        }
    }

    /// What a frame covers with a further part inside.
    [[nodiscard]] Rect frameWith(std::size_t frame, const Rect& part) const {
        const auto found = m_inside.find(frame);
        const Rect inside = found == m_inside.end() ? part : united(*found->second, part);
        const Rect place = framed(inside);
        return m_diagram.frames[frame].isZone ? place : place.grown(measures::framePadding);
    }

    [[nodiscard]] bool isIn(std::size_t box, std::size_t frame) const {
        for (auto each = m_nesting.ofBox[box]; each; each = m_nesting.ofFrame[*each])
            if (*each == frame) return true;
        return false;
    }

    [[nodiscard]] bool isInside(std::size_t frame, std::size_t outer) const {
        return m_nesting.ofFrame[frame] == outer;
    }

    /// Frames that a box's place may not touch, and boxes that its frames may not take in.
    [[nodiscard]] bool isFree(std::size_t box, const Rect& place) const {
        if (!m_index.isFree(place.grown(measures::framePadding))) return false;
        for (const auto& [frame, inside] : m_inside)
            if (!isIn(box, frame) && frameWith(frame, *inside).meets(place)) return false;
        for (auto frame = m_nesting.ofBox[box]; frame; frame = m_nesting.ofFrame[*frame]) {
            const Rect grown = frameWith(*frame, place);
            const auto before = m_inside.find(*frame);
            if (before != m_inside.end() && grown == frameWith(*frame, *before->second)) continue;
            if (takesInOthers(*frame, grown)) return false;
        }
        return true;
    }

    [[nodiscard]] bool takesInOthers(std::size_t frame, const Rect& grown) const {
        for (const auto& [other, inside] : m_inside)
            if (other != frame && !isInside(other, frame) && !isInside(frame, other) &&
                frameWith(other, *inside).meets(grown))
                return true;
        for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i)
            if (m_isPlaced[i] && !isIn(i, frame) && m_diagram.boxes[i].place.meets(grown)) return true;
        return false;
    }

    [[nodiscard]] Point freePlaceOf(std::size_t box) const {
        const Point wish = wishOf(box);
        for (const Point& step : stepsAround()) {
            const Rect place{wish.x + step.x * stepX, wish.y + step.y * stepY, measures::boxWidth,
                             measures::boxHeight};
            if (isFree(box, place)) return place.corner();
        }
        return rightOfAll();
    }

    [[nodiscard]] Point rightOfAll() const {
        std::optional<Rect> all;
        for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i)
            if (m_isPlaced[i]) all = all ? united(*all, m_diagram.boxes[i].place) : m_diagram.boxes[i].place;
        if (!all) return {measures::margin, measures::margin};
        return {all->right() + stepX, all->y};
    }

    /// Beside the last of its row in its zone, else in its region, else where arrange() puts it among others.
    [[nodiscard]] Point wishOf(std::size_t box) const {
        for (auto frame = m_nesting.ofBox[box]; frame; frame = m_nesting.ofFrame[*frame]) {
            if (const auto beside = besideOwnKind(box, frame)) return *beside;
            const auto inside = m_inside.find(*frame);
            if (inside != m_inside.end()) return nearRow(box, *inside->second);
            const Rect& empty = m_diagram.frames[*frame].place;
            if (empty.width > 0) return {empty.x + measures::framePadding, empty.y + measures::frameHeader};
        }
        if (m_nesting.ofBox[box]) return rightOfAll();
        if (const auto beside = besideOwnKind(box, std::nullopt)) return *beside;
        return nearConnected(box);
    }

    [[nodiscard]] std::optional<Point> besideOwnKind(std::size_t box,
                                                     std::optional<std::size_t> frame) const {
        const std::size_t row = rowOf(m_diagram.boxes[box]);
        std::optional<Point> best;
        for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i) {
            if (!m_isPlaced[i] || rowOf(m_diagram.boxes[i]) != row) continue;
            if (frame ? !isIn(i, *frame) : m_nesting.ofBox[i].has_value()) continue;
            const Rect& place = m_diagram.boxes[i].place;
            if (!best || place.x > best->x) best = place.corner();
        }
        if (best) best->x += stepX;
        return best;
    }

    /// Above or below what is there, as its row has it.
    [[nodiscard]] Point nearRow(std::size_t box, const Rect& inside) const {
        const std::size_t row = rowOf(m_diagram.boxes[box]);
        bool isAbove = true;
        for (std::size_t i = 0; i < m_diagram.boxes.size(); ++i)
            if (m_isPlaced[i] && inside.meets(m_diagram.boxes[i].place) && rowOf(m_diagram.boxes[i]) <= row)
                isAbove = false;
        const std::int64_t gap = measures::tierGap;
        return {inside.x, isAbove ? inside.y - gap - measures::boxHeight : inside.bottom() + gap};
    }

    [[nodiscard]] Point nearConnected(std::size_t box) const {
        for (const Line& line : m_diagram.lines) {
            if (line.from != box && line.to != box) continue;
            const std::size_t other = line.from == box ? line.to : line.from;
            if (!m_isPlaced[other]) continue;
            const Rect& place = m_diagram.boxes[other].place;
            return {place.x, line.from == box ? place.y - stepY - measures::tierGap
                                              : place.bottom() + measures::tierGap};
        }
        return rightOfAll();
    }

    Diagram& m_diagram;
    const Nesting& m_nesting;
    std::vector<bool> m_isPlaced;
    std::map<std::size_t, std::optional<Rect>> m_inside;   ///< of frames: around the boxes inside
    BoxIndex m_index;
};

}

void findFreePlaces(Diagram& diagram, const Nesting& nesting, std::vector<bool> isPlaced) {
    PlaceFinder(diagram, nesting, std::move(isPlaced)).run();
}

}
