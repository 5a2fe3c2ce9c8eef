#pragma once

#include "core/generate/cluster_objects.h"

namespace arabesque {

/// What the templates of a chart are filled with, so that they render the objects of a place.
[[nodiscard]] Yaml chartValues(const ClusterPlace& place, const ballerina::PackageFacts& facts);

}
