#pragma once

#include "app/configuration/matrix_model.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTreeView;

namespace arabesque {

/// Every setting that may differ beside what it has in each environment.
class EnvironmentsPage final : public QWidget {
    Q_OBJECT

public:
    explicit EnvironmentsPage(Session& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* makeEmpty();
    /// Shows what is new, or once somebody looks.
    void refresh();
    void showAnalysis();
    void declareUsual();
    void go(const QModelIndex& index);

    Session& m_session;
    MatrixModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QTreeView* m_table;
    QLineEdit* m_filter;
    QCheckBox* m_differences;
    QLabel* m_summary;
    QStackedLayout* m_stack;
    QWidget* m_content;
    QWidget* m_empty;
    bool m_isStale = true;
};

}
