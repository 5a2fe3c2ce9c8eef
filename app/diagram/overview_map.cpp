#include "app/diagram/overview_map.h"

#include "app/diagram/diagram_view.h"
#include "app/views/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <iterator>

namespace arabesque {

namespace {

constexpr int mapWidth = 180, mapHeight = 110, inset = 12;

QRectF extentOf(const DiagramView& view) {
    return toQt(view.diagramScene().diagram().extent);
}

}

OverviewMap::OverviewMap(DiagramView& view) : QWidget(&view), m_view(view) {
    setFixedSize(mapWidth, mapHeight);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("The whole diagram; click to go there"));
    setAccessibleName(tr("Overview of the diagram"));
    for (QScrollBar* bar : {view.horizontalScrollBar(), view.verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &OverviewMap::follow);
}

qreal OverviewMap::scale() const {
    const QRectF extent = extentOf(m_view);
    if (extent.isEmpty()) return 1;
    return std::min(mapWidth / extent.width(), mapHeight / extent.height());
}

void OverviewMap::redraw() {
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(colour(Role::Base));
    QPainter painter(&m_picture);
    const QRectF extent = extentOf(m_view);
    painter.scale(scale(), scale());
    painter.translate(-extent.topLeft());
    painter.setPen(Qt::NoPen);
    const Diagram& diagram = m_view.diagramScene().diagram();
    for (const Frame& frame : diagram.frames)
        painter.fillRect(toQt(frame.place), colour(frame.isZone ? Role::Border : Role::Hover));
    for (const Box& box : diagram.boxes) painter.fillRect(toQt(box.place), colour(Role::Outline));
    follow();
}

/// Where it hides the least: no box if there is such a corner, and never the part that is current. It stays where it is
/// as long as no other corner is better, and while it is dragged on.
QPoint OverviewMap::corner() const {
    const int right = m_view.viewport()->width() - mapWidth - inset;
    const int bottom = m_view.viewport()->height() - mapHeight - inset;
    const QPoint corners[] = {m_corner, {inset, bottom}, {right, bottom}, {right, inset}, {inset, inset}};
    const DiagramScene& scene = m_view.diagramScene();
    const auto area = [&](QPoint at) { return m_view.mapToScene(QRect(at, size())).boundingRect(); };
    const auto hidden = [&](QPoint at) {
        const QRectF covered = area(at);
        const auto count = std::ranges::count_if(
            scene.diagram().boxes, [&](const Box& box) { return covered.intersects(toQt(box.place)); });
        const bool hidesCurrent = covered.intersects(scene.placeOf(scene.current()));
        return count + (hidesCurrent && !scene.currentFrame() ? std::ssize(scene.diagram().boxes) : 0);
    };
    const bool isInside = m_view.viewport()->rect().contains(QRect(m_corner, size()));
    return *std::ranges::min_element(std::begin(corners) + (isInside ? 0 : 1), std::end(corners), {}, hidden);
}

void OverviewMap::follow() {
    if (!m_isDragged) {
        m_corner = corner();
        move(m_corner);
    }
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
    const QRectF extent = extentOf(m_view);
    const qreal blank = extent.width() / 50;   // around the outermost boxes
    setVisible(!extent.isEmpty() && !seen.contains(extent.adjusted(blank, blank, -blank, -blank)));
    update();
}

void OverviewMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setPen(colour(Role::Border));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
    painter.scale(scale(), scale());
    painter.translate(-extentOf(m_view).topLeft());
    painter.setPen(QPen(colour(Role::Accent), 0));
    painter.drawRect(seen);
}

void OverviewMap::mousePressEvent(QMouseEvent* event) {
    m_isDragged = true;
    goTo(event->position());
}

void OverviewMap::mouseMoveEvent(QMouseEvent* event) {
    goTo(event->position());
}

void OverviewMap::mouseReleaseEvent(QMouseEvent*) {
    m_isDragged = false;
    follow();
}

void OverviewMap::goTo(QPointF point) {
    m_view.centerOn(point / scale() + extentOf(m_view).topLeft());
}

}
