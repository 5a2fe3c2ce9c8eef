#pragma once

#include "core/text/range.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Replaces the bytes of `range` in `file` by `text`. An absent file counts as an empty one.
struct Change {
    std::string file;
    ByteRange range;
    std::string text;

    friend bool operator==(const Change&, const Change&) = default;
};

/// The only way a project changes: replacements that all refer to the text before the edit.
/// Changes of one file do not overlap; their order does not matter, except that insertions at one
/// offset keep theirs.
struct Edit {
    std::vector<Change> changes;

    [[nodiscard]] bool empty() const { return changes.empty(); }
    friend bool operator==(const Edit&, const Edit&) = default;
};

/// One edit that does what both do; both refer to the same text and do not overlap.
[[nodiscard]] Edit combined(Edit first, Edit second);

/// The changes of `edit` that name `file`, in the order of its text; an insertion comes before a replacement that
/// begins where it stands. Borrows from `edit`.
[[nodiscard]] std::vector<const Change*> changesOf(std::string_view file, const Edit& edit);

/// `text` after the changes of `edit` that name `file`. Every range lies inside `text`.
[[nodiscard]] std::string applied(std::string_view text, std::string_view file, const Edit& edit);

/// The smallest single change that turns `before` into `after`; empty when they are equal.
/// Never cuts a UTF-8 sequence.
[[nodiscard]] Edit difference(const std::string& file, std::string_view before, std::string_view after);

}
