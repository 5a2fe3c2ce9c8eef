#include "app/cli/project_bundle.h"

namespace arabesque::cli {

Result<std::vector<Project>> loadEach(const Arguments& arguments, std::span<const std::string_view> wanted) {
    AnalysisOptions options = optionsIn(arguments);
    options.templateSecrets = true;
    std::vector<std::string> environments(wanted.begin(), wanted.end());
    if (environments.empty()) environments.emplace_back();
    std::vector<Project> projects;
    for (const std::string& environment : environments) {
        options.environment = environment;
        auto project = load(arguments.operand("PROJECT"), options);
        if (!project) return std::unexpected(project.error());
        projects.push_back(*std::move(project));
    }
    return projects;
}

Bundle bundleOf(std::vector<Project>& projects) {
    std::vector<std::string> environments;
    Artifacts all;
    for (Project& project : projects) {
        const auto& environment = project.analysis.deployment.environment;
        if (environment) environments.push_back(*environment->name);
        for (Artifact& artifact : project.analysis.artifacts) {
            if (projects.size() > 1) artifact.path.insert(0, *environment->name + '/');
            all.push_back(std::move(artifact));
        }
    }
    const Deployment& deployment = projects.front().analysis.deployment;
    return makeBundle(*deployment.package, *deployment.release, projects.front().snapshot(), all,
                      environments);
}

}
