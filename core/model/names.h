#pragma once

#include <string>
#include <string_view>

namespace arabesque {

/// A text as code-to-cloud makes it fit for Kubernetes names: lower case, dashes, cut to 15 characters
/// (c2c 4.0.0, section 2.1).
[[nodiscard]] std::string validName(std::string_view text);

/// An identifier as the JVM class name carries it: "billing&0046Core_0&00462" (section 2.4).
[[nodiscard]] std::string encodedIdentifier(std::string_view name);

/// `text` with every occurrence of `part` removed.
[[nodiscard]] std::string without(std::string text, std::string_view part);

/// A path without the slashes it ends with; "/" stays.
[[nodiscard]] std::string_view withoutTrailingSlashes(std::string_view path);
/// The last element of a path, trailing slashes aside.
[[nodiscard]] std::string lastName(std::string_view path);

}
