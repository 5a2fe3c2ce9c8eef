#pragma once

#include <concepts>
#include <string>
#include <vector>

namespace arabesque {

/// English source text and the context it is translated in; both live as long as the program.
struct MessageText {
    const char* context = "";
    const char* text = "";

    [[nodiscard]] bool empty() const { return *text == '\0'; }
    /// Of the same place in the program; what happens to read alike may differ.
    friend bool operator==(const MessageText&, const MessageText&) = default;
};

/// Marks a text for translation; lupdate finds it as an alias of QT_TRANSLATE_NOOP.
#define MESSAGE(context, text) (::arabesque::MessageText{context, text})

/// A sentence for people: source text with %1 … %9, and what stands there. The terminal prints
/// english(); the window translates the source text first (app/bridge).
struct Message {
    MessageText source;
    std::vector<std::string> arguments;

    Message() = default;
    Message(MessageText text, std::convertible_to<std::string> auto&&... values)
        : source(text), arguments{std::string(std::forward<decltype(values)>(values))...} {}

    [[nodiscard]] std::string english() const;
};

/// `text` with %1 … %9 replaced by `arguments`; arguments are not searched again.
[[nodiscard]] std::string filledIn(std::string_view text, const std::vector<std::string>& arguments);

}
