#include "core/ballerina/written_source.h"
#include "core/rules/probes.h"
#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* probeFile = "probe.bal";

using Services = std::vector<const ballerina::Service*>;

Services servicesOn(const Checked& project, std::int64_t port) {
    Services services;
    for (const ballerina::Service& service : project.facts.services)
        if (std::ranges::contains(service.ports, port, &ballerina::Port::number))
            services.push_back(&service);
    return services;
}

bool begins(std::string_view path, const std::string& service) {
    if (service == "/") return true;
    return path.starts_with(service) && (path.size() == service.size() || path[service.size()] == '/');
}

bool answers(const ballerina::Service& service, std::string_view path) {
    return std::ranges::any_of(service.resources, [&](const ballerina::Resource& resource) {
        return trimmedPath(pathOf(service, resource)) == trimmedPath(path);
    });
}

class ProbeCheck {
public:
    ProbeCheck(const Checked& project, const ProbeTable& probe, std::int64_t port, std::string path,
               Findings& findings)
        : m_project(project), m_probe(probe), m_port(port), m_path(std::move(path)), m_findings(findings) {}

    /// c2c 4.0.0, section 4.3, rows 3 to 5.
    void run() const {
        const Services services = servicesOn(m_project, m_port);
        if (services.empty()) return nobodyListens();
        for (const ballerina::Service* service : services)
            if (!begins(m_path, service->path)) return otherService(services);
        for (const ballerina::Service* service : services)
            if (!answers(*service, m_path)) noResource(*service, services);
    }

private:
    Findings::Finding at(const toml::Node& node, const char* code, Message message) const {
        auto finding = m_findings.at({m_probe.checked.file, node.range});
        finding.code(code).severity(m_probe.severity()).say(std::move(message));
        return finding;
    }

    void nobodyListens() const {
        auto port = at(*m_probe.port(), "C2C001", {MESSAGE("rules", "Invalid %1 Port"), m_probe.title});
        std::vector<std::int64_t> offered;
        for (const ballerina::Service& service : m_project.facts.services)
            if (answers(service, m_path) && !std::ranges::contains(offered, service.ports.front().number)) {
                offered.push_back(service.ports.front().number);
                const std::string number = std::to_string(offered.back());
                port.fix({MESSAGE("rules", "Ask port %1"), number}, m_probe.set("port", number));
            }
        if (ballerina::isPlainPath(m_path) && m_port > 0) {
            const bool there = m_project.snapshot.exists(probeFile);
            port.fix(
                there ? MESSAGE("rules", "Add to Probe file") : MESSAGE("rules", "Create Probe file"),
                ballerina::addProbeService(probeFile, m_project.snapshot.text(probeFile), m_port, m_path));
        }
        at(*m_probe.path(), "C2C002", {MESSAGE("rules", "Invalid %1 Path"), m_probe.title});
    }

    void otherService(const Services& services) const {
        auto finding =
            at(*m_probe.path(), "C2C003", {MESSAGE("rules", "Invalid %1 Service Path"), m_probe.title});
        for (const ballerina::Service* service : services)
            if (!service->path.empty())
                finding.fix({MESSAGE("rules", "Modify service path: %1"), service->path},
                            m_probe.set("path", toml::quoted(service->path)));
    }

    void noResource(const ballerina::Service& service, const Services& services) const {
        auto finding =
            at(*m_probe.path(), "C2C004", {MESSAGE("rules", "Invalid %1 Resource Path"), m_probe.title});
        if (const auto edit = resourceFor(services))
            finding.fix({MESSAGE("rules", "Add Resource to Service")}, *edit);
        for (const ballerina::Resource& resource : service.resources)
            if (resource.accessor == "get" && isHealth(resource.path))
                finding.fix({MESSAGE("rules", "Ask %1"), pathOf(service, resource)},
                            m_probe.set("path", toml::quoted(pathOf(service, resource))));
    }

    static bool isHealth(std::string_view path) {
        return std::ranges::any_of(
            std::to_array<std::string_view>({"health", "ready", "live", "probe", "status"}),
            [&](std::string_view word) { return path.contains(word); });
    }

    /// One resource in each service that lacks it.
    [[nodiscard]] std::optional<Edit> resourceFor(const Services& services) const {
        Edit all;
        for (const ballerina::Service* service : services) {
            if (answers(*service, m_path)) continue;
            const std::string_view base = trimmedPath(service->path);
            std::string_view rest = trimmedPath(m_path);
            rest.remove_prefix(std::min(base.size(), rest.size()));
            rest = trimmedPath(rest);
            if (!ballerina::isPlainPath(rest)) return std::nullopt;
            const auto added = ballerina::addResource(*service, rest.empty() ? "." : rest);
            if (!added) return std::nullopt;
            all = combined(std::move(all), *added);
        }
        return all;
    }

    const Checked& m_project;
    const ProbeTable& m_probe;
    std::int64_t m_port;
    std::string m_path;
    Findings& m_findings;
};

void check(const Checked& project, Findings& findings) {
    for (const ProbeTable& probe : probesOf(project)) {
        const auto port = numberOf(probe.port());
        auto path = textOf(probe.path());
        if (port && path) ProbeCheck(project, probe, *port, *std::move(path), findings).run();
    }
}

}

extern const Rule probe_is_answered{
    .id = "probe-is-answered",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A probe that nobody answers"),
    .why = MESSAGE(
        "rules",
        "The build stops. Kubernetes would give the program no requests, or restart it again and again."),
    .cure = MESSAGE("rules",
                    "Ask a port that a service listens on, and a path that one of its resources answers."),
    .source = "c2c 4.0.0, section 4.3",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get healthz() {
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = 9090
path = «"/orders/readyz"»
)",
                .right = R"(=== main.bal
import ballerina/http;

service /orders on new http:Listener(9090) {
    resource function get healthz() {
    }

    resource function get readyz() returns boolean {
        return true;
    }
}
=== Cloud.toml
[cloud.deployment.probes.readiness]
port = 9090
path = "/orders/readyz"
)"},
    .check = check};

}
