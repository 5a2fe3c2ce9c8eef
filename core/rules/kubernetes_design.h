#pragma once

#include "core/rules/deployment_table.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace arabesque {

/// Whether Kubernetes is among the targets: those declared, else the build's. Jobs have none of what [kubernetes] is about.
[[nodiscard]] bool runsOnKubernetes(const Checked& project);

/// Pods there are when load is lowest: replicas of nodes where they are written, else of the autoscaler. Nothing where
/// that is not said here.
[[nodiscard]] std::optional<std::int64_t> leastReplicas(const Checked& project);

/// What "2" or "50%" is of `replicas`; a share is rounded up.
[[nodiscard]] std::int64_t podsOf(std::string_view numberOrShare, std::int64_t replicas);

/// A table below [kubernetes], such as "rollout"; borrows the project.
[[nodiscard]] DeploymentTable kubernetesTable(const Checked& project, const char* table);

}
