#include "app/cli/project.h"
#include "app/cli/verbs.h"
#include "core/schema/json_schema.h"

namespace arabesque::cli {

Result<Exit> printSchema(const Arguments& arguments, Output& output) {
    const std::string document(arguments.operand("DOCUMENT"));
    const std::string_view path = arguments.operand("PROJECT");
    auto project =
        path.empty() ? Result<Project>(Project{{}, analyze(std::make_shared<const Snapshot>())}) : load(path);
    if (!project) return std::unexpected(project.error());
    if (document == "Config.toml" && path.empty())
        return failure({MESSAGE(
            "cli",
            "the schema of Config.toml follows from a program: arabesque-cli schema Config.toml PROJECT")});
    const auto& schemas = project->analysis.schemas;
    const auto found = schemas.find(document);
    if (found == schemas.end()) {
        std::string names;
        for (const auto& [name, schema] : schemas) names += (names.empty() ? "" : ", ") + name;
        return failure({MESSAGE("cli", "'%1' has no schema; there are: %2"), document, names});
    }
    output.out = toJsonSchema(*found->second);
    return Exit::Good;
}

}
