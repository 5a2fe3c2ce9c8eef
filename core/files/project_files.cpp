#include "core/files/project_files.h"

#include "core/files/disk.h"
#include "core/files/in_parallel.h"
#include "core/files/project_search.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <ranges>
#include <unistd.h>

namespace arabesque {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostNames =
    10'000;   // of a folder that stands for a ConfigMap; a cluster takes far less

Result<Document> readDocument(const fs::path& path) {
    auto bytes = disk::readFile(path);
    if (!bytes) return std::unexpected(bytes.error());
    if (const std::size_t bad = firstInvalidUtf8(*bytes); bad != std::string::npos) {
        const auto line =
            1 + std::count(bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(bad), '\n');
        return failure({MESSAGE("files", "'%1' is no UTF-8 at byte offset %2 (line %3): save it as UTF-8"),
                        disk::shown(path), std::to_string(bad), std::to_string(line)});
    }
    return Document{std::make_shared<const std::string>(std::move(*bytes)), true};
}

Result<OpenedProject> read(ProjectPlace place, std::string name, const std::vector<std::string>& files) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->revision = 1;
    snapshot->name = std::move(name);
    snapshot->singleFile = !place.singleFile.empty();
    std::vector<Result<Document>> documents(files.size());
    constexpr std::size_t atOnce = 16;
    inParallel(files.size(), atOnce, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) documents[i] = readDocument(place.folder / files[i]);
    });
    for (auto&& [file, document] : std::views::zip(files, documents)) {
        if (!document) return std::unexpected(document.error());
        snapshot->documents.emplace(file, *std::move(document));
    }
    return OpenedProject{std::move(place), std::move(snapshot)};
}

Result<OpenedProject> openFile(const fs::path& file) {
    const std::string name = disk::shown(file.filename());
    const fs::path folder = file.parent_path();
    if (name.size() == 4 || !name.ends_with(".bal"))
        return failure(
            {MESSAGE("files", "'%1' is no project: name a folder with Ballerina.toml, or a .bal file"),
             disk::shown(file)});
    if (isProject(folder))
        return failure({MESSAGE("files", "'%1' belongs to the package in '%2': open that folder"),
                        disk::shown(file), disk::shown(folder)});
    std::vector<std::string> files{name};
    std::error_code error;
    if (fs::is_regular_file(folder / "Config.toml", error)) files.emplace_back("Config.toml");
    return read({folder, name}, name.substr(0, name.size() - 4), files);
}

std::unexpected<Error> namesNoPackages(const fs::path& workspace) {
    return failure(
        {MESSAGE("files", "'%1' is a workspace that names no packages: open a package's own folder"),
         disk::shown(workspace)});
}

std::unexpected<Error> isNoPackage(const fs::path& folder) {
    if (const auto misnamed = misnamedManifest(folder))
        return failure({MESSAGE("files", "'%1' has '%2', but Ballerina looks for 'Ballerina.toml' with a "
                                         "capital B: rename the file"),
                        disk::shown(folder), *misnamed});
    if (const auto nearest = nearestProjectBelow(folder))
        return failure({MESSAGE("files", "'%1' has no Ballerina.toml: the nearest project below it is '%2'"),
                        disk::shown(folder), disk::shown(*nearest)});
    return failure({MESSAGE("files", "'%1' has no Ballerina.toml: name the folder of a Ballerina package"),
                    disk::shown(folder)});
}

Result<OpenedProject> openFolder(const fs::path& folder) {
    const auto files = documentsOf(folder);
    if (!files) return std::unexpected(files.error());
    if (!std::ranges::contains(*files, "Ballerina.toml")) return isNoPackage(folder);
    auto opened = read({folder, {}}, disk::shown(folder.filename()), *files);
    if (!opened) return opened;
    const auto packages = workspacePackages(opened->snapshot->text("Ballerina.toml"));
    if (!packages) return opened;
    if (packages->empty()) return namesNoPackages(folder);
    constexpr std::size_t mostNamed = 5;
    std::string names;
    for (const std::string& package : *packages | std::views::take(mostNamed))
        names += (names.empty() ? "'" : ", '") + package + "'";
    if (packages->size() <= mostNamed)
        return failure({MESSAGE("files", "'%1' is a workspace: open one of its packages, %2"),
                        disk::shown(folder), names});
    return failure({MESSAGE("files", "'%1' is a workspace: open one of its packages, %2 or one of %3 others"),
                    disk::shown(folder), names, std::to_string(packages->size() - mostNamed)});
}

Resource loadFolder(const fs::path& folder) {
    Resource resource{.kind = Resource::Kind::Directory, .bytes = {}};
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code vanished;
        if (at->is_directory(vanished)) resource.folders.push_back(disk::shown(at->path().filename()));
        if (at->is_regular_file(vanished)) resource.names.push_back(disk::shown(at->path().filename()));
        if (resource.names.size() + resource.folders.size() == mostNames) break;
    }
    if (error) return {};
    std::ranges::sort(resource.names);
    std::ranges::sort(resource.folders);
    return resource;
}

Resource load(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return loadFolder(path);
    auto bytes = disk::readFile(path);
    if (!bytes) return {};
    return {Resource::Kind::File, std::make_shared<const std::string>(std::move(*bytes))};
}

}

Result<OpenedProject> openProject(const fs::path& path) {
    std::error_code error;
    const fs::path whole = fs::canonical(path, error);
    if (error == std::errc::no_such_file_or_directory)
        return failure(
            {MESSAGE("files", "'%1' does not exist: name a folder with Ballerina.toml, or a .bal file"),
             disk::shown(path)});
    if (error) return disk::refusal(MESSAGE("files", "'%1' cannot be opened: %2"), path, error.value());
    if (fs::is_directory(whole, error)) return openFolder(whole);
    // A project is where its files are reached, not where a link leads; so the link's own name decides.
    const fs::path named = fs::canonical(fs::absolute(path).parent_path(), error) / path.filename();
    if (named.filename() == "Ballerina.toml") return openFolder(named.parent_path());
    return openFile(named);
}

Result<void> checkStillThere(const ProjectPlace& place) {
    std::error_code error;
    const fs::path wanted = place.folder / (place.singleFile.empty() ? "Ballerina.toml" : place.singleFile);
    if (fs::exists(wanted, error)) return {};
    const fs::path gone = fs::exists(place.folder, error) ? wanted : place.folder;
    return failure({MESSAGE("files", "'%1' is no longer there"), disk::shown(gone)});
}

Result<std::vector<std::string>> packagesAt(const fs::path& path) {
    const auto root = isProject(path) ? disk::readFile(path / "Ballerina.toml") : std::string();
    const auto packages = root ? workspacePackages(*root) : std::nullopt;
    if (packages && packages->empty()) return namesNoPackages(path);
    return packages.value_or(std::vector<std::string>{""});
}

std::optional<Workspace> workspaceAround(const fs::path& folder) {
    constexpr int mostLevels = 6;
    std::error_code error;
    const fs::path inside = (fs::canonical(folder, error) / "").parent_path();
    if (error) return {};
    fs::path root = inside;
    for (int level = 0; level < mostLevels; ++level, root = root.parent_path()) {
        const auto packages = packagesAt(root);
        if (!packages || packages->front().empty()) continue;
        const Workspace workspace{root, *packages};
        const auto isPackage = [&](const std::string& each) { return workspace.placeOf(each) == inside; };
        if (root == inside || std::ranges::any_of(*packages, isPackage)) return workspace;
    }
    return {};
}

Result<OpenedProject> openPackage(const fs::path& path, const std::string& package) {
    auto opened = openProject(package.empty() ? path : path / package);
    if (opened) opened->inWorkspace = packageFolder(package);
    return opened;
}

Result<std::vector<OpenedProject>> openProjects(const fs::path& path) {
    const auto packages = packagesAt(path);
    if (!packages) return std::unexpected(packages.error());
    std::vector<OpenedProject> projects;
    for (const std::string& package : *packages) {
        auto opened = openPackage(path, package);
        if (!opened) return std::unexpected(opened.error());
        projects.push_back(*std::move(opened));
    }
    return projects;
}

ResourceLoader resourceLoader(ProjectPlace place) {
    return [place = std::move(place)](const Snapshot& snapshot, const std::vector<std::string>& paths) {
        return withResources(place, snapshot, paths);
    };
}

std::shared_ptr<const Snapshot> withResources(const ProjectPlace& place, const Snapshot& snapshot,
                                              const std::vector<std::string>& paths) {
    auto loaded = std::make_shared<Snapshot>(snapshot);
    loaded->resources.clear();
    for (const std::string& path : paths) {
        if (path.contains('\0')) continue;
        const auto document = snapshot.documents.find(path);
        const bool known = document != snapshot.documents.end() && document->second.exists();
        loaded->resources.emplace(path, known ? Resource{Resource::Kind::File, document->second.text}
                                              : load(place.folder / path));
    }
    return loaded;
}

}
