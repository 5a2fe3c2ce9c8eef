#include "app/diagram/diagram_view.h"

#include "app/diagram/diagram_accessible.h"
#include "app/diagram/overview_map.h"
#include "app/views/theme.h"

#include <QAccessible>
#include <QScrollBar>
#include <QWheelEvent>

#include <chrono>
#include <cmath>

namespace arabesque {

namespace {

constexpr std::chrono::milliseconds pause(150);
constexpr qreal leastZoom = 0.03, mostZoom = 4;

}

DiagramView::DiagramView(DiagramScene& scene, DiagramGestures& gestures, QWidget* parent)
    : QGraphicsView(&scene, parent), m_scene(scene), m_gestures(gestures), m_map(nullptr) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setTransformationAnchor(AnchorUnderMouse);
    setViewportUpdateMode(MinimalViewportUpdate);
    setOptimizationFlag(DontSavePainterState);
    makeAccessible(*this);
    setAccessibleName(tr("Diagram of the deployment"));
    setAccessibleDescription(tr("Arrow keys go from node to node, Page Down and Page Up through the "
                                "connections of one. With Shift, arrow "
                                "keys select several, with Alt they move. Insert adds a node, F2 renames, "
                                "Delete deletes, L connects, "
                                "S changes the state, the menu key lists everything."));
    m_map = new OverviewMap(*this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_scene.setDraft(false); });
    connect(&scene, &DiagramScene::shown, m_map, &OverviewMap::redraw);
    connect(&scene, &DiagramScene::currentChanged, m_map, &OverviewMap::follow);
    connect(&scene, &DiagramScene::currentChanged, this, [this] {
        if (!QAccessible::isActive()) return;
        const auto ids = m_scene.ids();
        const auto at = std::ranges::find(ids, m_scene.current());
        if (at == ids.end()) return;
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(static_cast<int>(at - ids.begin()));
        QAccessible::updateAccessibility(&focused);
    });
    connect(&scene, &DiagramScene::selectionChanged, this, [this] {
        if (!QAccessible::isActive()) return;
        QAccessibleEvent selected(this, QAccessible::SelectionWithin);
        QAccessible::updateAccessibility(&selected);
    });
}

void DiagramView::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, colour(Role::Base));
}

void DiagramView::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_map) {
        viewport()->update();
        m_map->redraw();
    }
}

void DiagramView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    m_map->follow();
}

void DiagramView::focusInEvent(QFocusEvent* event) {
    QGraphicsView::focusInEvent(event);
    if (m_scene.current().empty() && !m_scene.diagram().boxes.empty())
        m_scene.setCurrent(m_scene.diagram().boxes.front().id);
    m_scene.setFocused(true);
}

void DiagramView::focusOutEvent(QFocusEvent* event) {
    QGraphicsView::focusOutEvent(event);
    m_scene.setFocused(false);
}

// Sight

void DiagramView::fit() {
    const QRectF extent = toQt(m_scene.diagram().extent);
    if (extent.isEmpty()) return;
    const qreal scale =
        std::min(viewport()->width() / extent.width(), viewport()->height() / extent.height());
    setZoom(std::min(scale, 1.0));
    centerOn(extent.center());
    m_map->follow();
}

void DiagramView::setZoom(qreal scale) {
    scale = std::clamp(scale, leastZoom, mostZoom);
    noteMotion();
    setTransform(QTransform::fromScale(scale, scale));
    m_map->follow();
}

void DiagramView::noteMotion() {
    m_scene.setDraft(true);
    m_pause.start();
}

void DiagramView::scrollContentsBy(int dx, int dy) {
    noteMotion();
    QGraphicsView::scrollContentsBy(dx, dy);
}

void DiagramView::goTo(const std::string& id) {
    m_scene.setCurrent(id);
    show(id);
}

void DiagramView::show(const std::string& id) {
    constexpr int room = 40;
    if (const QRectF place = m_scene.placeOf(id); !place.isEmpty()) ensureVisible(place, room, room);
}

void DiagramView::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return QGraphicsView::wheelEvent(event);
    constexpr qreal notch = 120;
    constexpr qreal zoomStep = 1.25;
    setZoom(zoom() * std::pow(zoomStep, event->angleDelta().y() / notch));
    event->accept();
}

}
