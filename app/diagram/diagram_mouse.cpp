// What the mouse does on a diagram.

#include "app/diagram/diagram_gestures.h"
#include "app/diagram/diagram_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <utility>

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
    const bool isAdding = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (isConnecting() && box) return finishConnecting(box->box().id);
    if (isAdding && (box || m_scene.line(id))) {
        if (!m_scene.canJoin(id)) emit hint(tr("Nodes and links can be selected together, nothing else."));
        return m_scene.toggle(id);
    }
    const bool isBand = !box && !m_scene.line(id);
    // What is selected with others stays so: perhaps all of them are to be moved.
    const bool isOfSeveral = box && m_scene.hasSeveral() && m_scene.isSelected(id);
    if (isOfSeveral)
        m_scene.join(id);
    else if (!isBand || !isAdding)
        m_scene.setCurrent(id);
    if (isBand) {
        m_drag = Drag{.box = {},
                      .grip = {},
                      .start = point,
                      .selectedBefore = isAdding ? m_scene.selected() : std::vector<std::string>()};
        return;
    }
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
    const QPoint moved = mapFromScene(m_drag->start) - at;
    if (!m_drag->hasMoved && moved.manhattanLength() < QApplication::startDragDistance()) return;
    m_drag->hasMoved = true;
    dragTo(mapToScene(at));
}

void DiagramView::dragTo(QPointF point) {
    if (m_drag->box.empty()) {
        const QRectF band = QRectF(m_drag->start, point).normalized();
        m_scene.setBand(band);
        std::vector<std::string> chosen = m_drag->selectedBefore;
        std::ranges::copy(m_scene.nodesIn(band), std::back_inserter(chosen));
        return m_scene.select(chosen);
    }
    BoxItem* item = m_scene.boxItem(m_drag->box);
    if (!item) return m_drag.reset();
    if (m_drag->isConnecting) return m_scene.setRubber({m_scene.placeOf(m_drag->box).center(), point});
    if (!item->box().isNode()) return;
    item->setPos(m_scene.aligned(*item, point - m_drag->grip));
    const QPointF way = item->pos() - toQt(item->box().place.corner());
    if (!m_scene.hasSeveral()) return;
    for (const std::size_t number : m_scene.selectedNodes()) {
        const auto& box = m_scene.diagram().boxes[number];
        m_scene.boxItem(box.id)->setPos(toQt(box.place.corner()) + way);
    }
}

void DiagramView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_panFrom) {
        m_panFrom.reset();
        viewport()->setCursor(m_isSpaceDown ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    if (!m_drag) return;
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    m_scene.clearGuides();
    drop(drag, mapToScene(event->position().toPoint()));
}

void DiagramView::drop(const Drag& drag, QPointF point) {
    if (drag.box.empty()) return m_scene.setBand({});
    const BoxItem* item = m_scene.boxItem(drag.box);
    if (!item) return;
    if (!drag.hasMoved) return m_scene.setCurrent(drag.box);
    const Point place{qRound64(item->pos().x()), qRound64(item->pos().y())};
    if (drag.isConnecting) {
        if (const BoxItem* other = m_scene.boxAt(point)) m_gestures.connectBoxes(drag.box, other->box().id);
    } else if (m_scene.hasSeveral() && item->box().isNode()) {
        m_gestures.moveGroup(m_scene.selectedNodes(), drag.box, place);
    } else {
        m_gestures.move(drag.box, place);
    }
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const std::string id = m_scene.idAt(mapToScene(event->position().toPoint())); !id.empty())
        emit activated(id);
}

void DiagramView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse) {
        const std::string id = m_scene.idAt(mapToScene(event->pos()));
        if (!m_scene.isSelected(id)) m_scene.setCurrent(id);
        return openMenu(event->globalPos());
    }
    const QRectF place = m_scene.placeOf(m_scene.current());
    openMenu(viewport()->mapToGlobal(mapFromScene(place.bottomLeft())));
}

}
