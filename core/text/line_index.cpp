#include "core/text/line_index.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace arabesque {

LineIndex::LineIndex(std::string_view text) : m_begins{0} {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
        m_begins.push_back(end + 1);
}

ByteRange LineIndex::line(std::string_view text, std::uint32_t line) const {
    const std::size_t begin = m_begins[line - 1];
    std::size_t end = line < m_begins.size() ? m_begins[line] - 1 : text.size();
    if (end > begin && text[end - 1] == '\r') --end;
    return {begin, end};
}

std::uint32_t LineIndex::lineOf(std::size_t offset) const {
    return static_cast<std::uint32_t>(std::ranges::upper_bound(m_begins, offset) - m_begins.begin());
}

Position LineIndex::position(std::string_view text, std::size_t offset) const {
    offset = std::min(offset, text.size());
    const std::uint32_t line = lineOf(offset);
    const std::string_view before = text.substr(m_begins[line - 1], offset - m_begins[line - 1]);
    return {line, static_cast<std::uint32_t>(countCodePoints(before)) + 1};
}

}
