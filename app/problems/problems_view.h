#pragma once

#include "app/session/session.h"

#include <QTime>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QStackedLayout;
class QToolButton;

namespace arabesque {

class ElidedLabel;
class ProblemsFilter;
class ProblemsList;
class ProblemsModel;

/// One list of findings for all files.
class ProblemsView final : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsView(Session& session, QWidget* parent = nullptr);

    /// Goes to the next or previous finding of the list.
    void step(int by);

private:
    void build();
    void makeBar();
    void showAnalysis();
    void showState();
    void goTo(const QModelIndex& index);
    void openMenu(const QPoint& position);
    [[nodiscard]] const Diagnostic* currentFinding() const;

    Session& m_session;
    ProblemsModel* m_model;
    ProblemsFilter* m_filtered;
    ProblemsList* m_list;
    QLineEdit* m_filter;
    ElidedLabel* m_counts;
    QLabel* m_empty;
    QToolButton* m_accepted;
    QWidget* m_bar;
    QStackedLayout* m_stack;
    QTime m_checkedAt;
};

}
