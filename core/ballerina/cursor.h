#pragma once

#include "core/ballerina/source_code.h"

namespace arabesque::ballerina {

/// Walks over a range of tokens. Behind the range every question is answered with "nothing there".
class Cursor {
public:
    Cursor(const SourceCode& code, TokenRange range) : m_code(&code), m_at(range.begin), m_end(range.end) {}

    [[nodiscard]] const SourceCode& code() const { return *m_code; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_end; }
    [[nodiscard]] std::uint32_t position() const { return m_at; }
    [[nodiscard]] TokenRange rest() const { return {m_at, m_end}; }
    [[nodiscard]] TokenRange since(std::uint32_t begin) const { return {begin, m_at}; }

    [[nodiscard]] TokenKind kind(std::uint32_t ahead = 0) const {
        return m_at + ahead < m_end ? m_code->token(m_at + ahead).kind : TokenKind::End;
    }
    [[nodiscard]] std::string_view text(std::uint32_t ahead = 0) const {
        return m_at + ahead < m_end ? m_code->text(m_at + ahead) : std::string_view();
    }
    [[nodiscard]] bool is(std::string_view word, std::uint32_t ahead = 0) const {
        return text(ahead) == word;
    }
    [[nodiscard]] bool isName(std::uint32_t ahead = 0) const { return kind(ahead) == TokenKind::Name; }
    /// What the bracket at the cursor encloses.
    [[nodiscard]] TokenRange inside() const { return m_code->inside(m_at); }

    void moveTo(std::uint32_t index) { m_at = index; }
    void advance() { ++m_at; }
    /// Behind the token, or behind the whole bracket that opens here, but not behind the range.
    void skip() {
        const auto next = m_code->next(m_at);
        m_at = next < m_end ? next : m_end;
    }
    bool accept(std::string_view word) {
        if (!is(word)) return false;
        advance();
        return true;
    }

private:
    const SourceCode* m_code;
    std::uint32_t m_at;
    std::uint32_t m_end;
};

}
