#pragma once

#include <QPixmap>
#include <QWidget>

namespace arabesque {

class DiagramView;

/// The whole diagram in the emptiest corner of its view, with the part in sight; a click goes there. Hidden while all is in sight.
class OverviewMap final : public QWidget {
    Q_OBJECT

public:
    explicit OverviewMap(DiagramView& view);

    /// The diagram has changed.
    void redraw();
    /// Another part is in sight.
    void follow();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] qreal scale() const;
    [[nodiscard]] QPoint corner() const;
    void goTo(QPointF point);

    DiagramView& m_view;
    QPixmap m_picture;
    QPoint m_corner{-1, -1};
    bool m_isDragged = false;
};

}
