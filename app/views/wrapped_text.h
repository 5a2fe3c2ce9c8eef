#pragma once

#include "app/views/known_heights.h"
#include "app/views/theme.h"

#include <QTextLayout>
#include <QWidget>

namespace arabesque {

/// A plain text that wraps, as wide as there is room. A label has everything around it laid out for each new text, and
/// shapes it again for each question of a layout and each time it is painted; this asks for another place only when it
/// needs one.
class WrappedText final : public QWidget {
    Q_OBJECT

public:
    explicit WrappedText(Role ink, QWidget* parent, const QString& text = {});

    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }

    [[nodiscard]] int heightForWidth(int width) const override;
    /// Of one line, whatever the text: how high it is follows from the room it gets.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int lineHeight() const { return fontMetrics().height(); }
    /// Makes the lines that have room in `room` pixels.
    void layOut(int room) const;
    void forget();

    Role m_ink;
    QString m_text;
    mutable QTextLayout m_layout;
    mutable int m_room = -1;    ///< pixels that its lines were made for; negative: it has none yet
    mutable int m_widest = 0;   ///< pixels of the longest of them
    mutable int m_height = 0;   ///< pixels of all
    mutable KnownHeights m_known;
};

}
