// What the mouse does on a diagram.

#include "app/diagram/diagram_gestures.h"
#include "app/diagram/diagram_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace arabesque {

void DiagramView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceDown)) {
        m_panFrom = event->position().toPoint();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() == Qt::LeftButton) press(mapToScene(event->position().toPoint()), event->modifiers());
}

void DiagramView::press(QPointF point, Qt::KeyboardModifiers modifiers) {
    const std::string id = m_scene.idAt(point);
    const BoxItem* box = m_scene.boxAt(point);
    if (isConnecting() && box) return finishConnecting(box->box().id);
    m_scene.setCurrent(id);
    if (!box) return;
    if (box->findings().count() > 0 && box->badge().translated(box->pos()).contains(point)) {
        emit badgeClicked(id);
        return;
    }
    const bool isConnectingDrag = modifiers.testFlag(Qt::AltModifier);
    m_drag = Drag{.box = id, .grip = point - box->pos(), .start = point, .isConnecting = isConnectingDrag};
}

void DiagramView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    if (m_panFrom) {
        const QPoint way = at - *m_panFrom;
        m_panFrom = at;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - way.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - way.y());
        return;
    }
    if (!m_drag) return;
    const QPointF point = mapToScene(at);
    const QPoint moved = mapFromScene(m_drag->start) - at;
    if (!m_drag->hasMoved && moved.manhattanLength() < QApplication::startDragDistance()) return;
    BoxItem* item = m_scene.boxItem(m_drag->box);
    if (!item) return m_drag.reset();
    m_drag->hasMoved = true;
    if (m_drag->isConnecting)
        m_scene.setRubber({m_scene.placeOf(m_drag->box).center(), point});
    else if (item->box().isNode())
        item->setPos(m_scene.aligned(*item, point - m_drag->grip));
}

void DiagramView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_panFrom) {
        m_panFrom.reset();
        viewport()->setCursor(m_isSpaceDown ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    if (!m_drag) return;
    const Drag drag = *m_drag;
    m_drag.reset();
    m_scene.clearGuides();
    const BoxItem* item = m_scene.boxItem(drag.box);
    if (!drag.hasMoved || !item) return;
    if (drag.isConnecting) {
        if (const BoxItem* other = m_scene.boxAt(mapToScene(event->position().toPoint())))
            m_gestures.connectBoxes(drag.box, other->box().id);
    } else {
        m_gestures.move(drag.box, {qRound64(item->pos().x()), qRound64(item->pos().y())});
    }
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const std::string id = m_scene.idAt(mapToScene(event->position().toPoint())); !id.empty())
        emit activated(id);
}

void DiagramView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse) {
        m_scene.setCurrent(m_scene.idAt(mapToScene(event->pos())));
        return openMenu(event->globalPos());
    }
    const QRectF place = m_scene.placeOf(m_scene.current());
    openMenu(viewport()->mapToGlobal(mapFromScene(place.bottomLeft())));
}

}
