#include "app/window/lazy_dock.h"

#include "app/bridge/text.h"

#include <QAbstractButton>
#include <QShowEvent>

namespace arabesque {

LazyDock::LazyDock(Session& session, const ViewEntry& view, QWidget* parent)
    : QDockWidget(translated(view.title), parent), m_session(session), m_view(view) {
    setObjectName(QString::fromLatin1(view.id));
    setAccessibleName(windowTitle());
    for (auto* button : findChildren<QAbstractButton*>()) {
        button->setAccessibleName(tr("%1: %2").arg(windowTitle(), button->accessibleName().isEmpty() ? button->objectName() : button->accessibleName()));
        button->setFocusPolicy(Qt::TabFocus);
    }
}

void LazyDock::showEvent(QShowEvent* event) {
    if (!widget()) setWidget(m_view.make(m_session, this));
    QDockWidget::showEvent(event);
}

}
