#include "core/rules/probes.h"

#include "core/toml/rewrite.h"

namespace arabesque {

Result<Edit> ProbeTable::set(const char* key, std::string_view value) const {
    return toml::planned::set(checked.file, checked.document, {"cloud", "deployment", "probes", name, key},
                              value, std::vector<std::string>{"port", "path"});
}

std::vector<ProbeTable> probesOf(const Checked& project) {
    std::vector<ProbeTable> probes;
    const CheckedDocument* checked = project.document("Cloud.toml");
    if (checked == nullptr) return probes;
    static constexpr std::pair<const char*, const char*> kinds[] = {{"readiness", "Readiness Probe"},
                                                                    {"liveness", "Liveness Probe"}};
    for (const auto& [name, title] : kinds) {
        const toml::Node* node = checked->document.find({"cloud", "deployment", "probes", name});
        if (node != nullptr && node->kind == toml::Node::Kind::Table)
            probes.push_back({*checked, *node, name, title});
    }
    return probes;
}

std::optional<std::int64_t> numberOf(const toml::Node* node) {
    if (node == nullptr || node->value == nullptr || node->value->kind != toml::Kind::Integer)
        return std::nullopt;
    return node->value->integer;
}

std::string_view trimmedPath(std::string_view path) {
    const auto begin = path.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    path = path.substr(begin, path.find_last_not_of(" \t\r\n") - begin + 1);
    if (path.starts_with('/')) path.remove_prefix(1);
    if (path.ends_with('/')) path.remove_suffix(1);
    return path;
}

std::string pathOf(const ballerina::Service& service, const ballerina::Resource& resource) {
    std::string path = "/" + std::string(trimmedPath(service.path));
    if (resource.path == ".") return path;
    if (!path.ends_with('/')) path += '/';
    return path + std::string(trimmedPath(resource.path));
}

}
