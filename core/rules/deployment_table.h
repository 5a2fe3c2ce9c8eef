#pragma once

#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace arabesque {

/// A table or entry of Deployment.toml, whether it is written or not; borrows the project.
class DeploymentTable {
public:
    DeploymentTable(const Checked& project, toml::Path path) : m_project(project), m_path(std::move(path)) {}

    [[nodiscard]] bool isWritten() const { return m_project.find(file, m_path) != nullptr; }
    /// What stands at a key; null where nothing does.
    [[nodiscard]] const toml::Node* find(std::string_view key) const;
    /// Its header; of a table that is not written, that of the innermost one around it which is.
    [[nodiscard]] Place place() const;
    /// The value of the key, else the header.
    [[nodiscard]] Place place(std::string_view key) const;

    [[nodiscard]] Result<Edit> set(std::string_view key, std::string_view value) const;
    [[nodiscard]] Result<Edit> unset(std::string_view key) const;
    [[nodiscard]] Result<Edit> rename(std::string_view key, std::string_view name) const;
    [[nodiscard]] Result<Edit> remove() const;

    static constexpr const char* file = "Deployment.toml";

private:
    [[nodiscard]] toml::Path pathOf(std::string_view key) const;

    const Checked& m_project;
    toml::Path m_path;
};

[[nodiscard]] DeploymentTable nodeTable(const Checked& project, std::size_t number);
[[nodiscard]] DeploymentTable balancerTable(const Checked& project);

/// One more entry of an array of tables, behind its others, else at the end of the file; keys with their TOML values. Values that are empty are
/// left out.
[[nodiscard]] Result<Edit> addEntry(const Checked& project, std::string_view records,
                                    std::initializer_list<std::pair<std::string_view, std::string>> entry);

/// One more node like one there is: its role, region, zone and database, under a name of its own. What makes it
/// another machine is left to whoever adds it.
[[nodiscard]] Result<Edit> addNodeLike(const Checked& project, const Node& node);

/// Both changes in one step; they may not touch.
[[nodiscard]] Result<Edit> together(Result<Edit> first, const Result<Edit>& second);

/// The first of "orders-2", "orders-3" … that is not taken; for "orders-1" the same.
[[nodiscard]] std::string freeName(std::string_view like, const std::vector<std::string>& taken);

/// "'a', 'b', 'c'".
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

template <class T> [[nodiscard]] std::vector<std::string> namesOf(const std::vector<T>& entries) {
    std::vector<std::string> names;
    for (const T& entry : entries)
        if (!entry.name->empty()) names.push_back(*entry.name);
    return names;
}

}
