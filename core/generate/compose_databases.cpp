#include "core/generate/compose_databases.h"

#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>

namespace arabesque {

namespace {

/// How the image of an engine is used, as its maker describes it.
struct EngineImage {
    std::string_view engine;
    const char* image;
    const char* password;   ///< variable
    const char* database;   ///< variable with its name; "" where none makes one
    const char* data;       ///< folder
    std::vector<const char*> check;
};

const EngineImage* imageOf(std::string_view engine) {
    static const std::vector<EngineImage> images{
        {"postgresql",
         "postgres:17.6",
         "POSTGRES_PASSWORD",
         "POSTGRES_DB",
         "/var/lib/postgresql/data",
         {"CMD", "pg_isready", "--username=postgres"}},
        {"mysql",
         "mysql:8.4.6",
         "MYSQL_ROOT_PASSWORD",
         "MYSQL_DATABASE",
         "/var/lib/mysql",
         {"CMD", "mysqladmin", "ping", "--silent"}},
        {"mssql",
         "mcr.microsoft.com/mssql/server:2022-CU16-ubuntu-22.04",
         "MSSQL_SA_PASSWORD",
         "",
         "/var/opt/mssql",
         {"CMD-SHELL", "timeout 1 bash -c '</dev/tcp/127.0.0.1/1433'"}},
        {"oracle",
         "container-registry.oracle.com/database/free:23.6.0.0",
         "ORACLE_PWD",
         "",
         "/opt/oracle/oradata",
         {"CMD", "/opt/oracle/checkDBStatus.sh"}},
    };
    const auto found = std::ranges::find(images, engine, &EngineImage::engine);
    return found == images.end() ? nullptr : &*found;
}

bool isIpAddress(std::string_view host) {
    return host.contains(':') ||
           std::ranges::all_of(host, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

}

Sourced<std::string> composeText(Sourced<std::string> text) {
    std::string doubled;
    for (const char c : *text) doubled.append(c == '$' ? 2 : 1, c);
    text.value = std::move(doubled);
    return text;
}

std::vector<ComposeDatabase> composeDatabasesOf(const Topology& topology) {
    std::vector<ComposeDatabase> databases;
    for (const Database& each : topology.databases) {
        if (imageOf(*each.engine) == nullptr) continue;
        const Node* primary = nullptr;
        for (const std::size_t number : topology.nodesOf("database")) {
            const Node& node = topology.nodes[number];
            const bool better = primary == nullptr || (primary->isStandby() && !node.isStandby());
            if (*node.database == *each.name && better && isFileName(*node.name)) primary = &node;
        }
        const std::string name = primary != nullptr ? *primary->name : *each.name;
        const bool taken = std::ranges::contains(databases, name, &ComposeDatabase::service) ||
                           (primary == nullptr && topology.node(name) != nullptr);
        if (isFileName(name) && !taken)
            databases.push_back({name, &each, primary, reasonsOf(topology, each)});
    }
    return databases;
}

std::string passwordFileOf(const ComposeDatabase& database) {
    return database.service + "-database.env";
}

std::string volumeOf(const ComposeDatabase& database) {
    return identifierOf(database.service) + "_data";
}

Artifact passwordFile(const ComposeDatabase& database) {
    const Origins& why = database.reasons;
    TextWriter writer("compose/" + passwordFileOf(database), "compose", why);
    writer.line("# Password of the database's administrator, to fill in. Keep it out of repositories.",
                Origins());
    writer.line(std::string(imageOf(*database.database->engine)->password) + '=', why);
    return std::move(writer).take();
}

Yaml databaseService(const ComposeDatabase& database, const char* network) {
    const EngineImage& image = *imageOf(*database.database->engine);
    const Origins& engine = database.database->engine.origins;
    Yaml service = Yaml::map();
    service.set("image", Sourced<std::string>{image.image, engine});
    Yaml environment = Yaml::map();
    if (*image.database != '\0') environment.set(image.database, composeText(database.database->name));
    if (image.engine == "mssql") environment.set("ACCEPT_EULA", "Y");
    if (!environment.empty()) service.set("environment", std::move(environment));
    service.set("env_file", Yaml::list().add(Sourced<std::string>{passwordFileOf(database), engine}));
    service.set("volumes",
                Yaml::list().add(Sourced<std::string>{volumeOf(database) + ':' + image.data, engine}));
    Yaml place = Yaml::map();
    // the name its clients are configured with leads here as well
    const bool named = database.node != nullptr && !isIpAddress(*database.node->host) &&
                       isFileName(*database.node->host) && *database.node->host != database.service;
    if (named) place.set("aliases", Yaml::list().add(database.node->host));
    service.set("networks", Yaml::map().set(network, std::move(place)));
    Yaml check = Yaml::list();
    for (const char* word : image.check) check.add(word);
    service.set("healthcheck", Yaml::map()
                                   .set("test", std::move(check).because(engine))
                                   .set("interval", "5s")
                                   .set("timeout", "3s")
                                   .set("retries", 24));
    return service.because(database.reasons);
}

}
