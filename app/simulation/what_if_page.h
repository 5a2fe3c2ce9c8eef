#pragma once

#include "app/session/what_if.h"
#include "app/simulation/outcome_tree.h"
#include "app/simulation/timeline_view.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace arabesque {

/// Fails parts of the deployment, and shows what follows. Nothing is written.
class WhatIfPage final : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfPage(Session& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* makeContent();
    [[nodiscard]] QWidget* makeEmpty();
    void declareFirstNode();
    /// Shows what is new, or once somebody looks.
    void refresh();
    void showOutcome();
    void showParts();
    void showCapacity(const Capacity& capacity);
    [[nodiscard]] QTreeWidgetItem* groupOf(Failure::Kind kind);

    Session& m_session;
    WhatIf& m_whatIf;
    QLabel* m_summary;
    QStackedLayout* m_stack;
    QTreeWidget* m_parts;
    QPushButton* m_restore;
    QProgressBar* m_capacityBar;
    QLabel* m_capacity;
    OutcomeTree* m_outcome;
    TimelineView* m_timeline;
    QWidget *m_content, *m_empty;
    std::vector<Failure> m_shown;   ///< in the order of the tree
    bool m_isStale = true;
};

}
