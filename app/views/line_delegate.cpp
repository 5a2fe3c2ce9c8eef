#include "app/views/line_delegate.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace arabesque {

void LineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, {});
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);   // all but the text
    if (text.isEmpty()) return;
    item.showDecorationSelected = true;   // the text has all the room there is
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, item.widget) + 1;
    const QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget)
                           .adjusted(margin, 0, -margin, 0);
    const bool isEnabled = item.state.testFlag(QStyle::State_Enabled);
    painter->setFont(item.font);
    painter->setPen(item.palette.color(isEnabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
    m_texts.draw(*painter, room, QStyle::visualAlignment(item.direction, item.displayAlignment), text);
}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, {});
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    const QSize rest = style->sizeFromContents(QStyle::CT_ItemViewItem, &item, {}, item.widget);
    return rest + QSize(m_texts.widthOf(text, item.font), 0);
}

}
