#include "app/diagram/box_item.h"

#include "app/bridge/text.h"
#include "app/diagram/diagram_scene.h"
#include "app/views/theme.h"
#include "core/diagram/icons.h"
#include "core/diagram/measures.h"

#include <QApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QStyleOptionGraphicsItem>
#include <QSvgRenderer>

namespace arabesque {

namespace {

constexpr qreal radius = 8;
constexpr qreal badgeHeight = 20;
constexpr QRectF area(0, 0, measures::boxWidth, measures::boxHeight);
constexpr QRectF iconPlace(13, (measures::boxHeight - iconSize) / 2.0, iconSize, iconSize);
constexpr qreal reach = 4;   ///< of the focus ring around the box
/// Below these scales text, and then icons, would be specks.
constexpr qreal textScale = 0.35, iconScale = 0.2;
/// Up to this scale pictures of boxes look well, and there are enough of them to be worth it.
constexpr qreal sketchScale = 1.5;

/// A font with what it takes to place its text by the baseline.
struct Face {
    Face(QFont base, double pixels, bool isBold) : font(std::move(base)) {
        font.setPixelSize(static_cast<int>(pixels));
        font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
        ascent = QFontMetricsF(font).ascent();
    }
    QFont font;
    qreal ascent = 0;
};

struct Faces {
    explicit Faces(const QFont& font)
        : base(font),
          title(font, measures::titleSize, true),
          text(font, measures::textSize, false),
          strong(font, measures::textSize, true) {}
    QFont base;
    Face title, text, strong;
};

/// Those of the program's font, made once: thousands of texts are drawn in a frame.
const Faces& faces() {
    static Faces made(QApplication::font());
    if (made.base != QApplication::font()) made = Faces(QApplication::font());
    return made;
}

/// The drawing of what a box is, in a colour, at the painter's scale.
QPixmap pictureOf(const Box& box, const QColor& ink, qreal scale) {
    const int size = std::max(1, qRound(iconSize * scale));
    const std::string_view drawing = iconPath(box);
    const auto key = QStringLiteral("box ") +
                     QString::number(reinterpret_cast<quintptr>(drawing.data()), 36) + QChar(u' ') +
                     QString::number(ink.rgb(), 36) + QChar(u' ') + QString::number(size);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture)) return picture;
    const QByteArray path = toBytes(std::string(drawing));
    picture = QPixmap(size, size);
    picture.fill(Qt::transparent);
    QSvgRenderer renderer(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path fill=\"none\" "
        "stroke-width=\"1.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"" +
        ink.name().toLatin1() + "\" d=\"" + path + "\"/></svg>");
    QPainter painter(&picture);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

/// A text as it fits, laid out for as long as it stays.
QStaticText caption(const QString& text, const QFont& font) {
    constexpr auto room = measures::boxWidth - measures::textLeft - measures::textRight;
    QStaticText laidOut(QFontMetricsF(font).elidedText(text, Qt::ElideRight, room));
    laidOut.setTextFormat(Qt::PlainText);
    laidOut.prepare({}, font);
    return laidOut;
}

void drawCaption(QPainter& painter, qreal baseline, const Face& face, const QStaticText& text) {
    painter.setFont(face.font);
    painter.drawStaticText(QPointF(measures::textLeft, baseline - face.ascent), text);
}

}

Severity BoxFindings::worst() const {
    if (errors > 0) return Severity::Error;
    return warnings > 0 ? Severity::Warning : Severity::Info;
}

QString titleOf(const Box& box) {
    return box.title.empty() ? translated(box.kind) : toQt(box.title);
}

QString describe(const Box& box, const BoxFindings& findings) {
    QStringList parts;
    parts << (box.isNode() ? QCoreApplication::translate("diagram", "Node %1").arg(titleOf(box))
                           : titleOf(box));
    if (!box.title.empty()) parts << translated(box.kind);
    if (!box.region.empty())
        parts << QCoreApplication::translate("diagram", "region %1").arg(toQt(box.region));
    if (!box.zone.empty()) parts << QCoreApplication::translate("diagram", "zone %1").arg(toQt(box.zone));
    if (!box.address.empty()) parts << toQt(box.address);
    if (box.standby) parts << QCoreApplication::translate("diagram", "standby");
    const auto add = [&](const char* text, int count) {
        if (count > 0) parts << QCoreApplication::translate("diagram", text, nullptr, count);
    };
    add("%n error(s)", findings.errors);
    add("%n warning(s)", findings.warnings);
    add("%n remark(s)", findings.infos);
    return parts.join(QStringLiteral(", "));
}

BoxItem::BoxItem() {
    setFlag(ItemUsesExtendedStyleOption);
    setZValue(2);
}

void BoxItem::show(const Box& box, const BoxFindings& findings) {
    setPos(toQt(box.place.corner()));
    if (box == m_box && findings == m_findings) return;
    m_box = box;
    m_findings = findings;
    m_title = caption(titleOf(box), faces().title.font);
    QString second = box.title.empty() ? QString() : translated(box.kind);
    if (box.copies > 1) second += QStringLiteral(" × %1").arg(box.copies);
    if (box.standby) second += QStringLiteral(" · ") + QCoreApplication::translate("diagram", "standby");
    m_second = caption(second, faces().text.font);
    m_third = caption(toQt(box.address), faces().text.font);
    forgetSketch();
    setToolTip(describe(box, findings));
    update();
}

void BoxItem::setCurrent(bool isCurrent, bool hasFocus) {
    if (isCurrent == m_isCurrent && hasFocus == m_hasFocus) return;
    m_isCurrent = isCurrent;
    forgetSketch();
    m_hasFocus = hasFocus;
    update();
}

void BoxItem::setPreviewed(bool isPreviewed) {
    if (isPreviewed == m_isPreviewed) return;
    m_isPreviewed = isPreviewed;
    forgetSketch();
    update();
}

void BoxItem::setFate(const std::optional<Fate>& fate) {
    if (fate == m_fate) return;
    m_fate = fate;
    forgetSketch();
    const QString said = describe(m_box, m_findings);
    setToolTip(!m_fate ? said
               : m_fate->why.isEmpty()
                   ? QStringLiteral("%1, %2").arg(said, wordOf(m_fate->kind))
                   : QStringLiteral("%1, %2: %3").arg(said, wordOf(m_fate->kind), m_fate->why));
    update();
}

QColor BoxItem::edge() const {
    if (m_fate && m_fate->kind == Fate::Kind::Lost) return colour(Role::Error);
    if (m_fate && m_fate->kind == Fate::Kind::CutOff) return colour(Role::Warning);
    if (m_fate && m_fate->kind == Fate::Kind::TakesOver) return colour(Role::Success);
    return m_isCurrent || m_isPreviewed ? colour(Role::Accent) : colour(Role::Outline);
}

QRectF BoxItem::boundingRect() const {
    return area.adjusted(-reach - 1, -badgeHeight / 2 - 1, badgeHeight, reach + 1);
}

QRectF BoxItem::badge() const {
    const qreal width = m_findings.count() > 9 ? 44 : 36;
    return {measures::boxWidth - width + 10, -badgeHeight / 2, width, badgeHeight};
}

void BoxItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const qreal scale = option->levelOfDetailFromTransform(painter->worldTransform());
    const auto* diagram = qobject_cast<const DiagramScene*>(scene());
    const bool isSketched = diagram != nullptr && diagram->isSketched() && scale < sketchScale;
    if (scale < textScale)
        paintFar(*painter, isSketched ? textScale : scale, scale >= iconScale);
    else if (isSketched)
        paintSketch(*painter);
    else
        paintNear(*painter, scale);
    if (m_fate && m_fate->kind == Fate::Kind::Lost) paintCross(*painter);
    if (m_findings.count() > 0) paintBadge(*painter);
    if (m_isCurrent && m_hasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colour(Role::Accent), 2));
        painter->drawRoundedRect(area.adjusted(-reach, -reach, reach, reach), radius + reach, radius + reach);
    }
}

QColor BoxItem::fill() const {
    return colour(m_isCurrent ? Role::AccentSoft : Role::Raised);
}

void BoxItem::paintFar(QPainter& painter, qreal iconAt, bool hasIcon) const {
    painter.setPen(QPen(edge(), 0));
    painter.setBrush(fill());
    painter.drawRect(area);
    if (hasIcon) paintIcon(painter, iconAt);
}

void BoxItem::paintNear(QPainter& painter, qreal scale) const {
    QPen pen(edge(), m_fate ? 2 : 1.4);
    if (m_box.standby || m_isPreviewed) pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(fill());
    painter.drawRoundedRect(area, radius, radius);
    paintIcon(painter, scale);
    paintText(painter);
}

/// Curves, icons and glyphs would be made anew for each scale on the way; a picture is only drawn smaller.
void BoxItem::paintSketch(QPainter& painter) {
    constexpr qreal margin = 1;   // half of the widest edge
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (m_sketch.isNull()) {
        m_sketch = QPixmap((area.adjusted(0, 0, 2 * margin, 2 * margin).size() * ratio).toSize());
        m_sketch.setDevicePixelRatio(ratio);
        m_sketch.fill(Qt::transparent);
        QPainter sketch(&m_sketch);
        sketch.setRenderHint(QPainter::Antialiasing);
        sketch.translate(margin, margin);
        paintNear(sketch, 1);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing, false);   // with soft edges, threads would share each box
    painter.drawPixmap(QPointF(-margin, -margin), m_sketch);
    painter.setRenderHint(QPainter::Antialiasing);
}

void BoxItem::paintIcon(QPainter& painter, qreal scale) const {
    const QColor ink = colour(m_box.standby ? Role::Muted : Role::Accent);
    const QPixmap picture =
        pictureOf(m_box, ink, std::min(scale * painter.device()->devicePixelRatioF(), 8.0));
    painter.drawPixmap(iconPlace, picture, picture.rect());
}

void BoxItem::paintText(QPainter& painter) const {
    constexpr qreal firstBaseline = 24, lineHeight = 18;
    const bool hasSecond = !m_second.text().isEmpty();
    const bool hasThird = !m_third.text().isEmpty();
    qreal y = firstBaseline;
    if (!hasSecond || !hasThird) y += lineHeight / 2;
    if (!hasSecond && !hasThird) y += lineHeight / 2;
    painter.setPen(colour(Role::Text));
    drawCaption(painter, y, faces().title, m_title);
    if (m_fate) {
        painter.setPen(edge());
        painter.setFont(faces().strong.font);
        painter.drawText(QPointF(measures::textLeft, y += lineHeight), wordOf(m_fate->kind));
    }
    painter.setPen(colour(Role::Muted));
    if (hasSecond && !m_fate) drawCaption(painter, y += lineHeight, faces().text, m_second);
    if (hasThird) drawCaption(painter, y + lineHeight, faces().text, m_third);
}

/// Over the picture of what is lost: a shape, since colour alone tells nothing to some.
void BoxItem::paintCross(QPainter& painter) const {
    painter.setPen(QPen(colour(Role::Error), 2.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(iconPlace.topLeft(), iconPlace.bottomRight());
    painter.drawLine(iconPlace.topRight(), iconPlace.bottomLeft());
}

/// A sign of the worst and how many there are: told apart by shape, not by colour alone.
void BoxItem::paintBadge(QPainter& painter) const {
    const QRectF area = badge();
    const Role role = roleOf(m_findings.worst());
    painter.setPen(QPen(colour(role), 1.2));
    painter.setBrush(colour(Role::Base));
    painter.drawRoundedRect(area, badgeHeight / 2, badgeHeight / 2);
    icon(m_findings.worst()).paint(&painter, QRectF(area.left() + 3, area.top() + 3, 14, 14).toRect());
    painter.setFont(faces().strong.font);
    painter.setPen(colour(role));
    painter.drawText(area.adjusted(16, 0, -2, 0), Qt::AlignCenter, QString::number(m_findings.count()));
}

}
