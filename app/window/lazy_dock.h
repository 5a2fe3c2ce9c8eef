#pragma once

#include "app/session/session.h"
#include "app/views/view.h"

#include <QDockWidget>

namespace arabesque {

/// A dock whose view is made when it is first shown.
class LazyDock final : public QDockWidget {
    Q_OBJECT

public:
    LazyDock(Session& session, const ViewEntry& view, QWidget* parent);

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTitleBar();

    Session& m_session;
    const ViewEntry& m_view;
};

}
