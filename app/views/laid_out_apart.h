#pragma once

#include "app/views/known_heights.h"

#include <QWidget>

namespace arabesque {

/// A widget whose content is laid out by itself: what surrounds it hears of a change inside only where this grows or
/// shrinks, and gets an answer that was found before. Through layouts of Qt each question goes down to every leaf.
class LaidOutApart : public QWidget {
    Q_OBJECT

public:
    explicit LaidOutApart(QWidget* parent);

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Lays out what is around `widget`, from the inside to the outside, at once rather than when there is time.
    static void layOutAround(const QWidget* widget);

protected:
    /// Has a layout, and takes all of this. Null: there is none, and this is as high as it must be.
    void setContent(QWidget* content);
    [[nodiscard]] QWidget* content() const { return m_content; }
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Finds out anew how large the content has to be.
    void measure();
    [[nodiscard]] int heightOf(int width) const;
    [[nodiscard]] QSize least() const;
    [[nodiscard]] QSize withMargins(QSize size) const;

    QWidget* m_content = nullptr;
    mutable KnownHeights m_known;
    QSize m_least;   ///< of the content, with margins
};

}
