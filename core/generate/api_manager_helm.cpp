#include "core/generate/api_manager_charts.h"
#include "core/generate/bash_writer.h"
#include "core/generate/generator.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Objects = ApiManagerObjects;

constexpr const char* family = "api-manager-helm";

Artifact document(const std::string& path, Yaml yaml, const Origins& why, const std::string& comment) {
    TextWriter writer(path, family, why);
    writer.line("# " + comment, Origins());
    std::move(yaml).because(why).write(writer);
    return std::move(writer).take();
}

Origins reasonsOf(const ApiManagerRelease& release) {
    return joined(release.origins, release.topology.value(deploymentToml().targets).origins);
}

Yaml named(const char* version, const char* kind, const char* name) {
    return Yaml::map()
        .set("apiVersion", version)
        .set("kind", kind)
        .set("metadata", Yaml::map().set("name", name));
}

// the Gateway, which the charts only refer to

Yaml listener(const char* name, const Text& host) {
    Yaml certificate = Yaml::map().set("kind", "Secret").set("name", Objects::tls);
    Yaml tls = Yaml::map().set("mode", "Terminate");
    tls.set("certificateRefs", Yaml::list().add(std::move(certificate)));
    Yaml all = Yaml::map();
    all.set("name", name).set("hostname", host).set("port", 443).set("protocol", "HTTPS");
    all.set("tls", std::move(tls));
    all.set("allowedRoutes", Yaml::map().set("namespaces", Yaml::map().set("from", "Same")));
    return std::move(all.because(host.origins));
}

Artifact gatewayOf(const std::vector<const ApiManagerRelease*>& releases) {
    const Topology& topology = releases.front()->topology;
    const auto gateways = std::ranges::find_if(releases, [](const auto* each) { return each->servesApis(); });
    const ApiManagerHosts hosts =
        apiManagerHostsOf(gateways == releases.end() ? *releases.front() : **gateways);
    const auto& keys = deploymentToml().apiManager;
    const auto has = [&](auto predicate) {
        return std::ranges::any_of(releases, [&](const ApiManagerRelease* each) { return predicate(*each); });
    };
    Yaml listeners = Yaml::list();
    if (has([](const auto& each) { return each.isControl(); }))
        listeners.add(listener("control-plane-https", hosts.portals));
    if (has([](const auto& each) { return each.role == "key-manager"; }))
        listeners.add(listener("keymanager-https", hosts.keyManager));
    const auto webSocket = topology.value(keys.webSocket), webSub = topology.value(keys.webSub);
    Origins why = joined(joined(webSocket.origins, webSub.origins), reasonsOf(*releases.front()));
    if (has([](const auto& each) { return each.servesApis(); })) {
        listeners.add(listener("gateway-https", hosts.apis));
        if (*webSocket) listeners.add(listener("websocket-https", hosts.webSocket));
        if (*webSub) listeners.add(listener("websub-https", hosts.webSub));
    }
    const auto written = topology.written(deploymentToml().kubernetes.routeClass);
    const Text className{written ? **written : "envoy-gateway",
                         arabesque::reasonsOf(topology, deploymentToml().kubernetes.routeClass)};
    Yaml gateway = named("gateway.networking.k8s.io/v1", "Gateway", Objects::gateway);
    gateway.set("spec",
                Yaml::map().set("gatewayClassName", className).set("listeners", std::move(listeners)));
    return document(releases.front()->folder() + "gateway.yaml", std::move(gateway), why,
                    "The charts refer to it by name and do not make it; sticky portals need Envoy Gateway.");
}

// secrets, by name

Yaml secret(const char* name, const std::vector<const char*>& entries) {
    Yaml values = Yaml::map();
    for (const char* each : entries) values.set(each, "");
    return named("v1", "Secret", name).set("type", "Opaque").set("stringData", std::move(values));
}

Artifact secretsOf(const std::vector<const ApiManagerRelease*>& releases) {
    const Topology& topology = releases.front()->topology;
    const auto key = topology.value(deploymentToml().apiManager.encryptionKey);
    const auto store = topology.value(deploymentToml().apiManager.keystore);
    const auto trusted = topology.value(deploymentToml().apiManager.truststore);
    const Origins why =
        joined(reasonsOf(*releases.front()), joined(key.origins, joined(store.origins, trusted.origins)));
    TextWriter writer(releases.front()->folder() + "secrets.template.yaml", family, why);
    const auto line = [&](const std::string& text) { writer.line(text, Origins()); };
    line("# Fill in outside of the repository and apply before the charts. The encryption key is the same in "
         "all regions");
    line("# and never changes; besides these there have to be:");
    line(
        "#   kubectl create secret generic apim-keystore-secret --from-file=KEYSTORE --from-file=TRUSTSTORE");
    line("#   kubectl create secret tls wso2am-tls --cert=FILE --key=FILE");
    secret(Objects::secret, {"adminPassword", "apimDBPassword", "sharedDBPassword", "encryptionKey"})
        .because(why)
        .writeDocument(writer);
    secret(Objects::keystorePasswords, {"keystorePassword", "keyPassword", "truststorePassword"})
        .because(why)
        .writeDocument(writer);
    return std::move(writer).take();
}

// installation

constexpr std::string_view installer = R"bash(here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dry_run=()
[[ ${1:-} != --dry-run ]] || dry_run=(--dry-run)
cluster=()
[[ -z $context ]] || cluster=(--context "$context")
helm_cluster=()
[[ -z $context ]] || helm_cluster=(--kube-context "$context")
place=()
[[ -z $namespace ]] || place=(--namespace "$namespace")

# Corrects what the chart gets wrong. Helm 3 does it while it renders; later releases take no program for it.
release() {    # CHART ROLE
    local helm=(helm upgrade --install "$1" "wso2/$1" --version "$chart_version" "${helm_cluster[@]}" "${place[@]}"
        --values "$here/$2.values.yaml" --wait --timeout 15m "${dry_run[@]}")
    printf 'installing %s\n' "$1"
    if [[ $(helm version --template '{{.Version}}') == v3.* ]]; then
        "${helm[@]}" --post-renderer "$here/post/render.sh" --post-renderer-args "$here/post/$2"
        return
    fi
    "${helm[@]}"
    ((${#dry_run[@]} == 0)) || return 0
    helm get manifest "$1" "${helm_cluster[@]}" "${place[@]}" | "$here/post/render.sh" "$here/post/$2" |
        kubectl apply "${cluster[@]}" "${place[@]}" --filename -
}

if grep --quiet HOST:PORT "$here"/*.values.yaml; then
    printf '%s: write the address of the database in place of HOST:PORT\n' "${0##*/}" >&2
    exit 1
fi
((${#dry_run[@]} > 0)) || kubectl apply "${cluster[@]}" "${place[@]}" --filename "$here/gateway.yaml"
)bash";

Artifact installScript(const std::vector<const ApiManagerRelease*>& releases) {
    const ApiManagerRelease& first = *releases.front();
    BashWriter writer(first.folder() + "install.sh", family, reasonsOf(first));
    writer.fixed("#!/usr/bin/env bash");
    writer.comment("Installs or updates the charts of helm-apim. The databases and the secrets of");
    writer.comment(
        "secrets.template.yaml are there before: the charts stop without an encryption key. Helm knows the");
    writer.comment("repository of the charts by the name wso2.");
    writer.fixed("set -euo pipefail\n");
    writer.variable("namespace", first.topology.value(deploymentToml().kubernetes.nameSpace));
    const Region* region = first.topology.region(first.place);
    writer.variable("context", region == nullptr ? Text{"", first.origins} : region->cluster);
    writer.variable("chart_version", {"4.7.0-1", {layout("WSO2 helm-apim 4.7.0-1")}});
    writer.fixed(installer);
    for (const ApiManagerRelease* each : releases)
        writer.fixed("release " + each->chart() + ' ' + each->role);
    return std::move(writer).take();
}

Artifact renderScript(const ApiManagerRelease& release) {
    BashWriter writer(release.folder() + "post/render.sh", family, reasonsOf(release));
    writer.fixed("#!/usr/bin/env bash");
    writer.comment("Changes what a chart renders, on standard input, as the folder that is named says.");
    writer.fixed("set -euo pipefail\n"
                 "cat >\"$1/rendered.yaml\"\n"
                 "kubectl kustomize \"$1\"");
    return std::move(writer).take();
}

void addPlace(const std::vector<const ApiManagerRelease*>& releases, Artifacts& files) {
    for (const ApiManagerRelease* each : releases) {
        files.push_back(document(each->folder() + each->role + ".values.yaml", apiManagerValues(*each),
                                 reasonsOf(*each), "Values of the chart " + each->chart() + " 4.7.0-1"));
        std::ranges::move(apiManagerCorrections(*each), std::back_inserter(files));
    }
    files.push_back(gatewayOf(releases));
    files.push_back(secretsOf(releases));
    files.push_back(installScript(releases));
    files.push_back(renderScript(*releases.front()));
}

Artifacts generate(const Design& design) {
    const std::vector<ApiManagerRelease> all = apiManagerReleasesOf(design.deployment.topology);
    Artifacts files;
    for (std::size_t i = 0; i < all.size();) {
        std::vector<const ApiManagerRelease*> here;
        for (; i < all.size() && (here.empty() || all[i].place == here.front()->place); ++i)
            here.push_back(&all[i]);
        addPlace(here, files);
    }
    return files;
}

}

Artifacts apiManagerCorrections(const ApiManagerRelease& release) {
    const auto& keys = deploymentToml().kubernetes;
    const Topology& topology = release.topology;
    const auto grace = topology.written(keys.gracePeriod);
    // ten seconds before the stop begins are part of it
    constexpr std::int64_t usualGrace = 120;
    const Sourced<std::int64_t> seconds{grace ? static_cast<std::int64_t>((*grace)->seconds) : usualGrace,
                                        arabesque::reasonsOf(topology, keys.gracePeriod)};
    const auto step = [](const char* operation, const char* path) {
        return Yaml::map().set("op", operation).set("path", path);
    };
    Yaml budget = Yaml::list();
    budget.add(step("remove", "/spec/minAvailable"));
    budget.add(step("add", "/spec/maxUnavailable").set("value", 1));
    budget.add(step("replace", "/spec/selector/matchLabels/deployment")
                   .set("value", Text{release.podLabel(), release.origins}));
    Yaml stop = Yaml::list();
    stop.add(step("add", "/spec/template/spec/terminationGracePeriodSeconds").set("value", seconds));
    const auto patched = [](const char* file, const char* kind) {
        return Yaml::map().set("path", file).set("target", Yaml::map().set("kind", kind));
    };
    Yaml patches = Yaml::list();
    patches.add(patched("budget.yaml", "PodDisruptionBudget")).add(patched("stop.yaml", "Deployment"));
    Yaml kustomization = Yaml::map()
                             .set("apiVersion", "kustomize.config.k8s.io/v1beta1")
                             .set("kind", "Kustomization")
                             .set("resources", Yaml::list().add("rendered.yaml"))
                             .set("patches", std::move(patches));
    const std::string folder = release.folder() + "post/" + release.role + '/';
    const Origins why = reasonsOf(release);
    Artifacts files;
    files.push_back(document(folder + "kustomization.yaml", std::move(kustomization), why,
                             "What the chart " + release.chart() + " gets wrong"));
    files.push_back(document(folder + "budget.yaml", std::move(budget), why,
                             "The chart's budget selects no pod, or keeps a single one from being moved."));
    files.push_back(document(folder + "stop.yaml", std::move(stop), why,
                             "30 s would be left for a wait of 10 s and the stop of the server."));
    return files;
}

extern const Generator apiManagerHelm{.family = family, .generate = generate};

}
