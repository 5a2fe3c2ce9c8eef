#include "core/generate/generator.h"
#include "core/generate/kubernetes_documents.h"

namespace arabesque {

namespace {

Artifacts generate(const Design& design) {
    const Deployment& deployment = design.deployment;
    if (!deployment.makesKubernetes()) return {};
    const Workload& workload = deployment.workload;
    const std::string id = deployment.target == Deployment::Cloud::OpenShift ? "openshift" : "kubernetes";
    return kubernetesFiles(deployment, id + '/' + workload.jar + '/' + *workload.name, id);
}

}

extern const Generator kubernetes{.family = "kubernetes", .generate = generate};

}
