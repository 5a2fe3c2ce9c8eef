#include "app/cli/project.h"

#include "core/files/in_parallel.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <iterator>

namespace arabesque::cli {

namespace {

std::string today() {
    return std::format("{:%F}", std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

std::vector<Result<Project>> analyzed(std::vector<Result<OpenedProject>> opened,
                                      const AnalysisOptions& options, Kept kept) {
    std::vector<AnalysisInput> packages;
    for (const auto& each : opened) {
        if (!each) continue;
        packages.push_back({each->snapshot, options});
        packages.back().options.load = resourceLoader(each->place);
    }
    std::vector<Analysis> analyses = analyze(packages);
    auto analysis = analyses.begin();
    std::vector<Result<Project>> projects;
    for (auto& each : opened)
        projects.push_back(std::move(each).transform([&](OpenedProject project) {
            if (kept != Kept::Everything) {
                analysis->documents.clear();
                analysis->schemas.clear();
            }
            return Project{std::move(project.place), std::move(*analysis++), std::move(project.inWorkspace)};
        }));
    return projects;
}

Result<void> checkEnvironment(const Project& project, const std::string& wanted) {
    const Deployment& deployment = project.analysis.deployment;
    if (wanted.empty() || deployment.environment) return {};
    if (deployment.environments.empty())
        return failure({MESSAGE("cli", "Deployment.toml declares no environment, so there is no '%1': add "
                                       "[[environment]] with name = \"%1\""),
                        wanted});
    std::string names;
    for (const Environment& each : deployment.environments) names += (names.empty() ? "" : ", ") + *each.name;
    return failure(
        {MESSAGE("cli", "there is no environment '%1'; Deployment.toml declares %2"), wanted, names});
}

void moveInto(const std::string& folder, Diagnostic& diagnostic) {
    if (!diagnostic.place.file.empty()) diagnostic.place.file.insert(0, folder);
    for (Fix& fix : diagnostic.fixes)
        for (Change& change : fix.edit.changes) change.file.insert(0, folder);
}

}

std::string prefixOf(const std::string& inWorkspace) {
    return inWorkspace.empty() ? "" : inWorkspace + '/';
}

AnalysisOptions optionsIn(const Arguments& arguments) {
    const std::string_view profile = arguments.value("--profile");
    return {.target = std::string(arguments.value("--target")),
            .release = std::string(profile.substr(profile.find('=') + 1)),
            .environment = std::string(arguments.value("--environment")),
            .today = today()};
}

Result<Project> load(std::string_view path, const AnalysisOptions& options) {
    auto project = std::move(analyzed({openProject(path)}, options, Kept::Everything).front());
    if (!project) return project;
    if (const auto known = checkEnvironment(*project, options.environment); !known)
        return std::unexpected(known.error());
    return project;
}

Result<std::vector<Project>> loadAll(std::string_view path, const AnalysisOptions& options, Kept kept) {
    const auto packages = packagesAt(path);
    if (!packages) return std::unexpected(packages.error());
    if (packages->size() == 1) kept = Kept::Everything;   // there is room, and taking apart takes time
    std::vector<Result<Project>> loaded(packages->size());
    constexpr std::size_t atOnce = 5;   // more no longer fit into what is near the processor
    inParallel(loaded.size(), atOnce, [&](std::size_t begin, std::size_t end) {
        std::vector<Result<OpenedProject>> opened;
        for (std::size_t i = begin; i < end; ++i) opened.push_back(openPackage(path, (*packages)[i]));
        std::ranges::move(analyzed(std::move(opened), options, kept), loaded.begin() + std::ptrdiff_t(begin));
    });
    std::vector<Project> projects;
    projects.reserve(loaded.size());
    for (Result<Project>& project : loaded) {
        if (!project) return std::unexpected(project.error());
        if (const auto known = checkEnvironment(*project, options.environment); !known)
            return std::unexpected(known.error());
        projects.push_back(*std::move(project));
    }
    return projects;
}

Analysis together(std::vector<Project>&& projects) {
    if (projects.size() == 1 && projects.front().inWorkspace.empty())
        return std::move(projects.front().analysis);
    Analysis all;
    auto snapshot = std::make_shared<Snapshot>();
    for (Project& project : projects) {
        const std::string folder = prefixOf(project.inWorkspace);
        for (const auto& [file, document] : project.snapshot().documents)
            snapshot->documents.emplace(folder + file, document);
        for (Diagnostic& diagnostic : project.analysis.diagnostics) {
            moveInto(folder, diagnostic);
            all.diagnostics.push_back(std::move(diagnostic));
        }
        std::ranges::move(project.analysis.artifacts, std::back_inserter(all.artifacts));
    }
    snapshot->name = "workspace";
    all.snapshot = std::move(snapshot);
    return all;
}

Position Positions::at(const std::string& file, std::size_t offset) {
    const std::string_view text = m_snapshot.text(file);
    auto known = m_indexes.find(file);
    if (known == m_indexes.end()) known = m_indexes.emplace(file, text).first;
    return known->second.position(text, offset);
}

}
