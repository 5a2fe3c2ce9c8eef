#pragma once

#include "core/text/edit.h"
#include "core/text/result.h"
#include "core/toml/document.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque::toml {

/// The edit that writes a key that is not there yet where a careful person would put it: behind the last of its
/// siblings that come before it in `order`.
[[nodiscard]] Result<Edit> place(const std::string& file, const Document& document, const Path& path,
                                 std::string_view value, std::span<const std::string> order);

/// "\r\n" where the first line ends so, else "\n".
[[nodiscard]] std::string_view lineEndOf(std::string_view text);

/// The ',' behind an element of an array that ends at `end`, comments in between passed over; nothing without one.
[[nodiscard]] std::optional<std::size_t> commaBehind(std::string_view text, std::size_t end);

/// What stands before `offset` on its line, when that is nothing but blanks.
[[nodiscard]] std::optional<std::string_view> indentBefore(std::string_view text, std::size_t offset);

/// Offset behind the line of a section's last entry, or of its header; comments below belong to what follows.
[[nodiscard]] std::size_t endOfContent(const Document& document, const Section& section);

/// True when `entry`, written with a dotted key in `section`, sets something inside the table at `path`
/// that is not the section's own.
[[nodiscard]] bool writesInto(const Document& document, const Section& section, const Entry& entry,
                              const Path& path);

/// Every place that writes the last name of `path`: in headers, dotted keys and inline tables.
[[nodiscard]] std::vector<ByteRange> keyRanges(const Document& document, const Path& path);

}
