#include "app/preview/artifact_text.h"

#include "app/views/theme.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace arabesque {

ArtifactText::ArtifactText(QWidget* parent) : CodeView(parent) {
    setReadOnly(true);
    placeGutter();   // narrower, as there are no marks
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Generated file, read only"));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (hasFocus()) emit lineChosen(textCursor().blockNumber());
    });
}

void ArtifactText::light(const std::vector<int>& lines) {
    m_lit = lines;
    QList<QTextEdit::ExtraSelection> selections;
    for (const int line : lines) selections.append(lineSelection(line, colour(Role::Lit)));
    setLayer(Layer::Lit, selections);
}

void ArtifactText::revealLit() {
    if (m_lit.empty() || hasFocus()) return;
    const int visible = viewport()->height() / std::max(1, fontMetrics().lineSpacing());
    const int top = verticalScrollBar()->value();
    for (const int line : m_lit) {
        if (line >= top && line < top + visible) return;
    }
    verticalScrollBar()->setValue(std::max(0, m_lit.front() - visible / 3));
}

void ArtifactText::keyPressEvent(QKeyEvent* event) {
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (isText && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) emit typedInto();
    CodeView::keyPressEvent(event);
}

void ArtifactText::changeEvent(QEvent* event) {
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) light(m_lit);
}

}
