#include "app/views/wrapped_text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

constexpr int shortest = 4, usual = 60;   // average characters of a line

}

WrappedText::WrappedText(Role ink, QWidget* parent, const QString& text) : QWidget(parent), m_ink(ink) {
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setText(text);
}

void WrappedText::setText(const QString& text) {
    if (text == m_text) return;
    const int before = heightForWidth(width());
    m_text = text;
    m_layout.setText(QString(text).replace(QLatin1Char('\n'), QChar::LineSeparator));
    forget();
    setAccessibleName(text);
    if (heightForWidth(width()) != before) updateGeometry();
    update();
}

int WrappedText::heightForWidth(int width) const {
    ensurePolished();
    const QMargins around = contentsMargins();
    const int room = width - around.left() - around.right();
    const int height = room <= minimumSizeHint().width() ? lineHeight() : m_known.at(room, [this](int each) {
        layOut(each);
        return m_height;
    });
    return around.top() + height + around.bottom();
}

QSize WrappedText::sizeHint() const {
    return {usual * fontMetrics().averageCharWidth(), lineHeight()};
}

QSize WrappedText::minimumSizeHint() const {
    return {shortest * fontMetrics().averageCharWidth(), lineHeight()};
}

void WrappedText::layOut(int room) const {
    const bool isOneLine = m_room >= 0 && m_height <= lineHeight() && m_widest <= std::min(room, m_room);
    if (room == m_room || isOneLine) return;
    QTextOption option;
    option.setTextDirection(layoutDirection());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.setFont(font());
    qreal height = 0, widest = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(room);
        line.setPosition({0, height});
        height += line.height();
        widest = std::max(widest, line.naturalTextWidth());
    }
    m_layout.endLayout();
    m_room = room;
    m_widest = static_cast<int>(std::ceil(widest));
    m_height = std::max(lineHeight(), static_cast<int>(std::ceil(height)));
}

void WrappedText::forget() {
    m_room = -1;
    m_known.forget();
}

bool WrappedText::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::PolishRequest:
    case QEvent::LayoutDirectionChange:
        forget();
        updateGeometry();
        break;
    default: break;
    }
    return QWidget::event(event);
}

void WrappedText::paintEvent(QPaintEvent*) {
    const QRect room = contentsRect();
    layOut(room.width());
    QPainter painter(this);
    painter.setPen(colour(m_ink));
    m_layout.draw(&painter, room.topLeft());
}

void WrappedText::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (heightForWidth(width()) > height()) updateGeometry();   // layouts remember heights of earlier texts
}

}
