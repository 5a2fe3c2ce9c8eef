#pragma once

#include "core/rules/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Where somebody wrote a value, if anybody did: the first of its origins that is a setting.
[[nodiscard]] const Origin* writtenAt(const std::vector<Origin>& origins);

/// The same, but the key of a setting whose value a default gave is found too: `place` has no file then.
[[nodiscard]] const Origin* keyOf(const std::vector<Origin>& origins);

/// Another TOML value for the setting of an origin, in the document it is written in; a new key takes its place there.
[[nodiscard]] Result<Edit> setAt(const Checked& project, const Origin& origin, std::string_view value);

/// Removes the setting of an origin.
[[nodiscard]] Result<Edit> unsetAt(const Checked& project, const Origin& origin);

/// Removes the entry of an array of tables that the setting of an origin stands in.
[[nodiscard]] Result<Edit> removeEntryAt(const Checked& project, const Origin& origin);

/// Another key beside the setting of an origin.
[[nodiscard]] Result<Edit> setBeside(const Checked& project, const Origin& origin, std::string_view key,
                                     std::string_view value);

/// `text` with `part`, which it holds, replaced, or taken out with the blank before it.
[[nodiscard]] std::string replaced(std::string_view text, std::string_view part, std::string_view by);

/// The words of a command line, between blanks.
[[nodiscard]] std::vector<std::string_view> wordsOf(std::string_view text);

}
