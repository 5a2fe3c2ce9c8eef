#pragma once

#include "core/diagram/diagram.h"

#include <QWidget>

#include <optional>
#include <string>

class QLabel;
class QStackedLayout;
class QTabWidget;
class QToolButton;

namespace arabesque {

class DiagramGestures;
class DiagramScene;
class DiagramView;
class NodeTable;
class NodeTableView;
class Session;

/// The deployment that Deployment.toml lays out, as a diagram and as a table of the same content.
class TopologyPage final : public QWidget {
    Q_OBJECT

public:
    explicit TopologyPage(Session& session, QWidget* parent = nullptr);
    ~TopologyPage() override;

    [[nodiscard]] DiagramView& diagramView() const { return *m_view; }
    [[nodiscard]] DiagramScene& diagramScene() const { return *m_scene; }
    [[nodiscard]] NodeTableView& table() const { return *m_table; }
    void showTable();
    /// Shows all boxes where an arrangement puts them, until it is applied or dropped.
    void previewArrangement();
    void applyArrangement();
    void dropArrangement();
    [[nodiscard]] bool isPreviewing() const { return m_arranged.has_value(); }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* makeBar();
    QWidget* makeStrip();
    QWidget* makeTried();
    /// What the failures that are tried do to the boxes.
    void showFailures();
    QWidget* makeEmpty();
    void connectParts();
    /// Shows what is new, or once somebody looks.
    void refresh();
    void showDiagram();
    void showHint(const QString& text);
    void selectInProject();
    void selectInDiagram();
    void selectInTable();
    void selectFromTable();
    void openFixes(const std::string& box, const QPoint& position);
    void showFindings(const std::string& box);
    void goToForm(const std::string& id);
    void goToReason(const Line& line);
    void chooseExport(const QString& ending, double scale);

    Session& m_session;
    DiagramScene* m_scene;
    DiagramGestures* m_gestures;
    DiagramView* m_view;
    NodeTable* m_nodes;
    NodeTableView* m_table;
    QTabWidget* m_tabs;
    QStackedLayout* m_stack;
    QWidget* m_content;
    QWidget* m_empty;
    QWidget* m_strip;
    QLabel* m_verdict;
    QWidget* m_tried;   ///< while failures are tried
    QLabel* m_hint;
    std::optional<Diagram> m_diagram, m_arranged;
    bool m_isStale = true;
    bool m_isFitted = false;
};

}
