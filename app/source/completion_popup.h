#pragma once

#include "core/schema/assist.h"

#include <QObject>

class QCompleter;
class QStandardItemModel;

namespace arabesque {

class SourceEditor;

/// The list of what may stand at the cursor; while open it follows what is typed.
class CompletionPopup final : public QObject {
    Q_OBJECT

public:
    explicit CompletionPopup(SourceEditor& editor);

    [[nodiscard]] bool isOpen() const;
    void show(const Completions& completions);
    void close();
    [[nodiscard]] int count() const;

signals:
    void chosen(const QString& text);

private:
    SourceEditor& m_editor;
    QStandardItemModel* m_items;
    QCompleter* m_completer;
};

}
