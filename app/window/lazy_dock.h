#pragma once

#include "app/session/session.h"
#include "app/views/view.h"

#include <QDockWidget>

namespace arabesque {

/// A dock whose view is made right after the dock was first painted: the window is seen before its content is ready.
class LazyDock final : public QDockWidget {
    Q_OBJECT

public:
    LazyDock(Session& session, const ViewEntry& view, QWidget* parent);

signals:
    void resized();
    /// Escape was pressed and nothing inside had a use for it.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTitleBar();

    Session& m_session;
    const ViewEntry& m_view;
    bool m_isMaking = false;
};

}
