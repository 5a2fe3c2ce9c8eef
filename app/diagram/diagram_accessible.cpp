#include "app/diagram/diagram_accessible.h"

#include "app/diagram/diagram_view.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <map>

namespace arabesque {

namespace {

/// One box, frame or line of a diagram.
class AccessiblePart final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessiblePart(DiagramView& view, std::string id) : m_view(&view), m_id(std::move(id)) {}

    bool isValid() const override { return m_view && !m_view->diagramScene().describe(m_id).isEmpty(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    QString text(QAccessible::Text kind) const override {
        if (!isValid()) return {};
        if (kind == QAccessible::Name) return m_view->diagramScene().describe(m_id);
        if (kind == QAccessible::Description) return isLine() ? nature() : connections();
        return {};
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override {
        if (!isValid()) return {};
        const QRect inside = m_view->mapFromScene(m_view->diagramScene().placeOf(m_id)).boundingRect();
        return {m_view->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
    }
    QAccessible::Role role() const override {
        return isFrame() ? QAccessible::Grouping : QAccessible::ListItem;
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool isCurrent = m_view->diagramScene().current() == m_id;
        state.selected = m_view->diagramScene().isSelected(m_id);
        state.multiSelectable = m_view->diagramScene().canJoin(m_id);
        state.focused = isCurrent && m_view->hasFocus();
        state.offscreen = !m_view->viewport()->rect().intersects(
            m_view->mapFromScene(m_view->diagramScene().placeOf(m_id)).boundingRect());
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override {
        QStringList names{setFocusAction()};
        if (!isValid()) return names;
        for (const auto& action : m_view->actionsFor(m_id)) names << action.title;
        return names;
    }
    void doAction(const QString& name) override {
        if (!isValid()) return;
        m_view->setFocus();
        if (name == setFocusAction() || !m_view->diagramScene().isSelected(m_id)) m_view->goTo(m_id);
        for (const auto& action : m_view->actionsFor(m_id))
            if (action.title == name) return action.run();
    }
    QStringList keyBindingsForAction(const QString& name) const override {
        if (!isValid()) return {};
        for (const auto& action : m_view->actionsFor(m_id))
            if (action.title == name) return {action.keys.toString()};
        return {};
    }

private:
    [[nodiscard]] bool isFrame() const {
        return m_view && m_view->diagramScene().diagram().frame(m_id) != nullptr;
    }
    [[nodiscard]] bool isLine() const { return m_view->diagramScene().line(m_id) != nullptr; }
    /// Where a connection comes from.
    [[nodiscard]] QString nature() const {
        return m_view->diagramScene().line(m_id)->link
                   ? DiagramView::tr("A link that Deployment.toml declares")
                   : DiagramView::tr("Follows from roles and settings");
    }
    /// What it is connected with, a sentence each.
    [[nodiscard]] QString connections() const {
        const Diagram& diagram = m_view->diagramScene().diagram();
        QStringList all;
        for (const Line& line : diagram.lines)
            if (diagram.boxes[line.from].id == m_id || diagram.boxes[line.to].id == m_id)
                all << describe(line, diagram);
        return all.join(QStringLiteral("; "));
    }

    QPointer<DiagramView> m_view;
    std::string m_id;
};

class AccessibleDiagram final : public QAccessibleWidget, public QAccessibleSelectionInterface {
public:
    explicit AccessibleDiagram(DiagramView& view)
        : QAccessibleWidget(&view, QAccessible::List), m_view(view) {}
    ~AccessibleDiagram() override {
        for (const auto& [id, number] : m_parts) QAccessible::deleteAccessibleInterface(number);
    }

    int childCount() const override { return static_cast<int>(m_view.diagramScene().ids().size()); }
    QAccessibleInterface* child(int index) const override {
        const auto ids = m_view.diagramScene().ids();
        if (index < 0 || index >= static_cast<int>(ids.size())) return nullptr;
        return part(ids[static_cast<std::size_t>(index)]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const auto ids = m_view.diagramScene().ids();
        const auto at = std::ranges::find(ids, idOf(child));
        return at == ids.end() ? -1 : static_cast<int>(at - ids.begin());
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const QPoint inside = m_view.viewport()->mapFromGlobal(QPoint(x, y));
        const std::string id = m_view.diagramScene().idAt(m_view.mapToScene(inside));
        return id.empty() || m_view.diagramScene().placeOf(id).isEmpty() ? nullptr : part(id);
    }
    QAccessibleInterface* focusChild() const override {
        const std::string& id = m_view.diagramScene().current();
        return m_view.hasFocus() && !m_view.diagramScene().placeOf(id).isEmpty() ? part(id) : nullptr;
    }

    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.multiSelectable = state.extSelectable = true;
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::SelectionInterface ? static_cast<QAccessibleSelectionInterface*>(this)
                                                       : QAccessibleWidget::interface_cast(type);
    }
    int selectedItemCount() const override {
        return static_cast<int>(m_view.diagramScene().selected().size());
    }
    QList<QAccessibleInterface*> selectedItems() const override {
        QList<QAccessibleInterface*> items;
        for (const std::string& id : m_view.diagramScene().selected()) items << part(id);
        return items;
    }
    bool select(QAccessibleInterface* child) override {
        const std::string id = idOf(child);
        m_view.diagramScene().join(id);
        return m_view.diagramScene().isSelected(id);
    }
    bool unselect(QAccessibleInterface* child) override {
        const std::string id = idOf(child);
        if (!m_view.diagramScene().isSelected(id)) return false;
        m_view.diagramScene().toggle(id);
        return true;
    }
    bool selectAll() override {
        m_view.diagramScene().selectAll();
        return true;
    }
    bool clear() override {
        m_view.diagramScene().setCurrent({});
        return true;
    }

private:
    /// Of a part that was asked for before: others have no interface.
    std::string idOf(const QAccessibleInterface* child) const {
        const auto at = std::ranges::find_if(m_parts, [&](const auto& part) {
            return QAccessible::accessibleInterface(part.second) == child;
        });
        return at == m_parts.end() ? std::string() : at->first;
    }
    QAccessibleInterface* part(const std::string& id) const {
        const auto [at, isNew] = m_parts.try_emplace(id);
        if (isNew) at->second = QAccessible::registerAccessibleInterface(new AccessiblePart(m_view, id));
        return QAccessible::accessibleInterface(at->second);
    }

    DiagramView& m_view;
    mutable std::map<std::string, QAccessible::Id, std::less<>> m_parts;
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* view = qobject_cast<DiagramView*>(object);
    return view ? new AccessibleDiagram(*view) : nullptr;
}

}

void makeAccessible(DiagramView& view) {
    QAccessible::installFactory(make);   // a factory installed twice stands there once
    // Qt may have asked while only the base class was there, and keeps what it was told.
    QAccessibleInterface* known = QAccessible::queryAccessibleInterface(&view);
    if (known && known->role() != QAccessible::List)
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

}
