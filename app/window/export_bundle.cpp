#include "app/window/export_bundle.h"

#include "core/analysis/outputs.h"
#include "core/bundle/bundle.h"
#include "core/files/bundle_folder.h"

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
                              AnalysisOptions options, const std::filesystem::path& path) {
    options.templateSecrets = true;
    const Analysis analysis = analyze(snapshot, options);
    std::vector<std::string> environments;
    if (analysis.deployment.environment) environments.push_back(*analysis.deployment.environment->name);
    const Bundle bundle = makeBundle(*analysis.deployment.package, *analysis.deployment.release,
                                     *analysis.snapshot, analysis.artifacts, environments);
    Exported exported{.path = path,
                      .files = bundle.files.size(),
                      .notCarried = notCarriedOver(analysis).size(),
                      .state = {path, {}, {}}};
    for (const auto& [file, document] : snapshot->documents)
        if (document.exists()) exported.state.documents.emplace(file, fingerprints(*document.text));
    for (const Artifact& artifact : analysis.artifacts)
        exported.state.artifacts.emplace(artifact.path, fingerprints(artifact.text));
    if (const auto archive = toArchive(bundle, path.filename().string())) {
        if (!*archive) return std::unexpected(archive->error());
        exported.bytes = (*archive)->size();
        if (auto written = writeFile(path, **archive); !written) return std::unexpected(written.error());
        return exported;
    }
    std::vector<NewFile> files;
    for (const BundleFile& file : bundle.files) {
        files.push_back({file.path, file.bytes});
        exported.bytes += file.bytes.size();
    }
    if (auto written = writeBundleFolder(path, files, {&place, 1}, true); !written)
        return std::unexpected(written.error());
    return exported;
}

}
