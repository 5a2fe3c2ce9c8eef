#pragma once

#include "app/diagram/diagram_scene.h"

#include <QGraphicsView>
#include <QTimer>

#include <functional>
#include <optional>

class QLineEdit;
class QMenu;

namespace arabesque {

class DiagramGestures;
class OverviewMap;

/// Shows a diagram and takes gestures on it by mouse and keyboard: Ctrl+wheel zooms, Ctrl+0 fits, Ctrl+1 is 100 %, space or
/// the middle button pans; arrows go from box to box, with Shift they select several, with Alt they move what is selected,
/// with Ctrl they go into and out of frames; Page Down and Page Up go through the connections of a box, Ctrl+A selects all
/// nodes. The mouse selects several with Ctrl, Shift or a band around them. Insert adds, F2 renames, Delete deletes, L connects, S changes the state, X tries a loss, Alt and the mouse draw a connection.
class DiagramView final : public QGraphicsView {
    Q_OBJECT

public:
    /// Borrows both, which outlive it.
    DiagramView(DiagramScene& scene, DiagramGestures& gestures, QWidget* parent = nullptr);

    [[nodiscard]] DiagramScene& diagramScene() const { return m_scene; }

    /// What can be done with a part; the menu, the keys and assistive technology offer the same.
    struct Action {
        QString title;
        QKeySequence keys{};
        std::function<void()> run;
    };
    /// Of a part that is selected with others: what can be done with all of them.
    [[nodiscard]] std::vector<Action> actionsFor(const std::string& id);

    void fit();
    void setZoom(qreal scale);
    [[nodiscard]] qreal zoom() const { return transform().m11(); }
    /// Opens a field over a part to give it another name.
    void startRename(const std::string& id);
    /// The next box that is chosen becomes the end of a link from this one.
    void startConnecting(const std::string& from);
    [[nodiscard]] bool isConnecting() const { return !m_connectingFrom.empty(); }
    /// Menu of the roles of a new node, at the current part.
    void openAddMenu();
    void openMenu(const QPoint& globalPosition);
    /// Puts a part in sight and makes it the current one.
    void goTo(const std::string& id);
    /// Puts a part in sight.
    void show(const std::string& id);
    using QGraphicsView::show;

signals:
    void badgeClicked(const std::string& box);
    void fixesWanted(const std::string& box, const QPoint& globalPosition);
    /// Its form is wanted.
    void activated(const std::string& id);
    /// What is being done, in a sentence; empty: nothing in particular.
    void hint(const QString& text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    /// Draws with less for a moment.
    void noteMotion();
    bool goByKey(const QKeyEvent& event);
    bool doByKey(const QKeyEvent& event);
    void step(int key, Qt::KeyboardModifiers modifiers);
    void stepThroughFrames(int key);
    void stepThroughLines(bool isForward);
    void nudge(int key);
    std::vector<Action> groupActions();
    void addMenusOfNodes(QMenu& menu);
    /// All that are selected, else the one.
    void placeSelected(const std::string& id, const std::string& region, const std::string& zone);
    void addAndGo(std::string_view role);
    void finishConnecting(const std::string& to);
    void stopConnecting();
    void finishRename(bool takes);
    void addPlaces(QMenu& menu, const std::string& id);
    void addLinks(QMenu& menu, const std::string& id);
    void press(QPointF point, Qt::KeyboardModifiers modifiers);

    /// What the mouse does while its button is down.
    struct Drag {
        std::string box;   ///< empty: a band is drawn around nodes
        QPointF grip;      ///< from the box's corner to the pointer
        QPointF start;     ///< of the pointer, in the scene
        bool isConnecting = false;
        bool hasMoved = false;
        std::vector<std::string> selectedBefore{};   ///< what a band adds to
    };
    void dragTo(QPointF point);
    void drop(const Drag& drag, QPointF point);

    DiagramScene& m_scene;
    DiagramGestures& m_gestures;
    OverviewMap* m_map;
    QLineEdit* m_name = nullptr;   ///< while something is renamed
    std::string m_renamed;
    std::string m_connectingFrom;
    std::string m_linesOf;   ///< the box whose connections are gone through
    std::optional<Drag> m_drag;
    std::optional<QPoint> m_panFrom;
    bool m_isSpaceDown = false;
    QTimer m_pause;   ///< since the picture last moved
};

}
