#include "core/generate/text_writer.h"

#include <algorithm>
#include <utility>

namespace arabesque {

Origins joined(Origins first, const Origins& second) {
    for (const Origin& origin : second)
        if (std::ranges::find(first, origin) == first.end()) first.push_back(origin);
    return first;
}

Origin layout(std::string specification) {
    return {Origin::Kind::Layout, "", std::move(specification), {}};
}

TextWriter::TextWriter(std::string path, std::string generator, Origins origins) {
    m_artifact.path = std::move(path);
    m_artifact.generator = std::move(generator);
    m_artifact.origins = std::move(origins);
}

std::vector<OriginId> TextWriter::idsOf(const Origins& origins) {
    std::vector<OriginId> ids;
    addIds(ids, origins);
    return ids;
}

void TextWriter::addIds(std::vector<OriginId>& ids, const Origins& origins) {
    ids.reserve(ids.size() + origins.size());
    for (const Origin& origin : origins) {
        const OriginId id = m_artifact.originTable.idOf(origin);
        const auto at = std::ranges::lower_bound(ids, id);
        if (at == ids.end() || *at != id) ids.insert(at, id);
    }
}

/// Most lines are there because the file is: their numbers are looked up once.
std::vector<OriginId> TextWriter::idsOrOwn(const Origins& origins) {
    if (!origins.empty()) return idsOf(origins);
    if (m_own.empty()) m_own = idsOf(m_artifact.origins);
    return m_own;
}

void TextWriter::line(std::string_view text, const Origins& origins) {
    line(text, idsOrOwn(origins));
}

void TextWriter::line(std::string_view text, std::vector<OriginId> ids) {
    m_artifact.text.append(text) += '\n';
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        m_artifact.lines.push_back(ids);
    m_artifact.lines.push_back(std::move(ids));
}

void TextWriter::content(std::string_view text, const Origins& origins) {
    const std::vector<OriginId> ids = idsOrOwn(origins);
    m_artifact.text = text;
    m_artifact.binary = text.contains('\0');
    if (m_artifact.binary) return;
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) +
                       (text.empty() || text.ends_with('\n') ? 0 : 1);
    m_artifact.lines.assign(lines, ids);
}

}
