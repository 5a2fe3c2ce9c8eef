#pragma once

#include "core/diagram/diagram.h"

#include <QGraphicsItem>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// "HTTPS 443 from lb-1 to orders-1".
[[nodiscard]] QString describe(const Line& line, const Diagram& diagram);

/// Draws all lines at once: thousands of items would cost more than the drawing.
class LinesItem final : public QGraphicsItem {
public:
    LinesItem();

    void show(const Diagram& diagram);
    /// The line near a point of the scene, if any.
    [[nodiscard]] std::optional<std::size_t> lineAt(QPointF point, qreal reach) const;
    /// Lines of these boxes stand out; none: no line does.
    void setLit(std::optional<std::size_t> box);
    void setCurrent(const std::string& line);
    /// Hairlines only while the picture moves, and of thousands not each one.
    void setDraft(bool isDraft);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    /// One straight piece of a line.
    struct Segment {
        QLineF way;
        std::size_t line = 0;
    };
    using Segments =
        std::map<std::pair<Connection::Kind, bool>, std::vector<Segment>>;   ///< by kind and standby

    void paintLine(QPainter& painter, const Line& line, bool isLit) const;
    void paintFar(QPainter& painter, const QRectF& exposed, qreal scale) const;

    std::vector<Line> m_lines;
    std::vector<QRectF> m_places;   ///< of lines with their labels
    Segments m_segments;
    std::optional<std::size_t> m_lit;
    std::string m_current;
    bool m_isDraft = false;
    QRectF m_bounds;
};

}
