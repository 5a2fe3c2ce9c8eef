#include "core/toml/scalar.h"

#include "core/text/eight_bytes.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>
#include <optional>

namespace arabesque::toml {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
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

/// Control characters stand nowhere in a document; a tab may, a line end where a value goes on.
bool isControl(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
}

Message badEscape() {
    return MESSAGE("toml", "A backslash here must begin an escape such as \\n or \\\\");
}

Message badCharacter() {
    return MESSAGE("toml", "A control character stands here; in a basic string it is written as \\u0007");
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

/// The first character from `at` on that is a quote, a backslash or a control character; else the end.
std::size_t endOfPlain(std::string_view text, std::size_t at, char quote) {
    for (; at + 8 <= text.size(); at += 8) {
        const EightBytes bytes(text, at);
        if (bytes.contain(quote) || bytes.contain('\\') || bytes.containBelow(0x20) || bytes.contain(0x7F))
            break;
    }
    while (at < text.size() && text[at] != quote && text[at] != '\\' && !isControl(text[at])) ++at;
    return at;
}

Value readSingleLine(std::string_view text, std::size_t offset, Message& error) {
    const char quote = text[0];
    Value value{.kind = Kind::String, .style = quote == '"' ? Style::Basic : Style::Literal};
    Message mistake;
    std::size_t at = 1;
    while (true) {
        const std::size_t end = endOfPlain(text, at, quote);
        value.text.append(text, at, end - at);
        at = end;
        if (at >= text.size() || text[at] == '\n' || text.substr(at).starts_with("\r\n"))
            return unfinished(text, offset, error);
        if (text[at] == quote) break;
        if (quote == '"' && text[at] == '\\') {
            if (decodeEscape(text, at, value.text)) continue;
            mistake = badEscape();
            if (at + 1 < text.size() && text[at + 1] != '\n') value.text += text[at++];
        } else if (text[at] != '\\') {
            mistake = badCharacter();
        }
        value.text += text[at++];
    }
    value.range = {offset, offset + at + 1};
    error = std::move(mistake);
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
    while (true) {
        const std::size_t end = endOfPlain(text, at, quote);
        value.text.append(text, at, end - at);
        at = end;
        if (at >= text.size()) return unfinished(text, offset, error);
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
            error = badEscape();
        } else if (text.substr(at).starts_with("\r\n")) {
            ++at;   // a line end reads as LF, whatever the file's line ends
        } else if (isControl(text[at]) && text[at] != '\n') {
            error = badCharacter();
        }
        value.text += text[at++];
    }
}

/// Underscores are allowed between digits only.
std::optional<std::string> withoutUnderscores(std::string_view word) {
    const bool hexadecimal = word.starts_with("0x");
    const auto digit = [&](std::size_t i) {
        const char c = i < word.size() ? word[i] : '\0';
        return isDigit(c) || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    std::string plain;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] != '_')
            plain += word[i];
        else if (i == 0 || !digit(i - 1) || !digit(i + 1))
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
    // TOML says nothing of numbers a double cannot hold; as most readers do, the nearest one is taken
    if (status == std::errc::result_out_of_range)
        value.number =
            body.contains("e-") || body.contains("E-") ? 0.0 : std::numeric_limits<double>::infinity();
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

/// The number at the start of `word`; two digits unless told.
int leading(std::string_view word, std::size_t digits = 2) {
    int number = 0;
    std::from_chars(word.data(), word.data() + digits, number);
    return number;
}

bool isTimeOfDay(std::string_view word, int lastSecond) {
    return leading(word) < 24 && leading(word.substr(3)) < 60 &&
           (lastSecond == 0 || leading(word.substr(6)) <= lastSecond);
}

bool isDate(std::string_view word) {
    if (!matches(word, "dddd-dd-dd")) return false;
    const int year = leading(word, 4);
    const int month = leading(word.substr(5));
    const int day = leading(word.substr(8));
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok();
}

bool isTime(std::string_view word) {
    if (!matches(word, "dd:dd:dd") || !isTimeOfDay(word, 59)) return false;
    word.remove_prefix(8);
    if (word.starts_with('.')) {
        const std::size_t digits = std::min(word.find_first_not_of("0123456789", 1), word.size());
        if (digits == 1) return false;
        word.remove_prefix(digits);
    }
    return word.empty() || word == "Z" || word == "z" ||
           (word.size() == 6 && (matches(word, "+dd:dd") || matches(word, "-dd:dd")) &&
            isTimeOfDay(word.substr(1), 0));
}

bool isDateTime(std::string_view word) {
    if (!isDate(word)) return isTime(word) && word.find_first_of("Zz+-") == std::string_view::npos;
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
