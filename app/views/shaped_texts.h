#pragma once

#include <QFont>
#include <QHash>
#include <QPainter>
#include <QStaticText>

#include <utility>

namespace arabesque {

/// Texts of one line each that are painted again and again: QPainter::drawText() shapes them each time, which is most of
/// what painting them takes.
class ShapedTexts {
public:
    /// In the painter's font, centred from top to bottom, at the left, right or middle of `room` as `alignment` says;
    /// what has no room ends with an ellipsis.
    void draw(QPainter& painter, const QRectF& room, Qt::Alignment alignment, const QString& text);
    /// Pixels of a text in a font, rounded up.
    [[nodiscard]] int widthOf(const QString& text, const QFont& font);

private:
    void setFont(const QFont& font);
    QStaticText shaped(const QString& text);
    QString elided(const QString& text, qreal width);

    QFont m_font;
    QHash<QString, QStaticText> m_shaped;
    QHash<std::pair<QString, int>, QString> m_elided;   ///< by text and room
};

}
