#include "app/views/code_layout.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <utility>

namespace arabesque {

CodeLayout::CodeLayout(QTextDocument* document)
    : QPlainTextDocumentLayout(document), m_lines(document->blockCount()) {
    // With as many lines as before, and none among what came, no line end was among what went.
    connect(document, &QTextDocument::contentsChange, this, [this](int from, int /*removed*/, int added) {
        const QTextDocument& text = *this->document();
        const int before = std::exchange(m_lines, text.blockCount());
        m_isTypedInOneLine = m_lines == before && text.findBlock(from) == text.findBlock(from + added);
    });
}

/// What a highlighter coloured counts as removed and added again, and Qt's own layout looks at as many characters as
/// both have together. While all lines stay no change reaches further than what came, so each line is told alone.
void CodeLayout::documentChanged(int from, int removed, int added) {
    if (!std::exchange(m_isTypedInOneLine, false))
        return QPlainTextDocumentLayout::documentChanged(from, removed, added);
    const int end = from + std::max(added, 1);
    for (QTextBlock line = document()->findBlock(from); line.isValid() && line.position() < end;
         line = line.next())
        QPlainTextDocumentLayout::documentChanged(line.position(), 0, line.length());
}

}
