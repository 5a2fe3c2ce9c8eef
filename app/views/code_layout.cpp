#include "app/views/code_layout.h"

#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <utility>

namespace arabesque {

CodeLayout::CodeLayout(QTextDocument* document)
    : QPlainTextDocumentLayout(document), m_lines(document->blockCount()) {
    connect(document, &QTextDocument::contentsChange, this, [this](int from, int /*removed*/, int added) {
        const QTextDocument& text = *this->document();
        const int before = std::exchange(m_lines, text.blockCount());
        m_typed = Typed{text.findBlock(from).blockNumber(), text.findBlock(from + added).blockNumber(),
                        m_lines - before};
    });
}

/// What a highlighter coloured counts as removed and added again, and Qt's own layout looks at as many characters as
/// both have together. While all lines stay no change reaches further than what came, so each line is told alone: with
/// as many lines as before, and none among what came, no line end was among what went.
void CodeLayout::documentChanged(int from, int removed, int added) {
    const std::optional<Typed> typed = std::exchange(m_typed, std::nullopt);
    if (typed && typed->by != 0) return moveLines(*typed, from, removed, added);
    if (!typed || typed->first != typed->last)
        return QPlainTextDocumentLayout::documentChanged(from, removed, added);
    const int end = from + std::max(added, 1);
    for (QTextBlock line = document()->findBlock(from); line.isValid() && line.position() < end;
         line = line.next())
        QPlainTextDocumentLayout::documentChanged(line.position(), 0, line.length());
}

/// Qt's own layout asks for all to be painted anew. The highlighter may have coloured more than what was typed.
void CodeLayout::moveLines(const Typed& typed, int from, int removed, int added) {
    {
        const QSignalBlocker silent(this);
        QPlainTextDocumentLayout::documentChanged(from, removed, added);
    }
    emit documentSizeChanged(documentSize());
    const int coloured = document()->findBlock(from + std::max(added, 1) - 1).blockNumber();
    emit linesMoved(typed.first, std::max(typed.last, coloured), typed.by);
}

}
