#include "app/cli/report.h"
#include "app/cli/verbs.h"
#include "core/bundle/bundle.h"
#include "core/files/bundle_folder.h"

namespace arabesque::cli {
namespace {

Result<void> writeBundle(const Bundle& bundle, const std::string& target, const ProjectPlace& place,
                         bool replace) {
    if (const auto archive = toArchive(bundle, target)) {
        if (!*archive) return std::unexpected(archive->error());
        return writeFile(target, **archive);
    }
    std::vector<NewFile> files;
    for (const BundleFile& file : bundle.files) files.push_back({file.path, file.bytes});
    return writeBundleFolder(target, files, place, replace);
}

/// The project as it is deployed in each environment asked for, or as its files say.
Result<std::vector<Project>> loadEach(const Arguments& arguments) {
    AnalysisOptions options = optionsIn(arguments);
    options.templateSecrets = true;
    std::vector<std::string> environments(arguments.values("--environment").begin(),
                                          arguments.values("--environment").end());
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

/// Of several environments each has a folder of its own.
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

Result<Exit> exportBundle(const Arguments& arguments, Output& output) {
    auto projects = loadEach(arguments);
    if (!projects) return std::unexpected(projects.error());
    for (const Project& project : *projects)
        if (project.analysis.hasErrors() && !arguments.has("--force")) {
            output.err = textReport(project.analysis);
            return Exit::Findings;
        }
    const std::string target(arguments.value("--out"));
    const Bundle bundle = bundleOf(*projects);
    if (const auto written = writeBundle(bundle, target, projects->front().place, arguments.has("--force"));
        !written)
        return std::unexpected(written.error());
    output.out = printable(target) + ": " + std::to_string(bundle.files.size()) + " files\n";
    return Exit::Good;
}

}
