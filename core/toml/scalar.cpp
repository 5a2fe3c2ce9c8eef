#include "core/toml/scalar.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace arabesque::toml {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

void appendUtf8(std::string& out, std::uint32_t point) {
    const auto continuation = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
    };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | (point >> 6U));
        continuation(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | (point >> 12U));
        continuation(6), continuation(0);
    } else {
        out += static_cast<char>(0xF0U | (point >> 18U));
        continuation(12), continuation(6), continuation(0);
    }
}

/// Decodes the escape at text[at] == '\\'; moves `at` behind it. False when it is none of TOML's.
bool decodeEscape(std::string_view text, std::size_t& at, std::string& out) {
    constexpr std::string_view names = "btnfr\"\\";
    constexpr std::string_view values = "\b\t\n\f\r\"\\";
    const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
    if (const std::size_t simple = names.find(kind); simple != std::string_view::npos) {
        out += values[simple];
        at += 2;
        return true;
    }
    const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits == 0 || at + 2 + digits > text.size()) return false;
    std::uint32_t point = 0;
    const char* begin = text.data() + at + 2;
    const auto [end, status] = std::from_chars(begin, begin + digits, point, 16);
    if (status != std::errc{} || end != begin + digits || point > 0x10FFFF ||
        (point >= 0xD800 && point < 0xE000))
        return false;
    appendUtf8(out, point);
    at += 2 + digits;
    return true;
}

/// Skips a line-ending backslash of a multi-line string with all white space behind it.
bool skipLineContinuation(std::string_view text, std::size_t& at) {
    std::size_t next = at + 1;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) ++next;
    if (next >= text.size() || text[next] != '\n') return false;
    while (next < text.size() && std::string_view(" \t\r\n").contains(text[next])) ++next;
    at = next;
    return true;
}

std::size_t lineEnd(std::string_view text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    return end > 0 && end < text.size() && text[end - 1] == '\r' ? end - 1 : end;
}

Value unfinished(std::string_view text, std::size_t offset, Message& error) {
    error = MESSAGE("toml", "This string is not closed");
    Value value;
    value.range = {offset, offset + lineEnd(text)};
    return value;
}

Value readSingleLine(std::string_view text, std::size_t offset, Message& error) {
    const char quote = text[0];
    Value value{.kind = Kind::String, .style = quote == '"' ? Style::Basic : Style::Literal};
    bool good = true;
    std::size_t at = 1;
    while (at < text.size() && text[at] != quote && text[at] != '\n') {
        if (quote == '"' && text[at] == '\\') {
            if (decodeEscape(text, at, value.text)) continue;
            good = false;
            if (at + 1 < text.size() && text[at + 1] != '\n') value.text += text[at++];
        }
        value.text += text[at++];
    }
    if (at >= text.size() || text[at] != quote) return unfinished(text, offset, error);
    value.range = {offset, offset + at + 1};
    if (!good) error = MESSAGE("toml", "A backslash here must begin an escape such as \\n or \\\\");
    return value;
}

Value readMultiLine(std::string_view text, std::size_t offset, Message& error) {
    const char quote = text[0];
    const std::string_view closing = text.substr(0, 3);
    Value value{.kind = Kind::String,
                .style = quote == '"' ? Style::MultiLineBasic : Style::MultiLineLiteral};
    std::size_t at = 3;
    if (text.substr(at).starts_with("\r\n"))
        at += 2;
    else if (text.substr(at).starts_with('\n'))
        ++at;
    while (at < text.size()) {
        if (text.substr(at).starts_with(closing)) {
            // up to two quotes may stand before the closing three
            std::size_t extra = 0;
            while (extra < 2 && at + 3 + extra < text.size() && text[at + 3 + extra] == quote) ++extra;
            value.text.append(extra, quote);
            value.range = {offset, offset + at + extra + 3};
            return value;
        }
        if (quote == '"' && text[at] == '\\') {
            if (skipLineContinuation(text, at) || decodeEscape(text, at, value.text)) continue;
            error = MESSAGE("toml", "A backslash here must begin an escape such as \\n or \\\\");
        }
        if (text.substr(at).starts_with("\r\n"))
            ++at;   // a line end reads as LF, whatever the file's line ends
        value.text += text[at++];
    }
    return unfinished(text, offset, error);
}

/// Underscores are allowed between digits only.
std::optional<std::string> withoutUnderscores(std::string_view word) {
    std::string plain;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] != '_') {
            plain += word[i];
            continue;
        }
        const auto alphanumeric = [](char c) {
            return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        };
        if (i == 0 || i + 1 == word.size() || !alphanumeric(word[i - 1]) || !alphanumeric(word[i + 1]))
            return {};
    }
    return plain;
}

bool readInteger(std::string_view word, Value& value) {
    const bool sign = word.starts_with('+') || word.starts_with('-');
    const std::string_view digits = word.substr(sign ? 1 : 0);
    int base = 10;
    if (!sign && digits.size() > 2 && digits[0] == '0')
        base = digits[1] == 'x' ? 16 : digits[1] == 'o' ? 8 : digits[1] == 'b' ? 2 : 10;
    const std::string_view body = base == 10 ? digits : digits.substr(2);
    if (body.empty() || (base == 10 && body.size() > 1 && body[0] == '0') || body[0] == '+' || body[0] == '-')
        return false;
    const std::string text = (word.starts_with('-') ? "-" : "") + std::string(body);
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value.integer, base);
    if (status != std::errc{} || end != text.data() + text.size()) return false;
    value.kind = Kind::Integer;
    value.number = static_cast<double>(value.integer);
    return true;
}

bool readFloat(std::string_view word, Value& value) {
    const bool sign = word.starts_with('+') || word.starts_with('-');
    std::string_view body = word.substr(sign ? 1 : 0);
    const double factor = word.starts_with('-') ? -1.0 : 1.0;
    if (body == "inf" || body == "nan") {
        value.number = factor * (body == "inf" ? std::numeric_limits<double>::infinity()
                                               : std::numeric_limits<double>::quiet_NaN());
        value.kind = Kind::Float;
        return true;
    }
    if (body.empty() || !isDigit(body[0]) || (body.size() > 1 && body[0] == '0' && isDigit(body[1])))
        return false;
    const std::size_t point = body.find('.');
    if (point != std::string_view::npos && (point + 1 >= body.size() || !isDigit(body[point + 1])))
        return false;
    if (body.find_first_of(".eE") == std::string_view::npos) return false;
    const auto [end, status] = std::from_chars(body.data(), body.data() + body.size(), value.number);
    if (end != body.data() + body.size() || status == std::errc::invalid_argument) return false;
    value.number *= factor;
    value.kind = Kind::Float;
    return true;
}

/// `pattern` of digits ('d') and literal characters at the start of `word`.
bool matches(std::string_view word, std::string_view pattern) {
    return word.size() >= pattern.size() &&
           std::ranges::equal(pattern, word.substr(0, pattern.size()),
                              [](char p, char c) { return p == 'd' ? isDigit(c) : p == c; });
}

bool isTime(std::string_view word) {
    if (!matches(word, "dd:dd:dd")) return false;
    word.remove_prefix(8);
    if (word.starts_with('.')) {
        const std::size_t digits = std::min(word.find_first_not_of("0123456789", 1), word.size());
        if (digits == 1) return false;
        word.remove_prefix(digits);
    }
    return word.empty() || word == "Z" || word == "z" ||
           (word.size() == 6 && (matches(word, "+dd:dd") || matches(word, "-dd:dd")));
}

bool isDateTime(std::string_view word) {
    if (!matches(word, "dddd-dd-dd"))
        return isTime(word) && word.find_first_of("Zz+-") == std::string_view::npos;
    if (word.size() == 10) return true;
    return std::string_view("Tt ").contains(word[10]) && isTime(word.substr(11));
}

/// The bare word at the start of `text`; a date and a time with a blank between are one word.
std::string_view bareWord(std::string_view text) {
    constexpr std::string_view ends = " \t\r\n,]}#=\"'";
    std::size_t end = std::min(text.find_first_of(ends), text.size());
    if (end == 10 && matches(text, "dddd-dd-dd dd:"))
        end = std::min(text.find_first_of(ends, 11), text.size());
    return text.substr(0, end);
}

}

bool isBareKey(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

Value readScalar(std::string_view text, std::size_t offset, Message& error) {
    if (text.starts_with("\"\"\"") || text.starts_with("'''")) return readMultiLine(text, offset, error);
    if (text.starts_with('"') || text.starts_with('\'')) return readSingleLine(text, offset, error);

    const std::string_view word = bareWord(text);
    Value value;
    value.range = {offset, offset + word.size()};
    value.text = word;
    if (word == "true" || word == "false") {
        value.kind = Kind::Boolean;
        value.boolean = word == "true";
    } else if (isDateTime(word)) {
        value.kind = Kind::DateTime;
    } else if (const auto plain = withoutUnderscores(word);
               !plain || (!readInteger(*plain, value) && !readFloat(*plain, value))) {
        if (word.empty())
            error = MESSAGE("toml", "A value is missing here");
        else
            error = {MESSAGE("toml", "'%1' is no TOML value; text needs quotes"), std::string(word)};
    }
    return value;
}

}
