#pragma once

#include "app/cli/arguments.h"
#include "core/analysis/analysis.h"
#include "core/files/project_files.h"
#include "core/text/line_index.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque::cli {

/// A project read from the disk, with the files its documents refer to, and what follows from it.
struct Project {
    ProjectPlace place;
    Analysis analysis;
    std::string inWorkspace{};   ///< see OpenedProject

    [[nodiscard]] const Snapshot& snapshot() const { return *analysis.snapshot; }
};

/// What stands before a package's files in a workspace: "teams/billing/". Nothing for a package of none.
[[nodiscard]] std::string prefixOf(const std::string& inWorkspace);

/// What --target, --environment and --profile ask for, today.
[[nodiscard]] AnalysisOptions optionsIn(const Arguments& arguments);

/// Fails too where the project does not declare the environment asked for.
[[nodiscard]] Result<Project> load(std::string_view path, const AnalysisOptions& options = {});
/// What is kept of each of many packages: parsed documents and schemas take most of the memory.
enum class Kept { Results, Everything };
/// The same of all packages of a workspace, several at a time.
[[nodiscard]] Result<std::vector<Project>> loadAll(std::string_view path, const AnalysisOptions& options = {},
                                                   Kept kept = Kept::Results);

/// What is wrong and what is generated in all of them, as of one project whose files lie in the packages' folders.
/// Takes that out of the projects; what is left of them need not be taken apart by who keeps them to the end.
[[nodiscard]] Analysis together(std::vector<Project>&& projects);

/// Lines and columns of a snapshot's documents; each document is indexed once.
class Positions {
public:
    explicit Positions(const Snapshot& snapshot) : m_snapshot(snapshot) {}

    [[nodiscard]] Position at(const std::string& file, std::size_t offset);

private:
    const Snapshot& m_snapshot;
    std::map<std::string, LineIndex> m_indexes;
};

}
