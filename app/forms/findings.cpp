#include "app/forms/findings.h"

#include "core/analysis/overrides.h"

namespace arabesque {

namespace {

/// Looks through all keys without naming each: most of them are known.
class UnknownKeys {
public:
    UnknownKeys(const Schema& schema, std::vector<toml::Path>& found) : m_schema(schema), m_found(found) {}

    void collect(const toml::Node& table, const std::string& above) {
        std::string pattern = above.empty() ? above : above + '.';
        const std::size_t length = pattern.size();
        for (const toml::Member& member : table.members) {
            pattern.replace(length, std::string::npos, member.name);
            if (isField(pattern)) continue;
            m_path.emplace_back(member.name);
            if (!m_schema.table(pattern)) {
                m_found.push_back(m_path);
            } else if (member.node.kind == toml::Node::Kind::Table) {
                collect(member.node, pattern);
            } else {
                for (std::size_t i = 0; i < member.node.elements.size(); ++i) {
                    m_path.emplace_back(i);
                    collect(member.node.elements[i], pattern + "[]");
                    m_path.pop_back();
                }
            }
            m_path.pop_back();
        }
    }

private:
    /// Keys mostly stand in the order of their fields, so the one behind the last is asked before all are searched.
    bool isField(const std::string& pattern) {
        const auto fields = m_schema.fields();
        if (m_next < fields.size() && fields[m_next].path == pattern) {
            ++m_next;
            return true;
        }
        const auto number = m_schema.numberOf(pattern);
        if (number) m_next = *number + 1;
        return number.has_value();
    }

    const Schema& m_schema;
    std::vector<toml::Path>& m_found;
    toml::Path m_path;
    std::size_t m_next = 0;
};

}

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

std::vector<toml::Path> unknownKeys(const toml::Document& document, const Schema& schema) {
    std::vector<toml::Path> unknown;
    UnknownKeys(schema, unknown).collect(document.root(), {});
    return unknown;
}

}
