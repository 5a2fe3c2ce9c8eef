#include "app/forms/findings.h"

#include "core/analysis/overrides.h"

namespace arabesque {

Findings::Findings(std::shared_ptr<const Analysis> analysis, DiagnosticList list, const std::string& file)
    : m_analysis(std::move(analysis)) {
    if (!m_analysis) return;
    if (m_analysis->schemas.contains(file))
        m_overrides = std::make_shared<const Overrides>(overridesOf(*m_analysis, file));
    take(std::move(list), file);
}

Findings Findings::with(DiagnosticList list, const std::string& file) const {
    Findings others = *this;
    others.take(std::move(list), file);
    return others;
}

void Findings::take(DiagnosticList list, const std::string& file) {
    m_list = std::move(list);
    m_byPath.reset();
    const auto document = m_analysis->documents.find(file);
    const auto schema = m_analysis->schemas.find(file);
    if (document == m_analysis->documents.end() || schema == m_analysis->schemas.end()) return;
    ByPath byPath;
    for (std::size_t i = 0; i < m_list->size(); ++i) {
        const Place& place = (*m_list)[i].place;
        if (place.file != file) continue;
        toml::Path path = document->second.pathAt(place.range.begin);
        toml::Path named = path;
        while (!named.empty() && !schema->second->field(named) && !schema->second->table(named))
            named.pop_back();
        const bool isField = schema->second->field(named) != nullptr;
        byPath[toml::toText(isField ? named : path)].push_back(i);
        if (!isField && named != path) byPath[toml::toText(named)].push_back(i);
    }
    m_byPath = std::make_shared<const ByPath>(std::move(byPath));
}

const Message* Findings::overrideOf(const Field& field) const {
    if (!m_overrides) return nullptr;
    const auto found = m_overrides->find(field.path);
    return found == m_overrides->end() ? nullptr : &found->second;
}

std::vector<Diagnostic> Findings::at(const toml::Path& path) const {
    std::vector<Diagnostic> found;
    if (!m_byPath || m_byPath->empty()) return found;
    const auto entry = m_byPath->find(toml::toText(path));
    if (entry == m_byPath->end()) return found;
    for (const std::size_t i : entry->second) found.push_back((*m_list)[i]);
    return found;
}

}
