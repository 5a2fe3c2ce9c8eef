#include "app/window/message_strip.h"

#include "app/views/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace arabesque {

namespace {

struct Look {
    const char* state;
    const char* icon;
    Role role;
};

Look lookOf(MessageStrip::Kind kind) {
    switch (kind) {
    case MessageStrip::Kind::Success: return {"success", "success", Role::Success};
    case MessageStrip::Kind::Warning: return {"warning", "warning", Role::Warning};
    case MessageStrip::Kind::Error: return {"error", "error", Role::Error};
    case MessageStrip::Kind::Info: break;
    }
    return {"info", "info", Role::Info};
}

}

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent), m_mark(new QLabel(this)), m_text(new QLabel(this)), m_actions(new QHBoxLayout) {
    setObjectName(QStringLiteral("strip"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    m_actions->setSpacing(8);
    layout->addWidget(m_mark);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_actions);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageStrip::show(Kind kind, const QString& text, const QList<Action>& actions) {
    const Look look = lookOf(kind);
    setProperty("state", QByteArray(look.state));
    style()->unpolish(this);
    style()->polish(this);
    m_mark->setPixmap(
        icon(QString::fromLatin1(look.icon), look.role).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_text->setText(text);
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (const Action& action : actions) {
        auto* button = new QPushButton(action.title, this);
        button->setAccessibleName(action.title);
        m_actions->addWidget(button);
        button->show();   // the strip may be in sight already
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            hide();
            run();
        });
    }
    setVisible(true);
}

QString MessageStrip::text() const {
    return m_text->text();
}

bool MessageStrip::take(const QString& title) {
    const auto buttons = findChildren<QPushButton*>();
    const auto found = std::ranges::find_if(
        buttons, [&](const QPushButton* button) { return button->text() == title && !button->isHidden(); });
    if (found == buttons.end()) return false;
    (*found)->click();
    return true;
}

}
