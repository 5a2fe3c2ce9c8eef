#pragma once

#include <QString>

class QTextDocument;

namespace KSyntaxHighlighting {
class SyntaxHighlighter;
}

namespace arabesque {

/// Colours a text by its file name, in the current theme. The document owns it.
[[nodiscard]] KSyntaxHighlighting::SyntaxHighlighter* highlight(QTextDocument* document,
                                                                const QString& fileName);

/// Another file name, or another theme.
void updateHighlighting(KSyntaxHighlighting::SyntaxHighlighter& highlighter, const QString& fileName);

}
