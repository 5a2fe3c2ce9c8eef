#pragma once

#include "core/generate/yaml.h"
#include "core/model/topology.h"

#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Text of a user in compose.yaml, where nothing is put in the place of "$NAME".
[[nodiscard]] Sourced<std::string> composeText(Sourced<std::string> text);

/// A database to try a deployment out with: one server without its copies.
struct ComposeDatabase {
    std::string service;   ///< name: that of the node with the primary, else of the database
    const Database* database = nullptr;
    const Node* node = nullptr;   ///< null: the cloud runs it
    Origins reasons{};            ///< why it is there
};

/// Those an image of the maker is known for. Borrows the topology.
[[nodiscard]] std::vector<ComposeDatabase> composeDatabasesOf(const Topology& topology);

/// Its file of passwords to fill in, below compose/.
[[nodiscard]] std::string passwordFileOf(const ComposeDatabase& database);
[[nodiscard]] Artifact passwordFile(const ComposeDatabase& database);

/// Its service; `network` is the one servers reach it in.
[[nodiscard]] Yaml databaseService(const ComposeDatabase& database, const char* network);
/// The volume it keeps its data in.
[[nodiscard]] std::string volumeOf(const ComposeDatabase& database);

}
