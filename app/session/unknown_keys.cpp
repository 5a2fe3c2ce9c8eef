#include "app/session/unknown_keys.h"

#include "core/schema/schema.h"

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

std::vector<toml::Path> unknownKeys(const toml::Document& document, const Schema& schema) {
    std::vector<toml::Path> unknown;
    UnknownKeys(schema, unknown).collect(document.root(), {});
    return unknown;
}

}
