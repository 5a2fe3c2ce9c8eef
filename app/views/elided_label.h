#pragma once

#include "app/views/theme.h"

#include <QLabel>

namespace arabesque {

/// A line of text that is shortened where there is no room for it, rather than cut. Its tool tip has all of it.
class ElidedLabel final : public QLabel {
public:
    ElidedLabel(Qt::TextElideMode mode, Role ink, QWidget* parent);

    void setWhole(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode;
    Role m_ink;
};

}
