#pragma once

#include "core/import/imported_file.h"

namespace arabesque {

/// Whether every line is NAME=value, a comment or blank, and one is a variable.
[[nodiscard]] bool isEnvironment(std::string_view text);

/// Variables by name, without quotes around their values; comments are passed over.
[[nodiscard]] std::vector<ImportedValue> valuesOfEnvironment(std::string_view text);

/// Lines of a configuration of HAProxy by section and first words; what is said of a server one by one:
/// "backend[orders].server[orders-1].address", "backend[orders].server[orders-1].backup".
[[nodiscard]] std::vector<ImportedValue> valuesOfHAProxy(std::string_view text);

/// A word of a line, and where it stands.
struct LineWord {
    std::string_view text;
    std::size_t begin = 0;
};
/// Words between any of `separators`.
[[nodiscard]] std::vector<LineWord> wordsOf(std::string_view line, std::string_view separators = " \t\r");

/// Lines without their ends.
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);

}
