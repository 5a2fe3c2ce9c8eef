#include "core/generate/plain_text.h"

#include <algorithm>

namespace arabesque {

bool hasOnly(std::string_view text, std::string_view signs) {
    return std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               signs.contains(c);
    });
}

bool isFileName(std::string_view text) {
    return !text.empty() && text.front() != '.' && hasOnly(text, "-_.");
}

std::string identifierOf(std::string_view text) {
    std::string identifier(text);
    for (char& c : identifier)
        if (!hasOnly({&c, 1}, "")) c = '_';
    return identifier;
}

std::string objectNameOf(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        name += upper ? static_cast<char>(c - 'A' + 'a') : plain ? c : '-';
    }
    const std::size_t first = name.find_first_not_of('-');
    if (first == std::string::npos) return "program";
    return name.substr(first, name.find_last_not_of('-') + 1 - first);
}

std::string onOneLine(std::string_view text) {
    std::string line(text);
    for (char& c : line)
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
    return line;
}

}
