#include "core/generate/micro_integrators.h"
#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"
#include "core/generate/yaml.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Number = Sourced<std::int64_t>;

const auto& keys() {
    return deploymentToml().kubernetes;
}

/// The folder whose content the image's entry point copies over the distribution (WSO2 helm-mi, mi-deployment.yaml).
constexpr const char* configurationVolume = "/home/wso2carbon/wso2-config-volume/conf/deployment.toml";

/// "$(NAME)" in a value of a container's environment stands for another variable.
Text literal(Text text) {
    for (std::size_t at = text.value.find("$("); at != std::string::npos; at = text.value.find("$(", at + 3))
        text.value.insert(at, 1, '$');
    return text;
}

/// The objects of one region, or of all nodes where no region has any.
class Objects {
public:
    Objects(const MicroIntegrators& integrators, const Region* region)
        : m_integrators(integrators), m_region(region) {
        m_name = integrators.objectName();
        m_replicas = integrators.replicasIn(region);
        m_because = joined({layout("Kubernetes API")}, integrators.reasons());
        if (region != nullptr) m_because = joined(std::move(m_because), region->name.origins);
    }

    Artifacts run() {
        const std::string stem = "micro-integrator/kubernetes/micro-integrator" +
                                 (m_region == nullptr ? std::string() : '-' + *m_region->name);
        Artifacts files;
        TextWriter writer(stem + ".yaml", microIntegratorFamily, m_because);
        configuration().writeDocument(writer);
        deployment().writeDocument(writer);
        for (const Yaml& each : services()) each.writeDocument(writer);
        if (*m_replicas > 1) budget().writeDocument(writer);
        files.push_back(std::move(writer).take());
        TextWriter secret(stem + ".secret.template.yaml", microIntegratorFamily, m_because);
        secret.line("# To fill in where nobody else looks, and to apply before the rest.", Origins());
        secrets().writeDocument(secret);
        files.push_back(std::move(secret).take());
        return files;
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_integrators.topology(); }

    [[nodiscard]] Text named(const char* suffix) const { return {*m_name + suffix, m_name.origins}; }
    [[nodiscard]] Yaml labels() const { return Yaml::map().set("app", m_name); }

    [[nodiscard]] Yaml object(const char* version, const char* kind, const Text& name) const {
        Yaml metadata = Yaml::map().set("name", name);
        const auto nameSpace = topology().value(keys().nameSpace);
        if (!nameSpace->empty()) metadata.set("namespace", nameSpace);
        metadata.set("labels", labels());
        return Yaml::map()
            .set("apiVersion", version)
            .set("kind", kind)
            .set("metadata", std::move(metadata))
            .because(joined(m_because, reasonsOf(topology(), keys().nameSpace)));
    }

    /// What it says is said line by line in deployment.toml beside the Dockerfile.
    [[nodiscard]] Yaml configuration() const {
        const Artifact file =
            integratorConfiguration(m_integrators, configurationInContainers(m_integrators));
        Text text{file.text, joined(file.origins, m_integrators.reasonsOfTables())};
        text.origins = joined(std::move(text.origins), file.originTable.all());
        Yaml data = Yaml::map().set("deployment.toml", text);
        return object("v1", "ConfigMap", named("-config")).set("data", std::move(data));
    }

    [[nodiscard]] Yaml secrets() const {
        Yaml data = Yaml::map();
        for (const VariableToFillIn& each : m_integrators.variables())
            data.set(each.name, Text{"fill in: " + each.note, each.because});
        return object("v1", "Secret", named("-secrets"))
            .set("type", "Opaque")
            .set("stringData", std::move(data));
    }

    [[nodiscard]] Yaml deployment() const {
        Yaml selector = Yaml::map().set("matchLabels", labels());
        Yaml strategy =
            Yaml::map().set("rollingUpdate", Yaml::map().set("maxSurge", 1).set("maxUnavailable", 0));
        strategy.set("type", "RollingUpdate");
        Yaml pod = Yaml::map();
        pod.set("metadata", Yaml::map().set("labels", labels())).set("spec", podSpecification());
        return object("apps/v1", "Deployment", m_name)
            .set("spec", Yaml::map()
                             .set("replicas", m_replicas)
                             .set("selector", std::move(selector))
                             .set("strategy", std::move(strategy))
                             .set("template", std::move(pod)));
    }

    [[nodiscard]] Yaml podSpecification() const {
        Yaml spec = Yaml::map();
        spec.set("terminationGracePeriodSeconds", m_integrators.gracePeriod())
            .set("topologySpreadConstraints", Yaml::list().add(spread()))
            .set("securityContext",
                 Yaml::map().set("seccompProfile", Yaml::map().set("type", "RuntimeDefault")))
            .set("containers", Yaml::list().add(container()))
            .set("volumes",
                 Yaml::list().add(Yaml::map()
                                      .set("name", "configuration")
                                      .set("configMap", Yaml::map().set("name", named("-config")))));
        return spec;
    }

    [[nodiscard]] Yaml spread() const {
        const auto over = topology().written(keys().spreadKey);
        const Text key =
            over ? *over : Text{"topology.kubernetes.io/zone", reasonsOf(topology(), keys().spreadKey)};
        return Yaml::map()
            .set("maxSkew", 1)
            .set("topologyKey", key)
            .set("whenUnsatisfiable", "ScheduleAnyway")
            .set("labelSelector", Yaml::map().set("matchLabels", labels()));
    }

    [[nodiscard]] Yaml container() const {
        Yaml command = Yaml::list().add("/bin/sh").add("-c").add(m_integrators.preStopCommand());
        Yaml container = Yaml::map();
        container.set("name", "micro-integrator")
            .set("image", m_integrators.image())
            .set("env", environment())
            .set("envFrom",
                 Yaml::list().add(Yaml::map().set("secretRef", Yaml::map().set("name", named("-secrets")))))
            .set("ports", ports())
            .set("resources", resources())
            .set("startupProbe", probe("/liveness").set("periodSeconds", 5).set("failureThreshold", 60))
            .set("livenessProbe", probe("/liveness").set("periodSeconds", 10).set("failureThreshold", 3))
            .set("readinessProbe", probe("/healthz").set("periodSeconds", 5).set("failureThreshold", 3))
            .set("lifecycle",
                 Yaml::map().set("preStop",
                                 Yaml::map().set("exec", Yaml::map().set("command", std::move(command)))))
            .set("securityContext", confinement())
            .set("volumeMounts", Yaml::list().add(Yaml::map()
                                                      .set("name", "configuration")
                                                      .set("mountPath", configurationVolume)
                                                      .set("subPath", "deployment.toml")));
        return container;
    }

    [[nodiscard]] static Yaml confinement() {
        return Yaml::map()
            .set("allowPrivilegeEscalation", false)
            .set("runAsNonRoot", true)
            .set("runAsUser", 10802)
            .set("capabilities", Yaml::map().set("drop", Yaml::list().add("ALL")));
    }

    /// The pod's own name: one value for all would make them one node (topologies, C9).
    [[nodiscard]] Yaml environment() const {
        Yaml field = Yaml::map().set("fieldRef", Yaml::map().set("fieldPath", "metadata.name"));
        Yaml list = Yaml::list();
        list.add(Yaml::map().set("name", "NODE_ID").set("valueFrom", std::move(field)));
        const Text memory = m_integrators.memoryOptions(true), options = m_integrators.javaOptions();
        list.add(Yaml::map().set("name", "JVM_MEM_OPTS").set("value", memory));
        if (!options->empty())
            list.add(
                Yaml::map().set("name", "JAVA_OPTS").set("value", literal(options)).because(options.origins));
        return list.because(options.origins);
    }

    [[nodiscard]] Yaml ports() const {
        Yaml list = Yaml::list();
        const auto add = [&](const char* name, std::int64_t base) {
            list.add(Yaml::map().set("name", name).set("containerPort", m_integrators.port(base)));
        };
        add("http", integratorHttp);
        add("https", integratorHttps);
        add("internal", integratorInternal);
        add("management", integratorManagement);
        return list;
    }

    [[nodiscard]] Yaml resources() const {
        const IntegratorResources own = m_integrators.resources();
        return Yaml::map()
            .set("requests", Yaml::map().set("memory", own.memoryRequest).set("cpu", own.cpuRequest))
            .set("limits", Yaml::map().set("memory", own.memoryLimit).set("cpu", own.cpuLimit));
    }

    /// The internal API serves both over plain HTTP; there is no /readiness (topologies, 3.4).
    [[nodiscard]] Yaml probe(const char* path) const {
        Yaml request = Yaml::map().set("path", path).set("port", m_integrators.port(integratorInternal));
        return Yaml::map().set("httpGet", std::move(request)).set("timeoutSeconds", 3);
    }

    /// What clients ask, and what only operators and Prometheus do.
    [[nodiscard]] std::vector<Yaml> services() const {
        const auto port = [&](const char* name, std::int64_t base) {
            return Yaml::map()
                .set("name", name)
                .set("port", m_integrators.port(base))
                .set("targetPort", name);
        };
        const auto service = [&](const char* suffix, Yaml first, Yaml second, bool headless) {
            Yaml spec = Yaml::map();
            if (headless) spec.set("clusterIP", "None");
            spec.set("ports", Yaml::list().add(std::move(first)).add(std::move(second)))
                .set("selector", labels());
            return object("v1", "Service", named(suffix)).set("spec", std::move(spec));
        };
        return {service("", port("http", integratorHttp), port("https", integratorHttps), false),
                service("-management", port("internal", integratorInternal),
                        port("management", integratorManagement), true)};
    }

    [[nodiscard]] Yaml budget() const {
        Yaml spec = Yaml::map();
        spec.set("maxUnavailable", 1).set("selector", Yaml::map().set("matchLabels", labels()));
        return object("policy/v1", "PodDisruptionBudget", m_name)
            .set("spec", std::move(spec))
            .because(m_replicas.origins);
    }

    const MicroIntegrators& m_integrators;
    const Region* m_region;
    Text m_name;
    Number m_replicas;
    Origins m_because;
};

}

Artifacts integratorObjects(const MicroIntegrators& integrators) {
    Artifacts files;
    const auto runsIn = [&](const Region& region) {
        return std::ranges::any_of(integrators.nodes(),
                                   [&](const Node* node) { return *node->region == *region.name; });
    };
    for (const Region& region : integrators.topology().regions)
        if (isFileName(*region.name) && runsIn(region))
            std::ranges::move(Objects(integrators, &region).run(), std::back_inserter(files));
    if (files.empty()) files = Objects(integrators, nullptr).run();
    return files;
}

}
