#pragma once

#include "app/bridge/editor_text.h"
#include "app/session/session.h"
#include "app/views/code_view.h"

#include <QTimer>

#include <memory>
#include <string>
#include <vector>

namespace arabesque {

class CompletionPopup;

/// The text of one document. It keeps no history of its own: what is typed becomes an edit of the session, and edits
/// made elsewhere change only their own places here.
class SourceEditor final : public CodeView {
    Q_OBJECT

public:
    SourceEditor(Session& session, std::string file, QWidget* parent = nullptr);

    [[nodiscard]] const std::string& file() const { return m_file; }
    void goTo(const ByteRange& range);
    /// Findings at the cursor, else on its line.
    [[nodiscard]] std::vector<Diagnostic> findingsAtCursor() const;
    void openFixes();
    /// Offers what the schema lets stand at the cursor. While typing that happens by itself, where only what is offered
    /// makes sense; Esc puts it off until the next word.
    void complete();
    [[nodiscard]] CompletionPopup& completion() const { return *m_completion; }
    /// Both from 1; behind the end the end.
    void goToLine(int line, int column);
    /// Folds or unfolds the table the cursor stands in.
    void toggleFoldAtCursor();
    /// The setting the cursor stands in.
    [[nodiscard]] Selection selectionAtCursor() const;
    /// What the pointer is told at a place: findings with rule and cures, then the setting's help.
    [[nodiscard]] QString hoverText(int position) const;
    /// Lights the setting and scrolls to it; the cursor stays.
    void showSelection(const Selection& selection);

protected:
    bool event(QEvent* event) override;
    [[nodiscard]] int foldEnd(int line) const override;
    [[nodiscard]] bool startsFold(int line) const override;
    [[nodiscard]] bool hasFolds() const override { return m_foldsTables; }
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Found {
        QTextCursor cursor;   ///< moves along with what is typed
        Diagnostic diagnostic;
    };

    void onContentsChange(int position, int removed, int added);
    void onEdited(const Edit& edit);
    void onCursorMoved();
    /// Selects the setting the cursor stands in, once the text is read.
    void followCursor();
    void showFindings();
    void showBrackets();
    /// A table that lost its last line can no longer be folded, and one that got its first one can.
    void showFoldAbove(const QTextBlock& line);
    void showChanges();
    void completeSoon(const QKeyEvent& typed);
    void completeByItself();
    void insertCompletion(const QString& text);
    [[nodiscard]] std::vector<Diagnostic> findingsAt(int begin, int end) const;
    /// The text is shown as the session has it.
    void takeText();
    [[nodiscard]] EditorPositions positions() const { return EditorPositions(*m_text, m_units); }
    [[nodiscard]] std::size_t byteAtCursor() const { return positions().byteAt(textCursor().position()); }
    [[nodiscard]] QTextCursor cursorFor(const ByteRange& range) const;
    [[nodiscard]] QTextCursor cursorFor(qsizetype begin, qsizetype end) const;

    Session& m_session;
    std::string m_file;
    std::shared_ptr<const std::string> m_text;   ///< the bytes that are shown
    qsizetype m_units = 0;                       ///< of UTF-16 that show them
    std::vector<Found> m_findings;
    bool m_foldsTables = false;   ///< a TOML document: its tables fold
    CompletionPopup* m_completion;
    QTimer m_completionPause;
    bool m_isPutOff = false;     ///< completion, until the next word
    bool m_isByItself = false;   ///< the open list came unasked
    bool m_isAhead = false;      ///< the cursor moved and the selection has yet to follow
    int m_typedTo = -1;          ///< where the cursor stands as long as it is only typed with
    bool m_busy = false;         ///< showing or submitting: changes are no news
};

}
