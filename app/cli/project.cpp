#include "app/cli/project.h"

#include <algorithm>

namespace arabesque::cli {
namespace {

bool hasAll(const Snapshot& snapshot, const std::vector<std::string>& references) {
    return std::ranges::all_of(references,
                               [&](const std::string& path) { return snapshot.resources.contains(path); });
}

}

Result<Project> load(std::string_view path, const AnalysisOptions& options) {
    auto opened = openProject(path);
    if (!opened) return std::unexpected(opened.error());
    Analysis analysis = analyze(opened->snapshot, options);
    // A folder among the references brings its files in the next round; nothing goes deeper.
    for (int round = 0; round < 3 && !hasAll(*analysis.snapshot, analysis.references); ++round)
        analysis = analyze(withResources(opened->place, *analysis.snapshot, analysis.references), options);
    return Project{std::move(opened->place), std::move(analysis)};
}

Position Positions::at(const std::string& file, std::size_t offset) {
    const std::string_view text = m_snapshot.text(file);
    auto known = m_indexes.find(file);
    if (known == m_indexes.end()) known = m_indexes.emplace(file, text).first;
    return known->second.position(text, offset);
}

}
