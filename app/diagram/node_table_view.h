#pragma once

#include <QTableView>

#include <string>
#include <vector>

class QSortFilterProxyModel;

namespace arabesque {

class NodeTable;

/// Shows a table of nodes. F2 or Enter edits a cell, Tab goes on to the next one, Escape drops what was typed, Delete
/// deletes what is selected; outside of cells Tab leaves the table. Sorted by a click on a title; what is selected stays so.
class NodeTableView final : public QTableView {
    Q_OBJECT

public:
    /// Borrows the model, which outlives it.
    explicit NodeTableView(NodeTable& nodes, QWidget* parent = nullptr);

    /// Ids of the rows that are selected, from top to bottom, and of the current one.
    [[nodiscard]] std::vector<std::string> selectedIds() const;
    [[nodiscard]] std::string currentId() const;
    /// Without a word to those who listen.
    void select(const std::vector<std::string>& ids, const std::string& current);

signals:
    void chosen();
    void deletionWanted();
    /// Why what is being typed cannot stand there; empty: it can.
    void complained(const QString& why);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void showEvent(QShowEvent* event) override;

private:
    void tellChoice();
    /// As wide as what is in them, less where there is no room for that; the last column takes what is left. Widths
    /// that somebody dragged stay.
    void fitColumns();

    NodeTable& m_nodes;
    QSortFilterProxyModel* m_sorted;
    bool m_isSelecting = false;
    bool m_isFitting = false;
    bool m_areDragged = false;
};

}
