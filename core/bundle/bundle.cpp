#include "core/bundle/bundle.h"

#include "core/bundle/manifest.h"

#include <algorithm>

namespace arabesque {

Bundle makeBundle(const std::string& name, const std::string& release, const Snapshot& snapshot,
                  const Artifacts& artifacts, const std::vector<std::string>& environments) {
    Artifacts sorted = artifacts;
    std::ranges::sort(sorted, {}, &Artifact::path);
    Bundle bundle{name, {}};
    bundle.files.push_back({"bundle.json", manifestOf(release, environments, snapshot, sorted)});
    for (Artifact& artifact : sorted)
        bundle.files.push_back({std::move(artifact.path), std::move(artifact.text)});
    return bundle;
}

}
