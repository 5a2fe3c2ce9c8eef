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
/// current stays so. One part is current at a time: a box, a frame or a line, by its id. Nodes and links can be selected
/// together; the current part is then one of them.
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
    /// Selects nothing else.
    void setCurrent(const std::string& id);

    /// What is selected, in the order it was chosen; the current part is in it, unless there is none.
    [[nodiscard]] const std::vector<std::string>& selected() const { return m_selected; }
    [[nodiscard]] bool isSelected(const std::string& id) const;
    [[nodiscard]] bool hasSeveral() const { return m_selected.size() > 1; }
    /// The nodes among them, by their numbers in the diagram and in that order.
    [[nodiscard]] std::vector<std::size_t> selectedNodes() const;
    /// Whether a part can be selected together with others: nodes and links can.
    [[nodiscard]] bool canJoin(const std::string& id) const;
    /// Selects these; those that cannot be selected together are left out. The last one becomes the current one, unless
    /// the current one is among them.
    void select(const std::vector<std::string>& ids);
    /// Adds a part to what is selected and makes it current, or takes it out.
    void toggle(const std::string& id);
    /// Adds a part, if it is not there yet, and makes it current.
    void join(const std::string& id);
    void selectAll();
    /// Nodes that a rectangle touches.
    [[nodiscard]] std::vector<std::string> nodesIn(const QRectF& area) const;
    /// Whether the view has the focus, which is then seen at the current part.
    void setFocused(bool hasFocus);
    [[nodiscard]] const Box* currentBox() const { return m_diagram.box(m_current); }
    [[nodiscard]] const Frame* currentFrame() const { return m_diagram.frame(m_current); }
    /// The line of an id; null: it is none.
    [[nodiscard]] const Line* line(const std::string& id) const;
    [[nodiscard]] const Line* currentLine() const { return line(m_current); }

    [[nodiscard]] BoxItem* boxItem(const std::string& id) const;
    [[nodiscard]] FrameItem* frameItem(const std::string& id) const;
    /// What is at a point, foremost first; empty: nothing.
    [[nodiscard]] std::string idAt(QPointF point) const;
    [[nodiscard]] BoxItem* boxAt(QPointF point) const;
    /// The nearest box from the current part in the direction of an arrow key; from a line, the end that lies there.
    [[nodiscard]] std::string neighbour(int key) const;
    /// The nearest node.
    [[nodiscard]] std::string neighbouringNode(int key) const;
    /// The line after or before the current one, among those of a box; of all where there is no such box.
    [[nodiscard]] std::string nextLine(const std::string& box, bool isForward) const;
    /// Boxes first, then frames, then lines: the order in which they are read out.
    [[nodiscard]] std::vector<std::string> ids() const;
    [[nodiscard]] QString describe(const std::string& id) const;
    [[nodiscard]] QRectF placeOf(const std::string& id) const;

    /// Where a box that is dragged to `wanted` comes to stand: on the grid, or in line with others. Shows the lines.
    [[nodiscard]] QPointF aligned(const BoxItem& item, QPointF wanted);
    void clearGuides();
    /// Draws faster and with less, while the picture moves.
    void setDraft(bool isDraft);
    /// Whether boxes are drawn as pictures: the diagram moves, and there are many.
    [[nodiscard]] bool isSketched() const;
    /// A line from a box to the pointer while a connection is drawn; null: none.
    void setRubber(const QLineF& line);
    /// The area in which nodes are being selected; null: none is.
    void setBand(const QRectF& area);

signals:
    void currentChanged();
    void selectionChanged();
    void shown();

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void markCurrent();
    void markFates();
    void dropWhatIsGone();
    void become(std::vector<std::string> selected, const std::string& current);
    [[nodiscard]] std::string nearest(int key, bool nodesOnly) const;
    void paintCurrentLine(QPainter& painter) const;

    Diagram m_diagram;
    Fates m_fates;
    std::map<std::string, std::unique_ptr<BoxItem>, std::less<>> m_boxes;
    std::map<std::string, std::unique_ptr<FrameItem>, std::less<>> m_frames;
    std::unique_ptr<LinesItem> m_lines;
    std::string m_current;
    std::vector<std::string> m_selected;
    bool m_hasFocus = false;
    bool m_isDraft = false;
    std::vector<QLineF> m_guides;
    QLineF m_rubber;
    QRectF m_band;
};

}
