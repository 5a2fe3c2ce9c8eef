#include "core/ballerina/lexer.h"

#include "core/ballerina/templates.h"

#include <algorithm>
#include <array>
#include <limits>

namespace arabesque::ballerina {

namespace {

enum Class : std::uint8_t { Other, Space, Letter, Digit };

constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> table{};
    for (const char space : {' ', '\t', '\r', '\n', '\f', '\v'})
        table[static_cast<unsigned char>(space)] = Space;
    for (std::size_t c = '0'; c <= '9'; ++c) table[c] = Digit;
    for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = Letter;
    for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = Letter;
    for (std::size_t c = 0x80; c < table.size(); ++c) table[c] = Letter;
    table['_'] = Letter;
    table['\\'] = Letter;
    return table;
}();

constexpr bool isHexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

class Lexer {
public:
    Lexer(std::string_view text, bool templatesEndAtLine)
        : m_text(text), m_templatesEndAtLine(templatesEndAtLine) {
        m_tokens.reserve(text.size() / 4 + 1);
    }

    /// False when a template is not closed.
    bool run();
    std::vector<Token> take() { return std::move(m_tokens); }

private:
    [[nodiscard]] char at(std::size_t offset) const { return offset < m_text.size() ? m_text[offset] : '\0'; }
    [[nodiscard]] Class classAt(std::size_t offset) const {
        return classes[static_cast<unsigned char>(at(offset))];
    }
    [[nodiscard]] std::size_t lineEnd(std::size_t offset) const {
        return std::min(m_text.find('\n', offset), m_text.size());
    }
    void skipSpace();
    bool token();
    void add(TokenKind kind, std::size_t end);
    void name();
    void number();
    void string();
    void documentation();
    bool templateLiteral();
    void symbol();

    std::string_view m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    LinePart m_linePart = LinePart::FirstColumn;
    bool m_templatesEndAtLine;
};

bool Lexer::run() {
    if (m_text.starts_with("\xEF\xBB\xBF")) m_at = 3;
    for (skipSpace(); m_at < m_text.size(); skipSpace()) {
        if (!token()) return false;
    }
    add(TokenKind::End, m_at);
    return true;
}

void Lexer::skipSpace() {
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '\n') {
            m_linePart = LinePart::FirstColumn;
        } else if (c == '/' && at(m_at + 1) == '/') {
            m_at = lineEnd(m_at) - 1;
        } else if (classAt(m_at) != Space) {
            return;
        } else if (m_linePart == LinePart::FirstColumn) {
            m_linePart = LinePart::First;
        }
    }
}

bool Lexer::token() {
    switch (classAt(m_at)) {
    case Letter: name(); return true;
    case Digit: number(); return true;
    default: break;
    }
    switch (m_text[m_at]) {
    case '"': string(); return true;
    case '#': documentation(); return true;
    case '`': return templateLiteral();
    case '\'':
        if (classAt(m_at + 1) != Letter && classAt(m_at + 1) != Digit) break;
        name();
        return true;
    case '.':
        if (classAt(m_at + 1) != Digit) break;
        number();
        return true;
    default: break;
    }
    symbol();
    return true;
}

void Lexer::add(TokenKind kind, std::size_t end) {
    m_tokens.push_back({.begin = static_cast<std::uint32_t>(m_at),
                        .end = static_cast<std::uint32_t>(end),
                        .partner = 0,
                        .kind = kind,
                        .linePart = m_linePart});
    m_linePart = LinePart::Inside;
    m_at = end;
}

void Lexer::name() {
    auto end = m_at + 1;
    if (m_text[m_at] == '\\') end = m_at;
    while (classAt(end) == Letter || classAt(end) == Digit) {
        if (m_text[end] != '\\') {
            ++end;
        } else if (at(end + 1) == 'u' && at(end + 2) == '{') {
            end += 3;
            while (isHexDigit(at(end))) ++end;
            if (at(end) == '}') ++end;
        } else {
            end = std::min(end + (classAt(end + 1) == Space ? 1 : 2), m_text.size());
        }
    }
    add(TokenKind::Name, end);
}

void Lexer::number() {
    auto end = m_at;
    auto kind = TokenKind::Integer;
    const bool hex = m_text[end] == '0' && (at(end + 1) == 'x' || at(end + 1) == 'X');
    if (hex) end += 2;
    const auto skipDigits = [&] {
        while (hex ? isHexDigit(at(end)) : classAt(end) == Digit) ++end;
    };
    skipDigits();
    if (at(end) == '.' && (hex ? isHexDigit(at(end + 1)) : classAt(end + 1) == Digit)) {
        kind = TokenKind::Float;
        ++end;
        skipDigits();
    }
    const char exponent = at(end);
    if (hex ? exponent == 'p' || exponent == 'P' : exponent == 'e' || exponent == 'E') {
        const auto sign = at(end + 1) == '+' || at(end + 1) == '-' ? end + 2 : end + 1;
        if (classAt(sign) == Digit) {
            kind = TokenKind::Float;
            for (end = sign; classAt(end) == Digit;) ++end;
        }
    }
    const bool suffixed = !hex && std::string_view("fFdD").contains(at(end)) && classAt(end + 1) != Letter &&
                          classAt(end + 1) != Digit;
    if (suffixed) {
        kind = TokenKind::Float;
        ++end;
    }
    add(kind, end);
}

void Lexer::string() {
    add(TokenKind::String, endOfString(m_text, m_at));
}

void Lexer::documentation() {
    const auto end = lineEnd(m_at);
    add(TokenKind::Documentation, end > m_at && m_text[end - 1] == '\r' ? end - 1 : end);
}

bool Lexer::templateLiteral() {
    const auto limit = m_templatesEndAtLine ? lineEnd(m_at) : m_text.size();
    const auto end = endOfTemplate(m_text.substr(0, limit), m_at);
    if (!end && !m_templatesEndAtLine) return false;
    add(TokenKind::Template, end.value_or(limit));
    return true;
}

void Lexer::symbol() {
    const char c = m_text[m_at];
    const char next = at(m_at + 1);
    if (c == '{' && next == '|') return add(TokenKind::Open, m_at + 2);
    if (c == '|' && next == '}') return add(TokenKind::Close, m_at + 2);
    if (c == '(' || c == '[' || c == '{') return add(TokenKind::Open, m_at + 1);
    if (c == ')' || c == ']' || c == '}') return add(TokenKind::Close, m_at + 1);
    if (c == '.' && next == '.') return add(TokenKind::Operator, m_at + (at(m_at + 2) == '.' ? 3 : 2));
    // The `=` of a declaration must not be mistaken for half of another operator. `>>` stays two tokens, because
    // it closes nested type parameters too.
    const bool compound = next == '=' && std::string_view("=!<>").contains(c);
    if (compound)
        return add(TokenKind::Operator, m_at + (c != '<' && c != '>' && at(m_at + 2) == '=' ? 3 : 2));
    if (next == '>' && (c == '=' || c == '-')) return add(TokenKind::Operator, m_at + 2);
    add(TokenKind::Operator, m_at + 1);
}

}

std::vector<Token> tokenize(std::string_view text) {
    text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
    Lexer lexer(text, false);
    if (lexer.run()) return lexer.take();
    // Somebody is typing a template. Were it to reach to the end of the file, all services behind it would vanish.
    Lexer tolerant(text, true);
    (void)tolerant.run();
    return tolerant.take();
}

}
