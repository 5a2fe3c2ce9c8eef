#pragma once

#include "core/generate/yaml.h"
#include "core/model/deployment.h"

namespace arabesque {

// The Kubernetes objects of code-to-cloud, each as one YAML document (c2c 4.0.0, section 6).

[[nodiscard]] Yaml serviceObject(const Workload& workload);
[[nodiscard]] Yaml deploymentObject(const Workload& workload);
[[nodiscard]] Yaml autoscalerObject(const Workload& workload);
[[nodiscard]] Yaml jobObject(const Workload& workload);
/// A ConfigMap or Secret.
[[nodiscard]] Yaml configObject(const ConfigObject& config);

/// A container's parts that all kinds of workload share: image, environment, mounts, and the pod's volumes.
[[nodiscard]] Yaml environmentList(const Workload& workload);
[[nodiscard]] Yaml mountList(const Workload& workload);
[[nodiscard]] Yaml volumeList(const Workload& workload);

}
