#pragma once

#include "core/diagram/diagram.h"

#include <QGraphicsItem>
#include <QString>

namespace arabesque {

/// "Zone a", "Region eu-west, primary".
[[nodiscard]] QString describe(const Frame& frame);

/// Draws a region or zone behind what is in it.
class FrameItem final : public QGraphicsItem {
public:
    FrameItem();

    void show(const Frame& frame);
    void setCurrent(bool isCurrent, bool hasFocus);
    [[nodiscard]] const Frame& frame() const { return m_frame; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Frame m_frame;
    QString m_title;   ///< as it fits
    bool m_isCurrent = false;
    bool m_hasFocus = false;
};

}
