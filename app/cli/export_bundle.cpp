#include "app/cli/project_bundle.h"
#include "app/cli/report.h"
#include "app/cli/verbs.h"
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

}

Result<Exit> exportBundle(const Arguments& arguments, Output& output) {
    auto projects = loadEach(arguments, arguments.values("--environment"));
    if (!projects) return std::unexpected(projects.error());
    for (const Project& project : *projects)
        if (project.analysis.hasErrors() && !arguments.has("--force")) {
            output.err = textReport(project.analysis);
            return Exit::Findings;
        }
    const std::string target(arguments.value("--out"));
    const std::string notCarried = notCarriedText(*projects);
    const Bundle bundle = bundleOf(*projects);
    if (const auto written = writeBundle(bundle, target, projects->front().place, arguments.has("--force"));
        !written)
        return std::unexpected(written.error());
    output.out = printable(target) + ": " + std::to_string(bundle.files.size()) + " files\n";
    output.err = notCarried;
    return Exit::Good;
}

}
