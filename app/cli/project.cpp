#include "app/cli/project.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <thread>

namespace arabesque::cli {

std::string releaseIn(const Arguments& arguments) {
    const std::string_view profile = arguments.value("--profile");
    return std::string(profile.substr(profile.find('=') + 1));
}

namespace {

Project analyzed(OpenedProject opened, AnalysisOptions options) {
    options.load = resourceLoader(opened.place);
    Analysis analysis = analyze(opened.snapshot, options);
    return {std::move(opened.place), std::move(analysis), std::move(opened.inWorkspace)};
}

void moveInto(const std::string& folder, Diagnostic& diagnostic) {
    if (!diagnostic.place.file.empty()) diagnostic.place.file.insert(0, folder);
    for (Fix& fix : diagnostic.fixes)
        for (Change& change : fix.edit.changes) change.file.insert(0, folder);
}

}

Result<Project> load(std::string_view path, AnalysisOptions options) {
    auto opened = openProject(path);
    if (!opened) return std::unexpected(opened.error());
    return analyzed(*std::move(opened), std::move(options));
}

Result<std::vector<Project>> loadAll(std::string_view path, const AnalysisOptions& options) {
    auto opened = openProjects(path);
    if (!opened) return std::unexpected(opened.error());
    std::vector<Project> projects(opened->size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < projects.size(); i = next++) {
            projects[i] = analyzed(std::move((*opened)[i]), options);
            projects[i].analysis.documents.clear();
            projects[i].analysis.schemas.clear();
        }
    };
    {
        std::vector<std::jthread> helpers;
        const std::size_t threads =
            std::min<std::size_t>(std::thread::hardware_concurrency(), projects.size() / 4);
        for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
        work();
    }
    return projects;
}

Analysis together(std::vector<Project> projects) {
    if (projects.size() == 1 && projects.front().inWorkspace.empty())
        return std::move(projects.front().analysis);
    Analysis all;
    auto snapshot = std::make_shared<Snapshot>();
    for (Project& project : projects) {
        const std::string folder = project.inWorkspace + '/';
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
