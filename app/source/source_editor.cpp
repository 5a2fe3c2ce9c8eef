#include "app/source/source_editor.h"

#include "app/bridge/editor_text.h"
#include "app/bridge/text.h"
#include "app/source/brackets.h"
#include "app/source/completion_popup.h"
#include "app/views/field_text.h"
#include "app/views/fix_menu.h"
#include "app/views/theme.h"
#include "core/analysis/actions.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <chrono>

namespace arabesque {

namespace {

constexpr std::chrono::milliseconds pauseInTyping{120};

bool isTableHeader(const QTextBlock& line) {
    const QString text = line.text();
    return QStringView(text).trimmed().startsWith(QLatin1Char('['));
}

/// Whether a line has more than a comment.
bool holdsValue(const QTextBlock& line) {
    const QString text = line.text().trimmed();
    return !text.isEmpty() && !text.startsWith(QLatin1Char('#'));
}

bool isWordCharacter(QChar c) {
    return c.isLetterOrNumber() || c == u'_' || c == u'-';
}

/// Whether a choice among `items` is all that can follow what is typed. Of a value that is free an example is not.
bool isBinding(const Completions& completions) {
    return std::ranges::all_of(completions.items, [](const Completion& item) {
        return item.kind != Completion::Kind::Value || item.field->type == ValueType::Boolean ||
               (!item.field->choices.empty() && item.field->closedChoice);
    });
}

}

SourceEditor::SourceEditor(Session& session, std::string file, QWidget* parent)
    : CodeView(parent),
      m_session(session),
      m_file(std::move(file)),
      m_text(std::make_shared<const std::string>(session.snapshot()->text(m_file))),
      m_completion(new CompletionPopup(*this)) {
    setAccessibleName(tr("Text of %1").arg(toQt(m_file)));
    setAccessibleDescription(tr("Ctrl+Tab leaves the text. Ctrl+Space offers what may stand here, Alt+Return "
                                "the quick fixes of the line."));
    setObjectName(QStringLiteral("code"));
    setFileName(toQt(m_file));
    m_foldsTables = m_file.ends_with(".toml");
    setPlainText(editorText(*m_text));
    m_units = document()->characterCount() - 1;
    connect(document(), &QTextDocument::contentsChange, this, &SourceEditor::onContentsChange);
    connect(document(), &QTextDocument::contentsChange, this,
            [this](int position) { showFoldAbove(document()->findBlock(position)); });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &SourceEditor::onCursorMoved);
    connect(&session, &Session::edited, this, &SourceEditor::onEdited);
    connect(m_completion, &CompletionPopup::chosen, this, &SourceEditor::insertCompletion);
    connect(&session, &Session::analyzed, this, &SourceEditor::showFindings);
    connect(&session, &Session::findingsChanged, this, &SourceEditor::showFindings);
    connect(&session, &Session::analyzed, this, &SourceEditor::showChanges);
    connect(&session, &Session::lastExportChanged, this, &SourceEditor::showChanges);
    m_completionPause.setSingleShot(true);
    m_completionPause.setInterval(pauseInTyping);
    connect(&m_completionPause, &QTimer::timeout, this, &SourceEditor::completeByItself);
    connect(&session, &Session::analyzed, this, &SourceEditor::followCursor);
    connect(this, &CodeView::markClicked, this, [this](int line, const QPoint& position) {
        const QTextBlock block = document()->findBlockByNumber(line);
        openFixMenu(m_session, findingsAt(block.position(), block.position() + block.length() - 1), this,
                    position);
    });
    showFindings();
    showChanges();
}

void SourceEditor::showChanges() {
    const auto& last = m_session.lastExport();
    if (!last || !m_session.analysis() || m_session.analysis()->snapshot->text(m_file) != *m_text)
        return setChanges(last ? changes() : LineChanges{});
    const auto then = last->documents.find(m_file);
    setChanges(changesSince(then == last->documents.end() ? std::string_view() : then->second, *m_text));
}

void SourceEditor::onContentsChange(int position, int removed, int added) {
    if (m_busy) return;
    const QScopedValueRollback busy(m_busy, true);
    const ByteRange range = positions().range(position, removed);
    const int end = std::min(position + added, document()->characterCount() - 1);
    QTextCursor typed(document());
    typed.setPosition(position);
    typed.setPosition(end, QTextCursor::KeepAnchor);
    const QString shown = typed.selectedText().replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
    const std::string_view before = std::string_view(*m_text).substr(range.begin, range.size());
    if (shown == editorText(before)) return;   // only colours changed
    Edit edit{{Change{m_file, range, documentText(shown, lineEndOf(*m_text))}}};
    const QString title = tr("typing in %1").arg(toQt(m_file));
    m_session.submitTyped(std::move(edit), title, shown.contains(QLatin1Char('\n')) ? QString() : title);
    takeText();
    m_typedTo = end;
}

void SourceEditor::onEdited(const Edit& edit) {
    if (m_busy) return;
    std::vector<Change> changes;
    std::ranges::copy_if(edit.changes, std::back_inserter(changes),
                         [this](const Change& change) { return change.file == m_file; });
    if (changes.empty()) return;
    const QScopedValueRollback busy(m_busy, true);
    std::ranges::stable_sort(changes, std::greater(),
                             [](const Change& change) { return change.range.begin; });
    const int scroll = verticalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const Change& change : changes) {
        cursor.setPosition(static_cast<int>(positions().at(change.range.begin)));
        cursor.setPosition(static_cast<int>(positions().at(change.range.end)), QTextCursor::KeepAnchor);
        cursor.insertText(editorText(change.text));
    }
    cursor.endEditBlock();
    const bool shownAlike = std::ranges::all_of(
        changes, [this](const Change& change) { return isShownAlone(*m_text, change.range, change.text); });
    takeText();
    if (!shownAlike) {
        showText(editorText(*m_text));
        takeText();
    }
    verticalScrollBar()->setValue(scroll);
}

void SourceEditor::takeText() {
    m_text = m_session.snapshot()->documents.find(m_file)->second.text;
    m_units = document()->characterCount() - 1;
}

QTextCursor SourceEditor::cursorFor(const ByteRange& range) const {
    return cursorFor(positions().at(range.begin), positions().at(range.end));
}

QTextCursor SourceEditor::cursorFor(qsizetype begin, qsizetype end) const {
    QTextCursor cursor(document());
    const int last = document()->characterCount() - 1;
    cursor.setPosition(std::min(last, static_cast<int>(begin)));
    cursor.setPosition(std::min(last, static_cast<int>(end)), QTextCursor::KeepAnchor);
    return cursor;
}

void SourceEditor::goTo(const ByteRange& range) {
    QTextCursor cursor = cursorFor(range);
    cursor.setPosition(cursor.selectionStart());
    setFocus(Qt::OtherFocusReason);
    setTextCursor(cursor);
    centerCursor();
    m_session.navigation().select(selectionAtCursor());
}

void SourceEditor::onCursorMoved() {
    const QTextCursor cursor = textCursor();
    const auto column = codePoints(QStringView(cursor.block().text()).left(cursor.positionInBlock())) + 1;
    m_session.navigation().setCursor({static_cast<std::uint32_t>(cursor.blockNumber() + 1), column});
    showBrackets();
    unfoldCursor();
    m_isAhead = !m_busy && hasFocus();
    if (cursor.position() != m_typedTo) m_typedTo = -1;
    followCursor();
}

void SourceEditor::followCursor() {
    if (!m_isAhead || !m_session.isAtHand(m_file)) return;
    m_isAhead = false;
    m_session.navigation().select(selectionAtCursor(), textCursor().position() == m_typedTo);
}

void SourceEditor::goToLine(int line, int column) {
    const QTextBlock block = document()->findBlockByNumber(std::min(line, blockCount()) - 1);
    QTextCursor cursor(document());
    cursor.setPosition(block.position() + std::min(column, block.length()) - 1);
    setFocus(Qt::OtherFocusReason);
    setTextCursor(cursor);
    centerCursor();
    m_session.navigation().select(selectionAtCursor());
}

void SourceEditor::toggleFoldAtCursor() {
    int line = textCursor().blockNumber();
    while (line > 0 && foldEnd(line) == line) --line;
    toggleFold(line);
}

/// A table goes to the line before the next header; comments above that belong to the next one.
int SourceEditor::foldEnd(int line) const {
    QTextBlock block = document()->findBlockByNumber(line);
    if (!m_foldsTables || !isTableHeader(block)) return line;
    int end = line;
    for (block = block.next(); block.isValid() && !isTableHeader(block); block = block.next())
        if (holdsValue(block)) end = block.blockNumber();
    return end;
}

bool SourceEditor::startsFold(int line) const {
    QTextBlock block = document()->findBlockByNumber(line);
    if (!m_foldsTables || !isTableHeader(block)) return false;
    for (block = block.next(); block.isValid() && !isTableHeader(block); block = block.next())
        if (holdsValue(block)) return true;
    return false;
}

void SourceEditor::showFoldAbove(const QTextBlock& line) {
    QTextBlock above = line.previous();
    const int top = firstVisibleBlock().blockNumber();
    while (above.isValid() && above.blockNumber() >= top && !isTableHeader(above)) above = above.previous();
    if (above.isValid()) updateGutterAt(above.blockNumber());
}

void SourceEditor::showBrackets() {
    QList<QTextEdit::ExtraSelection> pair;
    const bool isSearched =
        document()->characterCount() <= farthestBracket;   // else its text is not even copied
    if (const auto brackets =
            isSearched ? bracketsAt(toPlainText(), textCursor().position()) : std::nullopt) {
        for (const qsizetype at : {brackets->opening, brackets->closing}) {
            QTextEdit::ExtraSelection bracket;
            bracket.cursor = QTextCursor(document());
            bracket.cursor.setPosition(static_cast<int>(at));
            bracket.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
            bracket.format.setBackground(colour(Role::AccentSoft));
            bracket.format.setFontWeight(QFont::Bold);
            pair.append(bracket);
        }
    }
    setLayer(Layer::Bracket, pair);
}

void SourceEditor::complete() {
    const Schema* schema = m_session.schema(m_file);
    if (!schema) return;
    m_isByItself = false;
    m_completion->show(completionsAt(*schema, m_session.document(m_file), byteAtCursor()));
}

void SourceEditor::insertCompletion(const QString& text) {
    const Schema* schema = m_session.schema(m_file);
    if (!schema) return;
    const auto offered = completionsAt(*schema, m_session.document(m_file), byteAtCursor());
    QTextCursor cursor = cursorFor(offered.replaced);
    cursor.insertText(text);
    setTextCursor(cursor);
}

void SourceEditor::keyPressEvent(QKeyEvent* event) {
    const bool isOpen = m_completion->isOpen();
    const int key = event->key();
    if (isOpen && key == Qt::Key_Escape) m_isPutOff = true;
    if (isOpen &&
        (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Escape))
        return event->ignore();   // the list takes them
    if (key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) return complete();
    CodeView::keyPressEvent(event);
    if (isOpen) return m_isByItself ? completeByItself() : complete();
    completeSoon(*event);
}

void SourceEditor::completeSoon(const QKeyEvent& typed) {
    m_completionPause.stop();
    const QString text = typed.text();
    const bool isText = text.size() == 1 && !(typed.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    const bool isWord = isText && (isWordCharacter(text[0]) || text[0] == u'"' || text[0] == u'[');
    if (!isWord) m_isPutOff = false;
    if (isWord && !m_isPutOff) m_completionPause.start();
}

void SourceEditor::completeByItself() {
    const Schema* schema = m_session.schema(m_file);
    if (!schema || isReadOnly()) return;
    if (!m_session.isAtHand(m_file)) return m_completionPause.start();   // the check brings it
    const auto position = byteAtCursor();
    const Completions offered = completionsAt(*schema, m_session.document(m_file), position);
    const std::string_view typed =
        std::string_view(*m_text).substr(offered.replaced.begin, position - offered.replaced.begin);
    const bool isComplete = std::ranges::contains(offered.items, typed, &Completion::text);
    m_isByItself = true;
    if (offered.items.empty() || typed.empty() || isComplete || !isBinding(offered))
        return m_completion->close();
    m_completion->show(offered);
}

Selection SourceEditor::selectionAtCursor() const {
    if (!m_session.schema(m_file)) return {m_file, {}};
    const auto& parsed = m_session.document(m_file);
    return {m_file, parsed.pathAt(byteAtCursor())};
}

void SourceEditor::showSelection(const Selection& selection) {
    QList<QTextEdit::ExtraSelection> lit;
    const toml::Node* node = nullptr;
    if (!hasFocus() && selection.document == m_file && !selection.path.empty())
        node = m_session.document(m_file).find(selection.path);
    if (node) {
        const int first = document()->findBlock(cursorFor(node->keyRange).selectionStart()).blockNumber();
        const int last = document()->findBlock(cursorFor(node->range).selectionEnd()).blockNumber();
        for (int line = first; line <= std::max(first, last); ++line) {
            lit.append(lineSelection(line, colour(Role::AccentSoft)));
        }
        const int visible = viewport()->height() / std::max(1, fontMetrics().lineSpacing());
        QScrollBar* bar = verticalScrollBar();
        if (first < bar->value() || first >= bar->value() + visible - 1)
            bar->setValue(std::max(0, first - visible / 3));
    }
    setLayer(Layer::Lit, lit);
}

void SourceEditor::showFindings() {
    const auto& analysis = m_session.analysis();
    if (!analysis || !m_session.snapshot() || analysis->snapshot->text(m_file) != *m_text) return;
    m_findings.clear();
    QList<QTextEdit::ExtraSelection> squiggles;
    std::map<int, Mark> marks;
    EditorPositions places = positions();
    for (const Diagnostic& diagnostic : *m_session.findings()) {
        if (diagnostic.place.file != m_file) continue;
        QTextEdit::ExtraSelection squiggle;
        squiggle.cursor =
            cursorFor(places.at(diagnostic.place.range.begin), places.at(diagnostic.place.range.end));
        const int line = document()->findBlock(squiggle.cursor.selectionStart()).blockNumber();
        if (!squiggle.cursor.hasSelection())
            squiggle.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        squiggle.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        squiggle.format.setUnderlineColor(colour(roleOf(diagnostic.severity)));
        squiggles.append(squiggle);
        m_findings.push_back({squiggle.cursor, diagnostic});
        const QString message = translated(diagnostic.message);
        auto [mark, isNew] = marks.try_emplace(line, Mark{diagnostic.severity, message});
        if (!isNew) {
            mark->second.severity = std::min(mark->second.severity, diagnostic.severity);
            mark->second.text += QLatin1Char('\n') + message;
        }
    }
    setLayer(Layer::Finding, squiggles);
    setMarks(std::move(marks));
}

std::vector<Diagnostic> SourceEditor::findingsAt(int begin, int end) const {
    std::vector<Diagnostic> found;
    for (const Found& each : m_findings) {
        if (each.cursor.selectionStart() <= end && begin <= each.cursor.selectionEnd())
            found.push_back(each.diagnostic);
    }
    return found;
}

std::vector<Diagnostic> SourceEditor::findingsAtCursor() const {
    const QTextCursor cursor = textCursor();
    auto found = findingsAt(cursor.selectionStart(), cursor.selectionEnd());
    const QTextBlock block = cursor.block();
    return found.empty() ? findingsAt(block.position(), block.position() + block.length() - 1) : found;
}

void SourceEditor::openFixes() {
    const auto& analysis = m_session.analysis();
    const auto offset = byteAtCursor();
    openFixMenu(m_session, findingsAtCursor(), this, viewport()->mapToGlobal(cursorRect().bottomLeft()),
                analysis && m_session.isSettled() ? actionsAt(*analysis, m_file, offset)
                                                  : std::vector<Fix>{});
}

QString SourceEditor::hoverText(int position) const {
    QString text;
    for (const Diagnostic& diagnostic : findingsAt(position, position)) {
        const QString code =
            diagnostic.code.empty() ? QString() : QStringLiteral(" · ") + toQt(diagnostic.code);
        text += QStringLiteral("<p><b>%1</b><br><small>%2%3</small></p>")
                    .arg(translated(diagnostic.message).toHtmlEscaped(), toQt(diagnostic.rule), code);
        for (const Fix& fix : diagnostic.fixes)
            text += tr("<p>Fix (Alt+Return): %1</p>").arg(translated(fix.title).toHtmlEscaped());
    }
    const Schema* schema = m_session.schema(m_file);
    if (!schema) return text;
    const std::size_t offset = positions().byteAt(position);
    const toml::Document& document = m_session.document(m_file);
    const toml::Path path = document.pathAt(offset);
    const toml::Node* node = document.find(path);
    const bool isOn = node && (node->keyRange.touches(offset) || node->range.touches(offset));
    const bool isBetween = schema->table(path) && !isOn;   // a blank line of a table, a comment
    const QString help = isBetween ? QString() : helpText(m_session, {m_file, path});
    return text.isEmpty() || help.isEmpty() ? text + help : text + QStringLiteral("<hr>") + help;
}

bool SourceEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)) {
            event->ignore();   // the window's history is the only one
            return true;
        }
    }
    return CodeView::event(event);
}

bool SourceEditor::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto& help = static_cast<const QHelpEvent&>(*event);
        QToolTip::showText(help.globalPos(), hoverText(cursorForPosition(help.pos()).position()), viewport());
        return true;
    }
    return CodeView::viewportEvent(event);
}

void SourceEditor::changeEvent(QEvent* event) {
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) showFindings();
}

}
