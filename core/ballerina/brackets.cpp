#include "core/ballerina/brackets.h"

#include <algorithm>
#include <array>
#include <vector>

namespace arabesque::ballerina {

namespace {

std::string_view textOf(std::string_view text, const Token& token) {
    return text.substr(token.begin, token.end - token.begin);
}

bool contains(std::span<const std::string_view> words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::string_view closing(std::string_view opening) {
    if (opening == "(") return ")";
    if (opening == "[") return "]";
    return opening == "{" ? "}" : "|}";
}

/// False when brackets do not match; `partner` is then unfinished.
bool matchExactly(std::string_view text, std::span<Token> tokens) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == TokenKind::Open) {
            open.push_back(i);
        } else if (tokens[i].kind == TokenKind::Close) {
            if (open.empty() || closing(textOf(text, tokens[open.back()])) != textOf(text, tokens[i]))
                return false;
            tokens[i].partner = open.back();
            tokens[open.back()].partner = i;
            open.pop_back();
        }
    }
    return open.empty();
}

/// Whether a function of a service begins at `index`.
bool beginsMember(std::string_view text, std::span<const Token> tokens, std::size_t index) {
    static constexpr std::array<std::string_view, 2> kinds{"resource", "remote"};
    static constexpr std::array<std::string_view, 3> followers{"function", "isolated", "transactional"};
    if (index + 1 >= tokens.size()) return false;
    const auto word = textOf(text, tokens[index]);
    const auto next = textOf(text, tokens[index + 1]);
    return contains(kinds, word) ? contains(followers, next)
                                 : contains(followers, word) && contains(kinds, next);
}

/// Matches what is being typed. Layout says what the brackets do not: a declaration or a brace in the first column
/// ends every block, a block whose first line begins there ends in no other column, and a function of a service ends
/// what begins as far to the right as it does.
class TolerantMatch {
public:
    TolerantMatch(std::string_view text, std::span<Token> tokens) : m_text(text), m_tokens(tokens) {}
    void run();

private:
    struct Opening {
        std::uint32_t index;
        bool brace;
        std::uint32_t indentation;   ///< of its line, in bytes
        std::uint32_t line;
    };

    void open(std::uint32_t index);
    void close(std::uint32_t index);
    /// Ends the innermost bracket before `index`, which is not its other half.
    void endBefore(std::uint32_t index);
    void endAllBefore(std::uint32_t index);
    void beginLine(std::uint32_t index);
    /// Parentheses do not reach across a brace or a semicolon.
    void endParenthesesBefore(std::uint32_t index);
    void pair(std::uint32_t closing);

    std::string_view m_text;
    std::span<Token> m_tokens;
    std::vector<Opening> m_open;
    std::uint32_t m_line = 0;
    std::uint32_t m_indentation = 0;
};

void TolerantMatch::run() {
    for (std::uint32_t i = 0; i < m_tokens.size(); ++i) {
        const Token& token = m_tokens[i];
        if (token.linePart != LinePart::Inside) beginLine(i);
        if (token.kind == TokenKind::Open) open(i);
        if (token.kind == TokenKind::Close) close(i);
        if (token.kind == TokenKind::Operator && m_text[token.begin] == ';') endParenthesesBefore(i);
        if (token.kind == TokenKind::End) endAllBefore(i);
    }
}

void TolerantMatch::beginLine(std::uint32_t index) {
    const Token& token = m_tokens[index];
    ++m_line;
    m_indentation = 0;
    if (token.linePart == LinePart::FirstColumn) {
        if (beginsDeclaration(m_text, m_tokens, index)) endAllBefore(index);
        return;
    }
    const auto lineEnd = m_text.rfind('\n', token.begin);
    m_indentation =
        token.begin - static_cast<std::uint32_t>(lineEnd == std::string_view::npos ? 0 : lineEnd + 1);
    if (!beginsMember(m_text, m_tokens, index)) return;
    while (!m_open.empty() && m_open.back().indentation >= m_indentation) endBefore(index);
}

void TolerantMatch::open(std::uint32_t index) {
    const bool brace = m_text[m_tokens[index].begin] == '{';
    m_open.push_back({.index = index, .brace = brace, .indentation = m_indentation, .line = m_line});
}

void TolerantMatch::close(std::uint32_t index) {
    const Token& token = m_tokens[index];
    m_tokens[index].partner = index;
    const char kind = m_text[token.begin];
    if (kind == ')' || kind == ']') {
        while (!m_open.empty() && !m_open.back().brace) {
            const bool same = (m_text[m_tokens[m_open.back().index].begin] == '(') == (kind == ')');
            if (same) return pair(index);
            endBefore(index);
        }
        return;
    }
    endParenthesesBefore(index);
    if (token.linePart == LinePart::FirstColumn) {
        while (m_open.size() > 1) endBefore(index);
    }
    if (m_open.empty()) return;
    const Opening& opening = m_open.back();
    const bool belongs =
        opening.indentation > 0 || token.linePart == LinePart::FirstColumn || opening.line == m_line;
    if (belongs) pair(index);
}

void TolerantMatch::pair(std::uint32_t closing) {
    m_tokens[closing].partner = m_open.back().index;
    m_tokens[m_open.back().index].partner = closing;
    m_open.pop_back();
}

void TolerantMatch::endBefore(std::uint32_t index) {
    m_tokens[m_open.back().index].partner = index;
    m_open.pop_back();
}

void TolerantMatch::endAllBefore(std::uint32_t index) {
    while (!m_open.empty()) endBefore(index);
}

void TolerantMatch::endParenthesesBefore(std::uint32_t index) {
    while (!m_open.empty() && !m_open.back().brace) endBefore(index);
}

}

void matchBrackets(std::string_view text, std::span<Token> tokens) {
    if (!matchExactly(text, tokens)) TolerantMatch(text, tokens).run();
}

bool beginsDeclaration(std::string_view text, std::span<const Token> tokens, std::size_t index) {
    static constexpr std::array<std::string_view, 5> sure{"import", "configurable", "listener", "enum",
                                                          "annotation"};
    static constexpr std::array<std::string_view, 7> atLineBegin{"public", "final", "const", "type",
                                                                 "class",  "xmlns", "client"};
    const auto word = [&](std::size_t i) {
        return i < tokens.size() ? textOf(text, tokens[i]) : std::string_view();
    };
    const auto isName = [&](std::size_t i) { return i < tokens.size() && tokens[i].kind == TokenKind::Name; };
    if (!isName(index)) return tokens[index].kind == TokenKind::Documentation;
    const bool atBegin = tokens[index].linePart != LinePart::Inside;
    if (word(index) == "isolated") ++index;
    const auto keyword = word(index);
    if (keyword == "function") return isName(index + 1) && word(index + 2) == "(";
    if (keyword == "service") return atBegin && word(index + 1) != "object";
    if (keyword == "client") return atBegin && word(index + 1) == "class";
    return contains(sure, keyword) || (atBegin && contains(atLineBegin, keyword));
}

}
