#include "app/cli/project_bundle.h"
#include "app/cli/report.h"
#include "app/cli/verbs.h"
#include "core/files/bundle_folder.h"

#include <algorithm>

namespace arabesque::cli {
namespace {

Result<void> writeBundle(const Bundle& bundle, const std::string& target,
                         const std::vector<ProjectPlace>& places, bool replace) {
    if (const auto archive = toArchive(bundle, target)) {
        if (!*archive) return std::unexpected(archive->error());
        return writeFile(target, **archive);
    }
    std::vector<NewFile> files;
    for (const BundleFile& file : bundle.files) files.push_back({file.path, file.bytes});
    return writeBundleFolder(target, files, places, replace);
}

}

Result<Exit> exportBundle(const Arguments& arguments, Output& output) {
    auto packages = loadEach(arguments, arguments.values("--environment"));
    if (!packages) return std::unexpected(packages.error());
    std::vector<ProjectPlace> places;
    std::vector<Project> refused;
    std::string notCarried;
    for (std::vector<Project>& package : *packages) {
        places.push_back(package.front().place);
        notCarried += notCarriedText(package);
        const auto bad =
            std::ranges::find_if(package, [](const Project& each) { return each.analysis.hasErrors(); });
        if (bad != package.end() && !arguments.has("--force")) refused.push_back(std::move(*bad));
    }
    if (!refused.empty()) {
        output.err = textReport(together(std::move(refused)));
        return Exit::Findings;
    }
    const std::string target(arguments.value("--out"));
    const Bundle bundle = bundleOf(*packages);
    if (const auto written = writeBundle(bundle, target, places, arguments.has("--force")); !written)
        return std::unexpected(written.error());
    output.out = printable(target) + ": " + std::to_string(bundle.files.size()) + " files\n";
    output.err = notCarried;
    return Exit::Good;
}

}
