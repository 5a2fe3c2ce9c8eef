#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

std::string inUpperCase(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    for (const Pool& pool : topology.pools) {
        const Database* database = topology.database(*pool.database);
        const std::string query = inUpperCase(*pool.validationQuery);
        if (database == nullptr || !query.starts_with("SELECT")) continue;
        const std::string& engine = *database->engine;
        const bool dual = query.contains("DUAL");
        const bool wrong = engine == "oracle" ? !query.contains("FROM")
                                              : dual && (engine == "postgresql" || engine == "mssql");
        if (!wrong) continue;
        const DeploymentTable table(project, {"pool", pool.number});
        const std::string right = engine == "oracle" ? "SELECT 1 FROM DUAL" : "SELECT 1";
        findings.at(table.place("validation_query"))
            .say({MESSAGE("rules",
                          "'%1' is %2, which takes no '%3': every connection looks broken and is thrown "
                          "away"),
                  *database->name, engine, *pool.validationQuery})
            .fix({MESSAGE("rules", "Write %1"), right}, table.set("validation_query", toml::quoted(right)))
            .fix({MESSAGE("rules", "Remove '%1'"), "validation_query"}, table.unset("validation_query"));
    }
}

}

extern const Rule validation_query_fits_the_engine{
    .id = "validation-query-fits-the-engine",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A validation query of another database"),
    .why = MESSAGE("rules",
                   "The pool asks it before it hands out a connection. The server starts and cannot get "
                   "a single one."),
    .cure = MESSAGE("rules", "Ask SELECT 1 FROM DUAL of Oracle and SELECT 1 of the others, or leave it out."),
    .source = "WSO2 API Manager, data source configuration",
    .example = {.wrong = R"(=== Deployment.toml
[[database]]
name = "orders"
engine = "postgresql"
managed = true

[[pool]]
role = "service"
database = "orders"
validation_query = «"SELECT 1 FROM DUAL"»
)",
                .right = R"(=== Deployment.toml
[[database]]
name = "orders"
engine = "postgresql"
managed = true

[[pool]]
role = "service"
database = "orders"
validation_query = "SELECT 1"
)"},
    .check = check};

}
