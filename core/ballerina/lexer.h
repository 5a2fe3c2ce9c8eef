#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace arabesque::ballerina {

enum class TokenKind : std::uint8_t {
    Name,      ///< keyword or identifier; a quoted identifier keeps its quote
    Integer,   ///< decimal or hexadecimal
    Float,
    String,          ///< with its quotes; ends at the line's end when it is not closed
    Template,        ///< from backtick to backtick with all that is nested inside
    Documentation,   ///< a `#` line up to its end
    Open,            ///< ( [ { {|
    Close,           ///< ) ] } |}
    Operator,
    End
};

/// Where on its line a token stands.
enum class LinePart : std::uint8_t { Inside, First, FirstColumn };

/// Bytes [begin, end) of the text.
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t partner = 0;   ///< of brackets, see matchBrackets()
    TokenKind kind = TokenKind::End;
    LinePart linePart = LinePart::Inside;
};

/// Tokens of a source without comments and white space; the last one is End. Any bytes give tokens. Text behind
/// the fourth gigabyte is not read.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

}
