#pragma once

#include "app/views/theme.h"

#include <QString>
#include <QWidget>

namespace arabesque {

/// A line of text that is shortened where there is no room for it, rather than cut. Its tool tip has all of it. Another
/// text asks for another layout only where it has too little room, and not where it takes the room there is.
class ElidedLabel final : public QWidget {
public:
    ElidedLabel(Qt::TextElideMode mode, Role ink, QWidget* parent);

    void setWhole(const QString& text);
    [[nodiscard]] const QString& whole() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode;
    Role m_ink;
    QString m_text;
};

}
