#include "app/views/highlighting.h"

#include "app/views/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QTextDocument>

namespace arabesque {

namespace {

/// All definitions and themes; made when the first text is coloured.
KSyntaxHighlighting::Repository& repository() {
    static KSyntaxHighlighting::Repository all;
    static const bool extended = [] {
        all.addCustomSearchPath(QStringLiteral(":/highlighting"));
        return true;
    }();
    (void)extended;
    return all;
}

}

KSyntaxHighlighting::SyntaxHighlighter* highlight(QTextDocument* document, const QString& fileName) {
    auto* highlighter = new KSyntaxHighlighting::SyntaxHighlighter(document);
    updateHighlighting(*highlighter, fileName);
    return highlighter;
}

void updateHighlighting(KSyntaxHighlighting::SyntaxHighlighter& highlighter, const QString& fileName) {
    const auto definition = repository().definitionForFileName(fileName);
    const auto theme =
        repository().theme(isDark() ? QStringLiteral("GitHub Dark") : QStringLiteral("GitHub Light"));
    if (theme.name() != highlighter.theme().name()) highlighter.setTheme(theme);
    if (definition != highlighter.definition()) {
        highlighter.setDefinition(definition);
    } else {
        highlighter.rehighlight();
    }
}

}
