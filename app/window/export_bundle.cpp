#include "app/window/export_bundle.h"

#include "core/bundle/bundle.h"

#include <QCoreApplication>

#include <algorithm>

namespace arabesque {

QString obstacleTo(const Analysis* analysis) {
    if (!analysis) return QCoreApplication::translate("export", "The project is still being checked.");
    const auto errors = std::ranges::count(analysis->diagnostics, Severity::Error, &Diagnostic::severity);
    if (errors > 0) {
        return QCoreApplication::translate("export",
                                           "%n error(s) must be mended before a bundle can be exported.",
                                           nullptr, static_cast<int>(errors));
    }
    if (analysis->artifacts.empty()) {
        return QCoreApplication::translate(
            "export", "Nothing is generated: choose a build target in Ballerina.toml first.");
    }
    return {};
}

Result<Exported> exportBundle(const ProjectPlace& place, const std::shared_ptr<const Snapshot>& snapshot,
                              const std::string& target, const std::filesystem::path& path) {
    const Analysis analysis =
        analyze(snapshot, {.target = target, .templateSecrets = true, .load = resourceLoader(place)});
    const Bundle bundle = makeBundle(*analysis.deployment.package, *analysis.snapshot, analysis.artifacts);
    Exported exported{path, bundle.files.size(), 0};
    const std::string name = path.filename().string();
    if (name.ends_with(".zip") || name.ends_with(".tar.gz")) {
        const auto bytes = name.ends_with(".zip") ? toZip(bundle) : toTarGz(bundle);
        if (!bytes) return std::unexpected(bytes.error());
        exported.bytes = bytes->size();
        if (auto written = writeFile(path, *bytes); !written) return std::unexpected(written.error());
        return exported;
    }
    std::vector<NewFile> files;
    for (const BundleFile& file : bundle.files) {
        files.push_back({file.path, file.bytes});
        exported.bytes += file.bytes.size();
    }
    if (auto written = writeFolder(path, files, true); !written) return std::unexpected(written.error());
    return exported;
}

}
