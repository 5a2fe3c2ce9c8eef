#include "app/views/code_view.h"

#include "app/views/code_layout.h"
#include "app/views/highlighting.h"
#include "app/views/theme.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

namespace arabesque {

namespace {

constexpr int markSize = 14;
constexpr int gutterPadding = 8;
constexpr int overviewMark = 3;
constexpr int foldSize = 12;

class Gutter final : public QWidget {
public:
    explicit Gutter(CodeView& view) : QWidget(&view), m_view(view) {
        setObjectName(QStringLiteral("gutter"));
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_view.paintGutter(*event); }

private:
    CodeView& m_view;
};

/// Lies over the scroll bar and lets every click through.
class Overview final : public QWidget {
public:
    explicit Overview(CodeView& view) : QWidget(&view), m_view(view) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setObjectName(QStringLiteral("overviewMarks"));
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_view.paintOverview(*event); }

private:
    CodeView& m_view;
};

}

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent), m_gutter(new Gutter(*this)), m_overview(new Overview(*this)) {
    auto* text = new QTextDocument(this);
    auto* layout = new CodeLayout(text);
    text->setDocumentLayout(layout);
    setDocument(text);
    viewport()->setAttribute(
        Qt::WA_OpaquePaintEvent);   // so that what scrolls is moved, and not painted anew
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setFont(codeFont());
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    document()->setDocumentMargin(4);
    m_gutter->installEventFilter(this);
    // The highlighter posts events that name the block to colour next. One that names a removed block would crash,
    // so they go before the highlighter, which connects later, hears of the change and colours what is new.
    connect(document(), &QTextDocument::contentsChange, this, [this](int, int removed, int) {
        if (m_highlighter && removed > 0)
            QCoreApplication::removePostedEvents(m_highlighter, QEvent::MetaCall);
    });
    connect(layout, &CodeLayout::linesMoved, this, &CodeView::moveLines);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, &CodeView::updateGutter);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (textCursor().blockNumber() != m_currentLine) updateCurrentLine();
    });
    placeGutter();
}

void CodeView::setFileName(const QString& fileName) {
    if (fileName == m_fileName) return;
    m_fileName = fileName;
    if (m_highlighter) {
        updateHighlighting(*m_highlighter, fileName);
    } else if (isVisible()) {
        m_highlighter = highlight(document(), fileName);
    }
}

void CodeView::showText(const QString& text) {
    const QString now = toPlainText();
    if (now == text) return;
    const qsizetype shorter = std::min(now.size(), text.size());
    qsizetype begin = 0;
    while (begin < shorter && now[begin] == text[begin]) ++begin;
    qsizetype tail = 0;
    while (tail < shorter - begin && now[now.size() - 1 - tail] == text[text.size() - 1 - tail]) ++tail;
    const int scroll = verticalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(begin));
    cursor.setPosition(static_cast<int>(now.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(begin, text.size() - tail - begin));
    verticalScrollBar()->setValue(scroll);
}

void CodeView::setLayer(Layer layer, const QList<QTextEdit::ExtraSelection>& selections) {
    auto& shown = m_layers[static_cast<int>(layer)];
    if (shown.isEmpty() && selections.isEmpty()) return;
    shown = selections;
    showSelections();
}

void CodeView::setMarks(std::map<int, Mark> marks) {
    if (marks == m_marks) return;
    std::swap(m_marks, marks);
    const auto markOf = [](const std::map<int, Mark>& all, int line) {
        const auto found = all.find(line);
        return found == all.end() ? std::nullopt : std::optional(found->second.severity);
    };
    visitLines([&](const QTextBlock& block, QRectF place) {
        const int line = block.blockNumber();
        if (markOf(marks, line) != markOf(m_marks, line)) m_gutter->update(place.toAlignedRect());
    });
    m_overview->update();
}

void CodeView::setChanges(LineChanges changes) {
    if (changes == m_changes) return;
    m_changes = std::move(changes);
    m_gutter->update();
}

void CodeView::stepChange(bool backward) {
    std::set<int> begins = m_changes.removedAbove;
    for (const int line : m_changes.changed)
        if (!m_changes.changed.contains(line - 1)) begins.insert(line);
    if (begins.empty()) return;
    const int now = textCursor().blockNumber();
    auto next = begins.upper_bound(now);
    if (backward) {
        next = begins.lower_bound(now);
        next = next == begins.begin() ? std::prev(begins.end()) : std::prev(next);
    } else if (next == begins.end()) {
        next = begins.begin();
    }
    setTextCursor(QTextCursor(document()->findBlockByNumber(std::min(*next, blockCount() - 1))));
    centerCursor();
}

void CodeView::paintChange(QPainter& painter, int line, QRectF place) const {
    constexpr int bar = 3;
    const qreal x = layoutDirection() == Qt::RightToLeft ? 0 : m_gutter->width() - bar;
    if (m_changes.changed.contains(line))
        painter.fillRect(QRectF(x, place.top(), bar, place.height()), colour(Role::Success));
    if (m_changes.removedAbove.contains(line))
        painter.fillRect(QRectF(x - bar, place.top() - 1, 2 * bar, 3), colour(Role::Error));
}

QTextEdit::ExtraSelection CodeView::lineSelection(int line, const QColor& background) const {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document()->findBlockByNumber(line));
    selection.format.setBackground(background);
    selection.format.setProperty(QTextFormat::FullWidthSelection, true);
    return selection;
}

void CodeView::showSelections() {
    QList<QTextEdit::ExtraSelection> all;
    for (const auto& layer : m_layers) all.append(layer);
    setExtraSelections(all);   // asks to paint the lines that gained or lost one, and the gutter beside them
}

void CodeView::updateGutter(const QRect& area, int scrolled) {
    if (scrolled != 0) return m_gutter->scroll(0, scrolled);
    m_gutter->update(0, area.y(), m_gutter->width(), area.height());
}

void CodeView::moveLines(int first, int last, int by) {
    int height = 0;   // of each line, those that went among them
    bool isInSight = false, isEven = document()->findBlockByNumber(last).next().isValid();
    QRectF changed;
    visitLines([&](const QTextBlock& block, const QRectF& place) {
        const int line = block.blockNumber();
        if (line < first || line > last) return;
        if (line == first) height = static_cast<int>(place.height());
        isInSight = isInSight || line == first;
        isEven = isEven && place.height() == height;
        changed |= place;
    });
    const int top = isInSight ? static_cast<int>(changed.top()) : 0;
    m_gutter->update(0, top, m_gutter->width(), m_gutter->height() - top);   // all numbers below are others
    const int below = static_cast<int>(changed.bottom());
    const int width = viewport()->width(), end = viewport()->height();
    if (!isInSight || !isEven || below >= end) return viewport()->update(0, top, width, end - top);
    viewport()->update(0, top, width, below - top);
    const int from = std::min(below, below - by * height);
    viewport()->scroll(0, by * height, QRect(0, from, width, end - from));
}

QRect CodeView::areaOf(int line) const {
    QRect area;
    visitLines([&](const QTextBlock& block, const QRectF& place) {
        if (block.blockNumber() == line)
            area = QRectF(0, place.top(), viewport()->width(), place.height()).toAlignedRect();
    });
    return area;
}

void CodeView::updateGutterAt(int line) {
    const QRect area = areaOf(line);
    m_gutter->update(0, area.y(), m_gutter->width(), area.height());
}

void CodeView::updateCurrentLine() {
    const int now = textCursor().blockNumber();
    for (const int line : {m_currentLine, now}) {
        viewport()->update(areaOf(line));
        updateGutterAt(line);
    }
    m_currentLine = now;
}

int CodeView::gutterWidth() const {
    const auto digits = std::max<qsizetype>(2, QString::number(blockCount()).size());
    return (hasMarks() ? markSize : 0) + (hasFolds() ? foldSize : 0) + 2 * gutterPadding +
           fontMetrics().horizontalAdvance(QLatin1Char('9')) * static_cast<int>(digits);
}

void CodeView::placeGutter() {
    const int width = gutterWidth();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setViewportMargins(mirrored ? 0 : width, 0, mirrored ? width : 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(mirrored ? area.right() - width : area.left(), area.top(), width, area.height());
    const int bar = verticalScrollBar()->sizeHint().width();
    m_overview->setGeometry(mirrored ? area.left() : area.right() - bar + 1, area.top(), bar, area.height());
    m_overview->raise();
}

void CodeView::visitLines(const std::function<void(const QTextBlock&, QRectF)>& visit) const {
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top <= viewport()->height(); block = block.next()) {
        if (!block.isVisible()) continue;
        const qreal height = blockBoundingRect(block).height();
        visit(block, {0, top, static_cast<qreal>(m_gutter->width()), height});
        top += height;
    }
}

void CodeView::paintGutter(QPaintEvent& event) {
    QPainter painter(m_gutter);
    painter.fillRect(event.rect(), colour(Role::Base));
    painter.setClipRect(0, 0, m_gutter->width(), viewport()->height());   // not beside the scroll bar
    painter.setFont(font());
    visitLines([&](const QTextBlock& block, const QRectF& place) {
        if (place.intersects(event.rect())) paintMargin(painter, block, place);
    });
}

void CodeView::paintMargin(QPainter& painter, const QTextBlock& block, const QRectF& place) {
    const int line = block.blockNumber();
    const bool isCurrent = showsCurrentLine() && line == textCursor().blockNumber();
    if (isCurrent) painter.fillRect(place, colour(Role::Line));
    painter.setPen(colour(isCurrent ? Role::Text : Role::Muted));
    // What follows the last line end is a line to the cursor only.
    const bool isBehindLastLine = line > 0 && !block.next().isValid() && block.length() == 1;
    if (!isBehindLastLine || isCurrent) {
        const qreal width = m_gutter->width() - gutterPadding - (hasFolds() ? foldSize : 0);
        m_labels.draw(painter, QRectF(0, place.top(), width, fontMetrics().lineSpacing()), Qt::AlignRight,
                      lineLabel(line));
    }
    if (const auto mark = m_marks.find(line); mark != m_marks.end()) {
        const int y = static_cast<int>(place.center().y() - markSize / 2.0);
        icon(mark->second.severity).paint(&painter, QRect(4, y, markSize, markSize));
    }
    if (hasFolds() && startsFold(line)) paintFold(painter, block, place.top());
    paintChange(painter, line, place);
}

void CodeView::paintFold(QPainter& painter, const QTextBlock& first, qreal top) const {
    const int y = static_cast<int>(top) + (fontMetrics().lineSpacing() - foldSize) / 2;
    const bool isFolded = !first.next().isVisible();
    icon(isFolded ? QStringLiteral("right") : QStringLiteral("down"))
        .paint(&painter, QRect(m_gutter->width() - foldSize - gutterPadding / 2, y, foldSize, foldSize));
}

bool CodeView::isFolded(int line) const {
    const QTextBlock next = document()->findBlockByNumber(line + 1);
    return next.isValid() && !next.isVisible() && startsFold(line);
}

void CodeView::setLinesVisible(int first, int last, bool visible) {
    QTextBlock block = document()->findBlockByNumber(first);
    const int begin = block.position();
    for (int line = first; line <= last && block.isValid(); ++line, block = block.next())
        block.setVisible(visible);
    const int end = block.isValid() ? block.position() : document()->characterCount() - 1;
    document()->markContentsDirty(begin, end - begin);
    viewport()->update();
    m_gutter->update();
}

void CodeView::toggleFold(int line) {
    const int end = foldEnd(line);
    if (end <= line) return;
    const bool fold = !isFolded(line);
    const int cursorLine = textCursor().blockNumber();
    if (fold && cursorLine > line && cursorLine <= end)
        setTextCursor(QTextCursor(document()->findBlockByNumber(line)));
    setLinesVisible(line + 1, end, !fold);
}

void CodeView::unfoldCursor() {
    QTextBlock block = textCursor().block();
    if (block.isVisible()) return;
    while (block.isValid() && !block.isVisible()) block = block.previous();
    if (block.isValid()) toggleFold(block.blockNumber());
}

void CodeView::paintOverview(QPaintEvent&) {
    QPainter painter(m_overview);
    const int lines = std::max(1, blockCount());
    const int height = m_overview->height() - overviewMark;
    for (const auto& [line, mark] : m_marks) {
        painter.fillRect(2, line * height / lines, m_overview->width() - 4, overviewMark,
                         colour(roleOf(mark.severity)));
    }
}

int CodeView::lineAt(int y) const {
    return cursorForPosition(QPoint(0, y)).blockNumber();
}

bool CodeView::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_gutter) return QPlainTextEdit::eventFilter(watched, event);
    if (event->type() == QEvent::ToolTip) {
        const auto& help = static_cast<const QHelpEvent&>(*event);
        const auto mark = m_marks.find(lineAt(help.pos().y()));
        QToolTip::showText(help.globalPos(), mark == m_marks.end() ? QString() : mark->second.text, m_gutter);
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const auto& press = static_cast<const QMouseEvent&>(*event);
        const int line = lineAt(static_cast<int>(press.position().y()));
        const bool isFold = hasFolds() && press.position().x() > m_gutter->width() - foldSize - gutterPadding;
        if (isFold) {
            toggleFold(line);
            return true;
        }
        if (m_marks.contains(line)) emit markClicked(line, press.globalPosition().toPoint());
        return true;
    }
    return false;
}

/// The current line lies below the text: a selection of it would have the text drawn twice.
void CodeView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), colour(Role::Base));
    if (showsCurrentLine()) painter.fillRect(areaOf(textCursor().blockNumber()), colour(Role::Line));
    painter.end();
    QPlainTextEdit::paintEvent(event);
}

void CodeView::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    updateCurrentLine();
}

void CodeView::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    updateCurrentLine();
}

void CodeView::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void CodeView::showEvent(QShowEvent* event) {
    QPlainTextEdit::showEvent(event);
    if (!m_highlighter && !m_fileName.isEmpty()) m_highlighter = highlight(document(), m_fileName);
}

void CodeView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        updateHighlighting(*m_highlighter, m_fileName);
}

}
