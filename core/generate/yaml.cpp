#include "core/generate/yaml.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace arabesque {

/// Where a document goes, and the line that is begun: of a list element its dash stands there already.
struct Yaml::Writing {
    TextWriter& writer;
    std::string line;

    void begin(std::size_t indent) {
        if (line.empty()) line.assign(indent, ' ');
    }
    void end(Ids ids) {
        writer.line(line, std::move(ids));
        line.clear();
    }
};

namespace {

constexpr std::size_t longestWord = 5;

/// Names that YAML 1.1 reads as something else than text, in the three spellings it knows.
bool isWord(std::string_view key) {
    if (key.size() > longestWord) return false;
    static constexpr std::string_view words[] = {
        "<<",   "=",  "false", "n",    "no", "null", "on",    "off", "true", "y",  "yes", "False", "N",  "No",
        "Null", "On", "Off",   "True", "Y",  "Yes",  "FALSE", "NO",  "NULL", "ON", "OFF", "TRUE",  "YES"};
    return std::ranges::contains(words, key);
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether the tool's YAML library leaves a key bare: it quotes words, and what might be a number. Further ones are
/// quoted here where YAML itself wants that; file names with such characters are refused by Kubernetes in any case.
bool isPlainKey(std::string_view key) {
    if (key.size() > longestWord && std::ranges::all_of(key, isLetter)) return true;   // nearly every key
    if (key.empty() || isWord(key) || std::string_view("0123456789-+.~").contains(key[0])) return false;
    if (std::string_view("?:,[]{}#&*!|>'\"%@` ").contains(key[0]) || key.ends_with(' ') || key.ends_with(':'))
        return false;
    const bool printable = std::ranges::all_of(key, [](char c) { return c >= ' ' && c != 0x7F; });
    return printable && !key.contains(": ") && !key.contains(" #");
}

void appendKey(std::string& line, const std::string& key) {
    constexpr std::size_t unfolded = std::numeric_limits<std::size_t>::max();   // a key stands on one line
    line += isPlainKey(key) ? key : doubleQuoted(key, 0, 0, unfolded).front();
    line += ':';
}

/// Whether a character in double quotes is written as it is.
bool isPlain(char character) {
    return character >= 0x20 && character < 0x7F && character != '"' && character != '\\';
}

/// Whether a text needs no escape and no second line.
bool fitsPlainly(std::string_view text, std::size_t column, std::size_t width) {
    return column + 1 + text.size() <= width && std::ranges::all_of(text, isPlain);
}

/// One step through a text: what is written for it, and how many characters that takes.
struct Piece {
    std::string written;
    std::size_t bytes = 1;   ///< of the text
    std::size_t width = 1;   ///< in UTF-16 units, as the library counts columns
    bool plain = true;       ///< written as it is, in one go with its neighbours
};

Piece pieceAt(std::string_view text, std::size_t at) {
    static constexpr std::string_view names = "\"\\\t\n\r\b\f\x1b\x07\x0b";
    static constexpr std::string_view letters = "\"\\tnrbfeav";
    const auto byte = static_cast<unsigned char>(text[at]);
    if (const std::size_t simple = names.find(text[at]); simple != std::string_view::npos)
        return {std::string("\\") + letters[simple], 1, 2, false};
    if (byte == 0) return {"\\0", 1, 2, false};
    if (isPlain(text[at])) return {std::string(1, text[at]), 1, 1, true};
    if (byte < 0x80) {
        static constexpr char digits[] = "0123456789abcdef";
        return {std::string("\\x") + digits[byte >> 4U] + digits[byte & 0xFU], 1, 4, false};
    }
    static constexpr std::pair<std::string_view, std::string_view> named[] = {
        {"\u0085", "\\N"}, {"\u00a0", "\\_"}, {"\u2028", "\\L"}, {"\u2029", "\\P"}, {"\ufeff", "\\uFEFF"}};
    for (const auto& [character, name] : named)
        if (text.substr(at).starts_with(character))
            return {std::string(name), character.size(), name.size(), false};
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return {std::string(text.substr(at, end - at)), end - at, byte >= 0xF0 ? 2U : 1U, false};
}

}

std::vector<std::string> doubleQuoted(std::string_view text, std::size_t column, std::size_t indent,
                                      std::size_t width) {
    if (fitsPlainly(text, column, width)) return {std::string(1, '"').append(text).append(1, '"')};
    std::vector<std::string> lines{"\""};
    ++column;
    std::size_t run = 0;   // plain characters since the last escape or fold: the library counts them late
    for (std::size_t at = 0; at < text.size();) {
        const Piece piece = pieceAt(text, at);
        const std::size_t next = at + piece.bytes;
        const bool inside = at > 0 && at + 1 < text.size();
        const auto fold = [&] {
            lines.back() += '\\';
            lines.emplace_back(indent, ' ');
            column = indent;
            run = 0;
            if (next <= text.size() && text[piece.plain ? at : next] == ' ') lines.back() += '\\', ++column;
        };
        if (piece.plain) {
            if (inside && (text[at] == ' ' || run == 0) && column + run > width) fold();
            lines.back() += piece.written;
            ++run;
        } else {
            lines.back() += piece.written;
            column += run + piece.width;
            run = 0;
            if (inside && next < text.size() && column - 1 > width) fold();
        }
        at = next;
    }
    lines.back() += '"';
    return lines;
}

Yaml& Yaml::set(std::string key, Yaml value) & {
    constexpr std::size_t usualMembers = 4;
    if (m_members.empty()) m_members.reserve(usualMembers);
    m_members.emplace_back(std::move(key), std::move(value));
    return *this;
}

Yaml& Yaml::add(Yaml element) & {
    m_members.emplace_back(std::string(), std::move(element));
    return *this;
}

Yaml Yaml::null() {
    Yaml value(Kind::Plain);
    value.m_text = "null";
    return value;
}

Origins Yaml::allOrigins() const {
    Origins all = m_origins;
    for (const auto& [key, value] : m_members) all = joined(std::move(all), value.allOrigins());
    return all;
}

const Yaml* Yaml::find(std::string_view key) const {
    const auto found = std::ranges::find(m_members, key, &std::pair<std::string, Yaml>::first);
    return found == m_members.end() ? nullptr : &found->second;
}

Yaml* Yaml::find(std::string_view key) {
    return const_cast<Yaml*>(std::as_const(*this).find(key));
}

const Yaml& Yaml::at(std::string_view key) const {
    const Yaml* found = find(key);
    assert(found != nullptr);
    return *found;
}

Yaml& Yaml::at(std::string_view key) {
    return const_cast<Yaml&>(std::as_const(*this).at(key));
}

Yaml& Yaml::mapAt(std::string_view key) {
    if (find(key) == nullptr) set(std::string(key), map());
    return at(key);
}

Yaml& Yaml::listAt(std::string_view key) {
    if (find(key) == nullptr) set(std::string(key), list());
    return at(key);
}

Yaml& Yaml::put(std::string_view key, Yaml value) {
    if (Yaml* found = find(key))
        *found = std::move(value);
    else
        set(std::string(key), std::move(value));
    return *this;
}

void Yaml::remove(std::string_view key) {
    std::erase_if(m_members, [&](const auto& member) { return member.first == key; });
}

bool Yaml::means(const Yaml& other) const {
    if (m_kind != other.m_kind || m_text != other.m_text || m_members.size() != other.m_members.size())
        return false;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const auto& [key, value] = m_members[i];
        const Yaml* there = m_kind == Kind::Map ? other.find(key) : &other.m_members[i].second;
        if (there == nullptr || !value.means(*there)) return false;
    }
    return true;
}

Yaml& Yaml::because(const Origins& origins) & {
    m_origins = joined(std::move(m_origins), origins);
    return *this;
}

Yaml::Ids Yaml::idsIn(Writing& writing, const Ids& inherited) const {
    Ids all;
    all.reserve(inherited.size() + m_origins.size());
    all = inherited;
    writing.writer.addIds(all, m_origins);
    return all;
}

/// Why the line that names this value is there: a list is there because any of its elements is.
Yaml::Ids Yaml::reasons(Writing& writing, const Ids& own) const {
    Ids all = own;
    if (m_kind == Kind::List)
        for (const auto& [key, element] : m_members) writing.writer.addIds(all, element.m_origins);
    return all;
}

void Yaml::writeDocument(TextWriter& writer) const {
    writer.line("---", m_origins);
    write(writer);
}

void Yaml::write(TextWriter& writer) const {
    Writing writing{writer, {}};
    const Ids own = writer.idsOf(m_origins);
    if (m_kind == Kind::Map)
        writeMembers(writing, 0, own);
    else
        writeElements(writing, 0, own);
}

void Yaml::writeMembers(Writing& writing, std::size_t indent, const Ids& inherited) const {
    for (const auto& [key, value] : m_members) writeMember(writing, key, value, indent, inherited);
}

void Yaml::writeMember(Writing& writing, const std::string& key, const Yaml& value, std::size_t indent,
                       const Ids& inherited) const {
    writing.begin(indent);
    appendKey(writing.line, key);
    if (value.m_kind == Kind::Text || value.m_kind == Kind::Plain) {
        writing.line += ' ';
        return value.writeScalar(writing, indent, inherited);
    }
    Ids own = value.idsIn(writing, inherited);
    if (value.empty()) {
        writing.line += value.m_kind == Kind::Map ? " {}" : " []";
        return writing.end(std::move(own));
    }
    writing.end(value.reasons(writing, own));
    if (value.m_kind == Kind::Map)
        value.writeMembers(writing, indent + 2, own);
    else
        value.writeElements(writing, indent, own);
}

void Yaml::writeElements(Writing& writing, std::size_t indent, const Ids& inherited) const {
    for (const auto& [unused, element] : m_members) {
        writing.begin(indent);
        writing.line += "- ";
        if (element.m_kind == Kind::Map)
            element.writeMembers(writing, indent + 2, element.idsIn(writing, inherited));
        else
            element.writeScalar(writing, indent, inherited);
    }
}

void Yaml::writeScalar(Writing& writing, std::size_t indent, const Ids& inherited) const {
    Ids ids = idsIn(writing, inherited);
    std::string& line = writing.line;
    if (m_kind == Kind::Plain) {
        line += m_text;
    } else if (fitsPlainly(m_text, line.size(), usualWidth)) {
        (line += '"').append(m_text) += '"';
    } else {
        std::vector<std::string> lines = doubleQuoted(m_text, line.size(), indent + 2);
        line += lines.front();
        for (std::size_t i = 1; i < lines.size(); ++i) {
            writing.end(ids);
            line = std::move(lines[i]);
        }
    }
    writing.end(std::move(ids));
}

}
