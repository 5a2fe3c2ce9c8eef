#pragma once

#include "core/generate/artifact.h"
#include "core/text/result.h"
#include "core/text/snapshot.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// One file of a deliverable.
struct BundleFile {
    std::string path;
    std::string bytes;
};

/// Everything the team deploys from, `bundle.json` first. Same inputs, same bytes.
struct Bundle {
    std::string name;                ///< the package's name
    std::vector<BundleFile> files;   ///< by path behind bundle.json
};

/// Puts `artifacts`, made as `release` of code-to-cloud makes them, together with bundle.json: tool and version,
/// profile, the environments it is for, the checksums of all inputs (documents
/// and resources of `snapshot`), and of each artifact its SHA-256 and origins.
[[nodiscard]] Bundle makeBundle(const std::string& name, const std::string& release, const Snapshot& snapshot,
                                Artifacts artifacts, const std::vector<std::string>& environments = {});

/// The bundle of one package of a workspace.
struct PackageBundle {
    std::string folder;   ///< as the workspace names it: "teams/billing"
    Bundle bundle;
};

/// The bundles of all packages of a workspace, each whole in its folder, behind a bundle.json that lists them with the
/// checksum of theirs.
[[nodiscard]] Bundle workspaceBundle(const std::string& name, std::vector<PackageBundle> packages,
                                     const std::vector<std::string>& environments = {});

/// The bundle as an archive; equal bundles give equal bytes (fixed times, order and permissions).
[[nodiscard]] Result<std::string> toZip(const Bundle& bundle);
[[nodiscard]] Result<std::string> toTarGz(const Bundle& bundle);
/// The one that the ending of `name` asks for, .zip or .tar.gz; nothing where it names a folder.
[[nodiscard]] std::optional<Result<std::string>> toArchive(const Bundle& bundle, std::string_view name);

/// Lower-case hexadecimal SHA-256.
[[nodiscard]] std::string sha256(std::string_view bytes);

}
