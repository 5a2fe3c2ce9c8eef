#pragma once

#include <string>
#include <string_view>

namespace arabesque {

// What the writers of all formats ask about texts of users before they write them.

/// Whether a text has only ASCII letters, digits and the given signs; true for an empty one.
[[nodiscard]] bool hasOnly(std::string_view text, std::string_view signs);

/// Whether files and folders can be called so: letters, digits, dashes, dots and underscores, the first no dot.
[[nodiscard]] bool isFileName(std::string_view text);

/// `text` with underscores for all that is neither letter nor digit.
[[nodiscard]] std::string identifierOf(std::string_view text);

/// `text` as Kubernetes takes names of objects: in lower case, with dashes for all that no name has.
[[nodiscard]] std::string objectNameOf(std::string_view text);

/// `text` with spaces for control characters, so that a comment ends where its line does.
[[nodiscard]] std::string onOneLine(std::string_view text);

}
