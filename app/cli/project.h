#pragma once

#include "app/cli/arguments.h"
#include "core/analysis/analysis.h"
#include "core/files/project_files.h"
#include "core/text/line_index.h"

#include <map>
#include <string>
#include <string_view>

namespace arabesque::cli {

/// A project read from the disk, with the files its documents refer to, and what follows from it.
struct Project {
    ProjectPlace place;
    Analysis analysis;

    [[nodiscard]] const Snapshot& snapshot() const { return *analysis.snapshot; }
};

/// The release of code-to-cloud that `--profile c2c=4.0.0` names; empty without one.
[[nodiscard]] std::string releaseIn(const Arguments& arguments);

[[nodiscard]] Result<Project> load(std::string_view path, AnalysisOptions options = {});

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
