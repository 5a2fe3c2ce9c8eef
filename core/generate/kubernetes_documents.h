#pragma once

#include "core/generate/artifact.h"
#include "core/generate/yaml.h"
#include "core/model/deployment.h"

#include <string>
#include <vector>

namespace arabesque {

/// A document of code-to-cloud, and the file it goes to when each kind has its own (c2c 4.0.0, section 6.1).
struct KubernetesDocument {
    const char* suffix;
    Yaml document;
};

/// In the order of the file.
[[nodiscard]] std::vector<KubernetesDocument> kubernetesDocumentsOf(const Workload& workload);

/// The files that bal build makes of them: "<stem>.yaml", or one for each kind.
[[nodiscard]] Artifacts kubernetesFiles(const Deployment& deployment, const std::string& stem,
                                        const std::string& generator);

}
