#pragma once

#include "core/text/result.h"
#include "core/text/snapshot.h"
#include "core/topology/pattern.h"

#include <memory>
#include <string>

namespace arabesque {

/// A small package that builds and serves: Ballerina.toml, main.bal, Cloud.toml and, with a pattern, Deployment.toml laid
/// out by it. `folder` is the name of the folder it goes into; package and service are named after it. `pattern` may be
/// null.
[[nodiscard]] Result<std::shared_ptr<const Snapshot>> newProject(const std::string& folder,
                                                                 const DeploymentPattern* pattern);

}
