#include "core/rules/rule.h"

#include <unordered_map>

namespace arabesque {

namespace {

/// What must stand in each table whose tool looks for it, by the table's path.
using Required = std::unordered_map<std::string_view, std::vector<std::string_view>>;

Required requiredBy(const Schema& schema) {
    Required required;
    const auto add = [&](std::string_view path) {
        const Table* table = schema.table(parentOf(path));
        if (table != nullptr && !table->missingKey.text.empty())
            required[table->path].push_back(nameOf(path));
    };
    for (const Field& field : schema.fields())
        if (field.required) add(field.path);
    for (const Table& table : schema.tables())
        if (table.required) add(table.path);
    return required;
}

class TableCheck {
public:
    TableCheck(const CheckedDocument& checked, Findings& findings)
        : m_checked(checked), m_findings(findings) {}

    void run() {
        if (std::ranges::none_of(m_checked.shapes, isLookedAt)) return;
        m_required = requiredBy(m_checked.schema);
        for (const Shape& shape : m_checked.shapes) {
            if (!isLookedAt(shape)) continue;
            const auto names = m_required.find(shape.table->path);
            if (names == m_required.end()) continue;
            if (!shape.table->records)
                look(*shape.node, *shape.table, names->second);
            else
                for (const toml::Node& element : shape.node->elements)
                    look(element, *shape.table, names->second);
        }
    }

private:
    static bool isLookedAt(const Shape& shape) {
        return shape.table != nullptr && !shape.table->missingKey.text.empty();
    }

    void look(const toml::Node& node, const Table& table, const std::vector<std::string_view>& names) const {
        if (node.kind != toml::Node::Kind::Table) return;
        for (const std::string_view name : names)
            if (node.member(name) == nullptr)
                m_findings.at({m_checked.file, node.range})
                    .code(table.missingKey.code)
                    .severity(m_checked.stopsTheTool ? Severity::Error : Severity::Warning)
                    .say({table.missingKey.text, std::string(name), table.path});
    }

    const CheckedDocument& m_checked;
    Findings& m_findings;
    Required m_required;
};

void check(const Checked& project, Findings& findings) {
    for (const CheckedDocument& checked : project.documents) TableCheck(checked, findings).run();
}

}

extern const Rule required_key{.id = "required-key",
                               .severity = Severity::Error,
                               .title = MESSAGE("rules", "A key that must be there"),
                               .why = MESSAGE("rules", "The compiler stops before it looks at the sources."),
                               .cure = MESSAGE("rules", "Write the key."),
                               .source = "Ballerina 2201.13, ManifestBuilder",
                               .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

«[[dependency]]»
org = "acme"
name = "billing"
)",
                                           .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[[dependency]]
org = "acme"
name = "billing"
version = "1.2.0"
)"},
                               .check = check};

}
