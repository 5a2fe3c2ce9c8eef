#include "core/generate/cluster_objects.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace arabesque {

namespace {

const auto& keys() {
    return deploymentToml().kubernetes;
}

Yaml object(const char* apiVersion, const char* kind, const Sourced<std::string>& name) {
    Yaml document = Yaml::map();
    document.set("apiVersion", apiVersion).set("kind", kind).set("metadata", Yaml::map().set("name", name));
    return std::move(document).because({layout(std::string("Kubernetes API, ") + kind)});
}

Yaml appLabel(const Workload& workload) {
    return Yaml::map().set("app", workload.name);
}

Sourced<std::int64_t> wholeSeconds(const Sourced<Duration>& time) {
    return {static_cast<std::int64_t>(std::ceil(time->seconds)), time.origins};
}

/// "2" is a number, "50%" a text.
Yaml numberOrShare(const Sourced<std::string>& text) {
    std::int64_t number = 0;
    const char* end = text->data() + text->size();
    if (const auto [stop, error] = std::from_chars(text->data(), end, number);
        error == std::errc() && stop == end)
        return Sourced<std::int64_t>{number, text.origins};
    return text;
}

void addTime(Yaml& map, const char* key, const std::optional<Sourced<Duration>>& written) {
    if (written) map.put(key, wholeSeconds(*written));
}

void addNumber(Yaml& map, const char* key, const std::optional<Sourced<std::int64_t>>& written) {
    if (written) map.put(key, *written);
}

/// What is written, else the first port of the program, since nothing is.
std::optional<Sourced<std::int64_t>> writtenOrFirstPort(Setting<std::int64_t> setting,
                                                        const Deployment& deployment) {
    if (auto written = deployment.topology.written(setting)) return written;
    if (deployment.workload.ports.empty()) return std::nullopt;
    Sourced<std::int64_t> port = deployment.workload.ports.front();
    port.origins = joined(std::move(port.origins), deployment.topology.value(setting).origins);
    return port;
}

void addProbes(Yaml& container, const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    if (Yaml* readiness = container.find("readinessProbe")) {
        addTime(*readiness, "periodSeconds", topology.written(keys().readinessPeriod));
        addNumber(*readiness, "failureThreshold", topology.written(keys().readinessFailures));
    }
    const auto path = topology.written(keys().startupPath);
    const auto port = writtenOrFirstPort(keys().startupPort, deployment);
    if (!path || !port) return;
    Yaml request = Yaml::map();
    request.set("path", *path).set("port", *port);
    Yaml probe = Yaml::map();
    probe.set("httpGet", std::move(request));
    addTime(probe, "initialDelaySeconds", topology.written(keys().startupDelay));
    addTime(probe, "periodSeconds", topology.written(keys().startupPeriod));
    addNumber(probe, "failureThreshold", topology.written(keys().startupFailures));
    container.put("startupProbe", std::move(probe).because(path->origins));
}

void addShutdown(Yaml& pod, const Topology& topology) {
    addTime(pod, "terminationGracePeriodSeconds", topology.written(keys().gracePeriod));
    const auto wait = topology.written(keys().preStop);
    if (!wait) return;
    const Sourced<std::string> seconds{std::to_string(*wholeSeconds(*wait)), wait->origins};
    Yaml command = Yaml::list();
    command.add("sleep").add(seconds);
    pod.at("containers")
        .element(0)
        .mapAt("lifecycle")
        .mapAt("preStop")
        .mapAt("exec")
        .put("command", std::move(command).because(wait->origins));
}

void addStrategy(Yaml& spec, const Topology& topology) {
    const auto type = topology.value(keys().strategy);
    const auto surge = topology.written(keys().surge);
    const auto unavailable = topology.written(keys().unavailable);
    if (!topology.written(keys().strategy) && !surge && !unavailable) return;
    Yaml strategy = Yaml::map();
    Yaml rolling = Yaml::map();
    if (surge) rolling.set("maxSurge", numberOrShare(*surge));
    if (unavailable) rolling.set("maxUnavailable", numberOrShare(*unavailable));
    if (*type == "RollingUpdate" && !rolling.empty()) strategy.set("rollingUpdate", std::move(rolling));
    strategy.set("type", type);
    spec.put("strategy", std::move(strategy));
}

/// matchLabelKeys came with 1.27.
bool knowsLabelKeys(const Topology& topology) {
    constexpr int first = 27;
    const std::string version = *topology.value(deploymentToml().kubernetesVersion);
    int minor = first;
    if (const std::size_t dot = version.find('.'); dot != std::string::npos)
        std::from_chars(version.data() + dot + 1, version.data() + version.size(), minor);
    return minor >= first;
}

void addSpread(Yaml& pod, const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    const auto over = topology.written(keys().spreadKey);
    if (!over) return;
    Yaml constraint = Yaml::map();
    constraint.set("labelSelector", Yaml::map().set("matchLabels", appLabel(deployment.workload)));
    const auto perRevision = topology.value(keys().spreadPerRevision);
    if (*perRevision && knowsLabelKeys(topology))
        constraint.set("matchLabelKeys", Yaml::list().add("pod-template-hash").because(perRevision.origins));
    constraint.set("maxSkew", topology.value(keys().maxSkew));
    const auto otherwise = topology.value(keys().whenUnsatisfiable);
    // the API takes it with DoNotSchedule only
    if (const auto least = topology.written(keys().minDomains); least && *otherwise == "DoNotSchedule")
        constraint.set("minDomains", *least);
    constraint.set("topologyKey", *over).set("whenUnsatisfiable", otherwise);
    pod.put("topologySpreadConstraints", Yaml::list().add(std::move(constraint)).because(over->origins));
}

}

Yaml& podOf(Yaml& workloadObject) {
    Yaml& spec = workloadObject.at("spec");
    Yaml* job = spec.find("jobTemplate");
    return (job == nullptr ? spec : job->at("spec")).at("template").at("spec");
}

void addToDeployment(ClusterObject& object, const ClusterPlace& place) {
    const Workload& workload = place.workload();
    const Topology& topology = place.topology();
    Yaml& spec = object.document.at("spec");
    if (*workload.autoscaled) {
        // each time it is applied, the number would undo what the autoscaler did
        spec.remove("replicas");
        object.removed["/spec/replicas"] = workload.autoscaled.origins;
    } else if (place.replicas) {
        Sourced<std::int64_t> replicas = *place.replicas;
        replicas.origins = joined(std::move(replicas.origins), workload.autoscaled.origins);
        spec.put("replicas", replicas);
    }
    addStrategy(spec, topology);
    Yaml& pod = podOf(object.document);
    addProbes(pod.at("containers").element(0), *place.deployment);
    addShutdown(pod, topology);
    addSpread(pod, *place.deployment);
}

void addToAutoscaler(Yaml& autoscaler, const ClusterPlace& place) {
    Yaml& spec = autoscaler.at("spec");
    const Autoscaling& scaling = place.workload().autoscaling;
    if (place.replicas && **place.replicas > *scaling.minReplicas) {
        const auto atLeast = [&](const Sourced<std::int64_t>& declared) {
            return Sourced<std::int64_t>{**place.replicas, joined(place.replicas->origins, declared.origins)};
        };
        spec.put("minReplicas", atLeast(scaling.minReplicas));
        if (**place.replicas > *scaling.maxReplicas) spec.put("maxReplicas", atLeast(scaling.maxReplicas));
    }
    const auto after = place.topology().written(keys().scaleDownAfter);
    if (!after) return;
    Yaml down = Yaml::map();
    down.set("stabilizationWindowSeconds", wholeSeconds(*after));
    spec.put("behavior", Yaml::map().set("scaleDown", std::move(down)));
}

Yaml budgetObject(const ClusterPlace& place) {
    const Workload& workload = place.workload();
    Yaml document = object("policy/v1", "PodDisruptionBudget", workload.objectName);
    Yaml spec = Yaml::map();
    // the API takes one of them
    if (const auto most = place.topology().written(keys().maxUnavailable))
        spec.set("maxUnavailable", numberOrShare(*most));
    else if (const auto least = place.topology().written(keys().minAvailable))
        spec.set("minAvailable",
                 numberOrShare(*least).because(place.topology().value(keys().maxUnavailable).origins));
    if (spec.empty()) return Yaml::map();
    const Origins because = spec.allOrigins();
    spec.set("selector", Yaml::map().set("matchLabels", appLabel(workload)));
    document.set("spec", std::move(spec));
    return std::move(document).because(because);
}

Yaml networkPolicyObject(const Workload& workload, const Sourced<bool>& wanted) {
    Yaml ports = Yaml::list();
    for (const auto& port : workload.ports)
        ports.add(Yaml::map().set("port", port).set("protocol", "TCP").because(port.origins));
    Yaml spec = Yaml::map();
    spec.set("ingress", Yaml::list().add(Yaml::map().set("ports", std::move(ports))))
        .set("podSelector", Yaml::map().set("matchLabels", appLabel(workload)))
        .set("policyTypes", Yaml::list().add("Ingress"));
    Yaml document = object("networking.k8s.io/v1", "NetworkPolicy", workload.objectName);
    document.set("spec", std::move(spec));
    return std::move(document).because(wanted.origins);
}

std::optional<Route> routeOf(const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    const Workload& workload = deployment.workload;
    const auto host = topology.written(keys().routeHost);
    const auto port = writtenOrFirstPort(keys().routePort, deployment);
    if (!host || !port || workload.isTask() || workload.ports.empty()) return std::nullopt;
    Route route{.kind = topology.value(keys().routeKind),
                .host = *host,
                .path = topology.value(keys().routePath),
                .className = topology.value(keys().routeClass),
                .tlsSecret = topology.value(keys().routeTlsSecret),
                .port = *port,
                .annotations = topology.texts(DeploymentToml::routeAnnotations)};
    route.gatewayApi = *route.kind == "http-route";
    return route;
}

namespace {

Yaml ingressSpec(const Route& route, const Workload& workload) {
    Yaml service = Yaml::map();
    service.set("name", workload.serviceName).set("port", Yaml::map().set("number", route.port));
    Yaml path = Yaml::map();
    path.set("backend", Yaml::map().set("service", std::move(service)))
        .set("path", route.path)
        .set("pathType", "Prefix");
    Yaml rule = Yaml::map();
    rule.set("host", route.host).set("http", Yaml::map().set("paths", Yaml::list().add(std::move(path))));
    Yaml spec = Yaml::map();
    if (!route.className->empty()) spec.set("ingressClassName", route.className);
    spec.set("rules", Yaml::list().add(std::move(rule)));
    if (route.tlsSecret->empty()) return spec;
    Yaml tls = Yaml::map();
    tls.set("hosts", Yaml::list().add(route.host)).set("secretName", route.tlsSecret);
    return std::move(spec).set("tls", Yaml::list().add(std::move(tls)).because(route.tlsSecret.origins));
}

/// Certificates belong to the Gateway's listeners; a route with TLS is bound to the one of HTTPS alone.
Yaml httpRouteSpec(const Route& route, const Workload& workload) {
    constexpr int https = 443;
    Yaml spec = Yaml::map();
    spec.set("hostnames", Yaml::list().add(route.host));
    if (!route.className->empty()) {
        Yaml parent = Yaml::map();
        parent.set("name", route.className);
        if (!route.tlsSecret->empty())
            parent.set("port", Sourced<std::int64_t>{https, route.tlsSecret.origins});
        spec.set("parentRefs", Yaml::list().add(std::move(parent)).because(route.className.origins));
    }
    Yaml backend = Yaml::map();
    backend.set("name", workload.serviceName).set("port", route.port);
    Yaml path = Yaml::map();
    path.set("type", "PathPrefix").set("value", route.path);
    Yaml rule = Yaml::map();
    rule.set("backendRefs", Yaml::list().add(std::move(backend)))
        .set("matches", Yaml::list().add(Yaml::map().set("path", std::move(path))));
    spec.set("rules", Yaml::list().add(std::move(rule)));
    return spec;
}

}

Yaml routeObject(const Route& route, const Workload& workload) {
    Yaml document = route.gatewayApi
                        ? object("gateway.networking.k8s.io/v1", "HTTPRoute", workload.serviceName)
                        : object("networking.k8s.io/v1", "Ingress", workload.serviceName);
    if (!route.annotations.empty()) {
        Yaml annotations = Yaml::map();
        for (const auto& [key, value] : route.annotations) annotations.put(key, value);
        document.at("metadata").set("annotations", std::move(annotations));
    }
    document.set("spec", route.gatewayApi ? httpRouteSpec(route, workload) : ingressSpec(route, workload));
    return std::move(document).because(joined(route.host.origins, route.kind.origins));
}

}
