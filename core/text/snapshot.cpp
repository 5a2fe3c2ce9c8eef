#include "core/text/snapshot.h"

#include <set>

namespace arabesque {

namespace {

/// The edit of `file` that takes its changes in `edit` back.
void appendInverse(std::string_view text, const std::string& file, const Edit& edit, Edit& inverse) {
    std::size_t kept = 0;     // bytes of the new text before the copied part
    std::size_t copied = 0;   // bytes of the old text already there
    for (const Change* change : changesOf(file, edit)) {
        const std::size_t begin = kept + (change->range.begin - copied);
        inverse.changes.push_back({file,
                                   {begin, begin + change->text.size()},
                                   std::string(text.substr(change->range.begin, change->range.size()))});
        kept = begin + change->text.size();
        copied = change->range.end;
    }
}

}

std::string_view Snapshot::text(std::string_view file) const {
    const auto found = documents.find(file);
    return found == documents.end() ? std::string_view{} : std::string_view(*found->second.text);
}

bool Snapshot::exists(std::string_view file) const {
    const auto found = documents.find(file);
    return found != documents.end() && found->second.exists();
}

Applied apply(const Snapshot& snapshot, const Edit& edit) {
    auto next = std::make_shared<Snapshot>(snapshot);
    ++next->revision;
    Applied result;
    std::set<std::string> files;
    for (const Change& change : edit.changes) files.insert(change.file);
    for (const std::string& file : files) {
        const std::string_view before = snapshot.text(file);
        appendInverse(before, file, edit, result.inverse);
        Document& document = next->documents.try_emplace(file, Document{nullptr, false}).first->second;
        document.text = std::make_shared<const std::string>(applied(before, file, edit));
    }
    result.snapshot = std::move(next);
    return result;
}

}
