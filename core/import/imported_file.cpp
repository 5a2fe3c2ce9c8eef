#include "core/import/imported_file.h"

#include "core/import/read_lines.h"
#include "core/import/read_nginx.h"
#include "core/import/read_yaml.h"
#include "core/text/line_index.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::size_t mostBytes = 4 * 1024 * 1024;

bool endsWithAny(std::string_view name, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

/// Whether some line begins with a word, blanks before it aside.
bool hasLineWith(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
        const std::string_view before = text.substr(line, at - line);
        if (std::ranges::all_of(before, [](char c) { return c == ' ' || c == '\t'; })) return true;
    }
    return false;
}

/// What a YAML file is by the keys it has at its top.
ImportKind kindOfYaml(const TreeNode& document) {
    const auto has = [&](std::string_view key) { return document.find(key) != nullptr; };
    if (has("apiVersion") && has("kind")) return ImportKind::Kubernetes;
    if (has("services")) return ImportKind::Compose;
    if (has("jobs") || has("stages") || has("steps")) return ImportKind::Workflow;
    if (const TreeNode* list = document.find("environments");
        list != nullptr && list->kind == TreeNode::Kind::List)
        return ImportKind::ApictlParams;
    if (has("wso2") || has("image") || has("replicaCount") || has("autoscaling") || has("route") ||
        has("namespace"))
        return ImportKind::HelmValues;
    return ImportKind::Text;
}

/// Members of a List, which `kubectl get` writes, each by itself.
void takeDocument(TreeNode document, std::vector<TreeNode>& all) {
    TreeNode* items = nullptr;
    if (document.textOf("kind") == "List")
        for (TreeNode& child : document.children)
            if (child.key == "items") items = &child;
    if (items == nullptr)
        all.push_back(std::move(document));
    else
        std::ranges::move(items->children, std::back_inserter(all));
}

/// What an element of a list is called.
std::string idOf(const TreeNode& element, std::size_t number) {
    for (const char* key : {"name", "mountPath", "host", "key", "secretName", "containerPort"})
        if (const std::string_view text = element.textOf(key); !text.empty()) return std::string(text);
    if (const TreeNode* resource = element.find("resource"))
        if (const std::string_view text = resource->textOf("name"); !text.empty()) return std::string(text);
    return std::to_string(number);
}

void valuesOf(const TreeNode& node, const std::string& path, std::vector<ImportedValue>& values) {
    if (node.kind == TreeNode::Kind::Scalar) {
        values.push_back({path, node.text, node.line, node.range});
        return;
    }
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const TreeNode& child = node.children[i];
        if (node.kind == TreeNode::Kind::List)
            valuesOf(child, path + '[' + idOf(child, i) + ']', values);
        else
            valuesOf(child, (path.empty() ? "" : path + '.') + toml::keyText(child.key), values);
    }
}

std::string rootOf(const ImportedFile& file, const TreeNode& document) {
    if (file.kind != ImportKind::Kubernetes) return {};
    const TreeNode* name = document.at({"metadata", "name"});
    return std::string(document.textOf("kind")) + '[' + (name == nullptr ? "" : name->text) + ']';
}

/// Scalars of TOML, without quotes.
void valuesOf(const toml::Node& node, const toml::Path& path, std::vector<ImportedValue>& values,
              const LineIndex& lines) {
    for (const toml::Member& member : node.members) {
        toml::Path below = path;
        below.emplace_back(member.name);
        valuesOf(member.node, below, values, lines);
    }
    for (std::size_t i = 0; i < node.elements.size(); ++i) {
        toml::Path below = path;
        below.emplace_back(i);
        valuesOf(node.elements[i], below, values, lines);
    }
    if (node.kind != toml::Node::Kind::Scalar || node.value == nullptr) return;
    const ByteRange range = node.value->range;
    values.push_back({toml::toText(path), node.value->text, lines.lineOf(range.begin), range});
}

/// Tells files that are not YAML by their names and first words.
std::optional<ImportKind> kindByText(std::string_view name, std::string_view text) {
    if (endsWithAny(name, {".toml"})) return ImportKind::ProductConfig;
    if (endsWithAny(name, {".sql"})) return ImportKind::Sql;
    if (endsWithAny(name, {".sh", ".bash"}) || text.starts_with("#!")) return ImportKind::Script;
    if (endsWithAny(name, {".env"}) || isEnvironment(text)) return ImportKind::Environment;
    if (endsWithAny(name, {"haproxy.cfg"}) ||
        (hasLineWith(text, "backend ") && hasLineWith(text, "balance ")))
        return ImportKind::HAProxy;
    if (endsWithAny(name, {".yaml", ".yml", ".service", ".md", "Dockerfile", "keepalived.conf"})) return {};
    if (endsWithAny(name, {"nginx.conf"}) || hasLineWith(text, "upstream ") ||
        hasLineWith(text, "server {") || hasLineWith(text, "events {"))
        return ImportKind::Nginx;
    if (hasLineWith(text, "DELETE FROM ") || hasLineWith(text, "CREATE TABLE ")) return ImportKind::Sql;
    if (hasLineWith(text, "apictl ") || hasLineWith(text, "kubectl ") ||
        hasLineWith(text, "export JAVA_OPTS"))
        return ImportKind::Script;
    return {};
}

class FileReader {
public:
    FileReader(std::string name, std::string_view bytes) {
        m_file.name = std::move(name);
        m_file.text = bytes;
    }

    Result<ImportedFile> run() {
        if (auto able = readable(); !able) return std::unexpected(able.error());
        if (const auto kind = kindByText(m_file.name, m_file.text)) {
            m_file.kind = *kind;
            if (auto read = readKind(); !read) return explained(read.error());
        } else if (auto read = readAsYaml();
                   !read && endsWithAny(m_file.name, {".yaml", ".yml"}) && !m_file.text.contains("{{")) {
            return explained(read.error());
        }
        return std::move(m_file);
    }

private:
    [[nodiscard]] Result<void> readable() const {
        if (m_file.text.size() > mostBytes)
            return failure(
                {MESSAGE("import", "'%1' has more than %2 MiB; a file that lays out a deployment is "
                                   "shorter: import the part that matters"),
                 m_file.name, std::to_string(mostBytes / 1024 / 1024)});
        if (m_file.text.contains('\0') || firstInvalidUtf8(m_file.text) != std::string_view::npos)
            return failure(
                {MESSAGE("import", "'%1' is no text in UTF-8, so nothing can be read from it"), m_file.name});
        if (std::ranges::all_of(m_file.text,
                                [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }))
            return failure({MESSAGE("import", "'%1' is empty"), m_file.name});
        return {};
    }

    [[nodiscard]] std::unexpected<Error> explained(const Error& error) const {
        return failure(
            {MESSAGE("import", "'%1' cannot be imported: %2"), m_file.name, error.message.english()});
    }

    Result<void> readKind() {
        if (m_file.kind == ImportKind::Nginx) {
            auto read = readNginx(m_file.text);
            if (!read) return std::unexpected(read.error());
            m_file.directives = *std::move(read);
            m_file.values = valuesOfNginx(m_file.directives);
        } else if (m_file.kind == ImportKind::Environment) {
            m_file.values = valuesOfEnvironment(m_file.text);
        } else if (m_file.kind == ImportKind::ProductConfig) {
            return readToml();
        } else if (m_file.kind == ImportKind::HAProxy) {
            m_file.values = valuesOfHAProxy(m_file.text);
        }
        return {};
    }

    Result<void> readToml() {
        m_file.toml.emplace(m_file.text);
        if (!m_file.toml->valid()) {
            const auto& error = m_file.toml->errors().front();
            return failure({MESSAGE("import", "line %1 is no TOML: %2"),
                            std::to_string(LineIndex(m_file.text).lineOf(error.range.begin)),
                            error.message.english()});
        }
        valuesOf(m_file.toml->root(), {}, m_file.values, LineIndex(m_file.text));
        return {};
    }

    Result<void> readAsYaml() {
        auto documents = readYaml(m_file.text);
        if (!documents) return std::unexpected(documents.error());
        for (TreeNode& each : *documents) takeDocument(std::move(each), m_file.documents);
        std::erase_if(m_file.documents,
                      [](const TreeNode& each) { return each.kind != TreeNode::Kind::Map; });
        if (m_file.documents.empty()) return {};
        m_file.kind = kindOfYaml(m_file.documents.front());
        for (const TreeNode& each : m_file.documents) valuesOf(each, rootOf(m_file, each), m_file.values);
        return {};
    }

    ImportedFile m_file;
};

}

MessageText nameOf(ImportKind kind) {
    constexpr std::array<MessageText, 12> names{
        MESSAGE("import", "Kubernetes objects"),
        MESSAGE("import", "a compose file"),
        MESSAGE("import", "a configuration of NGINX"),
        MESSAGE("import", "a configuration of HAProxy"),
        MESSAGE("import", "values of a Helm chart"),
        MESSAGE("import", "environment variables"),
        MESSAGE("import", "deployment.toml of a product"),
        MESSAGE("import", "parameters of apictl"),
        MESSAGE("import", "a pipeline"),
        MESSAGE("import", "SQL"),
        MESSAGE("import", "a script"),
        MESSAGE("import", "a text"),
    };
    return names[static_cast<std::size_t>(kind)];
}

const TreeNode* TreeNode::find(std::string_view name) const {
    if (kind != Kind::Map) return nullptr;
    const auto found = std::ranges::find(children, name, &TreeNode::key);
    return found == children.end() ? nullptr : &*found;
}

const TreeNode* TreeNode::at(std::initializer_list<std::string_view> path) const {
    const TreeNode* node = this;
    for (const std::string_view step : path)
        if (node = node->find(step); node == nullptr) return nullptr;
    return node;
}

std::string_view TreeNode::textOf(std::string_view name) const {
    const TreeNode* found = find(name);
    return found == nullptr || found->kind != Kind::Scalar ? std::string_view()
                                                           : std::string_view(found->text);
}

Result<ImportedFile> readImported(std::string name, std::string_view bytes) {
    return FileReader(std::move(name), bytes).run();
}

std::string patternOfValue(std::string_view path) {
    std::string pattern;
    std::size_t depth = 0;
    for (const char c : path) {
        if (c == ']' && depth > 0) --depth;
        if (depth == 0) pattern += c;
        if (c == '[') ++depth;
    }
    return pattern;
}

bool isAt(std::string_view path, std::string_view pattern) {
    // from the end: brackets of the pattern without anything in them take whatever the path has there
    while (!pattern.empty()) {
        if (path.empty() || path.back() != pattern.back()) return false;
        path.remove_suffix(1);
        pattern.remove_suffix(1);
        const bool any = path.data()[path.size()] == ']' && pattern.ends_with('[');
        while (any && !path.empty() && path.back() != '[') path.remove_suffix(1);
    }
    return path.empty() || path.ends_with('.');
}

}
