#include "app/forms/findings.h"

#include "core/analysis/overrides.h"

namespace arabesque {

namespace {

void collectUnknown(const toml::Node& table, const toml::Path& path, const Schema& schema,
                    std::vector<toml::Path>& unknown) {
    for (const toml::Member& member : table.members) {
        toml::Path inner = path;
        inner.emplace_back(member.name);
        if (schema.field(inner)) continue;
        if (!schema.table(inner)) {
            unknown.push_back(std::move(inner));
        } else if (member.node.kind == toml::Node::Kind::Table) {
            collectUnknown(member.node, inner, schema, unknown);
        } else {
            for (std::size_t i = 0; i < member.node.elements.size(); ++i) {
                toml::Path element = inner;
                element.emplace_back(i);
                collectUnknown(member.node.elements[i], element, schema, unknown);
            }
        }
    }
}

}

Findings::Findings(std::shared_ptr<const Analysis> analysis, const std::string& file)
    : m_analysis(std::move(analysis)) {
    if (!m_analysis) return;
    const auto document = m_analysis->documents.find(file);
    const auto schema = m_analysis->schemas.find(file);
    if (document == m_analysis->documents.end() || schema == m_analysis->schemas.end()) return;
    m_overrides = overridesOf(*m_analysis, file);
    for (std::size_t i = 0; i < m_analysis->diagnostics.size(); ++i) {
        const Place& place = m_analysis->diagnostics[i].place;
        if (place.file != file) continue;
        toml::Path path = document->second.pathAt(place.range.begin);
        toml::Path named = path;
        while (!named.empty() && !schema->second->field(named) && !schema->second->table(named))
            named.pop_back();
        const bool isField = schema->second->field(named) != nullptr;
        m_byPath[toml::toText(isField ? named : path)].push_back(i);
        if (!isField && named != path) m_byPath[toml::toText(named)].push_back(i);
    }
}

const Message* Findings::overrideOf(const Field& field) const {
    const auto found = m_overrides.find(field.path);
    return found == m_overrides.end() ? nullptr : &found->second;
}

std::vector<Diagnostic> Findings::at(const toml::Path& path) const {
    std::vector<Diagnostic> found;
    const auto entry = m_byPath.find(toml::toText(path));
    if (entry == m_byPath.end()) return found;
    for (const std::size_t i : entry->second) found.push_back(m_analysis->diagnostics[i]);
    return found;
}

std::vector<toml::Path> unknownKeys(const toml::Document& document, const Schema& schema) {
    std::vector<toml::Path> unknown;
    collectUnknown(document.root(), {}, schema, unknown);
    return unknown;
}

}
