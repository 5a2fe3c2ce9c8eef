#pragma once

#include "core/text/edit.h"

#include <QUndoCommand>

#include <optional>

namespace arabesque {

class Session;

/// The only undo command: every change of a project is a text edit.
class EditCommand final : public QUndoCommand {
public:
    /// Borrows the session, which outlives its history. Commands of one non-empty `mergeKey` whose changes touch
    /// become one step.
    EditCommand(Session& session, Edit edit, const QString& title, QString mergeKey);

    void redo() override;
    void undo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    /// Going back and forth in the history shows the place it changes.
    void reveal(const Edit& edit) const;

    Session& m_session;
    Edit m_edit;
    Edit m_inverse;
    QString m_mergeKey;
    bool m_isDone = false;
};

/// One change that does what `first` and then `second` do, when both are single changes of one document and touch.
[[nodiscard]] std::optional<Edit> merged(const Edit& first, const Edit& second);

/// `edit`, which refers to the text before `earlier`, for the text after it; nothing where both change one place.
[[nodiscard]] std::optional<Edit> rebased(const Edit& edit, const Edit& earlier);

}
