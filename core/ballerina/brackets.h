#pragma once

#include "core/ballerina/lexer.h"

#include <span>
#include <string_view>

namespace arabesque::ballerina {

/// Sets `partner` of every bracket: the index of the other one. In code that is being typed, an opening bracket
/// without its other half names the token it is taken to end before, or itself where it encloses nothing; a closing
/// one names itself.
void matchBrackets(std::string_view text, std::span<Token> tokens);

/// Whether a declaration of a module begins at `index`. Sure for keywords that stand nowhere else; the others count
/// only where they begin a line.
[[nodiscard]] bool beginsDeclaration(std::string_view text, std::span<const Token> tokens, std::size_t index);

}
