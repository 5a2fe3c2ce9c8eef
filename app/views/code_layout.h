#pragma once

#include <QPlainTextDocumentLayout>

namespace arabesque {

/// Lays out a text of which one line at a time is typed and coloured, and paints that line alone. Qt's own takes a
/// line that a highlighter coloured for a change of the next one too, and paints everything at each key.
class CodeLayout final : public QPlainTextDocumentLayout {
public:
    /// Made before the highlighter of `document`, so that it hears first what was typed.
    explicit CodeLayout(QTextDocument* document);

protected:
    void documentChanged(int from, int removed, int added) override;

private:
    int m_lines = 1;
    bool m_isTypedInOneLine = false;
};

}
