#include "app/cli/report.h"
#include "app/cli/verbs.h"
#include "core/bundle/bundle.h"

#include <algorithm>

namespace arabesque::cli {
namespace {

namespace fs = std::filesystem;

bool holds(const fs::path& folder, const fs::path& inner) {
    return std::ranges::mismatch(folder, inner).in1 == folder.end();
}

/// Replacing a folder deletes what is in it: that is only done to a bundle.
Result<void> checkReplaceable(const fs::path& folder, const ProjectPlace& place) {
    std::error_code error;
    if (!fs::is_directory(folder, error) || fs::is_empty(folder, error)) return {};
    const bool bundle = fs::exists(folder / "bundle.json", error);
    if (bundle && !holds(fs::weakly_canonical(folder, error), place.folder)) return {};
    return failure({MESSAGE("cli", "'%1' is not replaced: it holds other files than an earlier bundle"),
                    folder.string()});
}

Result<void> writeBundle(const Bundle& bundle, const std::string& target, const ProjectPlace& place,
                         bool replace) {
    const bool zip = target.ends_with(".zip");
    if (zip || target.ends_with(".tar.gz")) {
        const auto archive = zip ? toZip(bundle) : toTarGz(bundle);
        if (!archive) return std::unexpected(archive.error());
        return writeFile(target, *archive);
    }
    if (replace)
        if (auto free = checkReplaceable(target, place); !free) return free;
    std::vector<NewFile> files;
    for (const BundleFile& file : bundle.files) files.push_back({file.path, file.bytes});
    return writeFolder(target, files, replace);
}

}

Result<Exit> exportBundle(const Arguments& arguments, Output& output) {
    const auto project = load(arguments.operand("PROJECT"),
                              {.target = std::string(arguments.value("--target")), .templateSecrets = true});
    if (!project) return std::unexpected(project.error());
    const Analysis& analysis = project->analysis;
    if (analysis.hasErrors() && !arguments.has("--force")) {
        output.err = textReport(analysis);
        return Exit::Findings;
    }
    const std::string target(arguments.value("--out"));
    const Bundle bundle = makeBundle(project->snapshot().name, project->snapshot(), analysis.artifacts);
    if (const auto written = writeBundle(bundle, target, project->place, arguments.has("--force")); !written)
        return std::unexpected(written.error());
    output.out = printable(target) + ": " + std::to_string(bundle.files.size()) + " files\n";
    return Exit::Good;
}

}
