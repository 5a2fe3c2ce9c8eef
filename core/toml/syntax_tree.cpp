#include "core/toml/syntax_tree.h"

#include "core/text/eight_bytes.h"
#include "core/toml/scalar.h"

#include <algorithm>
#include <string>
#include <utility>

namespace arabesque::toml {

namespace {

/// Deeper nesting than any document has; keeps hostile input from exhausting the stack.
constexpr int deepestNesting = 250;

/// Recursive descent over bytes. Each statement ends at its line at the latest, so a broken line costs itself
/// and nothing below it; an unclosed bracket gives up at the next line that looks like a header or an entry.
class Parser {
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    SyntaxTree run() {
        if (m_text.starts_with("\xEF\xBB\xBF")) m_at = 3;
        m_tree.sections.push_back({});
        while (m_at < m_text.size()) statement();
        closeSection(m_text.size());
        return std::move(m_tree);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    [[nodiscard]] bool atLineEnd() const {
        return m_at >= m_text.size() || peek() == '\n' || (peek() == '\r' && peek(1) == '\n');
    }
    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') ++m_at;
    }
    void skipToLineEnd() { m_at = std::min(m_text.find('\n', m_at), m_text.size()); }
    /// To the end of the line; what a comment may not hold is reported.
    void skipComment() {
        const std::size_t begin = m_at;
        skipToLineEnd();
        for (std::size_t i = begin; i < m_at; ++i) {
            while (i + 8 <= m_at && hasNoControl(EightBytes(m_text, i))) i += 8;
            if (i == m_at) return;
            const auto byte = static_cast<unsigned char>(m_text[i]);
            const bool lineEnd = byte == '\r' && i + 1 == m_at && m_at < m_text.size();
            if (byte == '\t' || (byte >= 0x20 && byte != 0x7F) || lineEnd) continue;
            say({i, i + 1}, MESSAGE("toml", "A control character may not stand in a comment"));
            return;
        }
    }
    static bool hasNoControl(EightBytes bytes) { return !bytes.containBelow(0x20) && !bytes.contain(0x7F); }
    void skipLineEnd() {
        if (peek() == '\r') ++m_at;
        if (peek() == '\n') ++m_at;
    }
    void say(ByteRange range, Message message) { m_tree.errors.push_back({range, std::move(message)}); }

    void statement() {
        const std::size_t lineBegin = m_at;
        skipBlanks();
        if (peek() == '[') {
            header(lineBegin);
        } else if (!atLineEnd() && peek() != '#') {
            Entry entry = this->entry();
            endOfStatement();
            entry.line = {lineBegin, m_at};
            if (!entry.key.empty()) m_tree.sections.back().entries.push_back(std::move(entry));
            return;
        }
        endOfStatement();
    }

    /// A comment may follow; anything else is reported and passed over.
    void endOfStatement() {
        skipBlanks();
        if (!atLineEnd() && peek() != '#') {
            const std::size_t begin = m_at;
            skipToLineEnd();
            say({begin, m_at}, MESSAGE("toml", "Nothing may follow here on this line but a comment"));
        }
        if (peek() == '#') skipComment();
        skipToLineEnd();
        skipLineEnd();
    }

    void closeSection(std::size_t end) { m_tree.sections.back().range.end = end; }

    void header(std::size_t lineBegin) {
        const std::size_t begin = m_at;
        const bool element = peek(1) == '[';
        m_at += element ? 2 : 1;
        skipBlanks();
        Section section{.header = element ? Section::Header::ArrayElement : Section::Header::Table};
        section.key = key();
        skipBlanks();
        const std::string_view closing = element ? "]]" : "]";
        if (m_text.substr(m_at).starts_with(closing))
            m_at += closing.size();
        else
            say({begin, m_at}, {MESSAGE("toml", "This header is not closed by '%1'"), std::string(closing)});
        section.headerRange = {begin, m_at};
        section.range = {lineBegin, m_text.size()};
        closeSection(lineBegin);
        m_tree.sections.push_back(std::move(section));
    }

    /// Dotted key; reports what is wrong and returns the good parts.
    std::vector<KeyPart> key() {
        std::vector<KeyPart> parts;
        while (true) {
            skipBlanks();
            KeyPart part = keyPart();
            if (part.range.empty()) return parts;
            parts.push_back(std::move(part));
            const std::size_t end = m_at;
            skipBlanks();
            if (peek() != '.') {
                m_at = end;
                return parts;
            }
            ++m_at;
        }
    }

    KeyPart keyPart() {
        const std::size_t begin = m_at;
        if (peek() == '"' || peek() == '\'') {
            Message error;
            const bool multiLine = peek(1) == peek() && peek(2) == peek();
            const Value name = multiLine ? Value{} : readScalar(m_text.substr(m_at), m_at, error);
            if (!error.source.empty()) say(name.range, std::move(error));
            if (name.kind == Kind::String) {
                m_at = name.range.end;
                return {name.text, name.range};
            }
            say({begin, begin + 1}, MESSAGE("toml", "A key is missing here"));
            skipToLineEnd();
            return {};
        }
        while (isBareKey(peek())) ++m_at;
        if (m_at == begin)
            say({begin, std::min(begin + 1, m_text.size())}, MESSAGE("toml", "A key is missing here"));
        return {std::string(m_text.substr(begin, m_at - begin)), {begin, m_at}};
    }

    Entry entry() {
        Entry entry;
        const std::size_t begin = m_at;
        entry.key = key();
        std::size_t end = m_at;
        skipBlanks();
        if (peek() == '=') {
            ++m_at;
            end = m_at;
            skipBlanks();
            entry.value = value(0);
            if (entry.value.kind != Kind::Missing)
                end = entry.value.range.end;
            else
                entry.value.range = {std::max(end, entry.value.range.begin),
                                     std::max(end, entry.value.range.end)};
            end = std::max(end, entry.value.range.end);
            m_at = std::max(m_at, end);
        } else if (!entry.key.empty()) {
            say({begin, end}, {MESSAGE("toml", "'%1' needs '=' and a value"),
                               std::string(m_text.substr(begin, end - begin))});
            entry.value.range = {end, end};
            skipToLineEnd();
        } else {
            skipToLineEnd();
        }
        entry.range = {begin, end};
        entry.line = entry.range;
        return entry;
    }

    Value value(int depth) {
        if (peek() == '[' && depth < deepestNesting) return array(depth);
        if (peek() == '{' && depth < deepestNesting) return inlineTable(depth);
        Message error;
        Value value = readScalar(m_text.substr(m_at), m_at, error);
        if (!error.source.empty()) say(value.range, std::move(error));
        m_at = value.range.end;
        return value;
    }

    void skipBlanksLinesComments() {
        while (m_at < m_text.size()) {
            skipBlanks();
            if (peek() == '#') skipComment();
            if (!atLineEnd() || m_at >= m_text.size()) return;
            skipLineEnd();
        }
    }

    Value array(int depth) {
        Value value{.kind = Kind::Array};
        const std::size_t begin = m_at++;
        std::size_t end = m_at;   // behind the last element or comma
        while (true) {
            skipBlanksLinesComments();
            if (peek() == ']') {
                ++m_at;
                break;
            }
            if (looksLikeNextStatement(end)) {
                m_at = end;
                say({begin, begin + 1}, MESSAGE("toml", "This array is not closed by ']'"));
                break;
            }
            const std::size_t elementBegin = m_at;
            Value element = this->value(depth + 1);
            const bool missing = element.kind == Kind::Missing;
            if (!missing) value.elements.push_back(std::move(element));
            end = m_at;
            skipBlanksLinesComments();
            if (peek() == ',') {
                end = ++m_at;
            } else if (peek() != ']' && !looksLikeNextStatement(end)) {
                if (!missing) say({m_at, m_at + 1}, MESSAGE("toml", "A ',' or ']' is missing here"));
                if (m_at == elementBegin) end = ++m_at;   // nothing that could be read
            }
        }
        finish(value, begin);
        return value;
    }

    Value inlineTable(int depth) {
        Value value{.kind = Kind::InlineTable, .range = {m_at, m_at + 1}};
        const std::size_t begin = m_at++;
        skipBlanks();
        while (peek() != '}') {
            if (atLineEnd() || peek() == '#') {
                say({begin, m_at}, MESSAGE("toml", "This inline table is not closed by '}' on its line"));
                finish(value, begin);
                return value;
            }
            Entry entry = inlineEntry(depth);
            if (!entry.key.empty()) value.entries.push_back(std::move(entry));
            skipBlanks();
            if (peek() == ',') {
                const std::size_t comma = m_at++;
                skipBlanks();
                if (peek() == '}')
                    say({comma, comma + 1},
                        MESSAGE("toml", "No ',' may stand behind the last entry of an inline table"));
            } else if (peek() != '}' && !atLineEnd()) {
                say({m_at, m_at + 1}, MESSAGE("toml", "A ',' or '}' is missing here"));
                ++m_at;
            }
        }
        ++m_at;
        finish(value, begin);
        return value;
    }

    Entry inlineEntry(int depth) {
        Entry entry;
        const std::size_t begin = m_at;
        entry.key = key();
        skipBlanks();
        if (peek() == '=') {
            ++m_at;
            skipBlanks();
            entry.value = value(depth + 1);
        } else {
            if (!entry.key.empty()) say({begin, m_at}, MESSAGE("toml", "'=' and a value are missing here"));
            entry.value.range = {m_at, m_at};
        }
        entry.range = {begin, std::max(m_at, entry.value.range.end)};
        entry.line = entry.range;
        return entry;
    }

    void finish(Value& value, std::size_t begin) {
        value.range = {begin, m_at};
        value.text = m_text.substr(begin, m_at - begin);
    }

    /// Behind the dotted key at `at`; `at` itself where none begins.
    [[nodiscard]] std::size_t behindKey(std::size_t at) const {
        const auto skip = [&](std::size_t from) {
            return std::min(m_text.find_first_not_of(" \t", from), m_text.size());
        };
        for (std::size_t from = at;;) {
            const std::size_t begin = skip(from);
            std::size_t end = begin;
            const char quote = begin < m_text.size() ? m_text[begin] : '\0';
            if (quote == '"' || quote == '\'')
                end = std::min(m_text.find_first_of(std::string{quote, '\n'}, begin + 1), m_text.size() - 1) +
                      1;
            else
                while (end < m_text.size() && isBareKey(m_text[end])) ++end;
            if (end == begin) return at;
            end = skip(end);
            if (end >= m_text.size() || m_text[end] != '.') return end;
            from = end + 1;
        }
    }

    /// `[name]` or `[[name]]` alone on its line, where the name is no value: then it is no array in an array.
    [[nodiscard]] bool looksLikeHeader() const {
        const std::string_view closing = peek(1) == '[' ? "]]" : "]";
        const std::size_t begin = m_at + closing.size();
        const std::size_t end = peek() == '[' ? behindKey(begin) : begin;
        if (end == begin || !m_text.substr(end).starts_with(closing)) return false;
        const std::size_t next = m_text.find_first_not_of(" \t\r", end + closing.size());
        if (next != std::string_view::npos && m_text[next] != '\n' && m_text[next] != '#') return false;
        Message noValue;
        const std::string_view name = m_text.substr(begin, end - begin);
        const Value value =
            readScalar(name.substr(std::min(name.find_first_not_of(" \t"), name.size())), 0, noValue);
        return value.kind == Kind::Missing;
    }

    /// Inside an array, `end` behind its last element: the end of the text, or a header or `key =` on a later line.
    [[nodiscard]] bool looksLikeNextStatement(std::size_t end) const {
        if (m_at >= m_text.size()) return true;
        if (!m_text.substr(end, m_at - end).contains('\n')) return false;
        const std::size_t behind = behindKey(m_at);
        return looksLikeHeader() || (behind != m_at && behind < m_text.size() && m_text[behind] == '=');
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    SyntaxTree m_tree;
};

}

SyntaxTree parse(std::string_view text) {
    return Parser(text).run();
}

}
