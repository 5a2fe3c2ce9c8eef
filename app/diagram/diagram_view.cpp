#include "app/diagram/diagram_view.h"

#include "app/bridge/text.h"
#include "app/diagram/diagram_accessible.h"
#include "app/diagram/diagram_gestures.h"
#include "app/diagram/overview_map.h"
#include "app/views/theme.h"
#include "core/diagram/measures.h"
#include "core/schema/roles.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>

#include <chrono>
#include <cmath>

namespace arabesque {

namespace {

constexpr std::chrono::milliseconds pause(150);
constexpr qreal leastZoom = 0.03, mostZoom = 4, zoomStep = 1.25;

bool isArrow(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

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
    setAccessibleDescription(
        tr("Arrow keys go from node to node. Insert adds one, F2 renames, Delete deletes, L connects, "
           "S changes the state, the menu key lists everything."));
    m_map = new OverviewMap(*this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_scene.setDraft(false); });
    connect(&scene, &DiagramScene::shown, m_map, &OverviewMap::redraw);
    connect(&scene, &DiagramScene::currentChanged, this, [this] {
        const auto ids = m_scene.ids();
        const auto at = std::ranges::find(ids, m_scene.current());
        if (at == ids.end() || !QAccessible::isActive()) return;
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(static_cast<int>(at - ids.begin()));
        QAccessible::updateAccessibility(&focused);
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
    constexpr int room = 40;
    if (const QRectF place = m_scene.placeOf(id); !place.isEmpty()) ensureVisible(place, room, room);
}

void DiagramView::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return QGraphicsView::wheelEvent(event);
    constexpr qreal notch = 120;
    setZoom(zoom() * std::pow(zoomStep, event->angleDelta().y() / notch));
    event->accept();
}

// Keys

bool DiagramView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const bool isZoom = key.modifiers() == Qt::ControlModifier &&
                            (key.key() == Qt::Key_0 || key.key() == Qt::Key_1 || key.key() == Qt::Key_Plus ||
                             key.key() == Qt::Key_Minus || key.key() == Qt::Key_Period || isArrow(key.key()));
        const bool isLetter =
            key.modifiers() == Qt::NoModifier && (key.key() == Qt::Key_L || key.key() == Qt::Key_S);
        if (isZoom || isLetter) {
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
    if (modifiers & Qt::ShiftModifier) return nudge(key);
    if (!(modifiers & Qt::ControlModifier)) {
        if (const std::string next = m_scene.neighbour(key); !next.empty()) goTo(next);
        return;
    }
    // Out of frames and into them; sideways from frame to frame.
    const Diagram& diagram = m_scene.diagram();
    if (key == Qt::Key_Up) {
        if (const auto* box = m_scene.currentBox(); box && !box->region.empty())
            goTo(box->zone.empty() ? "region:" + box->region : "zone:" + box->region + '/' + box->zone);
        else if (const Frame* frame = m_scene.currentFrame(); frame && frame->isZone)
            goTo("region:" + frame->region);
    } else if (key == Qt::Key_Down) {
        const Frame* frame = m_scene.currentFrame();
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
        const Frame* frame = m_scene.currentFrame();
        const auto count = diagram.frames.size();
        const std::size_t at = frame ? static_cast<std::size_t>(frame - diagram.frames.data()) : 0;
        goTo(diagram.frames[frame ? (at + (key == Qt::Key_Right ? 1 : count - 1)) % count : 0].id);
    }
}

void DiagramView::nudge(int key) {
    const auto* box = m_scene.currentBox();
    if (!box) return;
    Point place = box->place.corner();
    if (key == Qt::Key_Left) place.x -= measures::grid;
    if (key == Qt::Key_Right) place.x += measures::grid;
    if (key == Qt::Key_Up) place.y -= measures::grid;
    if (key == Qt::Key_Down) place.y += measures::grid;
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

// What can be done

std::vector<DiagramView::Action> DiagramView::actionsFor(const std::string& id) {
    std::vector<Action> actions;
    const auto* box = m_scene.diagram().box(id);
    const Frame* frame = m_scene.diagram().frame(id);
    actions.push_back({tr("Add a node …"), QKeySequence(Qt::Key_Insert), [this] { openAddMenu(); }});
    actions.push_back({tr("Add a region"), QKeySequence(Qt::SHIFT | Qt::Key_Insert), [this] {
                           if (const std::string added = m_gestures.addRegion(); !added.empty()) goTo(added);
                       }});
    if (frame) {
        const std::string region = frame->isZone ? frame->region : frame->name;
        actions.push_back({tr("Add a zone"), QKeySequence(Qt::CTRL | Qt::Key_Insert), [this, region] {
                               if (const std::string added = m_gestures.addZone(region); !added.empty())
                                   goTo(added);
                           }});
    }
    if (box && box->isNode()) {
        actions.push_back(
            {tr("Connect with …"), QKeySequence(Qt::Key_L), [this, id] { startConnecting(id); }});
        actions.push_back({box->standby ? tr("Make it active") : tr("Make it standby"),
                           QKeySequence(Qt::Key_S), [this, id] { m_gestures.toggleState(id); }});
    }
    const bool hasName = frame || (box && (box->isNode() || box->end.kind == End::Kind::ManagedDatabase));
    if (hasName)
        actions.push_back({tr("Rename …"), QKeySequence(Qt::Key_F2), [this, id] { startRename(id); }});
    if (!id.empty() && !(box && !box->isNode()))
        actions.push_back(
            {tr("Delete"), QKeySequence(Qt::Key_Delete), [this, id] { m_gestures.remove(id); }});
    if (m_gestures.canFail(id))
        actions.push_back({m_gestures.hasFailed(id) ? tr("Bring it back") : tr("Try its loss"),
                           QKeySequence(Qt::Key_X), [this, id] { m_gestures.toggleFailure(id); }});
    if (box)
        actions.push_back({tr("Fixes …"), QKeySequence(Qt::CTRL | Qt::Key_Period), [this, id] {
                               const QPointF corner = m_scene.placeOf(id).bottomLeft();
                               emit fixesWanted(id, viewport()->mapToGlobal(mapFromScene(corner)));
                           }});
    return actions;
}

void DiagramView::openMenu(const QPoint& globalPosition) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::string id = m_scene.current();
    for (Action& action : actionsFor(id)) {
        QAction* entry = menu->addAction(action.title, menu, std::move(action.run));
        entry->setShortcut(action.keys);
        entry->setShortcutContext(Qt::WidgetShortcut);   // shown only: the view takes the keys itself
    }
    const auto* box = m_scene.diagram().box(id);
    if (box && box->isNode()) {
        menu->addSeparator();
        QMenu* roles = menu->addMenu(tr("Role"));
        for (const NodeRole& role : allRoles())
            roles->addAction(translated(role.label), menu,
                             [this, id, role = role.id] { m_gestures.setRole(id, role); });
        addPlaces(*menu, id);
        addLinks(*menu, id);
    }
    menu->popup(globalPosition);
}

void DiagramView::addPlaces(QMenu& menu, const std::string& id) {
    if (m_scene.diagram().frames.empty()) return;
    QMenu* places = menu.addMenu(tr("Place in"));
    for (const Frame& frame : m_scene.diagram().frames) {
        const std::string region = frame.isZone ? frame.region : frame.name;
        const std::string zone = frame.isZone ? frame.name : std::string();
        places->addAction((frame.isZone ? QStringLiteral("    ") : QString()) + arabesque::describe(frame),
                          &menu, [this, id, region, zone] { m_gestures.place(id, region, zone); });
    }
    places->addAction(tr("No region"), &menu, [this, id] { m_gestures.place(id, {}, {}); });
}

void DiagramView::addLinks(QMenu& menu, const std::string& id) {
    QMenu* links = nullptr;
    const Diagram& diagram = m_scene.diagram();
    for (const Line& line : diagram.lines) {
        if (!line.link || (diagram.boxes[line.from].id != id && diagram.boxes[line.to].id != id)) continue;
        if (!links) links = menu.addMenu(tr("Delete the link"));
        links->addAction(arabesque::describe(line, diagram), &menu,
                         [this, line = line.id] { m_gestures.remove(line); });
    }
}

void DiagramView::openAddMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const NodeRole& role : allRoles())
        menu->addAction(translated(role.label), menu, [this, role = role.id] { addAndGo(role); });
    const QRectF place = m_scene.placeOf(m_scene.current());
    const QPoint corner = place.isEmpty() ? viewport()->rect().center() : mapFromScene(place.bottomLeft());
    menu->popup(viewport()->mapToGlobal(corner));
    menu->setActiveAction(menu->actions().value(1));   // a service, most often
}

void DiagramView::addAndGo(std::string_view role) {
    if (const std::string added = m_gestures.addNode(role, m_scene.current()); !added.empty()) goTo(added);
    setFocus();
}

void DiagramView::startConnecting(const std::string& from) {
    m_connectingFrom = from;
    viewport()->setCursor(Qt::CrossCursor);
    emit hint(tr("Choose the node that %1 asks: with arrow keys and Enter, or a click. Escape ends it.")
                  .arg(titleOf(*m_scene.diagram().box(from))));
}

void DiagramView::finishConnecting(const std::string& to) {
    const std::string from = m_connectingFrom;
    stopConnecting();
    m_gestures.connectBoxes(from, to);
}

void DiagramView::stopConnecting() {
    m_connectingFrom.clear();
    viewport()->unsetCursor();
    emit hint({});
}

void DiagramView::startRename(const std::string& id) {
    finishRename(false);
    const QRectF place = m_scene.placeOf(id);
    if (place.isEmpty()) return;
    const auto* box = m_scene.diagram().box(id);
    const Frame* frame = m_scene.diagram().frame(id);
    ensureVisible(place);
    m_renamed = id;
    m_name = new QLineEdit(toQt(box ? box->title : frame->name), viewport());
    m_name->setAccessibleName(tr("New name"));
    const QPoint corner = mapFromScene(place.topLeft());
    constexpr int leastWidth = 160;
    const int width = std::max(leastWidth, qRound(measures::boxWidth * zoom()));
    m_name->setGeometry(QRect(corner, QSize(width, m_name->sizeHint().height())));
    m_name->selectAll();
    m_name->show();
    m_name->setFocus();
    connect(m_name, &QLineEdit::editingFinished, this, [this] { finishRename(true); });
    auto* cancel = new QAction(m_name);
    cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    cancel->setShortcutContext(Qt::WidgetShortcut);
    connect(cancel, &QAction::triggered, this, [this] { finishRename(false); });
    m_name->addAction(cancel);
}

void DiagramView::finishRename(bool takes) {
    if (!m_name) return;
    QLineEdit* field = std::exchange(m_name, nullptr);
    const QString name = field->text();
    field->hide();
    field->deleteLater();
    setFocus();
    if (takes) m_gestures.rename(m_renamed, name);
}

}
