#include "app/views/shaped_texts.h"

#include <QFontMetricsF>

#include <cmath>

namespace arabesque {

namespace {

constexpr qsizetype most = 1000;   // are remembered

}

void ShapedTexts::draw(QPainter& painter, const QRectF& room, Qt::Alignment alignment, const QString& text) {
    setFont(painter.font());
    QStaticText line = shaped(text);
    if (line.size().width() > room.width()) line = shaped(elided(text, room.width()));
    const QSizeF size = line.size();
    const qreal left = alignment.testFlag(Qt::AlignRight)     ? room.right() - size.width()
                       : alignment.testFlag(Qt::AlignHCenter) ? room.center().x() - size.width() / 2
                                                              : room.left();
    painter.drawStaticText(QPointF(left, room.center().y() - size.height() / 2), line);
}

int ShapedTexts::widthOf(const QString& text, const QFont& font) {
    setFont(font);
    return static_cast<int>(std::ceil(shaped(text).size().width()));
}

void ShapedTexts::setFont(const QFont& font) {
    if (font == m_font) return;
    m_font = font;
    m_shaped.clear();
    m_elided.clear();
}

QStaticText ShapedTexts::shaped(const QString& text) {
    if (const auto known = m_shaped.constFind(text); known != m_shaped.cend()) return *known;
    if (m_shaped.size() >= most) m_shaped.clear();
    QStaticText line(text);
    line.setTextFormat(Qt::PlainText);
    line.prepare({}, m_font);
    m_shaped.insert(text, line);
    return line;
}

QString ShapedTexts::elided(const QString& text, qreal width) {
    const std::pair key(text, static_cast<int>(width));
    if (const auto known = m_elided.constFind(key); known != m_elided.cend()) return *known;
    if (m_elided.size() >= most) m_elided.clear();
    return *m_elided.insert(key, QFontMetricsF(m_font).elidedText(text, Qt::ElideRight, width));
}

}
