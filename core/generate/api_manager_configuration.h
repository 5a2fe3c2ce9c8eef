#pragma once

#include "core/generate/api_manager_servers.h"
#include "core/generate/toml_writer.h"

#include <string>
#include <vector>

namespace arabesque {

/// A value that is never written: the variable it comes from, and what it is.
struct ApiManagerSecret {
    std::string variable;      ///< "WSO2_ADMIN_PASSWORD"
    std::string description;   ///< a sentence without its full stop
    Origins origins{};
};

/// deployment.toml of one server under construction.
class ApiManagerConfiguration {
public:
    explicit ApiManagerConfiguration(const ApiManagerServer& server);

    /// Why a line is there at all, beside what it shows; until the next call.
    void because(Origins origins) { m_because = std::move(origins); }
    void table(std::string_view name) { m_writer.table(name, m_because); }
    void entry(std::string_view name) { m_writer.entry(name, m_because); }
    void text(std::string_view key, const Sourced<std::string>& value);
    void text(std::string_view key, std::string_view value) { m_writer.text(key, value, m_because); }
    void number(std::string_view key, const Sourced<std::int64_t>& value);
    void flag(std::string_view key, const Sourced<bool>& value);
    void flag(std::string_view key, bool value) { m_writer.flag(key, value, m_because); }
    void list(std::string_view key, const Sourced<std::vector<std::string>>& values);
    /// A reference to a variable of the server's environment.
    void secret(std::string_view key, const std::string& variable, const std::string& description);
    /// The account servers log in to each other with.
    void account();

    [[nodiscard]] const ApiManagerServer& server() const { return m_server; }
    [[nodiscard]] const Topology& topology() const { return m_server.topology; }
    [[nodiscard]] const std::vector<ApiManagerSecret>& secrets() const { return m_secrets; }
    [[nodiscard]] Artifact take() && { return std::move(m_writer).take(); }

private:
    const ApiManagerServer& m_server;
    TomlWriter m_writer;
    Origins m_because;
    std::vector<ApiManagerSecret> m_secrets;
};

/// Who the server talks to: key manager, traffic managers, event hub, gateway environments.
void writeWiring(ApiManagerConfiguration& file);

struct ApiManagerFile {
    Artifact artifact;
    std::vector<ApiManagerSecret> secrets;   ///< that it refers to, each once
};
[[nodiscard]] ApiManagerFile apiManagerConfigurationOf(const ApiManagerServer& server);

}
