#include "core/model/delivered_configuration.h"

#include "core/model/configured_variables.h"
#include "core/model/secret_values.h"
#include "core/schema/secret_names.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <map>

namespace arabesque {

namespace {

using ballerina::Type;

/// Text below a node that its own name, or a name around it, calls a secret.
void collectSecrets(const toml::Node& node, bool secret, std::vector<ByteRange>& found) {
    const bool text = node.value != nullptr && node.value->kind == toml::Kind::String;
    if (text && secret && !node.value->text.empty()) found.push_back(node.range);
    for (const toml::Node& element : node.elements) collectSecrets(element, secret, found);
    for (const toml::Member& member : node.members)
        collectSecrets(member.node, secret || soundsSecret(member.name), found);
}

std::string lastOf(const toml::Path& path) {
    return std::get<std::string>(path.back());
}

bool startsWith(const toml::Path& path, const toml::Path& begin) {
    return path.size() >= begin.size() && std::equal(begin.begin(), begin.end(), path.begin());
}

/// A name that a file of environment variables can hold.
bool isShellName(std::string_view name) {
    return std::ranges::all_of(name, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Whether an offset lies inside a text of several lines, where "#" begins no comment.
bool isInText(const toml::Document& document, std::size_t offset) {
    for (const toml::Section& section : document.tree().sections)
        for (const toml::Entry& entry : section.entries)
            if (entry.value.kind == toml::Kind::String && entry.value.range.begin < offset &&
                offset < entry.value.range.end)
                return true;
    return false;
}

/// What comments comment out may be secrets as well.
std::string withoutCommentedSecrets(const toml::Document& document) {
    std::string result;
    const std::string_view text = document.text();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(" \t");
        const bool comment =
            first != std::string_view::npos && line[first] == '#' && !isInText(document, begin + first);
        const std::size_t inside =
            comment ? std::min(line.find_first_not_of("# \t"), line.size()) : line.size();
        result.append(line.substr(0, inside)).append(withoutSecrets(line.substr(inside)));
        if (end < text.size()) result += '\n';
        begin = end + 1;
    }
    return result;
}

class Delivery {
public:
    Delivery(const ConfiguredProgram& program, const toml::Document& document, SecretsGo secretsGo)
        : m_document(document), m_variables(variablesOf(program)), m_secretsGo(secretsGo) {
        for (const ConfiguredVariable& each : m_variables)
            for (const std::string& name : each.environmentNames()) ++m_names[name];
    }

    DeliveredConfiguration run() {
        for (const ConfiguredVariable& each : m_variables) deliver(each);
        if (m_document.valid()) {
            lookForOthers(m_document.root(), {});
            writeSettings();
        }
        writeSecrets();
        return std::move(m_result);
    }

private:
    void deliver(const ConfiguredVariable& variable) {
        const std::string* section = m_document.valid() ? sectionIn(variable, m_document) : nullptr;
        const toml::Path path =
            pathOf(variable, section != nullptr ? *section : variable.places.sections.front());
        const toml::Node* node = section == nullptr ? nullptr : m_document.find(path);
        if (node != nullptr) m_known.push_back(path);
        if (!isSecret(variable, node)) return;
        if (node == nullptr && m_secretsGo == SecretsGo::IntoFile) return;   // something else brings it
        if (!canBeVariable(variable)) {
            m_moved.push_back(path);
            return;
        }
        m_result.variables.push_back({variable.environmentName(), variable.key(), variable.configurable,
                                      node == nullptr ? toml::Path() : path});
        if (node != nullptr) m_removed.push_back(path);
    }

    [[nodiscard]] static bool isText(const ConfiguredVariable& variable) {
        const Type::Kind kind = variable.configurable->type.kind;
        return kind == Type::Kind::String || kind == Type::Kind::Xml;
    }

    /// One that is not written is a secret to fill in only where the program does not start without.
    [[nodiscard]] static bool isSecret(const ConfiguredVariable& variable, const toml::Node* node) {
        const bool byName = soundsSecret(variable.configurable->name);
        if (node == nullptr) return byName && isText(variable) && variable.configurable->required;
        if (byName && isText(variable)) return true;
        std::vector<ByteRange> found;
        collectSecrets(*node, byName, found);
        return !found.empty();
    }

    [[nodiscard]] bool canBeVariable(const ConfiguredVariable& variable) const {
        if (m_secretsGo == SecretsGo::IntoFile) return false;
        const std::vector<std::string> names = variable.environmentNames();
        const bool own = std::ranges::all_of(names, [&](const std::string& name) {
            return m_names.at(name) == std::ranges::count(names, name);
        });
        return own && isText(variable) && isShellName(names.front()) &&
               std::ranges::none_of(m_variables, minds);
    }

    /// Secrets of packages whose variables are not known: where a variable ends and a record begins cannot be told, so
    /// everything of the package goes into one file.
    void lookForOthers(const toml::Node& table, const toml::Path& path) {
        for (const toml::Member& member : table.members) {
            toml::Path inside = path;
            inside.emplace_back(member.name);
            if (std::ranges::contains(m_known, inside)) continue;
            const bool leads = std::ranges::any_of(
                m_known, [&](const toml::Path& known) { return startsWith(known, inside); });
            if (leads && member.node.kind == toml::Node::Kind::Table) {
                lookForOthers(member.node, inside);
                continue;
            }
            constexpr std::size_t package = 2;   // organisation and name
            const bool split = inside.size() < package && member.node.kind == toml::Node::Kind::Table;
            if (split) {
                lookForOthers(member.node, inside);
                continue;
            }
            std::vector<ByteRange> found;
            collectSecrets(member.node, soundsSecret(member.name), found);
            if (!found.empty()) m_moved.push_back(std::move(inside));
        }
    }

    void writeSettings() {
        std::string text(m_document.text());
        for (const std::vector<toml::Path>* paths : {&m_removed, &m_moved})
            for (const toml::Path& path : *paths) {
                const toml::Document now(text);
                if (const auto edit = toml::unset("", now, path)) text = applied(text, "", *edit);
            }
        // what could not be taken out stays with a note: the value that is filled in is read before it
        for (const std::vector<toml::Path>* paths : {&m_removed, &m_moved})
            text = withNotes(toml::Document(text), *paths);
        m_result.settings = withoutCommentedSecrets(toml::Document(text));
    }

    /// A document with notes instead of the secrets at and below some paths.
    [[nodiscard]] static std::string withNotes(const toml::Document& document,
                                               const std::vector<toml::Path>& paths) {
        std::vector<ByteRange> ranges;
        for (const toml::Path& path : paths)
            if (const toml::Node* node = document.find(path))
                collectSecrets(*node, soundsSecret(lastOf(path)), ranges);
        Edit edit;
        for (const ByteRange range : ranges)
            edit.changes.push_back({"", range, noteFor(document.pathAt(range.begin))});
        return applied(document.text(), "", edit);
    }

    [[nodiscard]] static std::string noteFor(const toml::Path& path) {
        return toml::quoted("fill in: " + toml::toText(path));
    }

    void writeSecrets() {
        const toml::Document source(m_document.valid() ? withNotes(m_document, m_moved) : std::string());
        for (const toml::Path& path : m_moved) {
            const toml::Node* node = source.find(path);
            const std::string value = node == nullptr ? noteFor(path) : toml::inlineText(*node);
            const toml::Document now(m_result.secrets);
            if (const auto edit = toml::set("", now, path, value))
                m_result.secrets = applied(now.text(), "", *edit);
        }
    }

    const toml::Document& m_document;
    std::vector<ConfiguredVariable> m_variables;
    SecretsGo m_secretsGo;
    std::map<std::string, std::ptrdiff_t> m_names;   ///< of environment variables, and how often each is one
    std::vector<toml::Path> m_known;                 ///< of configurables, in the document
    std::vector<toml::Path> m_removed, m_moved;
    DeliveredConfiguration m_result;
};

}

DeliveredConfiguration deliveredConfigurationOf(const ConfiguredProgram& program,
                                                const toml::Document& document, SecretsGo secretsGo) {
    return Delivery(program, document, secretsGo).run();
}

}
