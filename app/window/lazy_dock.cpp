#include "app/window/lazy_dock.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

namespace arabesque {

LazyDock::LazyDock(Session& session, const ViewEntry& view, QWidget* parent)
    : QDockWidget(translated(view.title), parent), m_session(session), m_view(view) {
    setObjectName(QString::fromLatin1(view.id));
    setAccessibleName(windowTitle());
    setTitleBarWidget(makeTitleBar());
}

QWidget* LazyDock::makeTitleBar() {
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("bar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 4, 6, 4);
    layout->setSpacing(2);
    auto* title = new QLabel(windowTitle(), bar);
    title->setObjectName(QStringLiteral("caption"));
    layout->addWidget(title, 1);
    const auto addButton = [&](const QString& iconName, const QString& name, auto action) {
        auto* button = new QToolButton(bar);
        button->setIcon(icon(iconName));
        button->setIconSize(QSize(14, 14));
        button->setToolTip(name);
        button->setAccessibleName(name);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, action);
    };
    addButton(QStringLiteral("float"), tr("Undock or dock %1").arg(windowTitle()),
              [this] { setFloating(!isFloating()); });
    addButton(QStringLiteral("close"), tr("Hide %1").arg(windowTitle()), [this] { close(); });
    return bar;
}

void LazyDock::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit left();
    } else {
        QDockWidget::keyPressEvent(event);
    }
}

void LazyDock::resizeEvent(QResizeEvent* event) {
    QDockWidget::resizeEvent(event);
    emit resized();
}

void LazyDock::paintEvent(QPaintEvent* event) {
    QDockWidget::paintEvent(event);
    if (widget() || m_isMaking) return;
    m_isMaking = true;
    QTimer::singleShot(0, this, [this] { setWidget(m_view.make(m_session, this)); });
}

}
