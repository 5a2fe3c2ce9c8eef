#include "core/generate/kubernetes_documents.h"

#include "core/generate/kubernetes_objects.h"
#include "core/model/mounted_files.h"

#include <map>

namespace arabesque {

std::vector<KubernetesDocument> kubernetesDocumentsOf(const Workload& workload) {
    const bool service = !workload.isTask();
    std::vector<KubernetesDocument> documents;
    if (service && !workload.ports.empty()) documents.push_back({"_svc", serviceObject(workload)});
    for (const ConfigObject* config : configsInOrder(workload, false))
        documents.push_back({"_config_map", configObject(*config)});
    for (const ConfigObject* config : configsInOrder(workload, true))
        documents.push_back({"_secret", configObject(*config)});
    if (!service)
        documents.push_back({"_job", jobObject(workload)});
    else
        documents.push_back({"_deployment", deploymentObject(workload)});
    if (service && *workload.autoscaled) documents.push_back({"_hpa", autoscalerObject(workload)});
    return documents;
}

Artifacts kubernetesFiles(const Deployment& deployment, const std::string& stem,
                          const std::string& generator) {
    const Workload& workload = deployment.workload;
    const Origins because = joined(
        joined(joined({layout("c2c 4.0.0, section 6.1")}, deployment.cloud.origins), workload.name.origins),
        workload.singleYaml.origins);
    std::map<std::string, TextWriter> files;
    for (const KubernetesDocument& each : kubernetesDocumentsOf(workload)) {
        const std::string path = stem + (*workload.singleYaml ? "" : each.suffix) + ".yaml";
        TextWriter& writer = files.try_emplace(path, path, generator, because).first->second;
        each.document.writeDocument(writer);
    }
    Artifacts artifacts;
    for (auto& [path, writer] : files) artifacts.push_back(std::move(writer).take());
    return artifacts;
}

}
