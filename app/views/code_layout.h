#pragma once

#include <QPlainTextDocumentLayout>

#include <optional>

namespace arabesque {

/// Lays out a text of which one line at a time is typed and coloured, and paints that line alone. Qt's own takes a
/// line that a highlighter coloured for a change of the next one too, and paints everything at each key.
class CodeLayout final : public QPlainTextDocumentLayout {
    Q_OBJECT

public:
    /// Made before the highlighter of `document`, so that it hears first what was typed.
    explicit CodeLayout(QTextDocument* document);

signals:
    /// Lines came or went, and nobody was asked to paint anything for it: `first` to `last` are those that changed, as
    /// they are numbered now; those below `last` have `by` lines more above them than before.
    void linesMoved(int first, int last, int by);

protected:
    void documentChanged(int from, int removed, int added) override;

private:
    /// What was typed, until it is laid out.
    struct Typed {
        int first = 0, last = 0;   ///< lines
        int by = 0;                ///< lines that came, or less than none
    };

    void moveLines(const Typed& typed, int from, int removed, int added);

    int m_lines = 1;
    std::optional<Typed> m_typed;
};

}
