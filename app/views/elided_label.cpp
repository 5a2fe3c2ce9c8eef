#include "app/views/elided_label.h"

#include <QPainter>
#include <QStyle>

namespace arabesque {

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, Role ink, QWidget* parent)
    : QWidget(parent), m_mode(mode), m_ink(ink) {
    setMinimumWidth(1);
}

void ElidedLabel::setWhole(const QString& text) {
    if (text == m_text) return;
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    const bool takesWhatThereIs = sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
    if (!takesWhatThereIs && (!isVisible() || sizeHint().width() > width())) updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const {
    ensurePolished();
    return fontMetrics().size(Qt::TextSingleLine, m_text).grownBy(contentsMargins());
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(colour(m_ink));
    const auto alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(contentsRect(), static_cast<int>(alignment),
                     fontMetrics().elidedText(m_text, m_mode, contentsRect().width()));
}

}
