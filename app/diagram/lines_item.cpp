#include "app/diagram/lines_item.h"

#include "app/bridge/text.h"
#include "app/diagram/box_item.h"
#include "app/views/theme.h"
#include "core/diagram/measures.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

constexpr qreal arrowLength = 8, arrowWidth = 3.6;
constexpr qreal farScale = 0.4;         ///< below it arrow heads and labels would be specks
constexpr std::size_t fewLines = 400;   ///< are drawn as they are at any time

/// What hairlines may cost while the picture moves, in pixels; and what one costs beside its pixels.
constexpr qreal pixelsOfAFrame = 90'000, pixelsOfASegment = 100;

Role roleOf(Connection::Kind kind) {
    switch (kind) {
    case Connection::Kind::Request: return Role::Accent;
    case Connection::Kind::Data: return Role::Info;
    case Connection::Kind::Control: return Role::Muted;
    case Connection::Kind::Replication: return Role::Success;
    case Connection::Kind::Election: return Role::Muted;
    case Connection::Kind::Declared: return Role::Warning;
    }
    return Role::Text;
}

QPen penOf(Connection::Kind kind, bool isStandby) {
    QPen pen(colour(roleOf(kind)), 1.4);
    if (kind == Connection::Kind::Replication)
        pen.setDashPattern({1.5, 3});
    else if (isStandby || kind == Connection::Kind::Election)
        pen.setDashPattern({4, 3});
    return pen;
}

qreal distance(QPointF point, QPointF a, QPointF b) {
    const QPointF way = b - a;
    const qreal square = QPointF::dotProduct(way, way);
    const qreal part = square == 0 ? 0 : std::clamp(QPointF::dotProduct(point - a, way) / square, 0.0, 1.0);
    const QPointF rest = point - (a + part * way);
    return std::hypot(rest.x(), rest.y());
}

/// What of a line lies inside of an area, if anything (Liang and Barsky).
std::optional<QLineF> partInside(const QLineF& line, const QRectF& area) {
    if (std::max(line.x1(), line.x2()) < area.left() || std::min(line.x1(), line.x2()) > area.right() ||
        std::max(line.y1(), line.y2()) < area.top() || std::min(line.y1(), line.y2()) > area.bottom())
        return {};
    qreal from = 0, to = 1;
    const auto cut = [&](qreal way, qreal room) {   // keeps what is on the inner side of one edge
        if (way == 0) return room >= 0;
        const qreal at = room / way;
        if (way < 0)
            from = std::max(from, at);
        else
            to = std::min(to, at);
        return from <= to;
    };
    const bool isInside =
        cut(-line.dx(), line.x1() - area.left()) && cut(line.dx(), area.right() - line.x1()) &&
        cut(-line.dy(), line.y1() - area.top()) && cut(line.dy(), area.bottom() - line.y1());
    if (!isInside) return {};
    return QLineF(line.pointAt(from), line.pointAt(to));
}

}

QString describe(const Line& line, const Diagram& diagram) {
    return QCoreApplication::translate("diagram", "%1 from %2 to %3")
        .arg(toQt(line.label), titleOf(diagram.boxes[line.from]), titleOf(diagram.boxes[line.to]));
}

LinesItem::LinesItem() {
    setFlag(ItemUsesExtendedStyleOption);
    setZValue(1);
}

void LinesItem::show(const Diagram& diagram) {
    if (diagram.lines == m_lines) return;
    prepareGeometryChange();
    m_lines = diagram.lines;
    m_places.clear();
    m_segments.clear();
    m_bounds = {};
    for (std::size_t number = 0; number < m_lines.size(); ++number) {
        const Line& line = m_lines[number];
        QPolygonF points;
        for (const Point& point : line.path) points << toQt(point);
        QRectF place = points.boundingRect().adjusted(-arrowLength, -arrowLength, arrowLength, arrowLength);
        if (line.labelPlace) place |= toQt(*line.labelPlace);
        m_places.push_back(place);
        m_bounds |= place;
        auto& segments = m_segments[{line.kind, line.standby}];
        for (qsizetype i = 1; i < points.size(); ++i)
            segments.push_back({QLineF(points[i - 1], points[i]), number});
    }
    update();
}

std::optional<std::size_t> LinesItem::lineAt(QPointF point, qreal reach) const {
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_places[i].contains(point)) continue;
        const auto& path = m_lines[i].path;
        for (std::size_t p = 1; p < path.size(); ++p)
            if (const qreal away = distance(point, toQt(path[p - 1]), toQt(path[p])); away < reach) {
                reach = away;
                nearest = i;
            }
    }
    return nearest;
}

void LinesItem::setLit(std::optional<std::size_t> box) {
    if (box == m_lit) return;
    m_lit = box;
    update();
}

void LinesItem::setCurrent(const std::string& line) {
    if (line == m_current) return;
    m_current = line;
    update();
}

void LinesItem::setDraft(bool isDraft) {
    if (isDraft == m_isDraft) return;
    m_isDraft = isDraft;
    if (m_lines.size() > fewLines) update();
}

void LinesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const QRectF& exposed = option->exposedRect;
    const bool isMany = m_lines.size() > fewLines;
    const qreal scale = option->levelOfDetailFromTransform(painter->worldTransform());
    if (isMany && (scale < farScale || m_isDraft)) return paintFar(*painter, exposed, scale);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        if (!m_places[i].intersects(exposed)) continue;
        paintLine(*painter, line, line.id == m_current || m_lit == line.from || m_lit == line.to);
    }
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(measures::labelSize));
    painter->setFont(font);
    for (const Line& line : m_lines) {
        if (!line.labelPlace || !toQt(*line.labelPlace).intersects(exposed)) continue;
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(Role::Base));
        painter->drawRoundedRect(toQt(*line.labelPlace), 3, 3);
        painter->setPen(colour(roleOf(line.kind)));
        painter->drawText(toQt(*line.labelPlace), Qt::AlignCenter, toQt(line.label));
    }
}

void LinesItem::paintLine(QPainter& painter, const Line& line, bool isLit) const {
    QPen pen = penOf(line.kind, line.standby);
    if (isLit) pen.setWidthF(2.4);
    painter.setPen(pen);
    QPolygonF points;
    for (const Point& point : line.path) points << toQt(point);
    painter.drawPolyline(points);
    const QPointF tip = points.back();
    const QPointF way = tip - points[points.size() - 2];
    const qreal length = std::hypot(way.x(), way.y());
    if (length == 0) return;
    const QPointF along = way / length;
    const QPointF across(-along.y(), along.x());
    const QPointF head[] = {tip, tip - along * arrowLength + across * arrowWidth,
                            tip - along * arrowLength - across * arrowWidth};
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
    painter.drawPolygon(head, 3);
}

/// From afar: hairlines, all of a kind at once, and no longer than what is seen of them.
void LinesItem::paintFar(QPainter& painter, const QRectF& exposed, qreal scale) const {
    const qreal margin = 2 / scale;
    const QRectF seen = exposed.adjusted(-margin, -margin, margin, margin);
    Segments shown;
    qreal work = 0;
    for (const auto& [kind, segments] : m_segments)
        for (const Segment& segment : segments)
            if (const auto part = partInside(segment.way, seen)) {
                shown[kind].push_back({*part, segment.line});
                work += part->length() * scale + pixelsOfASegment;
            }
    const auto each = m_isDraft ? static_cast<std::size_t>(std::ceil(work / pixelsOfAFrame)) : 1;
    painter.setRenderHint(QPainter::Antialiasing, false);
    std::vector<QLineF> ways;
    for (const auto& [kind, segments] : shown) {
        ways.clear();
        for (const Segment& segment : segments)
            if (segment.line % each == 0) ways.push_back(segment.way);
        painter.setPen(QPen(colour(roleOf(kind.first)), 0));
        painter.drawLines(ways.data(), static_cast<int>(ways.size()));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

}
