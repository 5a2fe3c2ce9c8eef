#include "app/diagram/frame_item.h"

#include "app/bridge/text.h"
#include "app/diagram/box_item.h"
#include "app/views/theme.h"
#include "core/diagram/measures.h"

#include <QApplication>
#include <QGraphicsScene>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace arabesque {

namespace {

constexpr qreal radius = 10;
constexpr qreal textScale = 0.3;
constexpr int titleSize = 12;

Role fillOf(bool isZone) {
    return isZone ? Role::Line : Role::Window;
}

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

FrameTitle::FrameTitle() {
    setFlag(ItemUsesExtendedStyleOption);
    setZValue(1.5);   // between lines and boxes
}

void FrameTitle::show(const Frame& frame) {
    constexpr qreal baseline = 21, margin = 3;
    prepareGeometryChange();
    const QFontMetricsF metrics(titleFont());
    const auto room = static_cast<qreal>(frame.place.width) - 2.0 * measures::framePadding;
    m_text = metrics.elidedText(describe(frame), Qt::ElideRight, room);
    m_place = QRectF(measures::framePadding, baseline - metrics.ascent(), metrics.horizontalAdvance(m_text),
                     metrics.height())
                  .adjusted(-margin, 0, margin, 0);
    m_isZone = frame.isZone;
    setPos(toQt(frame.place.corner()));
    update();
}

void FrameTitle::setCurrent(bool isCurrent) {
    m_isCurrent = isCurrent;
    update();
}

QRectF FrameTitle::boundingRect() const {
    return m_place;
}

void FrameTitle::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    if (option->levelOfDetailFromTransform(painter->worldTransform()) < textScale) return;
    painter->fillRect(m_place, colour(fillOf(m_isZone)));
    painter->setFont(titleFont());
    painter->setPen(colour(m_isCurrent ? Role::Accent : Role::Muted));
    painter->drawText(m_place, Qt::AlignCenter, m_text);
}

void FrameItem::show(const Frame& frame) {
    setPos(toQt(frame.place.corner()));
    if (frame == m_frame) return;
    prepareGeometryChange();
    m_frame = frame;
    m_title.show(frame);
    setZValue(frame.isZone ? 0.5 : 0);
    update();
}

void FrameItem::setCurrent(bool isCurrent, bool hasFocus) {
    if (isCurrent == m_isCurrent && hasFocus == m_hasFocus) return;
    m_isCurrent = isCurrent;
    m_hasFocus = hasFocus;
    m_title.setCurrent(isCurrent);
    update();
}

QRectF FrameItem::boundingRect() const {
    return QRectF(QPointF(), toQt(m_frame.place).size()).adjusted(-3, -3, 3, 3);
}

QVariant FrameItem::itemChange(GraphicsItemChange change, const QVariant& value) {
    if (change == ItemSceneHasChanged && scene() != nullptr) scene()->addItem(&m_title);
    return QGraphicsItem::itemChange(change, value);
}

void FrameItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const QRectF area(QPointF(), toQt(m_frame.place).size());
    QPen pen(colour(m_isCurrent ? Role::Accent : Role::Border), m_isCurrent && m_hasFocus ? 3 : 1.4);
    if (m_frame.role == "standby") pen.setDashPattern({5, 4});
    painter->setPen(pen);
    painter->setBrush(colour(fillOf(m_frame.isZone)));
    painter->drawRoundedRect(area, radius, radius);
}

}
