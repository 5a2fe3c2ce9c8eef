#include "app/source/completion_popup.h"

#include "app/bridge/text.h"
#include "app/source/source_editor.h"
#include "app/views/field_text.h"
#include "app/views/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QScrollBar>
#include <QStandardItemModel>

namespace arabesque {

namespace {

constexpr int textRole = Qt::UserRole;

QString helpOf(const Completion& completion) {
    if (completion.field) return summaryOf(*completion.field);
    return completion.table ? summaryOf(*completion.table) : QString();
}

}

CompletionPopup::CompletionPopup(SourceEditor& editor)
    : QObject(&editor),
      m_editor(editor),
      m_items(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_items, this)) {
    m_completer->setWidget(&editor);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    m_completer->popup()->setAccessibleName(tr("What may stand here"));
    m_completer->popup()->setFont(codeFont());
    m_completer->popup()->setObjectName(QStringLiteral("popup"));
    m_completer->popup()->setIconSize(QSize(14, 14));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { emit chosen(index.data(textRole).toString()); });
}

bool CompletionPopup::isOpen() const {
    return m_completer->popup()->isVisible();
}

int CompletionPopup::count() const {
    return m_items->rowCount();
}

void CompletionPopup::close() {
    m_completer->popup()->hide();
}

void CompletionPopup::show(const Completions& completions) {
    m_items->clear();
    for (const Completion& completion : completions.items) {
        auto* item = new QStandardItem(toQt(completion.label));
        item->setData(toQt(completion.text), textRole);
        item->setToolTip(helpOf(completion));
        item->setData(helpOf(completion), Qt::AccessibleDescriptionRole);
        const char* mark = completion.kind == Completion::Kind::Table ? "sections"
                           : completion.kind == Completion::Kind::Key ? "form"
                                                                      : "set";
        item->setIcon(icon(QString::fromLatin1(mark)));
        m_items->appendRow(item);
    }
    if (completions.items.empty()) return close();
    QRect place = m_editor.cursorRect().translated(m_editor.viewport()->pos());
    auto* list = m_completer->popup();
    place.setWidth(list->sizeHintForColumn(0) + list->verticalScrollBar()->sizeHint().width() + 24);
    m_completer->complete(place);
    list->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

}
