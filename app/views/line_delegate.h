#pragma once

#include "app/views/shaped_texts.h"

#include <QStyledItemDelegate>

namespace arabesque {

/// Measures and paints items of one line of text each, in the colour their model gives. Qt's own delegate lays each text
/// out three times to paint it and as often to measure it, and a style sheet takes the colour away.
class LineDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    mutable ShapedTexts m_texts;
};

}
