#pragma once

#include "core/diagram/diagram.h"

#include <QGraphicsItem>
#include <QString>

namespace arabesque {

/// "Zone a", "Region eu-west, primary".
[[nodiscard]] QString describe(const Frame& frame);

/// The name of a region or zone, over the lines that pass behind it.
class FrameTitle final : public QGraphicsItem {
public:
    FrameTitle();

    void show(const Frame& frame);
    void setCurrent(bool isCurrent);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QString m_text;   ///< as it fits
    QRectF m_place;   ///< of the text
    bool m_isZone = false;
    bool m_isCurrent = false;
};

/// Draws a region or zone behind what is in it, and its name.
class FrameItem final : public QGraphicsItem {
public:
    void show(const Frame& frame);
    void setCurrent(bool isCurrent, bool hasFocus);
    [[nodiscard]] const Frame& frame() const { return m_frame; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant& value) override;

private:
    Frame m_frame;
    FrameTitle m_title;   ///< joins the scene with the frame, above the lines
    bool m_isCurrent = false;
    bool m_hasFocus = false;
};

}
