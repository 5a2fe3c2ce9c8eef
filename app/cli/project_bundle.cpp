#include "app/cli/project_bundle.h"

#include "core/files/in_parallel.h"

namespace arabesque::cli {
namespace {

std::vector<std::string> environmentsOf(const std::vector<Project>& projects) {
    std::vector<std::string> names;
    for (const Project& project : projects)
        if (const auto& environment = project.analysis.deployment.environment)
            names.push_back(*environment->name);
    return names;
}

Bundle bundleOfPackage(std::vector<Project>& projects) {
    Artifacts all;
    for (Project& project : projects) {
        const auto& environment = project.analysis.deployment.environment;
        for (Artifact& artifact : project.analysis.artifacts) {
            if (projects.size() > 1) artifact.path.insert(0, *environment->name + '/');
            all.push_back(std::move(artifact));
        }
    }
    const Deployment& deployment = projects.front().analysis.deployment;
    return makeBundle(*deployment.package, *deployment.release, projects.front().snapshot(), std::move(all),
                      environmentsOf(projects));
}

}

Result<std::vector<std::vector<Project>>> loadEach(const Arguments& arguments,
                                                   std::span<const std::string_view> wanted) {
    AnalysisOptions options = optionsIn(arguments);
    options.templateSecrets = true;
    std::vector<std::string> environments(wanted.begin(), wanted.end());
    if (environments.empty()) environments.emplace_back();
    std::vector<std::vector<Project>> packages;
    for (const std::string& environment : environments) {
        options.environment = environment;
        auto loaded = loadAll(arguments.operand("PROJECT"), options);
        if (!loaded) return std::unexpected(loaded.error());
        for (const Project& project : *loaded)
            if (project.inWorkspace.starts_with("..") || project.inWorkspace.starts_with('/'))
                return failure(
                    {MESSAGE("cli", "package '%1' lies outside of the workspace, so the bundle has no "
                                    "folder for it: export it by itself"),
                     project.inWorkspace});
        packages.resize(loaded->size());
        for (std::size_t i = 0; i < packages.size(); ++i) packages[i].push_back(std::move((*loaded)[i]));
    }
    return packages;
}

Bundle bundleOf(std::vector<std::vector<Project>>& packages) {
    if (packages.front().front().inWorkspace.empty()) return bundleOfPackage(packages.front());
    std::vector<PackageBundle> bundles(packages.size());
    inParallel(packages.size(), [&](std::size_t i) {
        bundles[i] = {packages[i].front().inWorkspace, bundleOfPackage(packages[i])};
    });
    return workspaceBundle("workspace", std::move(bundles), environmentsOf(packages.front()));
}

}
