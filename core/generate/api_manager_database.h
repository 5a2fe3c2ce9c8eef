#pragma once

#include "core/generate/text_writer.h"
#include "core/model/topology.h"

#include <string>

namespace arabesque {

/// The server that holds both databases of the API Manager, as one of its nodes reaches it.
struct ApiManagerDatabase {
    const Database* database = nullptr;   ///< null: none is laid out, and H2 is used
    const Pool* pool = nullptr;           ///< of the node's role; null: as the product has it
    std::string host{};                   ///< empty: the cloud runs it, and only its owner knows
    std::int64_t port = 0;
    Origins origins{};

    [[nodiscard]] bool isUsable() const;
    [[nodiscard]] std::string type() const;     ///< as deployment.toml calls it: "postgre"
    [[nodiscard]] std::string driver() const;   ///< class of the JDBC driver
    /// Of a database inside; with "HOST:PORT" where the address is not known.
    [[nodiscard]] std::string url(std::string_view schema) const;
    [[nodiscard]] std::string validationQuery() const;
};

/// That of `api_manager.database`, else of the pool of control planes, else the only one.
[[nodiscard]] ApiManagerDatabase apiManagerDatabaseOf(const Topology& topology, const Node& node);

/// Whether a node of that role keeps data there: control planes and key managers do, others where a pool says so.
[[nodiscard]] bool keepsData(const ApiManagerDatabase& database, const Node& node);

}
