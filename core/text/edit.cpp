#include "core/text/edit.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace arabesque {

namespace {

bool continuesSequence(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t commonPrefix(std::string_view a, std::string_view b) {
    const auto [end, other] = std::ranges::mismatch(a, b);
    auto length = static_cast<std::size_t>(end - a.begin());
    while (length > 0 && ((length < a.size() && continuesSequence(a[length])) ||
                          (length < b.size() && continuesSequence(b[length]))))
        --length;
    return length;
}

std::size_t commonSuffix(std::string_view a, std::string_view b) {
    std::size_t length = 0;
    while (length < a.size() && length < b.size() && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    while (length > 0 && continuesSequence(a[a.size() - length])) --length;
    return length;
}

}

Edit combined(Edit first, Edit second) {
    std::ranges::move(second.changes, std::back_inserter(first.changes));
    return first;
}

std::vector<const Change*> changesOf(std::string_view file, const Edit& edit) {
    std::vector<const Change*> changes;
    for (const Change& change : edit.changes)
        if (change.file == file) changes.push_back(&change);
    std::ranges::stable_sort(
        changes, {}, [](const Change* change) { return std::pair(change->range.begin, change->range.end); });
    return changes;
}

std::string applied(std::string_view text, std::string_view file, const Edit& edit) {
    const auto changes = changesOf(file, edit);
    std::size_t size = text.size();
    for (const Change* change : changes) size += change->text.size();
    std::string result;
    result.reserve(size);
    std::size_t copied = 0;
    for (const Change* change : changes) {
        assert(copied <= change->range.begin && change->range.end <= text.size());
        result.append(text.substr(copied, change->range.begin - copied)).append(change->text);
        copied = change->range.end;
    }
    return result.append(text.substr(copied));
}

Edit difference(const std::string& file, std::string_view before, std::string_view after) {
    if (before == after) return {};
    const std::size_t prefix = commonPrefix(before, after);
    const std::size_t suffix = commonSuffix(before.substr(prefix), after.substr(prefix));
    return {{{file,
              {prefix, before.size() - suffix},
              std::string(after.substr(prefix, after.size() - suffix - prefix))}}};
}

}
