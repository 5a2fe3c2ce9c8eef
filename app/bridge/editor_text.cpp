#include "app/bridge/editor_text.h"

#include "app/bridge/text.h"

#include <algorithm>

namespace arabesque {

namespace {

bool isLineEndPair(std::string_view bytes, std::size_t at) {
    return bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
}

/// Bytes of the character at `at`; 1 inside a broken sequence.
std::size_t sizeOfCharacter(std::string_view bytes, std::size_t at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(size, bytes.size() - at);
}

/// One step of an editor's cursor: bytes passed and UTF-16 units passed.
struct Advance {
    std::size_t bytes;
    qsizetype units;
};

Advance advanceAt(std::string_view bytes, std::size_t at) {
    if (isLineEndPair(bytes, at)) return {2, 1};
    const std::size_t size = sizeOfCharacter(bytes, at);
    return {size, size == 4 ? 2 : 1};
}

QChar standIn(QChar character) {
    switch (character.unicode()) {
    case '\0': return QChar(0x2400);
    case '\r': return QChar(0x240D);
    case 0x2028:
    case 0x2029:
    case 0xFDD0:
    case 0xFDD1: return QChar(QChar::ReplacementCharacter);
    default: return character;
    }
}

}

QString editorText(std::string_view bytes) {
    QString text = toQt(bytes);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (QChar& character : text) {
        const QChar shown = standIn(character);
        if (shown != character) character = shown;
    }
    return text;
}

std::string documentText(QStringView text, std::string_view lineEnd) {
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(text.size()) + 8);
    for (const char byte : fromQt(text.toString().replace(QChar(QChar::ParagraphSeparator), QChar(u'\n')))) {
        if (byte == '\n') {
            bytes += lineEnd;
        } else {
            bytes += byte;
        }
    }
    return bytes;
}

std::string_view lineEndOf(std::string_view bytes) {
    const auto end = bytes.find('\n');
    return end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r' ? "\r\n" : "\n";
}

qsizetype editorPosition(std::string_view bytes, std::size_t offset) {
    qsizetype position = 0;
    std::size_t at = 0;
    while (at < bytes.size()) {
        const Advance step = advanceAt(bytes, at);
        if (at + step.bytes > offset) break;
        at += step.bytes;
        position += step.units;
    }
    return position;
}

std::size_t byteOffset(std::string_view bytes, qsizetype position) {
    std::size_t at = 0;
    qsizetype passed = 0;
    while (at < bytes.size() && passed < position) {
        const Advance step = advanceAt(bytes, at);
        at += step.bytes;
        passed += step.units;
    }
    return at;
}

ByteRange byteRange(std::string_view bytes, qsizetype position, qsizetype length) {
    const std::size_t begin = byteOffset(bytes, position);
    return {begin, begin + byteOffset(bytes.substr(begin), length)};
}

std::uint32_t codePoints(QStringView text) {
    return static_cast<std::uint32_t>(
        text.size() - std::ranges::count_if(text, [](QChar unit) { return unit.isLowSurrogate(); }));
}

}
