#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <set>

namespace arabesque {

namespace {

/// Calls `visit` with each [[tool.<name>]] below `table` and the path of its entry.
void forEachTool(const toml::Node& table, const toml::Path& path, const auto& visit) {
    for (const toml::Member& member : table.members) {
        toml::Path inner = path;
        inner.emplace_back(member.name);
        if (member.node.kind == toml::Node::Kind::Table) forEachTool(member.node, inner, visit);
        for (std::size_t i = 0; i < member.node.elements.size(); ++i) {
            toml::Path entry = inner;
            entry.emplace_back(i);
            visit(member.node.elements[i], entry);
        }
    }
}

class Tools {
public:
    Tools(const CheckedDocument& checked, Findings& findings) : m_checked(checked), m_findings(findings) {}

    void add(const toml::Node& tool, const toml::Path& path) {
        if (tool.kind != toml::Node::Kind::Table) return;
        checkNotEmpty(tool, "id");
        checkNotEmpty(tool, "filePath");
        if (const auto id = textOf(tool.member("id")); id && !m_ids.insert(*id).second)
            m_findings.at({m_checked.file, tool.member("id")->range})
                .code("BCE5305")
                .say({MESSAGE("rules", "another build tool has the id '%1'"), *id})
                .fix({MESSAGE("rules", "Name this one '%1'"), free(*id)}, set(path, "id", free(*id)));
        checkTarget(tool);
    }

private:
    void checkNotEmpty(const toml::Node& tool, const char* key) {
        if (const auto text = textOf(tool.member(key)); text && text->empty())
            m_findings.at({m_checked.file, tool.member(key)->range})
                .code("BCE5303")
                .say({MESSAGE("rules", "'%1' of a build tool may not be empty"), key});
    }

    /// A missing target module is one like any other to the compiler.
    void checkTarget(const toml::Node& tool) {
        const toml::Node* written = tool.member("targetModule");
        const std::string target = textOf(written).value_or(std::string());
        if (m_targets.insert(target).second) return;
        auto finding = m_findings.at({m_checked.file, written != nullptr ? written->range : tool.range});
        finding.code("BCE5305");
        if (target.empty())
            finding.say(MESSAGE(
                "rules", "another build tool has no 'targetModule' either, and only one may go without"));
        else
            finding.say({MESSAGE("rules", "another build tool writes to the module '%1'"), target});
    }

    [[nodiscard]] std::string free(const std::string& id) const {
        for (int i = 2;; ++i)
            if (const std::string name = id + std::to_string(i); !m_ids.contains(name)) return name;
    }

    [[nodiscard]] Result<Edit> set(toml::Path path, const char* key, const std::string& text) const {
        path.emplace_back(key);
        return toml::set(m_checked.file, m_checked.document, path, toml::quoted(text));
    }

    const CheckedDocument& m_checked;
    Findings& m_findings;
    std::set<std::string> m_ids, m_targets;
};

void check(const Checked& project, Findings& findings) {
    const CheckedDocument* checked = project.document("Ballerina.toml");
    const toml::Node* tools = checked == nullptr ? nullptr : checked->document.root().member("tool");
    if (tools == nullptr) return;
    Tools seen(*checked, findings);
    forEachTool(*tools, {"tool"},
                [&](const toml::Node& tool, const toml::Path& path) { seen.add(tool, path); });
}

}

extern const Rule build_tool_is_unique{
    .id = "build-tool-is-unique",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A build tool that another one shadows"),
    .why = MESSAGE("rules", "The build stops: what a tool makes is kept under its id and in its module, and "
                            "two would overwrite each other."),
    .cure = MESSAGE("rules", "Give each build tool an id and a target module of its own."),
    .source = "Ballerina 2201.13, ManifestBuilder",
    .example = {.wrong = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[[tool.openapi]]
id = "orders"
filePath = "orders.yaml"
targetModule = "orders"

[[tool.openapi]]
id = «"orders"»
filePath = "billing.yaml"
targetModule = "billing"
)",
                .right = R"(=== Ballerina.toml
[package]
org = "acme"
name = "orders"
version = "1.0.0"

[[tool.openapi]]
id = "orders"
filePath = "orders.yaml"
targetModule = "orders"

[[tool.openapi]]
id = "orders2"
filePath = "billing.yaml"
targetModule = "billing"
)"},
    .check = check};

}
