#pragma once

#include "app/diagram/box_item.h"
#include "app/diagram/frame_item.h"
#include "app/diagram/lines_item.h"

#include <QGraphicsScene>
#include <QLineF>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace arabesque {

using FindingsByBox = std::map<std::string, BoxFindings, std::less<>>;

/// The picture of a diagram. Items are matched by id and moved, added or removed, never made anew, so that what is
/// current stays so. One part is current at a time: a box, a frame or a line, by its id.
class DiagramScene final : public QGraphicsScene {
    Q_OBJECT

public:
    explicit DiagramScene(QObject* parent = nullptr);

    void show(const Diagram& diagram, const FindingsByBox& findings);
    /// What becomes of boxes while failures are tried; none: nothing has failed.
    void showFates(Fates fates);
    /// The same with boxes marked as not yet there.
    void preview(const Diagram& diagram);
    [[nodiscard]] const Diagram& diagram() const { return m_diagram; }

    [[nodiscard]] const std::string& current() const { return m_current; }
    void setCurrent(const std::string& id);
    /// Whether the view has the focus, which is then seen at the current part.
    void setFocused(bool hasFocus);
    [[nodiscard]] const Box* currentBox() const { return m_diagram.box(m_current); }
    [[nodiscard]] const Frame* currentFrame() const { return m_diagram.frame(m_current); }

    [[nodiscard]] BoxItem* boxItem(const std::string& id) const;
    [[nodiscard]] FrameItem* frameItem(const std::string& id) const;
    /// What is at a point, foremost first; empty: nothing.
    [[nodiscard]] std::string idAt(QPointF point) const;
    [[nodiscard]] BoxItem* boxAt(QPointF point) const;
    /// The nearest box from the current part in the direction of an arrow key.
    [[nodiscard]] std::string neighbour(int key) const;
    /// Boxes first, then frames: the order in which they are read out.
    [[nodiscard]] std::vector<std::string> ids() const;
    [[nodiscard]] QString describe(const std::string& id) const;
    [[nodiscard]] QRectF placeOf(const std::string& id) const;

    /// Where a box that is dragged to `wanted` comes to stand: on the grid, or in line with others. Shows the lines.
    [[nodiscard]] QPointF aligned(const BoxItem& item, QPointF wanted);
    void clearGuides();
    /// Draws faster and with less, while the picture moves.
    void setDraft(bool isDraft) { m_lines->setDraft(isDraft); }
    /// A line from a box to the pointer while a connection is drawn; null: none.
    void setRubber(const QLineF& line);

signals:
    void currentChanged();
    void shown();

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void markCurrent();
    void markFates();

    Diagram m_diagram;
    Fates m_fates;
    std::map<std::string, std::unique_ptr<BoxItem>, std::less<>> m_boxes;
    std::map<std::string, std::unique_ptr<FrameItem>, std::less<>> m_frames;
    std::unique_ptr<LinesItem> m_lines;
    std::string m_current;
    bool m_hasFocus = false;
    std::vector<QLineF> m_guides;
    QLineF m_rubber;
};

}
