#include "core/generate/observed_jobs.h"

#include "core/generate/micro_integrators.h"
#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"

namespace arabesque {

namespace {

/// [ballerinax.prometheus] of Config.toml, else the library's own (WSO2 Integrator, observability).
Sourced<std::int64_t> metricsPort(const Deployment& deployment) {
    constexpr std::int64_t usual = 9797;
    const Configuration& configuration = deployment.configuration;
    const toml::Path path{"ballerinax", "prometheus", "port"};
    const toml::Node* node = configuration.document ? configuration.document->find(path) : nullptr;
    if (node == nullptr || node->value == nullptr)
        return {usual, {{Origin::Kind::Default, *configuration.path, toml::toText(path)}}};
    return {node->value->integer > 0 ? node->value->integer : usual,
            {{Origin::Kind::Setting,
              *configuration.path,
              toml::toText(path),
              {*configuration.path, node->range}}}};
}

std::vector<const Node*> nodesOf(const Topology& topology, std::string_view role) {
    std::vector<const Node*> nodes;
    for (const std::size_t number : topology.nodesOf(role))
        if (isFileName(*topology.nodes[number].name)) nodes.push_back(&topology.nodes[number]);
    return nodes;
}

}

Origins reasonsOfObservability(const Topology& topology) {
    const auto& keys = deploymentToml().observability;
    Origins first, defaults;
    const auto look = [&](const auto& setting) {
        if (auto written = topology.written(setting); written && first.empty()) first = written->origins;
        defaults = joined(std::move(defaults), reasonsOf(topology, setting));
    };
    for (const auto& setting : {keys.metrics, keys.tracing, keys.collector, keys.logs, keys.logStore,
                                keys.errorShare, keys.sampling})
        look(setting);
    for (const auto& setting : {keys.scrapeInterval, keys.latency, keys.alertAfter}) look(setting);
    look(keys.collectorPort);
    // an empty table, or one whose values are none, means the defaults
    return first.empty() && topology.has("observability") ? defaults : first;
}

std::vector<ObservedJob> observedJobsOf(const Design& design) {
    const Deployment& deployment = design.deployment;
    const Topology& topology = deployment.topology;
    const auto metrics = topology.value(deploymentToml().observability.metrics);
    if (!topology.has("observability") || *metrics != "prometheus") return {};
    std::vector<ObservedJob> jobs;
    const Origins why = joined(metrics.origins, joined(reasonsOfRoles(topology), deployment.package.origins));
    const std::string name = labelOf(*deployment.package);
    const auto add = [&](ObservedJob job, const char* role) {
        job.nodes = nodesOf(topology, role);
        job.because = joined(why, reasonsOfRole(topology, role));
        if (!job.nodes.empty()) jobs.push_back(std::move(job));
    };
    add({.kind = ObservedJob::Kind::Ballerina, .name = name, .port = metricsPort(deployment)}, "service");
    add({.kind = ObservedJob::Kind::MicroIntegrator,
         .name = name + "-mi",
         .port = MicroIntegrators(deployment).port(integratorInternal),
         .path = "/metric-service/metrics"},
        "micro-integrator");
    return jobs;
}

}
