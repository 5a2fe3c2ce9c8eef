#include "core/generate/micro_integrators.h"
#include "core/generate/observed_jobs.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

std::string bracketed(const std::string& host) {
    return host.contains(':') ? '[' + host + ']' : host;
}

/// Files of Prometheus, of one design.
class Prometheus {
public:
    explicit Prometheus(const Design& design)
        : m_design(design), m_jobs(observedJobsOf(design)), m_rules(alertGroups(design, m_jobs)) {
        m_because = joined({layout("Prometheus, configuration")},
                           reasonsOf(topology(), deploymentToml().observability.metrics));
        for (const ObservedJob& job : m_jobs) m_because = joined(std::move(m_because), job.because);
    }

    Artifacts run() {
        Artifacts files;
        if (m_jobs.empty()) return files;
        const bool clusters = topology().isFor("k8s") || topology().isFor("openshift");
        if (topology().isFor("vm") || topology().isFor("docker")) {
            files.push_back(file("prometheus/prometheus.yml", configuration()));
            files.push_back(file("prometheus/rules/" + stem() + ".yml", Yaml::map().set("groups", m_rules)));
        }
        if (clusters) files.push_back(objects());
        return files;
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_design.deployment.topology; }
    [[nodiscard]] std::string stem() const { return labelOf(*m_design.deployment.package); }

    [[nodiscard]] Artifact file(const std::string& name, Yaml document) const {
        TextWriter writer("observability/" + name, observabilityFamily, m_because);
        std::move(document).because(m_because).write(writer);
        return std::move(writer).take();
    }

    /// Prometheus takes none below a second's part here, since a scrape takes time of its own.
    [[nodiscard]] Text interval() const {
        const auto written = topology().value(deploymentToml().observability.scrapeInterval);
        return {toText(Duration{std::max(1.0, written->seconds)}), written.origins};
    }

    [[nodiscard]] Yaml configuration() const {
        Yaml global = Yaml::map();
        global.set("scrape_interval", interval()).set("evaluation_interval", interval());
        Yaml jobs = Yaml::list();
        for (const ObservedJob& job : m_jobs) jobs.add(scrape(job));
        return Yaml::map()
            .set("global", std::move(global))
            .set("rule_files", Yaml::list().add("rules/*.yml"))
            .set("scrape_configs", std::move(jobs));
    }

    [[nodiscard]] Yaml scrape(const ObservedJob& job) const {
        Yaml targets = Yaml::list();
        for (const Node* node : job.nodes) targets.add(target(job, *node));
        return Yaml::map()
            .set("job_name", Text{job.name, job.because})
            .set("metrics_path", job.path)
            .set("static_configs", std::move(targets))
            .because(job.because);
    }

    [[nodiscard]] Yaml target(const ObservedJob& job, const Node& node) const {
        const bool machines = topology().isFor("vm");
        const Text& host = machines ? node.host : node.name;
        const Text address{bracketed(*host) + ':' + std::to_string(*job.port),
                           joined(joined(host.origins, job.port.origins),
                                  topology().value(deploymentToml().targets).origins)};
        Yaml labels = Yaml::map().set("node", node.name);
        if (!node.region->empty()) labels.set("region", node.region);
        if (!node.zone->empty()) labels.set("zone", node.zone);
        labels.set("state", node.state);
        return Yaml::map()
            .set("targets", Yaml::list().add(address))
            .set("labels", std::move(labels))
            .because(joined(reasonsOf(node), node.zone.origins));
    }

    // for the operator of Prometheus

    [[nodiscard]] Yaml object(const char* version, const char* kind, const std::string& name,
                              const ObservedJob* job) const {
        const auto nameSpace = topology().value(deploymentToml().kubernetes.nameSpace);
        Yaml metadata = Yaml::map().set("name", Text{name, m_because});
        if (!nameSpace->empty()) metadata.set("namespace", nameSpace);
        metadata.set("labels", Yaml::map().set("app", Text{name, m_because}));
        return Yaml::map()
            .set("apiVersion", version)
            .set("kind", kind)
            .set("metadata", std::move(metadata))
            .because(joined(joined(job == nullptr ? m_because : job->because, nameSpace.origins),
                            m_design.deployment.cloud.origins));
    }

    [[nodiscard]] Artifact objects() const {
        TextWriter writer("observability/kubernetes/" + stem() + ".yaml", observabilityFamily, m_because);
        writer.line("# For the operator of Prometheus, which has to be there.", Origins());
        for (const ObservedJob& job : m_jobs) {
            if (job.kind == ObservedJob::Kind::Ballerina && !m_design.deployment.makesKubernetes()) continue;
            if (job.kind == ObservedJob::Kind::Ballerina) metricsService(job).writeDocument(writer);
            monitor(job).writeDocument(writer);
        }
        object("monitoring.coreos.com/v1", "PrometheusRule", stem(), nullptr)
            .set("spec", Yaml::map().set("groups", m_rules))
            .because(m_because)
            .writeDocument(writer);
        return std::move(writer).take();
    }

    /// bal build opens no port that no service of the sources has, and this one comes from configuration.
    [[nodiscard]] Yaml metricsService(const ObservedJob& job) const {
        Yaml port = Yaml::map();
        port.set("name", "metrics").set("port", job.port).set("targetPort", job.port);
        Yaml spec = Yaml::map();
        spec.set("clusterIP", "None")
            .set("ports", Yaml::list().add(std::move(port)))
            .set("selector", Yaml::map().set("app", m_design.deployment.workload.name));
        return object("v1", "Service", job.name + "-metrics", &job).set("spec", std::move(spec));
    }

    [[nodiscard]] Yaml monitor(const ObservedJob& job) const {
        const bool ballerina = job.kind == ObservedJob::Kind::Ballerina;
        Yaml named = Yaml::map();
        named.set("targetLabel", "job").set("replacement", Text{job.name, job.because});
        Yaml endpoint = Yaml::map();
        endpoint.set("port", ballerina ? "metrics" : "internal")
            .set("path", job.path)
            .set("interval", interval())
            .set("relabelings", Yaml::list().add(std::move(named)));
        const std::string label = ballerina ? job.name + "-metrics" : job.name;
        Yaml selector = Yaml::map().set("matchLabels", Yaml::map().set("app", Text{label, job.because}));
        Yaml spec = Yaml::map();
        spec.set("endpoints", Yaml::list().add(std::move(endpoint))).set("selector", std::move(selector));
        return object("monitoring.coreos.com/v1", "ServiceMonitor", job.name, &job)
            .set("spec", std::move(spec));
    }

    const Design& m_design;
    std::vector<ObservedJob> m_jobs;
    Yaml m_rules;
    Origins m_because;
};

}

Artifacts prometheusFiles(const Design& design) {
    return Prometheus(design).run();
}

}
