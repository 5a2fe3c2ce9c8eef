// What can be done on a diagram: the menu, the keys and assistive technology offer the same.

#include "app/bridge/text.h"
#include "app/diagram/diagram_gestures.h"
#include "app/diagram/diagram_view.h"
#include "core/diagram/measures.h"
#include "core/schema/roles.h"

#include <QLineEdit>
#include <QMenu>

namespace arabesque {

std::vector<DiagramView::Action> DiagramView::actionsFor(const std::string& id) {
    if (m_scene.hasSeveral() && m_scene.isSelected(id)) return groupActions();
    std::vector<Action> actions;
    const auto* box = m_scene.diagram().box(id);
    const Frame* frame = m_scene.diagram().frame(id);
    const Line* line = m_scene.line(id);
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
    if (box && box->end.kind == End::Kind::Clients)
        ;   // nothing says who they are
    else if (!id.empty())
        actions.push_back({line && !line->link ? tr("Show what makes it") : tr("Open its form"),
                           QKeySequence(Qt::Key_Return), [this, id] { emit activated(id); }});
    if (frame || (box && box->isNode()) || (line && line->link))
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

std::vector<DiagramView::Action> DiagramView::groupActions() {
    std::vector<Action> actions;
    const std::vector<std::size_t> nodes = m_scene.selectedNodes();
    if (!nodes.empty()) {
        const auto* box = m_scene.currentBox();
        const bool becomesActive = box && box->standby;
        const QKeySequence key(Qt::Key_S);
        actions.push_back({tr("Make them standby"), becomesActive ? QKeySequence() : key,
                           [this, nodes] { m_gestures.setStates(nodes, "standby"); }});
        actions.push_back({tr("Make them active"), becomesActive ? key : QKeySequence(),
                           [this, nodes] { m_gestures.setStates(nodes, "active"); }});
    }
    if (nodes.size() > 1) {
        const auto add = [&](const QString& title, Alignment how) {
            actions.push_back({title, {}, [this, nodes, how] { m_gestures.alignGroup(nodes, how); }});
        };
        add(tr("Align left edges"), Alignment::Left);
        add(tr("Align top edges"), Alignment::Top);
        add(tr("Distribute across"), Alignment::Across);
        add(tr("Distribute down"), Alignment::Down);
    }
    actions.push_back({tr("Delete what is selected"), QKeySequence(Qt::Key_Delete),
                       [this] { m_gestures.removeGroup(m_scene.selected()); }});
    return actions;
}

void DiagramView::openMenu(const QPoint& globalPosition) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (Action& action : actionsFor(m_scene.current())) {
        QAction* entry = menu->addAction(action.title, menu, std::move(action.run));
        entry->setShortcut(action.keys);
        entry->setShortcutContext(Qt::WidgetShortcut);   // shown only: the view takes the keys itself
    }
    addMenusOfNodes(*menu);
    menu->popup(globalPosition);
}

void DiagramView::addMenusOfNodes(QMenu& menu) {
    const std::string id = m_scene.current();
    const auto* box = m_scene.diagram().box(id);
    if (!box || !box->isNode()) return;
    menu.addSeparator();
    QMenu* roles = menu.addMenu(tr("Role"));
    for (const NodeRole& role : allRoles())
        roles->addAction(translated(role.label), &menu, [this, id, role = role.id] {
            if (m_scene.hasSeveral())
                m_gestures.setRoles(m_scene.selectedNodes(), role);
            else
                m_gestures.setRole(id, role);
        });
    addPlaces(menu, id);
    if (!m_scene.hasSeveral()) addLinks(menu, id);
}

void DiagramView::placeSelected(const std::string& id, const std::string& region, const std::string& zone) {
    if (m_scene.hasSeveral())
        m_gestures.placeGroup(m_scene.selectedNodes(), region, zone);
    else
        m_gestures.place(id, region, zone);
}

void DiagramView::addPlaces(QMenu& menu, const std::string& id) {
    if (m_scene.diagram().frames.empty()) return;
    QMenu* places = menu.addMenu(tr("Place in"));
    for (const Frame& frame : m_scene.diagram().frames) {
        const std::string region = frame.isZone ? frame.region : frame.name;
        const std::string zone = frame.isZone ? frame.name : std::string();
        places->addAction((frame.isZone ? QStringLiteral("    ") : QString()) + arabesque::describe(frame),
                          &menu, [this, id, region, zone] { placeSelected(id, region, zone); });
    }
    places->addAction(tr("No region"), &menu, [this, id] { placeSelected(id, {}, {}); });
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
    if (!takes) return;
    const auto* box = m_scene.diagram().box(m_renamed);
    const std::string follows = box && box->isNode() ? "node:" + fromQt(name.trimmed()) : std::string();
    if (m_gestures.rename(m_renamed, name) && m_scene.diagram().box(follows)) m_scene.setCurrent(follows);
}

}
