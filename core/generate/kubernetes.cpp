#include "core/generate/generator.h"
#include "core/generate/kubernetes_objects.h"
#include "core/model/mounted_files.h"

#include <map>

namespace arabesque {

namespace {

/// A document and the file it goes to when each kind has its own (c2c 4.0.0, section 6.1).
struct Placed {
    const char* suffix;
    Yaml document;
};

std::vector<Placed> documentsOf(const Workload& workload) {
    const bool service = !workload.isTask();
    std::vector<Placed> documents;
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

Artifacts generate(const Design& design) {
    const Deployment& deployment = design.deployment;
    if (!deployment.makesKubernetes()) return {};
    const Workload& workload = deployment.workload;
    const std::string id = deployment.target == Deployment::Cloud::OpenShift ? "openshift" : "kubernetes";
    const std::string stem = id + '/' + workload.jar + '/' + *workload.name;
    const Origins because = joined(
        joined(joined({layout("c2c 4.0.0, section 6.1")}, deployment.cloud.origins), workload.name.origins),
        workload.singleYaml.origins);
    std::map<std::string, TextWriter> files;
    for (const Placed& placed : documentsOf(workload)) {
        const std::string path = stem + (*workload.singleYaml ? "" : placed.suffix) + ".yaml";
        TextWriter& writer = files.try_emplace(path, path, id, because).first->second;
        placed.document.writeDocument(writer);
    }
    Artifacts artifacts;
    for (auto& [path, writer] : files) artifacts.push_back(std::move(writer).take());
    return artifacts;
}

}

extern const Generator kubernetes{.family = "kubernetes", .generate = generate};

}
