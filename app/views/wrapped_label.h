#pragma once

#include "app/views/known_heights.h"

#include <QLabel>

namespace arabesque {

/// A label whose text wraps. Layouts ask how high it is many times for each change around it, and Qt's label lays its
/// text out for each answer; this one remembers the last few.
class WrappedLabel final : public QLabel {
public:
    explicit WrappedLabel(QWidget* parent = nullptr);
    explicit WrappedLabel(const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;

private:
    mutable QString m_text;   ///< whose heights are known
    mutable KnownHeights m_known;
};

}
