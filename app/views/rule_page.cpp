#include "app/views/rule_page.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"
#include "core/rules/reference.h"

#include <QDialogButtonBox>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace arabesque {

namespace {

/// Examples in the font of code, on a ground of their own.
void layOutCode(QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) &&
            !block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage))
            continue;
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat letters;
        letters.setFont(codeFont());
        cursor.mergeCharFormat(letters);
        QTextBlockFormat ground;
        ground.setBackground(colour(Role::Line));
        ground.setNonBreakableLines(true);
        QTextCursor(block).mergeBlockFormat(ground);
    }
}

}

RulePage::RulePage(const Rule& rule, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("rulePage"));
    setWindowTitle(translated(rule.title));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 600);
    auto* text = new QTextBrowser(this);
    text->setAccessibleName(windowTitle());
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(16);
    text->setMarkdown(toQt(pageOf(rule)));
    layOutCode(*text->document());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->addWidget(text, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(16, 0, 16, 0);
    foot->addWidget(buttons);
    layout->addLayout(foot);
}

void openRulePage(std::string_view id, QWidget* window) {
    if (const Rule* rule = findRule(id)) (new RulePage(*rule, window))->open();
}

}
