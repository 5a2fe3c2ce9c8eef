#include "core/ballerina/source_code.h"

#include "core/ballerina/brackets.h"

#include <algorithm>

namespace arabesque::ballerina {

SourceCode::SourceCode(Source source) : m_source(std::move(source)), m_tokens(tokenize(*m_source.text)) {
    matchBrackets(text(), m_tokens);
}

std::string_view SourceCode::text(std::uint32_t index) const {
    const Token& token = m_tokens[index];
    return text().substr(token.begin, token.end - token.begin);
}

std::string_view SourceCode::text(TokenRange range) const {
    if (range.empty()) return {};
    const auto begin = m_tokens[range.begin].begin;
    return text().substr(begin, m_tokens[range.end - 1].end - begin);
}

std::string SourceCode::foldedText(TokenRange range) const {
    std::string folded;
    for (auto i = range.begin; i < range.end; ++i) {
        if (m_tokens[i].kind == TokenKind::Documentation) continue;
        const bool apart = i > range.begin && m_tokens[i].begin > m_tokens[i - 1].end;
        if (apart && !folded.empty()) folded += ' ';
        folded += text(i);
    }
    return folded;
}

Place SourceCode::place(TokenRange range) const {
    const auto begin = m_tokens[std::min(range.begin, all().end)].begin;
    return {file(), {begin, range.empty() ? begin : m_tokens[range.end - 1].end}};
}

std::uint32_t SourceCode::next(std::uint32_t index) const {
    const Token& token = m_tokens[index];
    if (token.kind != TokenKind::Open || token.partner <= index) return index + 1;
    return isClosed(index) ? token.partner + 1 : token.partner;
}

bool SourceCode::isClosed(std::uint32_t openBracket) const {
    const Token& partner = m_tokens[m_tokens[openBracket].partner];
    return partner.kind == TokenKind::Close && partner.partner == openBracket;
}

TokenRange SourceCode::inside(std::uint32_t openBracket) const {
    return {openBracket + 1, std::max(m_tokens[openBracket].partner, openBracket + 1)};
}

}
