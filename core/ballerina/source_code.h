#pragma once

#include "core/ballerina/lexer.h"
#include "core/ballerina/package_facts.h"

#include <string_view>

namespace arabesque::ballerina {

/// Indices [begin, end) into the tokens of one source.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool empty() const { return begin >= end; }
    [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
};

/// A source and its tokens. Views it returns live as long as the source's text.
class SourceCode {
public:
    explicit SourceCode(Source source);

    [[nodiscard]] const std::string& file() const { return m_source.file; }
    [[nodiscard]] const std::string& module() const { return m_source.module; }
    [[nodiscard]] std::string_view text() const { return *m_source.text; }
    [[nodiscard]] const std::vector<Token>& tokens() const { return m_tokens; }
    [[nodiscard]] TokenRange all() const { return {0, static_cast<std::uint32_t>(m_tokens.size() - 1)}; }

    [[nodiscard]] const Token& token(std::uint32_t index) const { return m_tokens[index]; }
    [[nodiscard]] std::string_view text(std::uint32_t index) const;
    /// From the first to the last token as written, or empty.
    [[nodiscard]] std::string_view text(TokenRange range) const;
    /// The same with comments left out and white space folded to single blanks.
    [[nodiscard]] std::string foldedText(TokenRange range) const;
    [[nodiscard]] Place place(TokenRange range) const;

    /// The token behind `index`, or behind the whole bracket that opens there. Always moves on.
    [[nodiscard]] std::uint32_t next(std::uint32_t index) const;
    /// Whether the bracket that opens at `openBracket` is closed by one of its kind.
    [[nodiscard]] bool isClosed(std::uint32_t openBracket) const;
    /// What stands between a bracket and its partner.
    [[nodiscard]] TokenRange inside(std::uint32_t openBracket) const;

private:
    Source m_source;
    std::vector<Token> m_tokens;
};

}
