#pragma once

#include <QTreeView>

namespace arabesque {

/// Findings in lines, each message in the room that the other columns leave. All lines are painted anew where a column
/// or the room for it changes, so columns keep the room they took, and the scroll bar has its own, in sight or not.
class ProblemsList final : public QTreeView {
    Q_OBJECT

public:
    explicit ProblemsList(QWidget* parent = nullptr);

    /// The columns of ProblemsModel; `model` outlives this.
    void showLinesOf(QAbstractItemModel& model);
    /// To what the lines in sight need, and no further than before.
    void widen();
    /// For other findings altogether.
    void narrow();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitMessages();
};

}
