#include "app/problems/problems_list.h"

#include "app/problems/problems_model.h"
#include "app/views/line_delegate.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace arabesque {

ProblemsList::ProblemsList(QWidget* parent) : QTreeView(parent) {
    setItemDelegate(new LineDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(0);
}

void ProblemsList::showLinesOf(QAbstractItemModel& model) {
    setModel(&model);
    // Laid out now and not by a timer, after all else that is new was painted.
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QTreeView::doItemsLayout);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &QTreeView::doItemsLayout);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    narrow();
}

void ProblemsList::widen() {
    for (int column = 0; column < ProblemsModel::ColumnCount; ++column)
        if (column != ProblemsModel::MessageColumn)
            header()->resizeSection(column, std::max(columnWidth(column), sizeHintForColumn(column)));
    fitMessages();
}

void ProblemsList::narrow() {
    for (int column = 0; column < ProblemsModel::ColumnCount; ++column) header()->resizeSection(column, 0);
    widen();
}

void ProblemsList::fitMessages() {
    int room = contentsRect().width() - verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < ProblemsModel::ColumnCount; ++column)
        if (column != ProblemsModel::MessageColumn) room -= columnWidth(column);
    header()->resizeSection(ProblemsModel::MessageColumn, std::max(0, room));
}

void ProblemsList::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fitMessages();
}

}
