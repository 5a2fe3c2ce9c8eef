#include "app/source/go_to_bar.h"

#include "app/views/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

namespace arabesque {

GoToBar::GoToBar(QWidget* parent)
    : QFrame(parent), m_place(new QLineEdit(this)), m_obstacle(new QLabel(this)) {
    setObjectName(QStringLiteral("bar"));
    m_place->setObjectName(QStringLiteral("goTo"));
    m_place->setPlaceholderText(tr("Line, or a key such as cloud.deployment"));
    m_place->setAccessibleName(tr("Line or key to go to"));
    m_obstacle->setObjectName(QStringLiteral("muted"));
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close the bar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(6);
    layout->addWidget(m_place, 1);
    layout->addWidget(m_obstacle);
    layout->addWidget(close);
    connect(m_place, &QLineEdit::returnPressed, this, &GoToBar::go);
    connect(m_place, &QLineEdit::textEdited, m_obstacle, &QLabel::clear);
    connect(close, &QToolButton::clicked, this, &GoToBar::close);
    hide();
}

void GoToBar::start() {
    m_obstacle->clear();
    show();
    m_place->setFocus(Qt::ShortcutFocusReason);
    m_place->selectAll();
}

void GoToBar::go() {
    static const QRegularExpression place(QStringLiteral("^(\\d{1,9})(?:[:,](\\d{1,9}))?$"));
    const QString text = m_place->text().trimmed();
    if (text.isEmpty()) return;
    if (const auto match = place.match(text); match.hasMatch()) {
        const int column = match.hasCaptured(2) ? match.captured(2).toInt() : 1;
        emit lineWanted(match.captured(1).toInt(), column);
    } else {
        emit keyWanted(text);
    }
}

void GoToBar::showObstacle(const QString& obstacle) {
    if (obstacle.isEmpty()) return hide();
    m_obstacle->setText(obstacle);
}

void GoToBar::close() {
    hide();
    emit closed();
}

void GoToBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close();
    QFrame::keyPressEvent(event);
}

}
