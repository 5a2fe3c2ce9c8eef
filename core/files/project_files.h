#pragma once

#include "core/text/result.h"
#include "core/text/snapshot.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Where a project lives on the disk: a folder with Ballerina.toml, or a single .bal file.
struct ProjectPlace {
    std::filesystem::path folder;   ///< absolute
    std::string singleFile;         ///< name of the .bal file inside `folder`; empty for a package
};

struct OpenedProject {
    ProjectPlace place;
    std::shared_ptr<const Snapshot> snapshot;   ///< revision 1, without resources
    std::string inWorkspace{};   ///< the package's folder as its workspace names it; empty outside of one
};

/// Reads the documents of a project: its TOML files and .bal sources (not tests, not target, nothing hidden).
/// `path` is a folder, its Ballerina.toml or a single .bal file. Fails with one sentence on a missing path, a folder
/// without Ballerina.toml (naming a project below it, if there is one), a workspace root (naming its packages), a
/// file that cannot be read, is larger than 16 MiB or no UTF-8 (with line and byte offset).
[[nodiscard]] Result<OpenedProject> openProject(const std::filesystem::path& path);

/// Fails with one sentence when the project was moved or removed since: its folder, Ballerina.toml or single file.
[[nodiscard]] Result<void> checkStillThere(const ProjectPlace& place);

/// The packages of a workspace as it names them; a single "" for any other project. Fails where it names none.
[[nodiscard]] Result<std::vector<std::string>> packagesAt(const std::filesystem::path& path);

/// A workspace: its folder, and its packages as it names them.
struct Workspace {
    std::filesystem::path folder;
    std::vector<std::string> packages;

    [[nodiscard]] std::filesystem::path placeOf(const std::string& package) const {
        return (folder / package / "").lexically_normal().parent_path();   // "orders/" is "orders"
    }
};

/// The workspace whose root `folder` is, or in which it is a package; nothing for any other folder.
[[nodiscard]] std::optional<Workspace> workspaceAround(const std::filesystem::path& folder);

/// openProject() of one of packagesAt(); from any thread.
[[nodiscard]] Result<OpenedProject> openPackage(const std::filesystem::path& path,
                                                const std::string& package);

/// All packages at a path, in their order; fails where one of them does.
[[nodiscard]] Result<std::vector<OpenedProject>> openProjects(const std::filesystem::path& path);

/// `snapshot` with the files at `paths` (relative to the project) as resources, read anew. Never fails: what
/// cannot be read, is larger than 16 MiB or no regular file is Missing. Same revision.
[[nodiscard]] std::shared_ptr<const Snapshot> withResources(const ProjectPlace& place,
                                                            const Snapshot& snapshot,
                                                            const std::vector<std::string>& paths);

/// withResources() of one place, for an analysis.
[[nodiscard]] ResourceLoader resourceLoader(ProjectPlace place);

/// Replaces a file's content in one step: writes beside it, syncs, renames. Follows symbolic links, keeps
/// permissions. Nothing changes on failure.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path& file, std::string_view bytes);
/// The same; a new file is one that only its owner may read.
[[nodiscard]] Result<void> writePrivateFile(const std::filesystem::path& file, std::string_view bytes);

/// Writes the documents of `now` that differ from `before`, each in one step; removes none. Fails where
/// checkStillThere() does, since a part of a project is none.
[[nodiscard]] Result<void> saveDocuments(const ProjectPlace& place, const Snapshot& before,
                                         const Snapshot& now);

struct NewFile {
    std::string path;    ///< relative, '/' between parts, never leaving the folder
    std::string bytes;   ///< what begins with "#!" becomes executable
};

/// Puts `files` below `folder`: all are written beside their places before the first is renamed, so a full disk or
/// something in the way changes nothing. Files that are there and not in the list stay as they are, and so
/// do those that have these bytes already. For what can be made again: nobody waits until the disk has it.
[[nodiscard]] Result<void> writeFiles(const std::filesystem::path& folder, const std::vector<NewFile>& files);

/// Makes `folder` hold exactly `files`: written beside and renamed, so it is there whole or not at all.
/// An existing folder that is not empty is replaced only with `replace`, else the call fails; a file in the way
/// always fails.
[[nodiscard]] Result<void> writeFolder(const std::filesystem::path& folder, const std::vector<NewFile>& files,
                                       bool replace);

}
