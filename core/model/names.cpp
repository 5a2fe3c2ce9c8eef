#include "core/model/names.h"

#include "core/text/lower_case.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace arabesque {

std::string_view withoutTrailingSlashes(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    return path;
}

std::string lastName(std::string_view path) {
    path = withoutTrailingSlashes(path);
    return std::string(path.substr(path.rfind('/') + 1));
}

std::string without(std::string text, std::string_view part) {
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at))
        text.erase(at, part.size());
    return text;
}

namespace {

/// At most `units` UTF-16 units of UTF-8 text, which is what Java counts; no character is split.
std::string_view firstUnits(std::string_view text, std::size_t units) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t needed = lead >= 0xF0 ? 2 : 1;
        if (needed > units) break;
        units -= needed;
        do ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    }
    return text.substr(0, at);
}

}

std::string validName(std::string_view text) {
    if (text.starts_with('/')) text.remove_prefix(1);
    std::string name = lowerCase(text);
    std::erase(name, '$');
    std::ranges::replace_if(name, [](char c) { return c == '_' || c == '.' || c == '/'; }, '-');
    for (std::size_t at = name.find("--"); at != std::string::npos; at = name.find("--", at + 1))
        name.erase(at, 1);
    name.resize(firstUnits(name, 15).size());
    if (name.ends_with('-')) name.pop_back();
    return name;
}

std::string encodedIdentifier(std::string_view name) {
    std::string encoded;
    for (const char c : name) {
        if (!std::string_view("\\.:;[]/<>").contains(c)) {
            encoded += c;
            continue;
        }
        std::array<char, 8> code{};
        std::snprintf(code.data(), code.size(), "&%04d", c);
        encoded += code.data();
    }
    return encoded;
}

}
