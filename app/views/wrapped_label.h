#pragma once

#include <QLabel>

#include <array>

namespace arabesque {

/// A label whose text wraps. Layouts ask how high it is many times for each change around it, and Qt's label lays its
/// text out for each answer; this one remembers the last few, for layouts ask for the least width and the real one in
/// turn.
class WrappedLabel final : public QLabel {
public:
    explicit WrappedLabel(QWidget* parent = nullptr);
    explicit WrappedLabel(const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;

private:
    struct Known {
        int width = -1, height = 0;
    };
    mutable QString m_text;   ///< whose heights are known
    mutable std::array<Known, 4> m_known;
    mutable std::size_t m_oldest = 0;
};

}
