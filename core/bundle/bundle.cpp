#include "core/bundle/bundle.h"

#include "core/bundle/manifest.h"

#include <algorithm>

namespace arabesque {

Bundle makeBundle(const std::string& name, const std::string& release, const Snapshot& snapshot,
                  Artifacts artifacts, const std::vector<std::string>& environments) {
    std::ranges::sort(artifacts, {}, &Artifact::path);
    Bundle bundle{name, {}};
    bundle.files.push_back({"bundle.json", manifestOf(release, environments, snapshot, artifacts)});
    for (Artifact& artifact : artifacts)
        bundle.files.push_back({std::move(artifact.path), std::move(artifact.text)});
    return bundle;
}

Bundle workspaceBundle(const std::string& name, std::vector<PackageBundle> packages,
                       const std::vector<std::string>& environments) {
    Bundle all{name, {{"bundle.json", manifestOf(environments, packages)}}};
    for (PackageBundle& package : packages)
        for (BundleFile& file : package.bundle.files)
            all.files.push_back({package.folder + '/' + file.path, std::move(file.bytes)});
    std::ranges::sort(all.files.begin() + 1, all.files.end(), {}, &BundleFile::path);
    return all;
}

}
