#pragma once

#include <string>
#include <string_view>

namespace arabesque::cli {

/// What the program leaves behind for its caller.
enum class Exit { Good = 0, Findings = 1, Refused = 2 };

/// Text on its way to the terminal; main() writes it in one go.
struct Output {
    std::string out;
    std::string err;
};

/// `text` on one line and harmless for a terminal: control characters become escapes such as "\n" and "\x1B".
/// Names and messages may carry anything a project's files hold.
[[nodiscard]] std::string printable(std::string_view text);

/// Writes all of `text`; false, with errno set, when the descriptor does not take it.
[[nodiscard]] bool writeAll(int descriptor, std::string_view text);

}
