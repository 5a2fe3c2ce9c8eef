#include "app/source/find_bar.h"

#include "app/views/code_view.h"
#include "app/views/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTextBlock>
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

/// `replacement` with \1 to \9 as what the groups caught, \0 as all of it, \n as a new line and \\ as itself.
QString filledIn(const QString& replacement, const QRegularExpressionMatch& match) {
    QString text;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const bool isEscape = replacement[i] == u'\\' && i + 1 < replacement.size();
        if (!isEscape) {
            text += replacement[i];
            continue;
        }
        const QChar next = replacement[++i];
        if (next.isDigit()) {
            text += match.captured(next.digitValue());
        } else if (next == u'n') {
            text += QLatin1Char('\n');
        } else {
            text += next;
        }
    }
    return text;
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
    auto* allButton = new QToolButton(this);
    allButton->setText(tr("All"));
    allButton->setToolTip(tr("Replace all matches"));
    allButton->setAccessibleName(allButton->toolTip());
    allButton->setAutoRaise(true);
    auto* closeButton = makeButton(this, QStringLiteral("close"), tr("Close the find bar"));
    m_count->setObjectName(QStringLiteral("muted"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_text, m_expression, m_count, previous, next, m_replacement,
                                         replaceButton, allButton, closeButton}) {
        layout->addWidget(widget, qobject_cast<QLineEdit*>(widget) ? 1 : 0);
    }
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::showMatches);
    connect(m_expression, &QToolButton::toggled, this, &FindBar::showMatches);
    connect(previous, &QToolButton::clicked, this, [this] { step(true); });
    connect(next, &QToolButton::clicked, this, [this] { step(false); });
    connect(m_replacement, &QLineEdit::returnPressed, this, &FindBar::replace);
    connect(replaceButton, &QToolButton::clicked, this, &FindBar::replace);
    connect(allButton, &QToolButton::clicked, this, &FindBar::replaceAll);
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
    if (!m_view || m_text->text().isEmpty()) return;
    const bool isExpression = m_expression->isChecked();
    const auto expression = expressionFor(m_text->text(), isExpression);
    QTextCursor cursor = m_view->textCursor();
    const QTextBlock block = m_view->document()->findBlock(cursor.selectionStart());
    const auto match = expression.match(block.text(), cursor.selectionStart() - block.position());
    const bool isSelected = cursor.hasSelection() && match.hasMatch() &&
                            block.position() + match.capturedStart() == cursor.selectionStart() &&
                            block.position() + match.capturedEnd() == cursor.selectionEnd();
    if (isSelected) {
        cursor.insertText(isExpression ? filledIn(m_replacement->text(), match) : m_replacement->text());
        m_view->setTextCursor(cursor);
    }
    step(false);
    showMatches();
}

/// From the end, so that what stands before keeps its place; one step of the history.
void FindBar::replaceAll() {
    if (!m_view || m_text->text().isEmpty()) return;
    const bool isExpression = m_expression->isChecked();
    const auto expression = expressionFor(m_text->text(), isExpression);
    if (!expression.isValid()) return;
    int count = 0;
    QTextCursor cursor(m_view->document());
    cursor.beginEditBlock();
    for (QTextBlock block = m_view->document()->lastBlock(); block.isValid();) {
        const QTextBlock above = block.previous();
        QList<QRegularExpressionMatch> matches;
        for (auto all = expression.globalMatch(block.text()); all.hasNext();) matches.append(all.next());
        const int begin = block.position();
        for (auto match = matches.crbegin(); match != matches.crend(); ++match) {
            if (match->capturedLength() == 0) continue;
            cursor.setPosition(begin + static_cast<int>(match->capturedStart()));
            cursor.setPosition(begin + static_cast<int>(match->capturedEnd()), QTextCursor::KeepAnchor);
            cursor.insertText(isExpression ? filledIn(m_replacement->text(), *match) : m_replacement->text());
            ++count;
        }
        block = above;
    }
    cursor.endEditBlock();
    showMatches();
    m_count->setText(tr("%n replaced", nullptr, count));
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
