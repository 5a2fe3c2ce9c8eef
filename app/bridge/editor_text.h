#pragma once

#include "core/text/range.h"

#include <QString>

#include <string>
#include <string_view>
#include <utility>

namespace arabesque {

// An editor counts UTF-16 units and takes CR LF as one line end; a document counts bytes. Everything here keeps
// one unit of the editor for each line end and each character an editor would treat as one on its own.

/// `bytes` as an editor shows them: lines end with LF, and characters that would upset an editor have a stand-in.
[[nodiscard]] QString editorText(std::string_view bytes);

/// What was typed or pasted, as bytes with the line ends of its surroundings.
[[nodiscard]] std::string documentText(QStringView text, std::string_view lineEnd);

/// "\r\n" when the first line ends so, else "\n".
[[nodiscard]] std::string_view lineEndOf(std::string_view bytes);

/// Positions of an editor in a text, counted in UTF-16 units, and the bytes there. Borrows the text.
class EditorPositions {
public:
    static constexpr qsizetype uncounted = -1;
    /// A text of as many bytes as the editor shows `units` is its own map; another one is looked through.
    explicit EditorPositions(std::string_view bytes, qsizetype units = uncounted)
        : m_bytes(bytes), m_isEven(std::cmp_equal(bytes.size(), units)) {}

    /// Position of a byte; inside a CR LF its begin, behind the end the end. Quickest in the order of bytes.
    [[nodiscard]] qsizetype at(std::size_t offset);
    /// Byte at a position; behind the end the end.
    [[nodiscard]] std::size_t byteAt(qsizetype position) const;
    [[nodiscard]] ByteRange range(qsizetype position, qsizetype length) const;

private:
    std::string_view m_bytes;
    bool m_isEven;
    std::size_t m_byte = 0;
    qsizetype m_position = 0;   ///< of m_byte
};

/// Whether `text` in place of `range` leaves what the editor shows around it as it is: it joins or parts no line end and
/// no character with its neighbours.
[[nodiscard]] bool isShownAlone(std::string_view bytes, ByteRange range, std::string_view text);

/// Unicode code points of a text: what columns are counted in.
[[nodiscard]] std::uint32_t codePoints(QStringView text);

}
