#include "app/bridge/editor_text.h"

#include "app/bridge/text.h"
#include "core/text/eight_bytes.h"

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

/// Eight characters of a unit each begin here.
bool areEightUnits(std::string_view bytes, std::size_t at) {
    if (at + 8 > bytes.size()) return false;
    const EightBytes eight(bytes, at);
    return eight.areAscii() && !eight.contain('\r');
}

/// The same of as many as one instruction or two look at: most of a large text is passed over so.
constexpr std::size_t many = 64;
bool areManyUnits(std::string_view bytes, std::size_t at) {
    if (at + many > bytes.size()) return false;
    unsigned other = 0;
    for (std::size_t i = 0; i < many; ++i) {
        const auto byte = static_cast<unsigned char>(bytes.data()[at + i]);
        other |= static_cast<unsigned>(byte >= 0x80) | static_cast<unsigned>(byte == '\r');
    }
    return other == 0;
}

/// Characters of a unit each that begin here and are passed over at once, at most `room`.
std::size_t plainUnits(std::string_view bytes, std::size_t at, std::size_t room) {
    if (room >= many && areManyUnits(bytes, at)) return many;
    return room >= 8 && areEightUnits(bytes, at) ? 8 : 0;
}

/// The byte that stands so many units behind the one at `at`; the end where there are fewer.
std::size_t passed(std::string_view bytes, std::size_t at, qsizetype units) {
    while (at < bytes.size() && units > 0) {
        const std::size_t plain = plainUnits(bytes, at, static_cast<std::size_t>(units));
        const Advance step = plain > 0 ? Advance{plain, static_cast<qsizetype>(plain)} : advanceAt(bytes, at);
        at += step.bytes;
        units -= step.units;
    }
    return at;
}

/// Whether what stands before `at` and what follows there belong together for an editor.
bool isInside(std::string_view before, std::string_view behind) {
    if (before.empty() || behind.empty()) return false;
    const bool continues = (static_cast<unsigned char>(behind.front()) & 0xC0U) == 0x80U;
    return continues || (before.back() == '\r' && behind.front() == '\n');
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

qsizetype EditorPositions::at(std::size_t offset) {
    if (m_isEven) return static_cast<qsizetype>(std::min(offset, m_bytes.size()));
    if (offset < m_byte) m_byte = 0, m_position = 0;
    while (m_byte < m_bytes.size()) {
        const std::size_t plain = m_byte < offset ? plainUnits(m_bytes, m_byte, offset - m_byte) : 0;
        const Advance step =
            plain > 0 ? Advance{plain, static_cast<qsizetype>(plain)} : advanceAt(m_bytes, m_byte);
        if (m_byte + step.bytes > offset) break;
        m_byte += step.bytes;
        m_position += step.units;
    }
    return m_position;
}

std::size_t EditorPositions::byteAt(qsizetype position) const {
    return range(0, position).end;
}

ByteRange EditorPositions::range(qsizetype position, qsizetype length) const {
    const std::size_t begin = m_isEven ? static_cast<std::size_t>(position) : passed(m_bytes, 0, position);
    const std::size_t end =
        m_isEven ? begin + static_cast<std::size_t>(length) : passed(m_bytes, begin, length);
    return {std::min(begin, m_bytes.size()), std::min(end, m_bytes.size())};
}

bool isShownAlone(std::string_view bytes, ByteRange range, std::string_view text) {
    const std::string_view before = bytes.substr(0, range.begin);
    const std::string_view removed = bytes.substr(range.begin, range.size());
    const std::string_view behind = bytes.substr(range.end);
    const auto parts = [&](std::string_view middle) {
        return middle.empty() ? isInside(before, behind)
                              : isInside(before, middle) || isInside(middle, behind);
    };
    return !parts(removed) && !parts(text);
}

std::uint32_t codePoints(QStringView text) {
    return static_cast<std::uint32_t>(
        text.size() - std::ranges::count_if(text, [](QChar unit) { return unit.isLowSurrogate(); }));
}

}
