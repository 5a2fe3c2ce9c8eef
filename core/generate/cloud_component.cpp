#include "core/generate/generator.h"
#include "core/generate/markdown_writer.h"
#include "core/generate/micro_integrators.h"
#include "core/generate/yaml.h"
#include "core/schema/secret_names.h"

#include <algorithm>
#include <array>
#include <set>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

constexpr const char* id = "wso2-cloud";

Origins layoutOfComponent() {
    return {layout("Choreo, component.yaml 1.1")};
}

/// The type of an endpoint by the module of its listener; what else serves HTTP is REST.
std::string typeOf(std::string_view protocol) {
    static constexpr std::array<std::array<std::string_view, 2>, 7> types{{{"graphql", "GraphQL"},
                                                                           {"grpc", "GRPC"},
                                                                           {"tcp", "TCP"},
                                                                           {"udp", "UDP"},
                                                                           {"websocket", "WS"},
                                                                           {"websub", "REST"},
                                                                           {"http", "REST"}}};
    for (const auto& [module, type] : types)
        if (module == protocol) return std::string(type);
    return "REST";
}

class Component {
public:
    explicit Component(const Design& design) : m_design(design) {}

    [[nodiscard]] Artifact run() {
        TextWriter writer("wso2-cloud/.choreo/component.yaml", id, layoutOfComponent());
        writer.line("# Copy the folder .choreo into the component's folder. It takes the place of",
                    Origins());
        writer.line(
            "# component-config.yaml and endpoints.yaml; dependencies, where there are any, are a key of",
            Origins());
        writer.line("# the root beside endpoints.", Origins());
        Yaml endpoints = Yaml::list();
        for (const ballerina::Service& service : m_design.facts.services)
            for (const ballerina::Port& port : service.ports) endpoints.add(endpoint(service, port));
        Yaml document = Yaml::map().set("schemaVersion", "1.1");
        if (!endpoints.empty()) document.set("endpoints", std::move(endpoints));
        std::move(document).because(layoutOfComponent()).write(writer);
        return std::move(writer).take();
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_design.deployment.topology; }

    [[nodiscard]] std::string protocolAt(std::int64_t port) const {
        const auto& listeners = m_design.facts.listeners;
        const auto found = std::ranges::find_if(listeners, [&](const ballerina::Listener& each) {
            return each.port && each.port->number == port;
        });
        return found == listeners.end() ? "http" : found->protocol;
    }

    /// Short, since it becomes part of the address, and the only one of its kind.
    [[nodiscard]] std::string nameOf(const ballerina::Service& service) {
        const bool root = service.path.size() < 2;
        const std::string plain = labelOf(root ? *m_design.deployment.package : service.path);
        std::string name = plain;
        for (int i = 2; !m_names.insert(name).second; ++i) name = plain + '-' + std::to_string(i);
        return name;
    }

    [[nodiscard]] Yaml endpoint(const ballerina::Service& service, const ballerina::Port& port) {
        const auto& keys = deploymentToml().choreo;
        const Origins source{
            {Origin::Kind::Source, "", "listener port " + std::to_string(port.number), port.place}};
        const Origins named = joined(source, m_design.deployment.package.origins);
        const std::string type = typeOf(protocolAt(port.number));
        const std::string name = nameOf(service);
        const bool hasPath = type == "REST" || type == "GraphQL" || type == "WS";
        Yaml place = Yaml::map();
        if (hasPath) place.set("basePath", Text{service.path.empty() ? "/" : service.path, source});
        place.set("port", Sourced<std::int64_t>{port.number, source});
        Yaml endpoint = Yaml::map();
        endpoint.set("name", Text{name, named})
            .set("displayName", m_design.deployment.package)
            .set("service", std::move(place))
            .set("type", Text{type, source})
            .set("networkVisibilities", visibilities());
        const auto schema = topology().written(keys.openApi);
        if (schema && (type == "REST" || type == "WS")) endpoint.set("schemaFilePath", *schema);
        return endpoint.because(source);
    }

    [[nodiscard]] Yaml visibilities() const {
        const auto& setting = deploymentToml().choreo.visibility;
        const auto written = topology().written(setting);
        const Origins why =
            written ? written->origins
                    : Origins{{Origin::Kind::Default, "Deployment.toml", deploymentToml()[setting].path, {}}};
        Yaml list = Yaml::list();
        if (written)
            for (const std::string& each : **written) list.add(Text{each, why});
        if (list.empty()) list.add(Text{"Public", why});
        return list;
    }

    const Design& m_design;
    std::set<std::string> m_names;
};

/// What somebody has to enter in the console, without its values.
Artifact configuration(const Design& design) {
    const Deployment& deployment = design.deployment;
    const Origins names = joined(deployment.organisation.origins, deployment.package.origins);
    MarkdownWriter writer("wso2-cloud/configuration.md", id, joined(layoutOfComponent(), names));
    writer.heading(1, "Configuration of " + Markdown::data(deployment.package));
    writer.paragraph(
        "Enter these in the console for each environment, those marked as secret as secrets. What is not "
        "listed has a default in the sources.");
    std::vector<std::vector<Markdown>> rows;
    for (const ballerina::Configurable& each : design.facts.configurables) {
        const bool secret = soundsSecret(each.name);
        if (!each.required && !secret) continue;
        const Origins why =
            joined({{Origin::Kind::Source, "", "configurable " + each.name, each.place}}, names);
        const std::string module = each.module.empty() ? "" : '.' + each.module;
        rows.push_back(
            {Markdown::code(*deployment.organisation + '.' + *deployment.package + module + '.' + each.name,
                            why),
             Markdown::code(each.type.text, why), each.required ? "yes" : "no", secret ? "yes" : "no",
             Markdown::data({each.documentation, why})});
    }
    if (rows.empty())
        writer.paragraph("Nothing has to be entered.");
    else
        writer.table({"Name", "Type", "Required", "Secret", "What it is"}, rows);
    return std::move(writer).take();
}

Artifacts generate(const Design& design) {
    Artifacts files;
    files.push_back(Component(design).run());
    files.push_back(configuration(design));
    return files;
}

}

extern const Generator cloudComponent{.family = id, .generate = generate};

}
