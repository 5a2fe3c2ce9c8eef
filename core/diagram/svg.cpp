#include "core/diagram/svg.h"

#include "core/diagram/icons.h"
#include "core/diagram/measures.h"
#include "core/diagram/svg_writer.h"

#include <cmath>
#include <cstdio>

namespace arabesque {

namespace {

constexpr std::string_view fonts = "Inter, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans Arabic', sans-serif";
constexpr std::string_view paper = "#ffffff", ink = "#1d2433", muted = "#5b6578", border = "#8a94a6";
constexpr std::string_view regionFill = "#f5f7fa", regionBorder = "#b4bdcb";
constexpr std::string_view zoneFill = "#eaeff6", zoneBorder = "#a3aec0";
constexpr std::string_view dashes = "6 4", dots = "2 4";
constexpr std::int64_t radius = 8;

std::string_view colourOf(Connection::Kind kind) {
    switch (kind) {
    case Connection::Kind::Request: return "#2f5fb3";
    case Connection::Kind::Data: return "#0f766e";
    case Connection::Kind::Control: return "#7a4fb0";
    case Connection::Kind::Replication: return "#2e7d32";
    case Connection::Kind::Election: return "#6b7280";
    case Connection::Kind::Declared: return "#b45309";
    }
    return ink;
}

/// A sentence for whoever points at a box or has it read out.
std::string titleOf(const Box& box) {
    std::string title = box.title.empty() ? box.kind.english() : box.title + ", " + box.kind.english();
    if (!box.address.empty()) title += ", " + box.address;
    if (box.standby) title += ", standby";
    return title;
}

class Drawing {
public:
    explicit Drawing(const Diagram& diagram) : m_diagram(diagram) {}

    std::string run() {
        const Rect& extent = m_diagram.extent;
        std::string view;
        for (const std::int64_t each : {extent.x, extent.y, extent.width, extent.height})
            view += (view.empty() ? "" : " ") + std::to_string(each);
        m_writer.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                              {"width", extent.width},
                              {"height", extent.height},
                              {"viewBox", view},
                              {"font-family", fonts}});
        m_writer.empty("rect", {{"x", extent.x},
                                {"y", extent.y},
                                {"width", extent.width},
                                {"height", extent.height},
                                {"fill", paper}});
        for (const Frame& each : m_diagram.frames) frame(each);
        for (const Line& each : m_diagram.lines) line(each);
        for (const Frame& each : m_diagram.frames) frameTitle(each);
        for (const Box& each : m_diagram.boxes) box(each);
        for (const Line& each : m_diagram.lines) label(each);
        m_writer.close();
        return m_writer.take();
    }

private:
    void frame(const Frame& frame) {
        const Rect& at = frame.place;
        m_writer.open("g", {{"id", frame.id}});
        m_writer.empty("rect", {{"x", at.x},
                                {"y", at.y},
                                {"width", at.width},
                                {"height", at.height},
                                {"rx", radius},
                                {"fill", frame.isZone ? zoneFill : regionFill},
                                {"stroke", frame.isZone ? zoneBorder : regionBorder},
                                {"stroke-dasharray", frame.role == "standby" ? dashes : "none"}});
        m_writer.close();
    }

    /// Over the lines, which may pass behind it.
    void frameTitle(const Frame& frame) {
        const Rect& at = frame.place;
        std::string title =
            frame.isZone ? MESSAGE("diagram", "Zone %1").text : MESSAGE("diagram", "Region %1").text;
        title = filledIn(title, {frame.name});
        if (!frame.role.empty()) title += " · " + frame.role;
        const auto room = static_cast<double>(at.width - 2 * measures::framePadding);
        title = measures::fitted(title, frameTextSize, room);
        const auto width = static_cast<std::int64_t>(std::ceil(measures::textWidth(title, frameTextSize)));
        constexpr std::int64_t margin = 3;
        m_writer.empty("rect", {{"x", at.x + measures::framePadding - margin},
                                {"y", at.y + frameBaseline - frameTextSize},
                                {"width", width + 2 * margin},
                                {"height", std::int64_t{frameTextSize + labelDescent}},
                                {"fill", frame.isZone ? zoneFill : regionFill}});
        m_writer.text("text",
                      {{"x", at.x + measures::framePadding},
                       {"y", at.y + frameBaseline},
                       {"font-size", std::int64_t{frameTextSize}},
                       {"font-weight", std::int64_t{600}},
                       {"fill", muted}},
                      title);
    }

    void line(const Line& line) {
        std::string points;
        for (const Point& point : line.path)
            points += (points.empty() ? "" : " ") + std::to_string(point.x) + ',' + std::to_string(point.y);
        const std::string_view colour = colourOf(line.kind);
        const bool isBroken = line.standby || line.kind == Connection::Kind::Election;
        m_writer.open("g", {{"id", line.id}});
        m_writer.text("title", {},
                      m_diagram.boxes[line.from].id + " → " + m_diagram.boxes[line.to].id + " " + line.label);
        m_writer.empty("polyline",
                       {{"points", points},
                        {"fill", "none"},
                        {"stroke", colour},
                        {"stroke-width", "1.4"},
                        {"stroke-dasharray",
                         line.kind == Connection::Kind::Replication ? dots : (isBroken ? dashes : "none")}});
        arrow(line.path, colour);
        m_writer.close();
    }

    void arrow(const std::vector<Point>& path, std::string_view colour) {
        const Point tip = path.back();
        const Point before = path[path.size() - 2];
        const auto dx = static_cast<double>(tip.x - before.x);
        const auto dy = static_cast<double>(tip.y - before.y);
        const double length = std::hypot(dx, dy);
        if (length == 0) return;
        const double ux = dx / length;
        const double uy = dy / length;
        const auto corner = [&](double back, double side) {
            char text[64];
            std::snprintf(text, sizeof text, " %.1f,%.1f", static_cast<double>(tip.x) - ux * back - uy * side,
                          static_cast<double>(tip.y) - uy * back + ux * side);
            return std::string(text);
        };
        m_writer.empty(
            "polygon",
            {{"points",
              (corner(0, 0) + corner(arrowLength, arrowWidth) + corner(arrowLength, -arrowWidth)).substr(1)},
             {"fill", colour}});
    }

    void box(const Box& box) {
        const Rect& at = box.place;
        m_writer.open("g", {{"id", box.id}});
        m_writer.text("title", {}, titleOf(box));
        m_writer.empty("rect", {{"x", at.x},
                                {"y", at.y},
                                {"width", at.width},
                                {"height", at.height},
                                {"rx", radius},
                                {"fill", paper},
                                {"stroke", border},
                                {"stroke-width", "1.4"},
                                {"stroke-dasharray", box.standby ? dashes : "none"}});
        const std::string move = "translate(" + std::to_string(at.x + iconLeft) + ' ' +
                                 std::to_string(at.y + (at.height - iconSize) / 2) + ')';
        m_writer.empty("path", {{"d", iconPath(box)},
                                {"transform", move},
                                {"fill", "none"},
                                {"stroke", box.standby ? muted : colourOf(Connection::Kind::Request)},
                                {"stroke-width", "1.6"},
                                {"stroke-linecap", "round"},
                                {"stroke-linejoin", "round"}});
        words(box);
        m_writer.close();
    }

    void words(const Box& box) {
        const std::string kind = box.kind.english();
        std::string title = box.title.empty() ? kind : box.title;
        std::string second = box.title.empty() ? std::string() : kind;
        if (box.copies > 1) second += " × " + std::to_string(box.copies);
        if (box.standby) second += " · standby";
        std::int64_t y = box.place.y + firstBaseline;
        if (second.empty() || box.address.empty()) y += lineHeight / 2;
        if (second.empty() && box.address.empty()) y += lineHeight / 2;
        word(box, y, measures::titleSize, ink, "600", title);
        if (!second.empty()) word(box, y += lineHeight, measures::textSize, muted, "400", second);
        if (!box.address.empty()) word(box, y + lineHeight, measures::textSize, muted, "400", box.address);
    }

    void word(const Box& box, std::int64_t y, double size, std::string_view colour, std::string_view weight,
              const std::string& text) {
        const auto room = static_cast<double>(box.place.width - measures::textLeft - measures::textRight);
        m_writer.text("text",
                      {{"x", box.place.x + measures::textLeft},
                       {"y", y},
                       {"font-size", std::to_string(static_cast<int>(size))},
                       {"font-weight", weight},
                       {"fill", colour}},
                      measures::fitted(text, size, room));
    }

    void label(const Line& line) {
        if (!line.labelPlace) return;
        const Rect& at = *line.labelPlace;
        m_writer.empty("rect", {{"x", at.x},
                                {"y", at.y},
                                {"width", at.width},
                                {"height", at.height},
                                {"rx", std::int64_t{3}},
                                {"fill", paper},
                                {"fill-opacity", "0.9"}});
        m_writer.text("text",
                      {{"x", at.centre().x},
                       {"y", at.bottom() - labelDescent},
                       {"font-size", "10.5"},
                       {"text-anchor", "middle"},
                       {"fill", colourOf(line.kind)}},
                      line.label);
    }

    static constexpr int frameTextSize = 12;
    static constexpr std::int64_t frameBaseline = 21, firstBaseline = 24, lineHeight = 18, labelDescent = 4;
    static constexpr std::int64_t iconLeft = 13;
    static constexpr double arrowLength = 8, arrowWidth = 3.6;

    const Diagram& m_diagram;
    SvgWriter m_writer;
};

}

std::string toSvg(const Diagram& diagram) {
    return Drawing(diagram).run();
}

}
