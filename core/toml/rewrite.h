#pragma once

#include "core/text/edit.h"
#include "core/text/result.h"
#include "core/toml/document.h"

#include <span>
#include <string>
#include <string_view>

namespace arabesque::toml {

/// The edit of `file`, whose text `document` is, that gives `path` the TOML value `value`: of an existing
/// value only its bytes change, and a string keeps its quote style where it can. A new key lands behind the
/// last of those that `order` names before it, else behind the last entry of its table, with the file's line ends
/// and the spacing of its neighbours; a new table at the end. An inline table that would outgrow its line becomes a
/// [table]. Array elements must exist, or be the next one of an array of tables.
/// Fails when `value` is no TOML value, when a part of `path` is something else already, or when the result
/// would not parse. Empty when nothing changes.
[[nodiscard]] Result<Edit> set(const std::string& file, const Document& document, const Path& path,
                               std::string_view value, std::span<const std::string> order = {});

/// The edit that removes the key at `path` with its line; comments on lines of their own stay, a table left
/// empty goes. Empty when the key is absent.
[[nodiscard]] Result<Edit> unset(const std::string& file, const Document& document, const Path& path);

/// The edit that renames the last key of `path`, in place.
[[nodiscard]] Result<Edit> rename(const std::string& file, const Document& document, const Path& path,
                                  std::string_view name);

/// The same edits as they are planned, without reading the text after them: for fixes, of which a file may need
/// thousands. Who applies one asks staysValid() first.
namespace planned {
[[nodiscard]] Result<Edit> set(const std::string& file, const Document& document, const Path& path,
                               std::string_view value, std::span<const std::string> order = {});
[[nodiscard]] Result<Edit> unset(const std::string& file, const Document& document, const Path& path);
[[nodiscard]] Result<Edit> rename(const std::string& file, const Document& document, const Path& path,
                                  std::string_view name);
}

/// Whether a document that is valid is so after the changes of `edit` to `file`; true for a broken one.
[[nodiscard]] bool staysValid(const Document& before, const std::string& file, const Edit& edit);

/// `text` as a TOML string in the preferred style where that can hold it, else as a basic string.
[[nodiscard]] std::string quoted(std::string_view text, Style preferred = Style::Basic);

/// A node as one TOML value on one line, however the document writes it; comments inside are left out.
[[nodiscard]] std::string inlineText(const Node& node);

/// True when `text` is exactly one TOML value.
[[nodiscard]] bool isValue(std::string_view text);

}
