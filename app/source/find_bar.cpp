#include "app/source/find_bar.h"

#include "app/views/code_view.h"
#include "app/views/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

namespace arabesque {

namespace {

QToolButton* makeButton(QWidget* parent, const QString& iconName, const QString& name) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    return button;
}

QRegularExpression expressionFor(const QString& text, bool isExpression) {
    return QRegularExpression(isExpression ? text : QRegularExpression::escape(text),
                              QRegularExpression::CaseInsensitiveOption);
}

}

FindBar::FindBar(QWidget* parent)
    : QFrame(parent),
      m_text(new QLineEdit(this)),
      m_replacement(new QLineEdit(this)),
      m_count(new QLabel(this)),
      m_expression(makeButton(this, QStringLiteral("regex"), tr("Regular expression"))) {
    setObjectName(QStringLiteral("bar"));
    m_text->setPlaceholderText(tr("Find"));
    m_text->setAccessibleName(tr("Find"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_expression->setCheckable(true);
    auto* previous = makeButton(this, QStringLiteral("up"), tr("Previous match"));
    auto* next = makeButton(this, QStringLiteral("down"), tr("Next match"));
    auto* replaceButton = makeButton(this, QStringLiteral("replace"), tr("Replace this match"));
    auto* closeButton = makeButton(this, QStringLiteral("close"), tr("Close the find bar"));
    m_count->setObjectName(QStringLiteral("muted"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_text, m_expression, m_count, previous, next,
                                                           m_replacement, replaceButton, closeButton}) {
        layout->addWidget(widget, qobject_cast<QLineEdit*>(widget) ? 1 : 0);
    }
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::showMatches);
    connect(m_expression, &QToolButton::toggled, this, &FindBar::showMatches);
    connect(previous, &QToolButton::clicked, this, [this] { step(true); });
    connect(next, &QToolButton::clicked, this, [this] { step(false); });
    connect(m_replacement, &QLineEdit::returnPressed, this, &FindBar::replace);
    connect(replaceButton, &QToolButton::clicked, this, &FindBar::replace);
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::setView(CodeView* view) {
    if (m_view) m_view->setLayer(CodeView::Layer::Search, {});
    m_view = view;
    if (isVisible()) showMatches();
}

void FindBar::start() {
    if (!m_view) return;
    const QString selected = m_view->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator)) m_text->setText(selected);
    show();
    showMatches();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::showMatches() {
    if (!m_view) return;
    QList<QTextEdit::ExtraSelection> matches;
    const auto expression = expressionFor(m_text->text(), m_expression->isChecked());
    if (!m_text->text().isEmpty() && expression.isValid()) {
        QTextCursor cursor = m_view->document()->find(expression, 0);
        while (!cursor.isNull() && cursor.hasSelection() && matches.size() < 2000) {
            QTextEdit::ExtraSelection match;
            match.cursor = cursor;
            match.format.setBackground(colour(Role::Lit));
            matches.append(match);
            cursor = m_view->document()->find(expression, cursor);
        }
    }
    m_view->setLayer(CodeView::Layer::Search, matches);
    m_count->setText(!expression.isValid() ? tr("Not an expression")
                                           : tr("%n match(es)", nullptr, static_cast<int>(matches.size())));
}

void FindBar::step(bool backward) {
    if (!m_view || m_text->text().isEmpty()) return;
    const auto expression = expressionFor(m_text->text(), m_expression->isChecked());
    const auto flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = m_view->document()->find(expression, m_view->textCursor(), flags);
    if (found.isNull()) {
        QTextCursor edge(m_view->document());
        if (backward) edge.movePosition(QTextCursor::End);
        found = m_view->document()->find(expression, edge, flags);
    }
    if (found.isNull()) return;
    m_view->setTextCursor(found);
    m_view->ensureCursorVisible();
}

void FindBar::replace() {
    if (!m_view) return;
    const auto expression = expressionFor(m_text->text(), m_expression->isChecked());
    QTextCursor cursor = m_view->textCursor();
    const QString selected = cursor.selectedText();
    const auto match = expression.match(selected);
    if (match.hasMatch() && match.capturedLength() == selected.size() && !selected.isEmpty()) {
        QString text = selected;
        cursor.insertText(m_expression->isChecked() ? text.replace(expression, m_replacement->text())
                                                    : m_replacement->text());
        m_view->setTextCursor(cursor);
    }
    step(false);
    showMatches();
}

void FindBar::close() {
    hide();
    if (!m_view) return;
    m_view->setLayer(CodeView::Layer::Search, {});
    m_view->setFocus(Qt::OtherFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_text->hasFocus()) {
        return step(event->modifiers().testFlag(Qt::ShiftModifier));
    }
    QFrame::keyPressEvent(event);
}

}
