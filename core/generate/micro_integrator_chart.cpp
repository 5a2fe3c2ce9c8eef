#include "core/generate/bash_writer.h"
#include "core/generate/control_plane_address.h"
#include "core/generate/micro_integrators.h"
#include "core/generate/topology_reasons.h"
#include "core/generate/yaml.h"

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

constexpr const char* folder = "micro-integrator/helm/";

/// An image as the chart takes it.
struct ImageParts {
    std::string repository, tag, digest;
};
ImageParts partsOf(const std::string& image) {
    ImageParts parts{.repository = image};
    if (const std::size_t at = image.find('@'); at != std::string::npos) {
        parts.digest = image.substr(at + 1);
        parts.repository = image.substr(0, at);
    }
    const std::size_t colon = parts.repository.rfind(':'), slash = parts.repository.rfind('/');
    if (colon != std::string::npos && (slash == std::string::npos || colon > slash)) {
        parts.tag = parts.repository.substr(colon + 1);
        parts.repository.resize(colon);
    }
    return parts;
}

/// values.yaml of the chart `mi` (WSO2 helm-mi, mi/values_full.yaml; its icp values since 4.6). The chart ignores paths it
/// does not know, so a test holds them against a list.
class Values {
public:
    explicit Values(const MicroIntegrators& integrators) : m_integrators(integrators) {}

    [[nodiscard]] Yaml run() const {
        Yaml wso2 = Yaml::map();
        wso2.set("config", config()).set("deployment", deployment());
        // the image's name says where it is
        return Yaml::map().set("containerRegistry", "").set("wso2", std::move(wso2));
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_integrators.topology(); }

    [[nodiscard]] Yaml config() const {
        const auto& keys = deploymentToml().microIntegrator;
        Yaml config = Yaml::map();
        config.set("portOffset", topology().value(keys.offset));
        config.set("keyStore", Yaml::map().set("primary", Yaml::map()
                                                              .set("password", "$env{MI_KEYSTORE_PASSWORD}")
                                                              .set("keyPassword", "$env{MI_KEY_PASSWORD}")));
        config.set("trustStore",
                   Yaml::map().set("primary", Yaml::map().set("password", "$env{MI_TRUSTSTORE_PASSWORD}")));
        if (const auto database = m_integrators.database())
            config.set("coordination", coordination(*database));
        if (const auto plane = controlPlaneAddress(topology())) config.set("icp", controlPlane(*plane));
        if (const auto address = m_integrators.catalogue())
            config.set("serviceCatalog", Yaml::map()
                                             .set("enabled", true)
                                             .set("apimHost", *address)
                                             .set("username", "$env{APIM_USERNAME}")
                                             .set("password", "$env{APIM_PASSWORD}")
                                             .because(address->origins));
        return config;
    }

    /// Without a node id, which would be the same for all replicas (topologies, C9): each start gets its own.
    [[nodiscard]] Yaml coordination(const CoordinationDatabase& database) const {
        Yaml pool = Yaml::map();
        if (database.maxActive) pool.set("maxActive", *database.maxActive);
        if (database.minIdle) pool.set("minIdle", *database.minIdle);
        pool.set("testOnBorrow", true).set("validationQuery", database.validationQuery);
        Yaml rdbms = Yaml::map();
        rdbms.set("url", database.url)
            .set("username", database.user)
            .set("password", "$env{MI_COORDINATION_DB_PASSWORD}")
            .set("jdbc", Yaml::map().set("driver", database.driver).set("poolParameters", std::move(pool)));
        const auto coordinated = topology().value(deploymentToml().microIntegrator.coordination);
        return Yaml::map()
            .set("rdbms", std::move(rdbms))
            .because(joined(coordinated.origins, database.driver.origins));
    }

    [[nodiscard]] Yaml controlPlane(const ControlPlaneAddress& plane) const {
        const auto& keys = deploymentToml().controlPlane;
        const Text& package = m_integrators.deployment().package;
        const auto written = topology().written(keys.integration);
        const Text integration =
            written ? *written
                    : Text{*package, joined(package.origins, reasonsOf(topology(), keys.integration))};
        Yaml icp = Yaml::map().because(plane.because);
        if (plane.first)
            return std::move(icp.set("url", Text{*plane.url + "/dashboard/api/", plane.url.origins})
                                 .set("groupId", integration)
                                 .set("nodeId", "$env{POD_NAME}"));
        return std::move(icp.set("enabled", true)
                             .set("environment", controlPlaneEnvironment(topology()))
                             .set("project", topology().value(keys.project))
                             .set("integration", integration)
                             .set("runtime", "$env{POD_NAME}")
                             .set("secret", "$env{ICP_SECRET}")
                             .set("icpUrl", plane.url)
                             .set("sslVerify", topology().value(keys.verifyTls)));
    }

    [[nodiscard]] Yaml deployment() const {
        const Text image = m_integrators.image();
        const ImageParts parts = partsOf(*image);
        Yaml name = Yaml::map().because(image.origins);
        name.set("repository", Text{parts.repository, image.origins});
        if (!parts.tag.empty()) name.set("tag", Text{parts.tag, image.origins});
        if (!parts.digest.empty()) name.set("digest", Text{parts.digest, image.origins});
        Yaml deployment = Yaml::map();
        if (const auto host = topology().written(deploymentToml().kubernetes.routeHost))
            deployment.set("hostname", *host);
        // mount paths are made of it: another one than the image's mounts to nowhere
        const auto replicas = m_integrators.replicasIn(nullptr);
        deployment.set("BuildVersion", m_integrators.release())
            .set("image", std::move(name))
            .set("replicas", replicas);
        if (*replicas > 1)
            deployment.set("pdb",
                           Yaml::map().set("enabled", true).set("minAvailable", 1).because(replicas.origins));
        deployment.set("resources", resources()).set("envs", environment());
        return deployment;
    }

    [[nodiscard]] Yaml resources() const {
        const IntegratorResources own = m_integrators.resources();
        Yaml heap = Yaml::map().set("xms", own.minHeap).set("xmx", own.maxHeap);
        return Yaml::map()
            .set("requests", Yaml::map().set("memory", own.memoryRequest).set("cpu", own.cpuRequest))
            .set("limits", Yaml::map().set("memory", own.memoryLimit).set("cpu", own.cpuLimit))
            .set("jvm", Yaml::map().set("memory", std::move(heap)));
    }

    /// The chart hands its heap over as JAVA_MEM_OPTS, which the start script does not read (topologies, C7).
    [[nodiscard]] Yaml environment() const {
        const Text memory = m_integrators.memoryOptions(true), options = m_integrators.javaOptions();
        Yaml all = Yaml::map().because(options.origins);
        all.set("JVM_MEM_OPTS", memory);
        if (!options->empty()) all.set("JAVA_OPTS", options);
        return all;
    }

    const MicroIntegrators& m_integrators;
};

Artifact document(const char* name, Yaml yaml, const Origins& because, const char* comment) {
    TextWriter writer(std::string(folder) + name, microIntegratorFamily, because);
    writer.line(comment, Origins());
    std::move(yaml).because(because).write(writer);
    return std::move(writer).take();
}

/// A patch applies to whatever has its kind, so its own name says nothing.
Yaml patch(const char* version, const char* kind, Yaml spec) {
    return Yaml::map()
        .set("apiVersion", version)
        .set("kind", kind)
        .set("metadata", Yaml::map().set("name", "any"))
        .set("spec", std::move(spec));
}

/// Time to stop, a wait before it, and the secrets that the values name.
Yaml deploymentPatch(const MicroIntegrators& integrators) {
    Yaml command = Yaml::list().add("/bin/sh").add("-c").add(integrators.preStopCommand());
    const Text name = integrators.objectName();
    Yaml secret =
        Yaml::map().set("secretRef", Yaml::map().set("name", Text{*name + "-secrets", name.origins}));
    Yaml exec = Yaml::map().set("exec", Yaml::map().set("command", std::move(command)));
    Yaml container = Yaml::map();
    container.set("name", "wso2mi")
        .set("envFrom", Yaml::list().add(std::move(secret)))
        .set("lifecycle", Yaml::map().set("preStop", std::move(exec)));
    Yaml pod = Yaml::map();
    pod.set("terminationGracePeriodSeconds", integrators.gracePeriod())
        .set("containers", Yaml::list().add(std::move(container)));
    return patch("apps/v1", "Deployment",
                 Yaml::map().set("template", Yaml::map().set("spec", std::move(pod))));
}

Yaml servicePatch(const MicroIntegrators& integrators) {
    Yaml port = Yaml::map();
    port.set("name", "pass-through-http")
        .set("port", integrators.port(integratorHttp))
        .set("protocol", "TCP");
    return patch("v1", "Service", Yaml::map().set("ports", Yaml::list().add(std::move(port))));
}

Yaml kustomization() {
    const auto patched = [](const char* file, const char* kind) {
        return Yaml::map().set("path", file).set("target", Yaml::map().set("kind", kind));
    };
    Yaml patches = Yaml::list();
    patches.add(patched("deployment-patch.yaml", "Deployment")).add(patched("service-patch.yaml", "Service"));
    return Yaml::map()
        .set("apiVersion", "kustomize.config.k8s.io/v1beta1")
        .set("kind", "Kustomization")
        .set("resources", Yaml::list().add("rendered.yaml"))
        .set("patches", std::move(patches));
}

Artifact installScript(const MicroIntegrators& integrators, const Origins& because) {
    BashWriter writer(std::string(folder) + "install.sh", microIntegratorFamily, because);
    writer.fixed("#!/usr/bin/env bash\n"
                 "# install.sh CHART: installs the chart mi of helm-mi with what it lacks.\n"
                 "# The Secret of ../kubernetes has to be filled in and applied first.\n"
                 "set -euo pipefail\n"
                 "\n"
                 "chart=${1:?name or folder of the chart}");
    writer.variable("release", integrators.objectName());
    writer.variable("namespace", integrators.topology().value(deploymentToml().kubernetes.nameSpace));
    writer.fixed(
        "cd \"$(dirname \"${BASH_SOURCE[0]}\")\"\n"
        "place=()\n"
        "if [[ -n $namespace ]]; then place=(--namespace \"$namespace\"); fi\n"
        "helm template \"$release\" \"$chart\" \"${place[@]}\" --values values.yaml > rendered.yaml\n"
        "kubectl apply \"${place[@]}\" --kustomize .");
    return std::move(writer).take();
}

}

Artifacts integratorChart(const MicroIntegrators& integrators) {
    const Origins because = joined({layout("WSO2 helm-mi")}, integrators.reasons());
    Artifacts files;
    files.push_back(
        document("values.yaml", Values(integrators).run(), because,
                 "# Values of the chart mi of helm-mi; passwords come from the Secret as variables."));
    files.push_back(document("deployment-patch.yaml", deploymentPatch(integrators), because,
                             "# The chart leaves 30 seconds to stop, and no wait before."));
    files.push_back(document("service-patch.yaml", servicePatch(integrators), because,
                             "# The chart's Service has no port for plain HTTP."));
    files.push_back(document("kustomization.yaml", kustomization(), because,
                             "# What the chart renders, mended; install.sh puts rendered.yaml here."));
    files.push_back(installScript(integrators, because));
    return files;
}

}
