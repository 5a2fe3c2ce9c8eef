#include "core/import/converters.h"
#include "core/import/servers.h"
#include "core/import/take_others.h"

#include <algorithm>
#include <array>

// deployment.toml of API Manager and Micro Integrator (topologies.md, sections 4.1 and 4.4).

namespace arabesque {

namespace {

constexpr const char* document = "Deployment.toml";

/// "jdbc:postgresql://db.example.com:5432/apim_db?ssl=true" in parts.
struct DatabaseUrl {
    std::string engine, host, port, name;
};

std::optional<DatabaseUrl> databaseUrlOf(std::string_view url) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> engines{
        {{"jdbc:postgresql://", "postgresql"},
         {"jdbc:mysql://", "mysql"},
         {"jdbc:mariadb://", "mysql"},
         {"jdbc:sqlserver://", "mssql"},
         {"jdbc:oracle:thin:@//", "oracle"}}};
    for (const auto& [start, engine] : engines) {
        if (!url.starts_with(start)) continue;
        std::string_view rest = url.substr(start.size());
        const std::string_view address = rest.substr(0, rest.find_first_of("/;?"));
        rest.remove_prefix(std::min(address.size() + 1, rest.size()));
        const std::size_t colon = address.find(':');
        return DatabaseUrl{std::string(engine), std::string(address.substr(0, colon)),
                           colon == std::string_view::npos ? std::string()
                                                           : std::string(address.substr(colon + 1)),
                           std::string(rest.substr(0, rest.find_first_of("?;&")))};
    }
    return {};
}

class ProductTaker {
public:
    ProductTaker(const ImportedFile& file, Proposals& proposals) : m_file(file), m_proposals(proposals) {}

    std::vector<ImportedValue> run() {
        m_role = roleOf();
        if (m_role.empty()) {
            m_proposals.notUnderstood(
                m_file.name, 1, {MESSAGE("import", "it has no table of API Manager or Micro Integrator")});
            return {};
        }
        one("product", isIntegrator() ? "micro-integrator" : "api-manager", 1);
        node();
        server();
        database();
        environments();
        std::vector<ImportedValue> left;
        for (const ImportedValue& each : m_file.values)
            if (!isTaken(each)) left.push_back(each);
        return left;
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_proposals.analysis().deployment.topology; }
    [[nodiscard]] bool isIntegrator() const { return m_role == "micro-integrator"; }
    [[nodiscard]] bool has(const toml::Path& path) const { return m_file.toml->find(path) != nullptr; }
    [[nodiscard]] const ImportedValue* value(std::string_view path) const {
        const auto found = std::ranges::find(m_file.values, path, &ImportedValue::path);
        return found == m_file.values.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::string text(std::string_view path) const {
        const ImportedValue* found = value(path);
        return found == nullptr ? std::string() : found->text;
    }

    [[nodiscard]] std::string roleOf() const {
        if (has({"cluster_config"}) || has({"icp_config"}) || has({"datasource"}) || has({"mediation"}) ||
            has({"task_handling"}) || has({"dashboard_config"}))
            return "micro-integrator";
        if (text("server.server_role") == "gateway-worker" || has({"apim", "sync_runtime_artifacts"}))
            return "gateway";
        if (text("server.server_role") == "traffic-manager") return "traffic-manager";
        if (!has({"apim"})) return {};
        return has({"apim", "throttling", "url_group"}) || has({"apim", "event_hub", "publish"})
                   ? "control-plane"
                   : "all-in-one";
    }

    [[nodiscard]] std::string host() const {
        const std::string address = text("server.node_ip");
        const std::string chosen =
            address.empty() || address.contains('$') ? text("server.hostname") : address;
        return chosen.contains('$') || chosen == "localhost" ? std::string() : chosen;
    }

    void node() {
        const std::string place = host();
        if (place.empty()) return;
        ForeignServer server{.role = m_role, .host = place, .line = 1};
        server.name = isIntegrator() ? text("cluster_config.node_id") : std::string();
        server.group = m_role;
        proposeNodes({server}, "vm", false, m_proposals);
    }

    void server() {
        const std::string prefix = isIntegrator() ? "micro_integrator." : "api_manager.";
        if (const ImportedValue* offset = value("server.offset"))
            one(prefix + "offset", offset->text, offset->line);
        if (const ImportedValue* name = value("server.hostname");
            name != nullptr && !isIntegrator() && name->text != host())
            one("api_manager.host", name->text, name->line);
        if (const ImportedValue* stop = value("server.gracefulShutdownTimeout"))
            if (const auto time = convert::milliseconds(stop->text))
                one("micro_integrator.graceful_shutdown", *time, stop->line);
        if (const ImportedValue* count = value("task_resolver[0].task_server_count"))
            one("micro_integrator.task_servers", count->text, count->line);
    }

    /// One database server; its pools are those of the role.
    void database() {
        for (const ImportedValue& each : m_file.values) {
            const bool isUrl = each.path.ends_with(".url") &&
                               (each.path.starts_with("database.") || each.path.starts_with("datasource["));
            const auto url = isUrl ? databaseUrlOf(each.text) : std::nullopt;
            if (!url) continue;
            const std::string name = declared(*url, each.line);
            const std::string table = each.path.substr(0, each.path.size() - 3);
            if (const ImportedValue* most = value(table + "pool_options.maxActive")) pool(name, *most);
        }
    }

    /// The database that runs there, proposed where there is none.
    std::string declared(const DatabaseUrl& url, std::uint32_t line) {
        for (const Node& node : topology().nodes)
            if (*node.role == "database" && *node.host == url.host && !node.database->empty())
                return *node.database;
        const std::string name = isIntegrator() ? "integration" : "apim";
        if (!m_database.empty() || !topology().databases.empty()) return name;
        m_database = name;
        m_proposals.append("database", {{"name", name}, {"engine", url.engine}}, url.engine, line);
        std::vector<std::pair<std::string, std::string>> texts{
            {"name", name + "-db"}, {"role", "database"}, {"host", url.host}, {"database", name}};
        if (!url.port.empty()) texts.emplace_back("port", url.port);
        m_proposals.append("node", texts, "database " + url.host, line);
        return name;
    }

    void pool(const std::string& database, const ImportedValue& most) {
        for (const Pool& each : topology().pools)
            if (*each.role == m_role && *each.database == database)
                return one("pool[" + std::to_string(each.number) + "].max_active", most.text, most.line);
        if (std::exchange(m_pooled, true)) return;
        m_proposals.append("pool", {{"role", m_role}, {"database", database}, {"max_active", most.text}},
                           m_role + ", " + most.text, most.line);
    }

    void environments() {
        const toml::Node* all = m_file.toml->find({"apim", "gateway", "environment"});
        if (all == nullptr || all->kind != toml::Node::Kind::Array) return;
        for (std::size_t i = 0; i < all->elements.size(); ++i) {
            const std::string path = "apim.gateway.environment[" + std::to_string(i) + "].";
            const ImportedValue* name = value(path + "name");
            if (name == nullptr || isDeclared(name->text)) continue;
            std::vector<std::pair<std::string, std::string>> texts{{"name", name->text}};
            if (const std::string type = text(path + "type"); !type.empty()) texts.emplace_back("type", type);
            m_proposals.append("api_manager.environment", texts, name->text, name->line);
        }
    }

    [[nodiscard]] bool isDeclared(std::string_view environment) const {
        const auto& keys = deploymentToml().gatewayEnvironment;
        const std::size_t count = topology().count(keys.all);
        if (count == 0) return environment == "Default";
        for (std::size_t i = 0; i < count; ++i)
            if (*topology().value(keys.name, i) == environment) return true;
        return false;
    }

    void one(const std::string& setting, const std::string& there, std::uint32_t line) {
        if (m_proposals.set(document, setting, there, line) == Proposals::Outcome::Unfit)
            m_proposals.notUnderstood(setting, line,
                                      {MESSAGE("import", "'%1' is no value that the setting takes"), there});
    }

    /// What was read, what follows from where servers are, and references to secrets.
    static bool isTaken(const ImportedValue& each) {
        constexpr std::array<std::string_view, 15> starts{
            "server.hostname",          "server.node_ip",    "server.offset",
            "server.server_role",       "server.base_path",  "server.gracefulShutdownTimeout",
            "apim.gateway.environment", "apim.throttling",   "apim.event_hub",
            "apim.key_manager",         "apim.oauth_config", "apim.sync_runtime_artifacts",
            "event_listener",           "task_resolver",     "cluster_config"};
        constexpr std::array<std::string_view, 6> ends{".url",      ".type",   ".username",
                                                       ".password", ".driver", ".pool_options.maxActive"};
        const bool isDatabase = each.path.starts_with("database.") || each.path.starts_with("datasource[");
        if (isDatabase &&
            std::ranges::any_of(ends, [&](std::string_view end) { return each.path.ends_with(end); }))
            return true;
        if (each.text.contains("$env{") || each.text.contains("$ref{") || each.text.contains("${"))
            return true;
        return std::ranges::any_of(starts,
                                   [&](std::string_view start) { return each.path.starts_with(start); });
    }

    const ImportedFile& m_file;
    Proposals& m_proposals;
    std::string m_role{}, m_database{};
    bool m_pooled = false;
};

}

std::vector<ImportedValue> takeProduct(const ImportedFile& file, Proposals& proposals) {
    return ProductTaker(file, proposals).run();
}

}
