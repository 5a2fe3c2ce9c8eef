#include "core/analysis/new_project.h"
#include "app/cli/verbs.h"
#include "core/files/project_files.h"

#include <filesystem>

namespace arabesque::cli {

std::string patternNames() {
    std::string names;
    for (const DeploymentPattern* pattern : allPatterns())
        names += (names.empty() ? "" : ", ") + std::string(pattern->id);
    return names;
}

Result<const DeploymentPattern*> patternNamed(std::string_view id) {
    if (id == "multi-region") return &multi_region_active_passive;
    if (const DeploymentPattern* pattern = findPattern(id)) return pattern;
    return failure({MESSAGE("cli", "'%1' is no pattern; there are: %2"), std::string(id), patternNames()});
}

Result<Exit> makeProject(const Arguments& arguments, Output& output) {
    const DeploymentPattern* pattern = nullptr;
    if (const std::string_view id = arguments.value("--pattern"); !id.empty()) {
        const auto named = patternNamed(id);
        if (!named) return std::unexpected(named.error());
        pattern = *named;
    }
    const std::filesystem::path folder =
        std::filesystem::absolute(arguments.operand("DIR")).lexically_normal();
    const std::string name = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
    const auto snapshot = newProject(name, pattern);
    if (!snapshot) return std::unexpected(snapshot.error());
    std::vector<NewFile> files;
    for (const auto& [file, document] : (*snapshot)->documents) files.push_back({file, *document.text});
    if (const auto written = writeFolder(folder, files, false); !written)
        return std::unexpected(written.error());
    for (const NewFile& file : files) output.out += file.path + '\n';
    return Exit::Good;
}

}
