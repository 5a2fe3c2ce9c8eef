#include "app/diagram/lines_item.h"

#include "app/bridge/text.h"
#include "app/diagram/box_item.h"
#include "app/views/theme.h"
#include "core/diagram/measures.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <cmath>

namespace arabesque {

namespace {

constexpr qreal arrowLength = 8, arrowWidth = 3.6;
constexpr qreal farScale = 0.4;         ///< below it arrow heads and labels would be specks
constexpr std::size_t fewLines = 400;   ///< are drawn as they are at any time

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
    for (const Line& line : m_lines) {
        QPolygonF points;
        for (const Point& point : line.path) points << toQt(point);
        QRectF place = points.boundingRect().adjusted(-arrowLength, -arrowLength, arrowLength, arrowLength);
        if (line.labelPlace) place |= toQt(*line.labelPlace);
        m_places.push_back(place);
        m_bounds |= place;
        auto& segments = m_segments[{line.kind, line.standby}];
        for (qsizetype i = 1; i < points.size(); ++i) segments.emplace_back(points[i - 1], points[i]);
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
    const bool isFar = option->levelOfDetailFromTransform(painter->worldTransform()) < farScale;
    if (isMany && (isFar || m_isDraft)) return paintFar(*painter, exposed);
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

/// From afar: hairlines, all of a kind at once.
void LinesItem::paintFar(QPainter& painter, const QRectF& exposed) const {
    painter.setRenderHint(QPainter::Antialiasing, false);
    std::vector<QLineF> shown;
    for (const auto& [kind, segments] : m_segments) {
        shown.clear();
        for (const QLineF& segment : segments)
            if (std::max(segment.x1(), segment.x2()) >= exposed.left() &&
                std::min(segment.x1(), segment.x2()) <= exposed.right() &&
                std::max(segment.y1(), segment.y2()) >= exposed.top() &&
                std::min(segment.y1(), segment.y2()) <= exposed.bottom())
                shown.push_back(segment);
        QPen pen(colour(roleOf(kind.first)), 0);
        painter.setPen(pen);
        painter.drawLines(shown.data(), static_cast<int>(shown.size()));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
}

}
