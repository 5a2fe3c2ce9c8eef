#include "core/generate/helm_values.h"

#include "core/generate/kubernetes_objects.h"

namespace arabesque {

namespace {

const auto& keys() {
    return deploymentToml().kubernetes;
}

class ValuesWriter {
public:
    ValuesWriter(const ClusterPlace& place, const ballerina::PackageFacts& facts)
        : m_place(place), m_cluster(clusterOf(place, facts)) {}

    Yaml run() {
        m_values.set("namespace", m_cluster.nameSpace);
        const bool service = !workload().isTask();
        if (service)
            deployment();
        else
            job();
        if (service) {
            serviceAndRoute();
            autoscaling();
            budget();
        }
        objectsByName();
        return std::move(m_values);
    }

private:
    [[nodiscard]] const Workload& workload() const { return m_place.workload(); }

    /// Repository and tag of an image, at the last colon behind the last slash.
    void image(const Yaml& container) {
        const Yaml& written = container.at("image");
        const std::string& text = written.text();
        const std::size_t slash = text.rfind('/');
        const std::size_t colon = text.rfind(':');
        const bool tagged = colon != std::string::npos && (slash == std::string::npos || colon > slash);
        Yaml image = Yaml::map();
        image
            .set("repository",
                 Sourced<std::string>{text.substr(0, tagged ? colon : text.size()), written.origins()})
            .set("tag", Sourced<std::string>{tagged ? text.substr(colon + 1) : "", written.origins()});
        m_values.set("image", std::move(image));
    }

    /// Where settings are written, or that they are not.
    template <class... Settings> [[nodiscard]] Origins reasons(Settings... settings) const {
        Origins all;
        ((all = joined(std::move(all), m_place.topology().value(settings).origins)), ...);
        return all;
    }

    /// What stands below a key, else what the value is without it.
    static Yaml partOf(const Yaml& map, std::string_view key, const Yaml& otherwise) {
        const Yaml* found = map.find(key);
        return found == nullptr ? otherwise : *found;
    }

    void container(const Yaml& container) {
        m_values.set("name", container.at("name"));
        image(container);
        m_values.set("env", partOf(container, "env", Yaml::list()));
        m_values.set("volumeMounts", partOf(container, "volumeMounts", Yaml::list()));
    }

    void deployment() {
        Yaml object = m_cluster.find("Deployment")->document;
        const Yaml spec = object.at("spec");
        const Yaml& pod = podOf(object);
        const Yaml& container = pod.at("containers").members().front().second;
        this->container(container);
        m_values.set("labels", object.at("metadata").at("labels"));
        const Sourced<std::int64_t> one{1, {}};
        m_values.set("replicas", Yaml(m_place.replicas.value_or(one)).because(m_place.reasons));
        m_values.set("strategy", partOf(spec, "strategy", Yaml::map())
                                     .because(reasons(keys().strategy, keys().surge, keys().unavailable)));
        if (const Yaml* grace = pod.find("terminationGracePeriodSeconds"))
            m_values.set("terminationGracePeriodSeconds", *grace);
        m_values.set("spread", partOf(pod, "topologySpreadConstraints", Yaml::list()));
        m_values.set("ports", partOf(container, "ports", Yaml::list()));
        m_values.set("lifecycle",
                     partOf(container, "lifecycle", Yaml::map()).because(reasons(keys().preStop)));
        Yaml probes = Yaml::map();
        probes
            .set("startup",
                 partOf(container, "startupProbe", Yaml::map()).because(reasons(keys().startupPath)))
            .set("liveness", partOf(container, "livenessProbe", Yaml::map()))
            .set("readiness", partOf(container, "readinessProbe", Yaml::map()));
        m_values.set("probes", std::move(probes));
        m_values.set("resources", partOf(container, "resources", Yaml::map()));
        m_values.set("volumes", partOf(pod, "volumes", Yaml::list()));
    }

    void job() {
        const bool scheduled = workload().kind == Workload::Kind::CronJob;
        Yaml object = m_cluster.find(scheduled ? "CronJob" : "Job")->document;
        const Yaml& pod = podOf(object);
        container(pod.at("containers").members().front().second);
        m_values.set("volumes", partOf(pod, "volumes", Yaml::list()));
        if (scheduled) m_values.set("schedule", object.at("spec").at("schedule"));
    }

    void serviceAndRoute() {
        Yaml service = Yaml::map();
        const ClusterObject* object = m_cluster.find("Service");
        service.set("enabled", object != nullptr);
        service.set("name", workload().serviceName);
        const Yaml spec = object == nullptr ? Yaml::map() : object->document.at("spec");
        service.set("type", partOf(spec, "type", "ClusterIP"));
        service.set("ports", partOf(spec, "ports", Yaml::list()));
        service.set("sessionAffinity",
                    partOf(spec, "sessionAffinity", "").because(reasons(keys().sessionAffinity)));
        m_values.set("service", std::move(service));
        route();
        const auto wanted = m_place.topology().value(keys().networkPolicy);
        const Sourced<bool> made{*wanted && !workload().ports.empty(), wanted.origins};
        m_values.set("networkPolicy", Yaml::map().set("enabled", made));
    }

    void route() {
        const std::optional<Route> found = routeOf(*m_place.deployment);
        Yaml route = Yaml::map();
        route.set("enabled",
                  Sourced<bool>{found.has_value(), m_place.topology().value(keys().routeHost).origins});
        const Route written = found.value_or(Route{
            .kind = m_place.topology().value(keys().routeKind),
            .path = m_place.topology().value(keys().routePath),
        });
        route.set("kind", written.kind).set("host", written.host).set("path", written.path);
        if (found) route.set("port", written.port);
        route.set("class", written.className).set("tlsSecret", written.tlsSecret);
        Yaml annotations = Yaml::map();
        for (const auto& [key, text] : written.annotations) annotations.put(key, text);
        route.set("annotations", std::move(annotations));
        m_values.set("route", std::move(route));
    }

    void autoscaling() {
        const ClusterObject* made = m_cluster.find("HorizontalPodAutoscaler");
        const Yaml object = made == nullptr ? autoscalerObject(workload()) : made->document;
        const Yaml& spec = object.at("spec");
        Origins because = joined(workload().autoscaled.origins, m_place.reasons);
        if (m_place.replicas) because = joined(std::move(because), m_place.replicas->origins);
        Yaml autoscaling = Yaml::map();
        autoscaling.set("enabled", workload().autoscaled)
            .set("name", object.at("metadata").at("name"))
            .set("minReplicas", Yaml(spec.at("minReplicas")).because(because))
            .set("maxReplicas", Yaml(spec.at("maxReplicas")).because(because))
            .set("metrics", spec.at("metrics"))
            .set("behavior",
                 partOf(spec, "behavior", Yaml::map())
                     .because(joined(reasons(keys().scaleDownAfter), workload().autoscaled.origins)));
        m_values.set("autoscaling", std::move(autoscaling));
    }

    void budget() {
        const ClusterObject* made = m_cluster.find("PodDisruptionBudget");
        Yaml budget = Yaml::map();
        const Origins because = reasons(keys().maxUnavailable, keys().minAvailable);
        budget.set("enabled", Sourced<bool>{made != nullptr, because});
        if (made != nullptr)
            for (const char* bound : {"maxUnavailable", "minAvailable"})
                if (const Yaml* value = made->document.at("spec").find(bound))
                    budget.set(bound, Yaml(*value).because(because));
        m_values.set("budget", std::move(budget));
    }

    void objectsByName() {
        Yaml config = Yaml::map(), external = Yaml::map(), required = Yaml::map();
        for (const ClusterObject& object : m_cluster.objects) {
            const Origins because =
                joined(object.document.origins(), object.document.at("metadata").at("name").origins());
            if (object.kind() == "ConfigMap")
                config.put(object.name(), partOf(object.document, "data", Yaml::map()).because(because));
            if (object.kind() != "ExternalSecret") continue;
            Yaml spec = object.document.at("spec");
            spec.remove("target");   // the templates know that it is called the same
            external.put(object.name(), std::move(spec).because(because));
        }
        for (const SecretToFillIn& secret : m_cluster.secrets) {
            Yaml names = Yaml::list();
            for (const auto& [key, note] : secret.notes)
                names.add(Yaml(Sourced<std::string>{key, note.origins}));
            required.put(*secret.name, std::move(names).because(secret.name.origins));
        }
        m_values.set("config", std::move(config));
        Origins because = reasons(keys().secretStore);
        for (const ConfigObject& each : workload().configs)
            if (each.secret) because = joined(joined(std::move(because), each.files), each.name.origins);
        m_values.set("externalSecrets", std::move(external).because(because));
        m_values.set("requiredSecrets", std::move(required).because(because));
    }

    const ClusterPlace& m_place;
    Cluster m_cluster;
    Yaml m_values = Yaml::map();
};

}

Yaml chartValues(const ClusterPlace& place, const ballerina::PackageFacts& facts) {
    return ValuesWriter(place, facts).run();
}

}
