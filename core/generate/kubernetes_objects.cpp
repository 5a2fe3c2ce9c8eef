#include "core/generate/kubernetes_objects.h"

#include "core/model/java_order.h"
#include "core/model/names.h"

#include <algorithm>

namespace arabesque {

namespace {

Yaml object(const char* apiVersion, const char* kind, const char* section) {
    Yaml document = Yaml::map();
    document.set("apiVersion", apiVersion).set("kind", kind);
    return std::move(document).because({layout(std::string("c2c 4.0.0, section ") + section)});
}

Yaml appLabel(const Workload& workload) {
    return Yaml::map().set("app", workload.name);
}

Yaml metadata(const Workload& workload, const Sourced<std::string>& name) {
    return Yaml::map().set("labels", appLabel(workload)).set("name", name);
}

Sourced<std::string> portName(const Workload& workload, std::size_t index) {
    return {validName("port-" + std::to_string(index + 1) + '-' + *workload.serviceName),
            joined(workload.serviceName.origins, workload.ports[index].origins)};
}

Yaml probe(const HttpProbe& probe) {
    Yaml request = Yaml::map();
    request.set("path", probe.path).set("port", probe.port);
    Yaml result = Yaml::map();
    result.set("httpGet", std::move(request)).set("initialDelaySeconds", 30);
    return std::move(result).because(joined(probe.port.origins, probe.path.origins));
}

/// Memory before CPU: the order of a Java map with these keys (section 7.2).
Yaml quantities(const Sourced<std::string>& memory, const Sourced<std::string>& cpu) {
    return Yaml::map().set("memory", memory).set("cpu", cpu);
}

Yaml metric(const char* resource, const Sourced<std::int64_t>& utilization) {
    Yaml target = Yaml::map();
    target.set("averageUtilization", utilization).set("type", "Utilization");
    Yaml measured = Yaml::map();
    measured.set("name", resource).set("target", std::move(target));
    return Yaml::map().set("resource", std::move(measured)).set("type", "Resource");
}

void setUnlessEmpty(Yaml& map, const char* key, Yaml list) {
    if (!list.empty()) map.set(key, std::move(list));
}

Yaml preStop() {
    Yaml exec = Yaml::map();
    exec.set("command", Yaml::list().add("sleep").add("15"));
    return Yaml::map().set("preStop", Yaml::map().set("exec", std::move(exec)));
}

Yaml container(const Workload& workload) {
    Yaml item = Yaml::map();
    setUnlessEmpty(item, "env", environmentList(workload));
    item.set("image", workload.image).set("lifecycle", preStop());
    if (workload.liveness) item.set("livenessProbe", probe(*workload.liveness));
    item.set("name", workload.objectName);
    Yaml ports = Yaml::list();
    for (std::size_t i = 0; i < workload.ports.size(); ++i) {
        Yaml port = Yaml::map();
        port.set("containerPort", workload.ports[i])
            .set("name", portName(workload, i))
            .set("protocol", "TCP");
        ports.add(std::move(port).because(workload.ports[i].origins));
    }
    setUnlessEmpty(item, "ports", std::move(ports));
    if (workload.readiness) item.set("readinessProbe", probe(*workload.readiness));
    Yaml resources = Yaml::map();
    resources.set("limits", quantities(workload.maxMemory, workload.maxCpu))
        .set("requests", quantities(workload.minMemory, workload.minCpu));
    item.set("resources", std::move(resources));
    setUnlessEmpty(item, "volumeMounts", mountList(workload));
    return item;
}

}

Yaml serviceObject(const Workload& workload) {
    Yaml ports = Yaml::list();
    for (std::size_t i = 0; i < workload.ports.size(); ++i) {
        Yaml port = Yaml::map();
        port.set("name", portName(workload, i))
            .set("port", workload.ports[i])
            .set("protocol", "TCP")
            .set("targetPort", workload.ports[i]);
        ports.add(std::move(port).because(workload.ports[i].origins));
    }
    Yaml spec = Yaml::map();
    spec.set("ports", std::move(ports)).set("selector", appLabel(workload)).set("type", "ClusterIP");
    Yaml document = object("v1", "Service", "6.2");
    document.set("metadata", metadata(workload, workload.serviceName)).set("spec", std::move(spec));
    Origins because;
    for (const auto& port : workload.ports) because = joined(std::move(because), port.origins);
    return std::move(document).because(because);
}

Yaml deploymentObject(const Workload& workload) {
    Yaml pod = Yaml::map();
    pod.set("containers", Yaml::list().add(container(workload)));
    setUnlessEmpty(pod, "volumes", volumeList(workload));
    Yaml pods = Yaml::map();
    pods.set("metadata", Yaml::map().set("labels", appLabel(workload))).set("spec", std::move(pod));
    Yaml spec = Yaml::map();
    spec.set("replicas", 1)
        .set("selector", Yaml::map().set("matchLabels", appLabel(workload)))
        .set("template", std::move(pods));
    Yaml document = object("apps/v1", "Deployment", "6.3");
    document.set("metadata", metadata(workload, workload.objectName)).set("spec", std::move(spec));
    return document;
}

Yaml autoscalerObject(const Workload& workload) {
    const Autoscaling& scaling = workload.autoscaling;
    Yaml metrics = Yaml::list();
    metrics.add(metric("cpu", scaling.cpu));
    if (scaling.memory) metrics.add(metric("memory", *scaling.memory).because(scaling.memory->origins));
    Yaml target = Yaml::map();
    target.set("apiVersion", "apps/v1").set("kind", "Deployment").set("name", workload.objectName);
    Yaml spec = Yaml::map();
    spec.set("maxReplicas", scaling.maxReplicas)
        .set("metrics", std::move(metrics))
        .set("minReplicas", scaling.minReplicas)
        .set("scaleTargetRef", std::move(target));
    Yaml document = object("autoscaling/v2", "HorizontalPodAutoscaler", "6.7");
    const Sourced<std::string> name{validName(*workload.name + "-hpa"), workload.name.origins};
    document.set("metadata", metadata(workload, name)).set("spec", std::move(spec));
    return std::move(document).because(workload.autoscaled.origins);
}

Yaml jobObject(const Workload& workload) {
    Yaml item = Yaml::map();
    setUnlessEmpty(item, "env", environmentList(workload));
    item.set("image", workload.image).set("name", workload.objectName);
    setUnlessEmpty(item, "volumeMounts", mountList(workload));
    Yaml pod = Yaml::map();
    pod.set("containers", Yaml::list().add(std::move(item))).set("restartPolicy", "OnFailure");
    setUnlessEmpty(pod, "volumes", volumeList(workload));
    Yaml spec = Yaml::map();
    spec.set("template", Yaml::map().set("spec", std::move(pod)));
    const bool scheduled = workload.kind == Workload::Kind::CronJob;
    Yaml document = object("batch/v1", scheduled ? "CronJob" : "Job", "6.8");
    document.set("metadata", Yaml::map().set("name", workload.objectName));
    if (scheduled) {
        Yaml outer = Yaml::map();
        outer.set("jobTemplate", Yaml::map().set("spec", std::move(spec))).set("schedule", workload.schedule);
        document.set("spec", std::move(outer));
    } else {
        document.set("spec", std::move(spec));
    }
    return std::move(document).because(workload.objectName.origins);
}

Yaml configObject(const ConfigObject& config) {
    std::vector<std::int32_t> hashes;
    for (const auto& entry : config.entries) hashes.push_back(javaHash(entry.key));
    Yaml data = Yaml::map();
    Origins because = joined(config.name.origins, config.mountPath.origins);
    for (const std::size_t index : javaOrder(hashes)) {
        const ConfigObject::Entry& entry = config.entries[index];
        data.set(entry.key, Sourced<std::string>{entry.bytes, entry.origins});
    }
    Yaml document = object("v1", config.secret ? "Secret" : "ConfigMap", "6.5");
    document.set("metadata", Yaml::map().set("name", config.name));
    if (!data.empty()) document.set("data", std::move(data).because(config.files));
    return std::move(document).because(because);
}

}
