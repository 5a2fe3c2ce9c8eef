#include "core/ballerina/literals.h"

#include "core/text/utf8.h"

#include <charconv>

namespace arabesque::ballerina {

namespace {

/// Appends what `\u{…}` at the begin of `text` stands for; returns its length, or 0 where it is none.
std::size_t appendCodePoint(std::string& result, std::string_view text) {
    static constexpr std::size_t longest = 10;   // \u{10FFFF}
    if (!text.starts_with("\\u{")) return 0;
    const auto close = text.substr(0, longest).find('}');
    if (close == std::string_view::npos) return 0;
    std::uint32_t code = 0;
    const auto read = std::from_chars(text.data() + 3, text.data() + close, code, 16);
    const bool valid = read.ec == std::errc() && read.ptr == text.data() + close && code <= 0x10FFFF &&
                       (code < 0xD800 || code > 0xDFFF);
    if (!valid) return 0;
    appendUtf8(result, code);
    return close + 1;
}

std::string unescaped(std::string_view text, bool lettersAreControls) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            result += text[at++];
            continue;
        }
        if (const auto length = appendCodePoint(result, text.substr(at)); length > 0) {
            at += length;
            continue;
        }
        const char c = text[at + 1];
        const bool control = lettersAreControls && (c == 'n' || c == 'r' || c == 't');
        const char meant = c == 'n' ? '\n' : c == 'r' ? '\r' : '\t';
        result += control ? meant : c;
        at += 2;
    }
    return result;
}

std::string integerValue(std::string_view text) {
    if (!text.starts_with("0x") && !text.starts_with("0X")) return std::string(text);
    std::uint64_t value = 0;
    const auto read = std::from_chars(text.data() + 2, text.data() + text.size(), value, 16);
    return read.ec == std::errc() ? std::to_string(value) : std::string(text);
}

/// TOML wants digits on both sides of the point and a float to look like one; it knows no suffix.
std::string floatValue(std::string_view text) {
    std::string value(text);
    if (std::string_view("fFdD").contains(value.back())) value.pop_back();
    if (value.starts_with('.')) value.insert(0, "0");
    if (value.find_first_of(".eE") == std::string::npos) value += ".0";
    return value;
}

}

std::string unquoted(std::string_view identifier) {
    if (identifier.starts_with('\'')) identifier.remove_prefix(1);
    return identifier.contains('\\') ? unescaped(identifier, false) : std::string(identifier);
}

std::string stringValue(std::string_view literal) {
    if (literal.starts_with('"')) literal.remove_prefix(1);
    if (literal.ends_with('"')) literal.remove_suffix(1);
    return literal.contains('\\') ? unescaped(literal, true) : std::string(literal);
}

std::string tomlString(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"': result += "\\\""; break;
        case '\\': result += "\\\\"; break;
        case '\n': result += "\\n"; break;
        case '\r': result += "\\r"; break;
        case '\t': result += "\\t"; break;
        default:
            if (byte >= 0x20 && byte != 0x7F) {
                result += c;
            } else {
                result += {'\\', 'u', '0', '0', digits[byte / 16], digits[byte % 16]};
            }
        }
    }
    return result + '"';
}

std::optional<std::string> tomlValue(const SourceCode& code, TokenRange expression) {
    std::string sign;
    if (expression.size() == 2) {
        const auto first = code.text(expression.begin);
        if (first != "-" && first != "+") return std::nullopt;
        if (first == "-") sign = first;
        ++expression.begin;
    }
    if (expression.size() != 1) return std::nullopt;
    const auto text = code.text(expression.begin);
    switch (code.token(expression.begin).kind) {
    case TokenKind::Integer: return sign + integerValue(text);
    case TokenKind::Float: return sign + floatValue(text);
    case TokenKind::String: return sign.empty() ? std::optional(tomlString(stringValue(text))) : std::nullopt;
    default: break;
    }
    if (sign.empty() && (text == "true" || text == "false")) return std::string(text);
    return std::nullopt;
}

std::optional<std::int64_t> decimalValue(const SourceCode& code, TokenRange expression) {
    if (expression.size() != 1 || code.token(expression.begin).kind != TokenKind::Integer)
        return std::nullopt;
    const auto text = code.text(expression.begin);
    std::int32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

}
