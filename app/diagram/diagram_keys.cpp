// What keys do on a diagram.

#include "app/diagram/diagram_gestures.h"
#include "app/diagram/diagram_view.h"
#include "core/diagram/measures.h"

#include <QKeyEvent>

namespace arabesque {

namespace {

constexpr qreal zoomStep = 1.25;

bool isArrow(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

}

bool DiagramView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const bool isOurs = key.modifiers() == Qt::ControlModifier &&
                            (key.key() == Qt::Key_0 || key.key() == Qt::Key_1 || key.key() == Qt::Key_Plus ||
                             key.key() == Qt::Key_Minus || key.key() == Qt::Key_Period ||
                             key.key() == Qt::Key_A || isArrow(key.key()));
        const bool isMove = key.modifiers() == Qt::AltModifier && isArrow(key.key());
        const bool isLetter =
            key.modifiers() == Qt::NoModifier && (key.key() == Qt::Key_L || key.key() == Qt::Key_S);
        if (isOurs || isMove || isLetter) {
            event->accept();
            return true;
        }
    }
    return QGraphicsView::event(event);
}

void DiagramView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceDown = true;
        viewport()->setCursor(Qt::OpenHandCursor);
        return;
    }
    if (goByKey(*event) || doByKey(*event)) return event->accept();
    event->ignore();
}

void DiagramView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return QGraphicsView::keyReleaseEvent(event);
    m_isSpaceDown = false;
    viewport()->unsetCursor();
}

bool DiagramView::goByKey(const QKeyEvent& event) {
    const int key = event.key();
    if (isArrow(key)) {
        step(key, event.modifiers());
    } else if (event.modifiers() == Qt::ControlModifier && key == Qt::Key_0) {
        fit();
    } else if (event.modifiers() == Qt::ControlModifier && key == Qt::Key_1) {
        setZoom(1);
    } else if (event.modifiers() & Qt::ControlModifier && (key == Qt::Key_Plus || key == Qt::Key_Equal)) {
        setZoom(zoom() * zoomStep);
    } else if (event.modifiers() == Qt::ControlModifier && key == Qt::Key_Minus) {
        setZoom(zoom() / zoomStep);
    } else if (event.modifiers() == Qt::ControlModifier && key == Qt::Key_A) {
        m_scene.selectAll();
    } else if (key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
        stepThroughLines(key == Qt::Key_PageDown);
    } else if (key == Qt::Key_Home && !m_scene.diagram().boxes.empty()) {
        goTo(m_scene.diagram().boxes.front().id);
    } else if (key == Qt::Key_End && !m_scene.diagram().boxes.empty()) {
        goTo(m_scene.diagram().boxes.back().id);
    } else {
        return false;
    }
    return true;
}

void DiagramView::step(int key, Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::AltModifier) return nudge(key);
    if (modifiers & Qt::ControlModifier) return stepThroughFrames(key);
    if (modifiers & Qt::ShiftModifier) {
        const std::string next = m_scene.neighbouringNode(key);
        if (next.empty()) return;
        m_scene.join(next);
        return show(next);
    }
    if (const std::string next = m_scene.neighbour(key); !next.empty()) goTo(next);
}

/// Out of frames and into them; sideways from frame to frame.
void DiagramView::stepThroughFrames(int key) {
    const Diagram& diagram = m_scene.diagram();
    const Frame* frame = m_scene.currentFrame();
    if (key == Qt::Key_Up) {
        if (const auto* box = m_scene.currentBox(); box && !box->region.empty())
            goTo(box->zone.empty() ? "region:" + box->region : "zone:" + box->region + '/' + box->zone);
        else if (frame && frame->isZone)
            goTo("region:" + frame->region);
    } else if (key == Qt::Key_Down) {
        if (!frame) return;
        const auto zone = std::ranges::find_if(
            diagram.frames, [&](const Frame& each) { return each.isZone && each.region == frame->name; });
        if (!frame->isZone && zone != diagram.frames.end()) return goTo(zone->id);
        const auto box = std::ranges::find_if(diagram.boxes, [&](const auto& each) {
            return frame->isZone ? each.region == frame->region && each.zone == frame->name
                                 : each.region == frame->name;
        });
        if (box != diagram.boxes.end()) goTo(box->id);
    } else if (!diagram.frames.empty()) {
        const auto count = diagram.frames.size();
        const std::size_t at = frame ? static_cast<std::size_t>(frame - diagram.frames.data()) : 0;
        goTo(diagram.frames[frame ? (at + (key == Qt::Key_Right ? 1 : count - 1)) % count : 0].id);
    }
}

/// Through the connections of the box that was left for the first of them.
void DiagramView::stepThroughLines(bool isForward) {
    if (!m_scene.currentLine()) m_linesOf = m_scene.currentBox() ? m_scene.current() : std::string();
    if (const std::string next = m_scene.nextLine(m_linesOf, isForward); !next.empty()) goTo(next);
}

void DiagramView::nudge(int key) {
    const auto* box = m_scene.currentBox();
    if (!box) return;
    Point place = box->place.corner();
    if (key == Qt::Key_Left) place.x -= measures::grid;
    if (key == Qt::Key_Right) place.x += measures::grid;
    if (key == Qt::Key_Up) place.y -= measures::grid;
    if (key == Qt::Key_Down) place.y += measures::grid;
    if (m_scene.hasSeveral())
        m_gestures.moveGroup(m_scene.selectedNodes(), box->id, place);
    else
        m_gestures.move(box->id, place);
}

bool DiagramView::doByKey(const QKeyEvent& event) {
    const std::string id = m_scene.current();
    const QKeySequence keys(event.modifiers() == Qt::KeypadModifier ? event.key()
                                                                    : event.keyCombination().toCombined());
    if (event.key() == Qt::Key_Escape && isConnecting()) {
        stopConnecting();
        return true;
    }
    if (event.key() == Qt::Key_Escape && m_scene.hasSeveral()) {
        m_scene.setCurrent(id);
        return true;
    }
    if (event.key() == Qt::Key_Escape && m_scene.currentLine() && m_scene.diagram().box(m_linesOf)) {
        goTo(m_linesOf);
        return true;
    }
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        if (isConnecting())
            finishConnecting(id);
        else
            emit activated(id);
        return true;
    }
    for (const Action& action : actionsFor(id))
        if (!action.keys.isEmpty() && action.keys == keys) {
            action.run();
            return true;
        }
    return false;
}

}
