#pragma once

#include "app/diagram/fate.h"
#include "core/diagram/diagram.h"
#include "core/text/diagnostic.h"

#include <QGraphicsItem>
#include <QPixmap>
#include <QStaticText>
#include <QString>

#include <optional>

namespace arabesque {

/// Errors, warnings and remarks about one box.
struct BoxFindings {
    int errors = 0, warnings = 0, infos = 0;

    [[nodiscard]] int count() const { return errors + warnings + infos; }
    [[nodiscard]] Severity worst() const;
    friend bool operator==(const BoxFindings&, const BoxFindings&) = default;
};

/// What a box is called: its name, or what it is where it has none.
[[nodiscard]] QString titleOf(const Box& box);
/// What there is to say of it in one line: "Node orders-1, Service, zone a, standby, 1 warning".
[[nodiscard]] QString describe(const Box& box, const BoxFindings& findings);

[[nodiscard]] inline QRectF toQt(const Rect& rect) {
    return QRectF(QPoint(static_cast<int>(rect.x), static_cast<int>(rect.y)),
                  QSize(static_cast<int>(rect.width), static_cast<int>(rect.height)));
}
[[nodiscard]] inline QPointF toQt(Point point) {
    return QPointF(static_cast<qreal>(point.x), static_cast<qreal>(point.y));
}

/// Draws a box. Knows its place in the diagram and where it is dragged meanwhile; changes neither by itself.
class BoxItem final : public QGraphicsItem {
public:
    BoxItem();

    void show(const Box& box, const BoxFindings& findings);
    void setCurrent(bool isCurrent, bool hasFocus);
    /// Dashed in the accent's colour while an arrangement is looked at.
    void setPreviewed(bool isPreviewed);
    /// What becomes of it while failures are tried; nothing: it is as it was.
    void setFate(const std::optional<Fate>& fate);
    [[nodiscard]] const std::optional<Fate>& fate() const { return m_fate; }

    [[nodiscard]] const Box& box() const { return m_box; }
    [[nodiscard]] const BoxFindings& findings() const { return m_findings; }
    /// Ends the use of the picture that stands for the box while the diagram moves.
    void forgetSketch() { m_sketch = {}; }
    /// Where the badge is drawn, in coordinates of the item.
    [[nodiscard]] QRectF badge() const;

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    [[nodiscard]] QColor edge() const;
    [[nodiscard]] QColor fill() const;
    void paintFar(QPainter& painter, qreal iconAt, bool hasIcon) const;   ///< `iconAt` is the icon's scale
    void paintNear(QPainter& painter, qreal scale) const;
    void paintSketch(QPainter& painter);   ///< the same as a picture
    void paintIcon(QPainter& painter, qreal scale) const;
    void paintText(QPainter& painter) const;
    void paintCross(QPainter& painter) const;
    void paintBadge(QPainter& painter) const;

    Box m_box;
    BoxFindings m_findings;
    QStaticText m_title, m_second, m_third;   ///< as they fit
    QPixmap m_sketch;                         ///< null: to be made when it is needed
    bool m_isCurrent = false;
    bool m_hasFocus = false;
    bool m_isPreviewed = false;
    std::optional<Fate> m_fate;
};

}
