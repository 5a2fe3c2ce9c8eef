#include "core/generate/database_files.h"
#include "core/generate/sql_writer.h"

#include <algorithm>
#include <vector>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

constexpr const char* id = "database";

/// Accounts of products, each once.
std::vector<Text> ownersOf(const KeptDatabase& kept) {
    std::vector<Text> owners;
    for (const KeptSchema& each : kept.schemas) {
        const bool taken =
            std::ranges::any_of(owners, [&](const Text& other) { return *other == *each.owner; });
        if (!each.owner->empty() && !taken) owners.push_back(each.owner);
    }
    return owners;
}

class CreateSql {
public:
    CreateSql(const KeptDatabase& kept, const Topology& topology)
        : m_kept(kept),
          m_backup(topology.value(deploymentToml().backup.user)),
          m_dialect(kept.isPostgresql() ? SqlDialect::PostgreSql : SqlDialect::MySql),
          m_writer(
              kept.folder() + "create.sql", id,
              joined({layout(kept.isPostgresql() ? "PostgreSQL, CREATE DATABASE" : "MySQL, CREATE DATABASE")},
                     kept.reasons)) {}

    Artifact run() {
        line("-- Databases and accounts; run once, by an administrator.");
        if (m_kept.isPostgresql())
            postgresql();
        else
            mysql();
        return std::move(m_writer).take();
    }

private:
    void line(std::string_view text, const Origins& why = {}) { m_writer.line(text, why); }
    [[nodiscard]] std::string name(std::string_view text) const { return sqlName(m_dialect, text); }
    /// An account of MySQL, from wherever it logs in.
    [[nodiscard]] std::string account(std::string_view user) const {
        return sqlText(m_dialect, user) + "@'%'";
    }

    void postgresql() {
        line("-- Accounts cannot log in until they have a password: \\password NAME in psql.");
        for (const Text& owner : ownersOf(m_kept))
            line("CREATE ROLE " + name(*owner) + " LOGIN;", owner.origins);
        line("CREATE ROLE " + name(*m_backup) + " LOGIN;", m_backup.origins);
        line("GRANT pg_read_all_data TO " + name(*m_backup) + ';', m_backup.origins);
        for (const KeptSchema& each : m_kept.schemas) {
            const std::string owner = each.owner->empty() ? "" : " OWNER " + name(*each.owner);
            line("CREATE DATABASE " + name(*each.name) + owner + " TEMPLATE template0 ENCODING 'UTF8';",
                 joined(each.name.origins, each.owner.origins));
        }
    }

    void mysql() {
        line("-- Accounts are locked until they have a password:");
        line("-- ALTER USER ... IDENTIFIED BY '...' ACCOUNT UNLOCK;");
        for (const KeptSchema& each : m_kept.schemas)
            // the products' own scripts make keys that are too long in utf8mb4
            line("CREATE DATABASE " + name(*each.name) + " CHARACTER SET " +
                     (each.ofProduct ? "latin1;" : "utf8mb4;"),
                 each.name.origins);
        for (const Text& owner : ownersOf(m_kept))
            line("CREATE USER " + account(*owner) + " ACCOUNT LOCK;", owner.origins);
        for (const KeptSchema& each : m_kept.schemas)
            if (!each.owner->empty())
                line("GRANT ALL PRIVILEGES ON " + name(*each.name) + ".* TO " + account(*each.owner) + ';',
                     joined(each.name.origins, each.owner.origins));
        line("CREATE USER " + account(*m_backup) + " ACCOUNT LOCK;", m_backup.origins);
        line("GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, LOCK TABLES ON *.* TO " + account(*m_backup) + ';',
             m_backup.origins);
    }

    const KeptDatabase& m_kept;
    Text m_backup;
    SqlDialect m_dialect;
    TextWriter m_writer;
};

}

Artifact createSql(const KeptDatabase& kept, const Topology& topology) {
    return CreateSql(kept, topology).run();
}

Artifact maintenanceSql(const KeptDatabase& kept) {
    TextWriter writer(
        kept.folder() + "maintenance.sql", id,
        joined({layout(kept.isPostgresql() ? "PostgreSQL, VACUUM" : "MySQL, ANALYZE TABLE")}, kept.reasons));
    const auto line = [&](std::string_view text) { writer.line(text, Origins()); };
    line("-- Tells the server what tables hold, so that it reads them the short way. Run it while little "
         "goes on.");
    if (std::ranges::any_of(kept.schemas, &KeptSchema::ofApis)) {
        line("-- Tokens need no statement here: the API Manager takes expired ones away itself. For many at "
             "once");
        line("-- run the clean-up procedure of its distribution, with the servers stopped.");
    }
    if (kept.isPostgresql()) {
        line("-- Once in each database: psql --dbname=NAME --file=maintenance.sql");
        line("VACUUM (ANALYZE);");
        return std::move(writer).take();
    }
    line("SET group_concat_max_len = 1000000;");
    for (const KeptSchema& each : kept.schemas) {
        const std::string schema = sqlText(SqlDialect::MySql, *each.name);
        line("SET @tables = NULL;");
        writer.line("SELECT GROUP_CONCAT(CONCAT('`', table_schema, '`.`', table_name, '`')) INTO @tables",
                    Origins());
        writer.line("FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema = " +
                        schema + ';',
                    each.name.origins);
        line("SET @statement = COALESCE(CONCAT('ANALYZE TABLE ', @tables), 'DO 0');");
        line("PREPARE analysis FROM @statement;");
        line("EXECUTE analysis;");
        line("DEALLOCATE PREPARE analysis;");
    }
    return std::move(writer).take();
}

}
