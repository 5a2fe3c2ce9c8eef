#include "core/diagram/measures.h"

namespace arabesque::measures {

namespace {

// Widths in parts of the size.
constexpr double narrow = 0.32, digit = 0.64, capital = 0.72, wide = 0.92, letter = 0.60, full = 1.05;
constexpr std::string_view ellipsis = "…";

double widthOf(unsigned char lead) {
    constexpr std::string_view narrowOnes = "ijlftrI.,:;'|!()[]/ ";
    constexpr std::string_view wideOnes = "mwMW@%";
    constexpr unsigned char firstOfThreeBytes = 0xE0;
    if (lead >= firstOfThreeBytes) return full;
    const char c = static_cast<char>(lead);
    if (narrowOnes.contains(c)) return narrow;
    if (wideOnes.contains(c)) return wide;
    if (c >= '0' && c <= '9') return digit;
    if (c >= 'A' && c <= 'Z') return capital;
    return letter;
}

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}

double textWidth(std::string_view utf8, double size) {
    double width = 0;
    for (const char byte : utf8)
        if (!isContinuation(byte)) width += widthOf(static_cast<unsigned char>(byte));
    return width * size;
}

std::string fitted(std::string_view utf8, double size, double width) {
    if (textWidth(utf8, size) <= width) return std::string(utf8);
    double used = letter * size;   // of the ellipsis
    std::size_t end = 0;
    while (end < utf8.size()) {
        used += widthOf(static_cast<unsigned char>(utf8[end])) * size;
        if (used > width) break;
        do ++end;
        while (end < utf8.size() && isContinuation(utf8[end]));
    }
    return std::string(utf8.substr(0, end)).append(ellipsis);
}

}
