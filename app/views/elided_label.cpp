#include "app/views/elided_label.h"

#include <QPainter>

namespace arabesque {

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, Role ink, QWidget* parent)
    : QLabel(parent), m_mode(mode), m_ink(ink) {
    setMinimumWidth(1);
}

void ElidedLabel::setWhole(const QString& text) {
    setText(text);
    setToolTip(text);
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(colour(m_ink));
    painter.drawText(contentsRect(), static_cast<int>(alignment()),
                     fontMetrics().elidedText(text(), m_mode, contentsRect().width()));
}

}
