#pragma once

#include "core/generate/text_writer.h"
#include "core/model/topology.h"

#include <string>
#include <vector>

namespace arabesque {

struct Deployment;

/// A database inside of a server.
struct KeptSchema {
    Sourced<std::string> name{};
    Sourced<std::string> owner{};   ///< account of the product that uses it; empty: not known
    bool ofProduct = false;         ///< the tables are those a product ships
    bool ofApis = false;            ///< of the API Manager's APIs and tokens
};

/// A server of databases that scripts know how to back up. Borrows the deployment.
struct KeptDatabase {
    const Database* database = nullptr;
    const Node* node = nullptr;   ///< with the primary; null: the cloud runs it
    std::vector<KeptSchema> schemas{};
    Origins reasons{};   ///< why it is there, and what is inside

    [[nodiscard]] bool isPostgresql() const { return *database->engine == "postgresql"; }
    /// "database/orders/"
    [[nodiscard]] std::string folder() const { return "database/" + *database->name + '/'; }
};

/// Those of PostgreSQL, MySQL and MariaDB, in order; those whose name no folder can have are left out.
[[nodiscard]] std::vector<KeptDatabase> keptDatabasesOf(const Deployment& deployment);

}
