#include "app/diagram/frame_item.h"

#include "app/bridge/text.h"
#include "app/diagram/box_item.h"
#include "app/views/theme.h"
#include "core/diagram/measures.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace arabesque {

namespace {

constexpr qreal radius = 10;
constexpr qreal textScale = 0.3;
constexpr int titleSize = 12;

QFont titleFont() {
    QFont font = QApplication::font();
    font.setPixelSize(titleSize);
    font.setWeight(QFont::DemiBold);
    return font;
}

}

QString describe(const Frame& frame) {
    const QString name = toQt(frame.name);
    if (frame.isZone) return QCoreApplication::translate("diagram", "Zone %1").arg(name);
    const QString title = QCoreApplication::translate("diagram", "Region %1").arg(name);
    return frame.role.empty() ? title : title + QStringLiteral(" · ") + toQt(frame.role);
}

FrameItem::FrameItem() {
    setFlag(ItemUsesExtendedStyleOption);
}

void FrameItem::show(const Frame& frame) {
    setPos(toQt(frame.place.corner()));
    if (frame == m_frame) return;
    prepareGeometryChange();
    m_frame = frame;
    const auto room = static_cast<qreal>(frame.place.width) - 2.0 * measures::framePadding;
    m_title = QFontMetricsF(titleFont()).elidedText(describe(frame), Qt::ElideRight, room);
    setZValue(frame.isZone ? 0.5 : 0);
    update();
}

void FrameItem::setCurrent(bool isCurrent, bool hasFocus) {
    if (isCurrent == m_isCurrent && hasFocus == m_hasFocus) return;
    m_isCurrent = isCurrent;
    m_hasFocus = hasFocus;
    update();
}

QRectF FrameItem::boundingRect() const {
    return QRectF(QPointF(), toQt(m_frame.place).size()).adjusted(-3, -3, 3, 3);
}

void FrameItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const QRectF area(QPointF(), toQt(m_frame.place).size());
    QPen pen(colour(m_isCurrent ? Role::Accent : Role::Border), m_isCurrent && m_hasFocus ? 3 : 1.4);
    if (m_frame.role == "standby") pen.setDashPattern({5, 4});
    painter->setPen(pen);
    painter->setBrush(colour(m_frame.isZone ? Role::Line : Role::Window));
    painter->drawRoundedRect(area, radius, radius);
    if (option->levelOfDetailFromTransform(painter->worldTransform()) < textScale) return;
    painter->setFont(titleFont());
    painter->setPen(colour(m_isCurrent ? Role::Accent : Role::Muted));
    painter->drawText(QPointF(measures::framePadding, 21), m_title);
}

}
