#include "app/diagram/node_table_view.h"

#include "app/diagram/node_table.h"

#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStyle>
#include <QStyledItemDelegate>

#include <array>
#include <functional>
#include <numeric>

namespace arabesque {

namespace {

constexpr int mostWidth = 220, roomInCell = 14;
constexpr int leastWidth = 48, leastHostWidth = 72, leastConnections = 100;

/// Edits cells that have choices with a list of them, and checks others as they are typed.
class CellDelegate final : public QStyledItemDelegate {
public:
    using Check = std::function<QString(const QModelIndex&, const QString&)>;

    CellDelegate(Check check, QObject* parent) : QStyledItemDelegate(parent), m_check(std::move(check)) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&,
                          const QModelIndex& index) const override {
        const QString title = index.model()->headerData(index.column(), Qt::Horizontal).toString();
        const QStringList choices = index.data(NodeTable::choicesRole).toStringList();
        if (!choices.isEmpty()) {
            auto* list = new QComboBox(parent);
            list->addItems(choices);
            list->setAccessibleName(title);
            return list;
        }
        auto* line = new QLineEdit(parent);
        line->setAccessibleName(title);
        line->setPlaceholderText(index.data(NodeTable::fallbackRole).toString());
        const QPersistentModelIndex cell(index);
        connect(line, &QLineEdit::textEdited, this,
                [this, line, cell](const QString& text) { mark(*line, m_check(cell, text)); });
        return line;
    }

    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        const QString text = index.data(Qt::EditRole).toString();
        if (auto* list = qobject_cast<QComboBox*>(editor)) {
            list->setCurrentText(text);
        } else if (auto* line = qobject_cast<QLineEdit*>(editor); line && !line->isModified()) {
            line->setText(text);   // what somebody is typing stays while the picture is drawn anew
            line->selectAll();
        }
    }

    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        if (const auto* list = qobject_cast<QComboBox*>(editor))
            model->setData(index, list->currentText());
        else if (const auto* line = qobject_cast<QLineEdit*>(editor))
            model->setData(index, line->text());
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* line = qobject_cast<QLineEdit*>(watched);
        if (line && event->type() == QEvent::KeyPress && !line->property("state").toString().isEmpty()) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            // What is wrong stays in its cell, to be put right.
            if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab)
                return true;
        }
        return QStyledItemDelegate::eventFilter(watched, event);
    }

    std::function<void(const QString&)> complained;

private:
    void mark(QLineEdit& line, const QString& complaint) const {
        line.setProperty("state", complaint.isEmpty() ? QString() : QStringLiteral("error"));
        line.style()->unpolish(&line);
        line.style()->polish(&line);
        line.setToolTip(complaint);
        line.setAccessibleDescription(complaint);
        complained(complaint);
        if (complaint.isEmpty() || !QAccessible::isActive()) return;
        QAccessibleAnnouncementEvent said(&line, complaint);
        QAccessible::updateAccessibility(&said);
    }

    Check m_check;
};

}

NodeTableView::NodeTableView(NodeTable& nodes, QWidget* parent)
    : QTableView(parent), m_nodes(nodes), m_sorted(new QSortFilterProxyModel(this)) {
    m_sorted->setSourceModel(&nodes);
    m_sorted->setSortRole(NodeTable::sortRole);
    m_sorted->setSortLocaleAware(true);
    setModel(m_sorted);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);   // as the file has them
    setSortingEnabled(true);
    setAccessibleName(tr("Nodes and what they are connected with"));
    setAccessibleDescription(tr("F2 or Enter edits a cell, Tab goes on to the next one, Delete deletes."));
    auto* delegate = new CellDelegate(
        [this](const QModelIndex& index, const QString& text) {
            return m_nodes.complaintAbout(m_sorted->mapToSource(index), text);
        },
        this);
    delegate->complained = [this](const QString& why) { emit complained(why); };
    connect(delegate, &QAbstractItemDelegate::closeEditor, this, [this] { emit complained({}); });
    setItemDelegate(delegate);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        if (!m_isFitting && section != NodeTable::ConnectionsColumn) m_areDragged = true;
    });
    connect(m_sorted, &QAbstractItemModel::modelReset, this, &NodeTableView::fitColumns);
}

std::string NodeTableView::currentId() const {
    return m_nodes.idOf(m_sorted->mapToSource(currentIndex()).row());
}

std::vector<std::string> NodeTableView::selectedIds() const {
    std::vector<std::string> ids;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        if (const QModelIndex first = m_sorted->index(row, 0); selectionModel()->isSelected(first))
            ids.push_back(m_nodes.idOf(m_sorted->mapToSource(first).row()));
    return ids;
}

void NodeTableView::select(const std::vector<std::string>& ids, const std::string& current) {
    QItemSelection rows;
    for (const std::string& id : ids)
        if (const int row = m_nodes.rowOf(id); row >= 0) {
            const QModelIndex first = m_sorted->mapFromSource(m_nodes.index(row, 0));
            rows.select(first, first.siblingAtColumn(NodeTable::ColumnCount - 1));
        }
    m_isSelecting = true;
    if (const int row = m_nodes.rowOf(current); row >= 0 && currentId() != current) {
        const int column = std::max(0, currentIndex().column());
        selectionModel()->setCurrentIndex(m_sorted->mapFromSource(m_nodes.index(row, column)),
                                          QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    m_isSelecting = false;
}

void NodeTableView::tellChoice() {
    if (!m_isSelecting) emit chosen();
}

void NodeTableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    tellChoice();
}

void NodeTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) tellChoice();
}

void NodeTableView::keyPressEvent(QKeyEvent* event) {
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isPlain && isEnter && state() != EditingState && currentIndex().flags() & Qt::ItemIsEditable)
        return edit(currentIndex());
    if (isPlain && event->key() == Qt::Key_Delete) {
        emit deletionWanted();
        return event->accept();
    }
    QTableView::keyPressEvent(event);
}

void NodeTableView::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    fitColumns();
}

void NodeTableView::resizeEvent(QResizeEvent* event) {
    fitColumns();
    QTableView::resizeEvent(event);
}

void NodeTableView::fitColumns() {
    if (m_areDragged || !isVisible() || !model()) return;
    std::array<int, NodeTable::ColumnCount> wanted{}, least{};
    for (int column = 0; column < NodeTable::ColumnCount; ++column) {
        const auto at = static_cast<std::size_t>(column);
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int titleWidth = fontMetrics().horizontalAdvance(title) + roomInCell;
        const int most = column == NodeTable::ConnectionsColumn ? leastConnections : mostWidth;
        const int content = sizeHintForColumn(column);
        wanted[at] =
            std::min(std::max(content + roomInCell, horizontalHeader()->sectionSizeHint(column)), most);
        // Names, roles and states are short and told apart by their ends; other columns give way before them.
        const bool isKept = column == NodeTable::NameColumn || column == NodeTable::RoleColumn ||
                            column == NodeTable::StateColumn;
        least[at] =
            std::min(wanted[at], isKept                            ? std::max(content, titleWidth)
                                 : column == NodeTable::HostColumn ? leastHostWidth
                                                                   : std::max(leastWidth, titleWidth));
    }
    const int missing = std::accumulate(wanted.begin(), wanted.end(), 0) - viewport()->width();
    const int spare =
        std::accumulate(wanted.begin(), wanted.end(), 0) - std::accumulate(least.begin(), least.end(), 0);
    m_isFitting = true;
    for (int column = 0; column < NodeTable::ColumnCount; ++column) {
        const auto at = static_cast<std::size_t>(column);
        // What is missing is taken where there is some to take.
        const int taken = missing <= 0 || spare == 0
                              ? 0
                              : (wanted[at] - least[at]) * std::min(missing, spare) / spare +
                                    (wanted[at] > least[at] ? 1 : 0);
        setColumnWidth(column, wanted[at] - taken);
    }
    m_isFitting = false;
}

}
