#include "app/cli/project.h"

namespace arabesque::cli {

std::string releaseIn(const Arguments& arguments) {
    const std::string_view profile = arguments.value("--profile");
    return std::string(profile.substr(profile.find('=') + 1));
}

Result<Project> load(std::string_view path, AnalysisOptions options) {
    auto opened = openProject(path);
    if (!opened) return std::unexpected(opened.error());
    options.load = resourceLoader(opened->place);
    Analysis analysis = analyze(opened->snapshot, options);
    return Project{std::move(opened->place), std::move(analysis)};
}

Position Positions::at(const std::string& file, std::size_t offset) {
    const std::string_view text = m_snapshot.text(file);
    auto known = m_indexes.find(file);
    if (known == m_indexes.end()) known = m_indexes.emplace(file, text).first;
    return known->second.position(text, offset);
}

}
