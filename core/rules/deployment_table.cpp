#include "core/rules/deployment_table.h"

#include "core/toml/draft.h"

#include <algorithm>

namespace arabesque {

const toml::Node* DeploymentTable::find(std::string_view key) const {
    return m_project.find(file, pathOf(key));
}

Place DeploymentTable::place() const {
    for (toml::Path path = m_path; !path.empty(); path.pop_back())
        if (const toml::Node* node = m_project.find(file, path)) return {file, node->range};
    return {file, {}};
}

Place DeploymentTable::place(std::string_view key) const {
    const toml::Node* node = find(key);
    return node == nullptr ? place() : Place{file, node->range};
}

Result<Edit> DeploymentTable::set(std::string_view key, std::string_view value) const {
    return toml::planned::set(file, m_project.toml(file), pathOf(key), value);
}

Result<Edit> DeploymentTable::unset(std::string_view key) const {
    return toml::planned::unset(file, m_project.toml(file), pathOf(key));
}

Result<Edit> DeploymentTable::rename(std::string_view key, std::string_view name) const {
    return toml::planned::rename(file, m_project.toml(file), pathOf(key), name);
}

Result<Edit> DeploymentTable::remove() const {
    return toml::planned::unset(file, m_project.toml(file), m_path);
}

toml::Path DeploymentTable::pathOf(std::string_view key) const {
    toml::Path path = m_path;
    path.emplace_back(std::string(key));
    return path;
}

DeploymentTable nodeTable(const Checked& project, std::size_t number) {
    return {project, {"node", number}};
}

DeploymentTable balancerTable(const Checked& project) {
    return {project, {"load_balancer"}};
}

Result<Edit> addEntry(const Checked& project, std::string_view records,
                      std::initializer_list<std::pair<std::string_view, std::string>> entry) {
    toml::Entries written;
    for (const auto& [key, value] : entry)
        if (!value.empty()) written.emplace_back(key, value);
    return toml::Draft(DeploymentTable::file, project.toml(DeploymentTable::file))
        .append(std::string(records), written)
        .edit();
}

Result<Edit> addNodeLike(const Checked& project, const Node& node) {
    const DeploymentTable like = nodeTable(project, node.number);
    const auto same = [&](std::string_view key) {
        const toml::Node* value = like.find(key);
        return value == nullptr ? std::string() : toml::inlineText(*value);
    };
    return addEntry(project, "node",
                    {{"name", toml::quoted(freeName(*node.name, namesOf(project.deployment.topology.nodes)))},
                     {"role", same("role")},
                     {"region", same("region")},
                     {"zone", same("zone")},
                     {"database", same("database")},
                     {"state", same("state")},
                     {"capacity", same("capacity")}});
}

Result<Edit> together(Result<Edit> first, const Result<Edit>& second) {
    if (!first || !second) return second ? first : second;
    return combined(*std::move(first), *second);
}

std::string freeName(std::string_view like, const std::vector<std::string>& taken) {
    const std::size_t dash = like.find_last_not_of("0123456789");
    const bool numbered = dash != std::string_view::npos && dash + 1 < like.size() && like[dash] == '-';
    const std::string stem(numbered ? like.substr(0, dash) : like);
    for (std::size_t number = 2;; ++number) {
        std::string name = stem + '-' + std::to_string(number);
        if (!std::ranges::contains(taken, name)) return name;
    }
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "'" : ", '") + name + '\'';
    return text;
}

}
