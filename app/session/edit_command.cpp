#include "app/session/edit_command.h"

#include "app/session/session.h"

#include <algorithm>
#include <utility>

namespace arabesque {

EditCommand::EditCommand(Session& session, Edit edit, const QString& title, QString mergeKey)
    : QUndoCommand(title), m_session(session), m_edit(std::move(edit)), m_mergeKey(std::move(mergeKey)) {}

void EditCommand::redo() {
    m_inverse = m_session.apply(m_edit);
    if (m_isDone) reveal(m_edit);
    m_isDone = true;
}

void EditCommand::undo() {
    (void)m_session.apply(m_inverse);
    reveal(m_inverse);
}

void EditCommand::reveal(const Edit& edit) const {
    const Change& change = edit.changes.front();
    m_session.navigation().openPage(change.file);
    if (!m_session.schema(change.file)) return;
    m_session.navigation().select({change.file, m_session.document(change.file).pathAt(change.range.begin)});
}

bool EditCommand::mergeWith(const QUndoCommand* next) {
    const auto& other = static_cast<const EditCommand&>(*next);
    if (m_mergeKey.isEmpty() || m_mergeKey != other.m_mergeKey) return false;
    auto edit = merged(m_edit, other.m_edit);
    auto inverse = merged(other.m_inverse, m_inverse);
    if (!edit || !inverse) return false;
    m_edit = std::move(*edit);
    m_inverse = std::move(*inverse);
    return true;
}

std::optional<Edit> merged(const Edit& first, const Edit& second) {
    if (first.changes.size() != 1 || second.changes.size() != 1) return {};
    const Change& a = first.changes[0];
    const Change& b = second.changes[0];
    const std::size_t middleEnd = a.range.begin + a.text.size();
    if (a.file != b.file || b.range.begin > middleEnd || b.range.end < a.range.begin) return {};

    Change both{a.file, {std::min(a.range.begin, b.range.begin), a.range.end}, {}};
    if (b.range.begin > a.range.begin) both.text = a.text.substr(0, b.range.begin - a.range.begin);
    both.text += b.text;
    if (b.range.end < middleEnd) {
        both.text += a.text.substr(b.range.end - a.range.begin);
    } else {
        both.range.end += b.range.end - middleEnd;
    }
    return Edit{{std::move(both)}};
}

std::optional<Edit> rebased(const Edit& edit, const Edit& earlier) {
    Edit result = edit;
    for (Change& change : result.changes) {
        std::ptrdiff_t shift = 0;
        for (const Change& before : earlier.changes) {
            if (before.file != change.file) continue;
            if (before.range.end <= change.range.begin) {
                shift += static_cast<std::ptrdiff_t>(before.text.size()) -
                         static_cast<std::ptrdiff_t>(before.range.size());
            } else if (before.range.begin < change.range.end || before.range.begin == change.range.begin) {
                return {};
            }
        }
        change.range.begin =
            static_cast<std::size_t>(static_cast<std::ptrdiff_t>(change.range.begin) + shift);
        change.range.end = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(change.range.end) + shift);
    }
    return result;
}

}
