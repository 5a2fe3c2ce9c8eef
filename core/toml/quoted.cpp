#include "core/toml/rewrite.h"

#include "core/toml/scalar.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace arabesque::toml {

namespace {

bool isControl(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
}

std::string escaped(std::string_view text, bool multiLine) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' ||
            (c == '"' && (!multiLine || text.substr(i).starts_with("\"\"\"") || i + 1 == text.size())))
            out += '\\', out += c;
        else if (multiLine && c == '\n')
            out += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += multiLine ? "\t" : "\\t";
        else if (c == '\r')
            out += "\\r";
        else if (isControl(c)) {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "\\u%04X",
                          static_cast<unsigned>(static_cast<unsigned char>(c)));
            out += code.data();
        } else
            out += c;
    }
    return out;
}

bool fitsLiteral(std::string_view text) {
    return !text.contains('\'') && std::ranges::none_of(text, isControl);
}

bool fitsMultiLineLiteral(std::string_view text) {
    if (text.contains("'''") || text.ends_with('\'')) return false;
    return std::ranges::none_of(text, [](char c) { return isControl(c) && c != '\n'; });
}

}

std::string quoted(std::string_view text, Style preferred) {
    switch (preferred) {
    case Style::Literal:
        if (fitsLiteral(text)) return "'" + std::string(text) + "'";
        break;
    case Style::MultiLineLiteral:
        if (fitsMultiLineLiteral(text)) return "'''\n" + std::string(text) + "'''";
        [[fallthrough]];
    case Style::MultiLineBasic: return "\"\"\"\n" + escaped(text, true) + "\"\"\"";
    case Style::Plain:
    case Style::Basic: break;
    }
    return '"' + escaped(text, false) + '"';
}

std::string inlineText(const Node& node) {
    const auto joined = [](const auto& parts, const auto& text) {
        std::string all;
        for (const auto& part : parts) all += (all.empty() ? "" : ", ") + text(part);
        return all;
    };
    if (node.kind == Node::Kind::Array)
        return '[' + joined(node.elements, [](const Node& element) { return inlineText(element); }) + ']';
    if (node.kind == Node::Kind::Table)
        return node.members.empty() ? "{}"
                                    : "{ " + joined(node.members, [](const Member& member) {
                                          return keyText(member.name) + " = " + inlineText(member.node);
                                      }) + " }";
    if (node.value == nullptr) return {};
    return node.value->kind == Kind::String ? quoted(node.value->text) : node.value->text;
}

}
