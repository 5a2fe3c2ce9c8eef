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

std::string onOneLine(std::string_view text) {
    std::string line(text);
    for (char& c : line)
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
    return line;
}

}
