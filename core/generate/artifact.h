#pragma once

#include "core/model/origin.h"

#include <string>
#include <vector>

namespace arabesque {

/// A generated file: path and bytes, and for each line why it is there.
struct Artifact {
    std::string path;   ///< "kubernetes/orders/orders.yaml"
    std::string text;   ///< bytes; text unless `binary`
    bool binary = false;
    std::string generator;         ///< id of the family that made it: "kubernetes"
    std::vector<Origin> origins;   ///< why the file exists and is called so
    OriginTable originTable;
    std::vector<std::vector<OriginId>> lines;   ///< one entry a line of `text`, sorted; empty when binary

    [[nodiscard]] std::string fileName() const { return path.substr(path.rfind('/') + 1); }
};

using Artifacts = std::vector<Artifact>;

}
