#include "core/diagram/routes.h"

#include "core/diagram/box_index.h"
#include "core/diagram/measures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <ranges>
#include <span>
#include <tuple>
#include <utility>

namespace arabesque {

namespace {

constexpr std::int64_t clearance = 5;    ///< between a line and a box it passes
constexpr std::int64_t channel = 12;     ///< between a bent line and the box it goes around
constexpr std::int64_t bend = 22;        ///< between a box and the first bend of its line
constexpr std::int64_t laneWidth = 14;   ///< between lines of the same two boxes
constexpr std::int64_t portWidth = 24;   ///< between lines that meet one side of a box
constexpr std::int64_t portMargin = 20;
constexpr int mostAttempts = 2;
constexpr std::size_t mostLabelAttempts = 20;   ///< lines of a bundle on which its label is tried

struct Vector {
    double x = 0, y = 0;

    /// Diagrams are far too small for what hypot() guards against.
    [[nodiscard]] double length() const { return std::sqrt(x * x + y * y); }
};

Vector operator-(Point to, Point from) {
    return {static_cast<double>(to.x - from.x), static_cast<double>(to.y - from.y)};
}

double lengthOf(std::span<const Point> path) {
    double length = 0;
    for (std::size_t i = 1; i < path.size(); ++i) length += (path[i] - path[i - 1]).length();
    return length;
}

/// Where the way from inside `rect` to `to` leaves it.
Point borderOf(const Rect& rect, Point from, Point to) {
    const Vector way = to - from;
    double part = 1;
    const auto limit = [&](double step, std::int64_t low, std::int64_t high, std::int64_t start) {
        if (step > 0) part = std::min(part, static_cast<double>(high - start) / step);
        if (step < 0) part = std::min(part, static_cast<double>(low - start) / step);
    };
    limit(way.x, rect.x, rect.right(), from.x);
    limit(way.y, rect.y, rect.bottom(), from.y);
    return {from.x + std::llround(way.x * part), from.y + std::llround(way.y * part)};
}

class Router {
public:
    explicit Router(Diagram& diagram) : m_diagram(diagram) {
        for (const Box& box : diagram.boxes) m_index.add(box.place);
    }

    void run() {
        findPorts();
        const std::vector<std::int64_t> asides = findAsides();
        for (std::size_t i = 0; i < m_diagram.lines.size(); ++i) {
            Line& line = m_diagram.lines[i];
            line.path = route(line, m_ports[i], asides[i]);
        }
        placeLabels();
    }

private:
    [[nodiscard]] const Rect& placeOf(std::size_t box) const { return m_diagram.boxes[box].place; }

    [[nodiscard]] Obstacles blockers(const Line& line, Point a, Point b) const {
        return m_index.along(a, b, clearance, {line.from, line.to});
    }

    [[nodiscard]] bool isFree(const Line& line, Point a, Point b) const {
        return m_index.isFree(a, b, clearance, {line.from, line.to});
    }

    /// Where a line leaves one box and enters the other, by x.
    struct Ports {
        std::int64_t from = 0, to = 0;
    };

    enum class Side { Above, Below, Beside };   ///< where the end of a line lies, seen from its beginning

    [[nodiscard]] Side sideOf(const Line& line) const {
        const Rect& from = placeOf(line.from);
        const Rect& to = placeOf(line.to);
        if (from.bottom() + measures::rowGap <= to.y) return Side::Below;
        if (to.bottom() + measures::rowGap <= from.y) return Side::Above;
        return Side::Beside;
    }

    /// How far each line beside others of the same two boxes stands from the middle.
    [[nodiscard]] std::vector<std::int64_t> findAsides() const {
        std::vector<std::pair<std::pair<std::size_t, std::size_t>, std::size_t>> order;
        order.reserve(m_diagram.lines.size());
        for (std::size_t i = 0; i < m_diagram.lines.size(); ++i)
            order.emplace_back(std::minmax({m_diagram.lines[i].from, m_diagram.lines[i].to}), i);
        std::ranges::sort(order);
        std::vector<std::int64_t> asides(order.size());
        for (std::size_t begin = 0; begin < order.size();) {
            std::size_t end = begin;
            while (end < order.size() && order[end].first == order[begin].first) ++end;
            const auto last = static_cast<std::int64_t>(end - begin) - 1;
            for (std::size_t i = begin; i < end; ++i)
                asides[order[i].second] = (2 * static_cast<std::int64_t>(i - begin) - last) * laneWidth / 2;
            begin = end;
        }
        return asides;
    }

    /// Spreads the lines that meet a side of a box over it, in the order of their other ends.
    void findPorts() {
        struct Use {
            std::int64_t other;
            std::size_t line;
            bool isFrom;
        };
        std::vector<std::vector<Use>> uses(2 * m_diagram.boxes.size());   // of upper and lower sides
        m_ports.resize(m_diagram.lines.size());
        for (std::size_t i = 0; i < m_diagram.lines.size(); ++i) {
            const Line& line = m_diagram.lines[i];
            const Side side = sideOf(line);
            if (side == Side::Beside) continue;
            const bool isDown = side == Side::Below;
            uses[2 * line.from + (isDown ? 1 : 0)].push_back({placeOf(line.to).x, i, true});
            uses[2 * line.to + (isDown ? 0 : 1)].push_back({placeOf(line.from).x, i, false});
        }
        for (std::size_t number = 0; number < uses.size(); ++number) {
            auto& side = uses[number];
            std::ranges::sort(side, {}, [](const Use& use) { return std::pair(use.other, use.line); });
            const Rect& box = placeOf(number / 2);
            const auto count = static_cast<std::int64_t>(side.size());
            const std::int64_t width = std::min((count - 1) * portWidth, box.width - 2 * portMargin);
            for (std::int64_t i = 0; i < count; ++i) {
                const Use& use = side[static_cast<std::size_t>(i)];
                const std::int64_t step = count > 1 ? i * width / (count - 1) : 0;
                (use.isFrom ? m_ports[use.line].from : m_ports[use.line].to) =
                    box.centre().x - width / 2 + step;
            }
        }
    }

    [[nodiscard]] std::vector<Point> route(const Line& line, const Ports& ports, std::int64_t aside) const {
        const Rect& from = placeOf(line.from);
        const Rect& to = placeOf(line.to);
        if (line.from == line.to || from.meets(to)) return {from.centre(), to.centre()};
        const Side side = sideOf(line);
        if (side == Side::Beside) {
            auto straight = straightWay(line, aside);
            const auto inTheWay = blockers(line, straight[0], straight[1]);
            const auto bent = inTheWay.empty() ? std::nullopt : over(line, aside, inTheWay);
            return bent ? pathOf(*bent) : pathOf(straight);
        }
        const bool isDown = side == Side::Below;
        const Point begin{ports.from, isDown ? from.bottom() : from.y};
        const Point end{ports.to, isDown ? to.y : to.bottom()};
        const auto inTheWay = blockers(line, begin, end);
        const auto bent = inTheWay.empty() ? std::nullopt : around(line, begin, end, inTheWay);
        return bent ? pathOf(*bent) : std::vector{begin, end};
    }

    [[nodiscard]] static std::vector<Point> pathOf(std::span<const Point> points) {
        return {points.begin(), points.end()};
    }

    /// From border to border, moved to the side where other lines join the same boxes.
    [[nodiscard]] std::array<Point, 2> straightWay(const Line& line, std::int64_t aside) const {
        const Rect& from = placeOf(line.from);
        const Rect& to = placeOf(line.to);
        Point a = from.centre();
        Point b = to.centre();
        // The same side for both directions.
        const double turn = line.from < line.to ? 1 : -1;
        const Vector way{static_cast<double>(b.x - a.x) * turn, static_cast<double>(b.y - a.y) * turn};
        const double length = way.length();
        const std::int64_t dx = std::llround(-way.y / length * static_cast<double>(aside));
        const std::int64_t dy = std::llround(way.x / length * static_cast<double>(aside));
        a = {a.x + dx, a.y + dy};
        b = {b.x + dx, b.y + dy};
        return {borderOf(from, a, b), borderOf(to, b, a)};
    }

    using Bent = std::array<Point, 4>;

    /// Down (or up) between the boxes in the way; nothing where there is no room.
    [[nodiscard]] std::optional<Bent> around(const Line& line, Point begin, Point end,
                                             Obstacles inTheWay) const {
        const bool isDown = begin.y < end.y;
        const std::int64_t first = begin.y + (isDown ? bend : -bend);
        const std::int64_t second = end.y + (isDown ? -bend : bend);
        if (isDown ? first > second : first < second) return std::nullopt;
        std::optional<Bent> best;
        double least = 0;
        Obstacles further;
        const auto tryAt = [&](std::int64_t x) {
            const Bent path{begin, Point{x, first}, Point{x, second}, end};
            const double length = lengthOf(path);
            if (best && length >= least) return;
            const Obstacles blocking = blockers(line, path[1], path[2]);
            for (const std::size_t box : blocking) further.add(box);
            if (!blocking.empty() || !isFree(line, path[0], path[1]) || !isFree(line, path[2], path[3]))
                return;
            best = path;
            least = length;
        };
        for (int attempt = 0; attempt < mostAttempts && !best; ++attempt) {
            if (attempt == 0) {
                tryAt(begin.x);
                tryAt(end.x);
            }
            for (const std::size_t box : inTheWay) {
                tryAt(placeOf(box).x - channel);
                tryAt(placeOf(box).right() + channel);
            }
            inTheWay = std::exchange(further, {});
        }
        return best;
    }

    /// Above or below the boxes that stand between two of a row.
    [[nodiscard]] std::optional<Bent> over(const Line& line, std::int64_t aside,
                                           const Obstacles& inTheWay) const {
        const Rect& from = placeOf(line.from);
        const Rect& to = placeOf(line.to);
        std::int64_t top = std::min(from.y, to.y);
        std::int64_t bottom = std::max(from.bottom(), to.bottom());
        for (const std::size_t box : inTheWay) {
            top = std::min(top, placeOf(box).y);
            bottom = std::max(bottom, placeOf(box).bottom());
        }
        const Point a = from.centre();
        const Point b = to.centre();
        const std::int64_t inward = a.x < b.x ? bend : -bend;
        for (const bool above : {true, false}) {
            const std::int64_t y = (above ? top - channel : bottom + channel) + aside / 2;
            const Bent path{Point{a.x + inward, above ? from.y : from.bottom()}, Point{a.x + inward, y},
                            Point{b.x - inward, y}, Point{b.x - inward, above ? to.y : to.bottom()}};
            if (isFree(line, path[0], path[1]) && isFree(line, path[1], path[2]) &&
                isFree(line, path[2], path[3]))
                return path;
        }
        return std::nullopt;
    }

    /// Lines by the bundle they are in: those that share an end, and are of a kind and say the same.
    [[nodiscard]] std::map<std::size_t, std::vector<std::size_t>> bundles() const {
        const auto& lines = m_diagram.lines;
        std::vector<std::size_t> parent(lines.size());
        std::iota(parent.begin(), parent.end(), std::size_t{0});
        const auto root = [&](std::size_t i) {
            while (parent[i] != i) i = parent[i] = parent[parent[i]];
            return i;
        };
        std::vector<std::tuple<std::size_t, bool, std::size_t, std::size_t>> ends;   // with words and line
        std::map<std::pair<Connection::Kind, std::string_view>, std::size_t> words;
        ends.reserve(2 * lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto kind = words.try_emplace({lines[i].kind, lines[i].label}, words.size()).first->second;
            ends.emplace_back(lines[i].from, true, kind, i);
            ends.emplace_back(lines[i].to, false, kind, i);
        }
        std::ranges::sort(ends);
        const auto shared = [](const auto& end) {
            return std::tuple(std::get<0>(end), std::get<1>(end), std::get<2>(end));
        };
        for (std::size_t i = 1; i < ends.size(); ++i) {
            if (shared(ends[i - 1]) != shared(ends[i])) continue;
            const std::size_t a = root(std::get<3>(ends[i - 1]));
            const std::size_t b = root(std::get<3>(ends[i]));
            parent[std::max(a, b)] = std::min(a, b);
        }
        std::map<std::size_t, std::vector<std::size_t>> found;
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (!lines[i].label.empty()) found[root(i)].push_back(i);
        return found;
    }

    void placeLabels() {
        for (const auto& [first, lines] : bundles())
            for (const std::size_t line : lines | std::views::take(mostLabelAttempts))
                if (placeLabel(m_diagram.lines[line])) break;
    }

    bool placeLabel(Line& line) {
        constexpr double parts[] = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8};
        const auto width = std::llround(measures::textWidth(line.label, measures::labelSize)) + 8;
        for (const double part : parts) {
            const Point middle = pointAt(line.path, part);
            const Rect place{middle.x - width / 2, middle.y - measures::labelHeight / 2, width,
                             measures::labelHeight};
            if (!m_index.isFree(place.grown(2))) continue;
            line.labelPlace = place;
            m_index.add(place);
            return true;
        }
        return false;
    }

    [[nodiscard]] static Point pointAt(const std::vector<Point>& path, double part) {
        double left = lengthOf(path) * part;
        for (std::size_t i = 1; i < path.size(); ++i) {
            const Vector way = path[i] - path[i - 1];
            const double length = way.length();
            if (left <= length && length > 0)
                return {path[i - 1].x + std::llround(way.x * left / length),
                        path[i - 1].y + std::llround(way.y * left / length)};
            left -= length;
        }
        return path.back();
    }

    Diagram& m_diagram;
    BoxIndex m_index;
    std::vector<Ports> m_ports;   ///< of lines
};

}

void routeLines(Diagram& diagram) {
    Router(diagram).run();
}

}
