#include "core/generate/compose_databases.h"
#include "core/generate/machine_names.h"
#include "core/generate/micro_integrators.h"
#include "core/generate/observed_jobs.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

const auto& keys() {
    return deploymentToml().observability;
}

Artifact document(const std::string& path, const char* comment, Yaml yaml, const Origins& because) {
    TextWriter writer("observability/" + path, observabilityFamily, because);
    writer.line(comment, Origins());
    std::move(yaml).because(because).write(writer);
    return std::move(writer).take();
}

Yaml published(std::initializer_list<Text> ports) {
    Yaml list = Yaml::list();
    for (const Text& port : ports) list.add(port);
    return list;
}

/// What takes logs.
struct LogStore {
    std::string_view id, plugin;
    int port;
};
constexpr LogStore stores[] = {
    {"opensearch", "opensearch", 9200}, {"elasticsearch", "es", 9200}, {"loki", "loki", 3100}};

/// Fluent Bit on machines and in clusters (Fluent Bit, YAML configuration).
class Shipper {
public:
    Shipper(const Design& design, const LogStore& store, const Origins& because)
        : m_design(design), m_store(store), m_because(because) {}

    [[nodiscard]] Artifacts run() const {
        Artifacts files;
        if (topology().isFor("vm")) files.push_back(file("machines.yaml", machineInputs(), "MESSAGE"));
        if (topology().isFor("k8s") || topology().isFor("openshift"))
            files.push_back(file("kubernetes.yaml", clusterInputs(), "log"));
        return files;
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_design.deployment.topology; }
    [[nodiscard]] Text package() const {
        const Text& name = m_design.deployment.package;
        return {labelOf(*name), name.origins};
    }

    /// What Ballerina writes: [ballerina.log] format, logfmt where nothing is said.
    [[nodiscard]] Text format() const {
        const Configuration& configuration = m_design.deployment.configuration;
        const toml::Path path{"ballerina", "log", "format"};
        const toml::Node* node = configuration.document ? configuration.document->find(path) : nullptr;
        if (node == nullptr || node->value == nullptr)
            return {"logfmt", {{Origin::Kind::Default, *configuration.path, toml::toText(path)}}};
        return {node->value->text == "json" ? "json" : "logfmt",
                {{Origin::Kind::Setting,
                  *configuration.path,
                  toml::toText(path),
                  {*configuration.path, node->range}}}};
    }

    [[nodiscard]] Artifact file(const char* name, Yaml inputs, const char* key) const {
        const Text form = format();
        Yaml parser = Yaml::map();
        parser.set("name", "ballerina")
            .set("format", form)
            .set("time_key", "time")
            .set("time_format", "%Y-%m-%dT%H:%M:%S.%L%z");
        // Else the words of a Micro Integrator's line become keys without values, and the line is gone.
        if (*form == "logfmt") parser.set("logfmt_no_bare_keys", true);
        Yaml filter = Yaml::map();
        filter.set("name", "parser")
            .set("match", "*")
            .set("key_name", key)
            .set("parser", "ballerina")
            .set("reserve_data", true);
        Yaml pipeline = Yaml::map();
        pipeline.set("inputs", std::move(inputs))
            .set("filters", Yaml::list().add(std::move(filter)))
            .set("outputs", Yaml::list().add(output()));
        Yaml whole = Yaml::map();
        whole.set("service", Yaml::map().set("flush", 5).set("log_level", "info"))
            .set("parsers", Yaml::list().add(std::move(parser)))
            .set("pipeline", std::move(pipeline));
        return document(std::string("fluent-bit/") + name,
                        "# Account and password of the store are variables of Fluent Bit's environment.",
                        std::move(whole), m_because);
    }

    /// Units write to the journal, whose fields name them.
    [[nodiscard]] Yaml machineInputs() const {
        Yaml inputs = Yaml::list();
        const auto add = [&](const std::string& unit, const Origins& why) {
            inputs.add(Yaml::map()
                           .set("name", "systemd")
                           .set("tag", Text{unit, why})
                           .set("systemd_filter", Text{"_SYSTEMD_UNIT=" + unit, why})
                           .set("read_from_tail", true)
                           .because(joined(why, reasonsOfRoles(topology()))));
        };
        if (!topology().nodesOf("service").empty())
            add(machineNamesOf(m_design.deployment).unit(), m_design.deployment.workload.name.origins);
        if (!topology().nodesOf("micro-integrator").empty())
            add("micro-integrator.service", reasonsOfRole(topology(), "micro-integrator"));
        return inputs;
    }

    [[nodiscard]] Yaml clusterInputs() const {
        Yaml input = Yaml::map();
        input.set("name", "tail")
            .set("tag", Text{"kube." + *package(), package().origins})
            .set("path", Text{"/var/log/containers/" + *package() + "*.log", package().origins})
            .set("multiline.parser", "docker, cri")
            .set("refresh_interval", 10);
        return Yaml::list().add(std::move(input));
    }

    [[nodiscard]] Yaml output() const {
        const auto host = topology().written(keys().logStore);
        const auto logs = topology().value(keys().logs);
        Yaml output = Yaml::map();
        output.set("name", Text{std::string(m_store.plugin), logs.origins})
            .set("match", "*")
            .set("host", host ? *host : Text{"localhost", reasonsOf(topology(), keys().logStore)})
            .set("port", Sourced<std::int64_t>{m_store.port, logs.origins})
            .set("http_user", "${LOG_STORE_USER}")
            .set("http_passwd", "${LOG_STORE_PASSWORD}")
            .set("tls", "on");
        if (m_store.id == "loki")
            output.set("labels", Text{"job=" + *package(), package().origins});
        else
            output.set("index", package()).set("suppress_type_name", "on");
        return output;
    }

    const Design& m_design;
    const LogStore& m_store;
    Origins m_because;
};

Artifacts generate(const Design& design) {
    Artifacts files;
    if (!design.deployment.topology.has("observability")) return files;
    for (const auto make : {prometheusFiles, traceFiles, logFiles})
        std::ranges::move(make(design), std::back_inserter(files));
    const Origins because = reasonsOfObservability(design.deployment.topology);
    for (Artifact& file : files) file.origins = joined(std::move(file.origins), because);
    return files;
}

}

Artifacts traceFiles(const Design& design) {
    const Topology& topology = design.deployment.topology;
    const auto tracing = topology.value(keys().tracing);
    if (*tracing == "none") return {};
    const Origins because = joined({layout("Compose specification")}, tracing.origins);
    const auto port = topology.written(keys().collectorPort);
    const bool zipkin = *tracing == "zipkin", collector = *tracing == "otel";
    const int inside = zipkin ? 9411 : 4317;
    const Text open{std::to_string(port ? **port : inside) + ':' + std::to_string(inside),
                    joined(tracing.origins, reasonsOf(topology, keys().collectorPort))};
    Yaml services = Yaml::map();
    Artifacts files;
    if (zipkin) {
        services.set("zipkin",
                     Yaml::map().set("image", "openzipkin/zipkin:3").set("ports", published({open})));
    } else {
        Yaml jaeger = Yaml::map().set("image", "jaegertracing/all-in-one:1.62.0");
        const Text page{"127.0.0.1:16686:16686", {}};
        jaeger.set("environment", Yaml::map().set("COLLECTOR_OTLP_ENABLED", "true"));
        jaeger.set("ports", collector ? published({page}) : published({page, open}));
        services.set("jaeger", std::move(jaeger));
    }
    if (collector) {
        Yaml service = Yaml::map().set("image", "otel/opentelemetry-collector:0.113.0");
        service.set("command", Yaml::list().add("--config=/etc/otelcol/collector.yaml"))
            .set("ports", published({open}))
            .set("volumes", Yaml::list().add("./collector.yaml:/etc/otelcol/collector.yaml:ro"));
        services.set("collector", std::move(service));
        const auto tls = Yaml::map().set("insecure", true);
        Yaml receiver = Yaml::map().set("endpoint", "0.0.0.0:4317");
        Yaml traces = Yaml::map();
        traces.set("receivers", Yaml::list().add("otlp"))
            .set("processors", Yaml::list().add("batch"))
            .set("exporters", Yaml::list().add("otlp"));
        Yaml exporter = Yaml::map().set("endpoint", "jaeger:4317").set("tls", tls);
        Yaml configuration = Yaml::map();
        configuration
            .set("receivers",
                 Yaml::map().set("otlp",
                                 Yaml::map().set("protocols", Yaml::map().set("grpc", std::move(receiver)))))
            .set("processors", Yaml::map().set("batch", Yaml::map()))
            .set("exporters", Yaml::map().set("otlp", std::move(exporter)))
            .set("service", Yaml::map().set("pipelines", Yaml::map().set("traces", std::move(traces))));
        files.push_back(document("jaeger/collector.yaml",
                                 "# Takes traces over OTLP and hands them to Jaeger.",
                                 std::move(configuration), because));
    }
    Yaml whole = Yaml::map().set("name", "traces").set("services", std::move(services));
    files.push_back(document(zipkin ? "zipkin/compose.yaml" : "jaeger/compose.yaml",
                             "# Takes traces on one machine, to try it out; it keeps them in memory.",
                             std::move(whole), because));
    return files;
}

Artifacts logFiles(const Design& design) {
    const Topology& topology = design.deployment.topology;
    const auto logs = topology.value(keys().logs);
    const auto store = std::ranges::find(stores, *logs, &LogStore::id);
    if (store == std::end(stores)) return {};
    const Origins because = joined({layout("Fluent Bit, YAML configuration")},
                                   joined(logs.origins, design.deployment.package.origins));
    return Shipper(design, *store, because).run();
}

extern const Generator observability{.family = observabilityFamily, .generate = generate};

}
