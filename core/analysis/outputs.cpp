#include "core/analysis/outputs.h"

#include "core/generate/generator.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <array>
#include <set>

namespace arabesque {

namespace {

constexpr const char* file = "Deployment.toml";

/// Settings a target could be expected to carry: those below a path. The first that fits says why it does not.
struct Expected {
    std::string_view target;
    std::string_view path;   ///< of a field: "load_balancer", "node[].host"
    MessageText why;
};

constexpr MessageText elsewhere =
    MESSAGE("outputs", "Whoever runs DNS sets it; the runbook says so where there is one.");
constexpr MessageText balancedByCluster =
    MESSAGE("outputs", "Kubernetes balances on its own: a Service asks the pods that its probes call ready.");

constexpr MessageText forRules = MESSAGE("outputs", "No file says it: rules and the estimate go by it.");
constexpr MessageText noIntegrator =
    MESSAGE("outputs", "Of the files that would carry it, none is made: draw a Micro Integrator.");
constexpr MessageText inConfig =
    MESSAGE("outputs", "The program's own Config.toml says it; rules hold it against this.");
constexpr MessageText functionsOnly =
    MESSAGE("outputs", "The platform runs functions: it has no ports, pods or balancers of yours.");

constexpr MessageText onlyRules = MESSAGE("outputs", "Rules look at it; no file has a place for it.");
constexpr MessageText ownMachine =
    MESSAGE("outputs", "Only Kubernetes shares a machine out; the heap says what a server takes.");

constexpr MessageText backedUp =
    MESSAGE("outputs", "Backups are made of databases of PostgreSQL, MySQL and MariaDB; none is declared.");
constexpr MessageText inNoJob =
    MESSAGE("outputs", "No job of a pipeline uses it; without `systems` there is no pipeline.");

constexpr Expected expectations[] = {
    {"vm", "integration_control_plane",
     MESSAGE("outputs", "Micro Integrators and the rules on Config.toml go by it: none is here.")},
    {"vm", "observability.sampling", inConfig},
    {"vm", "observability.collector", inConfig},
    {"vm", "observability.log_store", MESSAGE("outputs", "`logs` has to say what takes them.")},
    {"vm", "observability", MESSAGE("outputs", "Of the files that would carry it, none is made.")},
    {"vm", "micro_integrator.scheduled_work", forRules},
    {"vm", "micro_integrator.longest_pause", forRules},
    {"vm", "micro_integrator.synchronised_clocks", forRules},
    {"vm", "micro_integrator.image", MESSAGE("outputs", "An image is for containers.")},
    {"vm", "micro_integrator.base_image",
     MESSAGE("outputs", "It goes into the image; on machines it is copied by hand.")},
    {"vm", "micro_integrator.applications",
     MESSAGE("outputs", "It goes into the image; on machines it is copied by hand.")},
    {"vm", "micro_integrator.libraries",
     MESSAGE("outputs", "It goes into the image; on machines it is copied by hand.")},
    {"vm", "micro_integrator", noIntegrator},
    {"vm", "load_balancer.health_check",
     MESSAGE("outputs", "NGINX without Plus asks nobody on its own; HAProxy does.")},
    {"vm", "load_balancer.slow_start", MESSAGE("outputs", "Only NGINX Plus and HAProxy warm servers up.")},
    {"vm", "load_balancer.resolve",
     MESSAGE("outputs",
             "NGINX asks again from 1.27.3 on, and needs `resolvers`; HAProxy looks names up once.")},
    {"vm", "load_balancer.zone",
     MESSAGE("outputs", "HAProxy has one process, whose threads share what they know.")},
    {"vm", "load_balancer.keepalive", MESSAGE("outputs", "HAProxy keeps connections to servers on its own.")},
    {"vm", "load_balancer.vip.unicast",
     MESSAGE("outputs",
             "keepalived sends from address to address: give balancers a host that is an IP address.")},
    {"vm", "load_balancer.vip", MESSAGE("outputs", "keepalived runs where two balancers share an address.")},
    {"vm", "load_balancer", MESSAGE("outputs", "The engine of these load balancers has no place for it.")},
    {"vm", "dns.name", MESSAGE("outputs", "No load balancer is there that would answer to it.")},
    {"vm", "dns", elsewhere},
    {"vm", "node[].replicas", MESSAGE("outputs", "A machine runs one copy: draw a node for each.")},
    {"vm", "node[].host", MESSAGE("outputs", "No file for machines names this node.")},
    {"vm", "node[].port", MESSAGE("outputs", "No file for machines names this node.")},
    {"vm", "region[].vip", MESSAGE("outputs", "The region has no pair of load balancers to share it.")},
    {"vm", "component[].memory_request", ownMachine},
    {"vm", "component[].memory_limit", ownMachine},
    {"vm", "component[].cpu_request", ownMachine},
    {"vm", "component[].cpu_limit", ownMachine},
    {"vm", "component[].image", MESSAGE("outputs", "On machines a distribution is unpacked.")},
    {"vm", "api_manager.multi_tenancy", onlyRules},
    {"vm", "api_manager.federated_login", onlyRules},
    {"k8s", "api_manager.multi_tenancy", onlyRules},
    {"k8s", "api_manager.federated_login", onlyRules},
    {"vm", "api_manager.autoscaled_gateways", MESSAGE("outputs", "Nobody starts machines with the load.")},
    {"vm", "api_manager", MESSAGE("outputs", "Of the servers that it is said of, none is laid out.")},
    {"vm", "vm", MESSAGE("outputs", "Of the files that would carry it, none is made.")},
    {"docker", "integration_control_plane",
     MESSAGE("outputs", "Micro Integrators and the rules on Config.toml go by it: none is here.")},
    {"docker", "observability.sampling", inConfig},
    {"docker", "observability.collector", inConfig},
    {"docker", "observability.log_store", MESSAGE("outputs", "`logs` has to say what takes them.")},
    {"docker", "observability", MESSAGE("outputs", "Of the files that would carry it, none is made.")},
    {"docker", "micro_integrator.scheduled_work", forRules},
    {"docker", "micro_integrator.longest_pause", forRules},
    {"docker", "micro_integrator.synchronised_clocks", forRules},
    {"docker", "micro_integrator.folder", MESSAGE("outputs", "An image has a folder of its own.")},
    {"docker", "micro_integrator", noIntegrator},
    {"docker", "load_balancer.vip", MESSAGE("outputs", "On one machine there is no address to move.")},
    {"docker", "load_balancer.tls", MESSAGE("outputs", "To try it out, clients are served without TLS.")},
    {"docker", "load_balancer", MESSAGE("outputs", "The balancer that tries it out has no place for it.")},
    {"docker", "node[].host", MESSAGE("outputs", "In Compose a node is reached by its name.")},
    {"docker", "dns", elsewhere},
    {"docker", "region[].vip", MESSAGE("outputs", "On one machine there is no address to move.")},
    {"k8s", "integration_control_plane",
     MESSAGE("outputs", "Micro Integrators and the rules on Config.toml go by it: none is here.")},
    {"k8s", "observability.sampling", inConfig},
    {"k8s", "observability.collector", inConfig},
    {"k8s", "observability.log_store", MESSAGE("outputs", "`logs` has to say what takes them.")},
    {"k8s", "observability", MESSAGE("outputs", "Of the files that would carry it, none is made.")},
    {"k8s", "micro_integrator.scheduled_work", forRules},
    {"k8s", "micro_integrator.longest_pause", forRules},
    {"k8s", "micro_integrator.synchronised_clocks", forRules},
    {"k8s", "micro_integrator.folder", MESSAGE("outputs", "An image has a folder of its own.")},
    {"k8s", "micro_integrator", noIntegrator},
    {"k8s", "api_manager.offset",
     MESSAGE("outputs", "Every pod has an address of its own: no port has to move.")},
    {"k8s", "api_manager.proxy_port", MESSAGE("outputs", "The Gateway in front has 443.")},
    {"k8s", "api_manager.folder", MESSAGE("outputs", "Images have a folder and an account of their own.")},
    {"k8s", "api_manager.user", MESSAGE("outputs", "Images have a folder and an account of their own.")},
    {"k8s", "api_manager.event_publishers",
     MESSAGE("outputs", "The charts have no place for publishers: mount them with kubernetes.extraVolumes.")},
    {"k8s", "api_manager",
     MESSAGE("outputs", "The charts have no value for it, or no server that it is said of.")},
    {"k8s", "load_balancer", balancedByCluster},
    {"k8s", "node[].host", MESSAGE("outputs", "Kubernetes chooses the machine.")},
    {"k8s", "dns", elsewhere},
    {"k8s", "region[].vip", balancedByCluster},
    {"k8s", "region[].cluster",
     MESSAGE("outputs", "Only Argo CD is told about clusters; name a [gitops] repository.")},
    {"k8s", "gitops",
     MESSAGE("outputs", "Argo CD and Flux need a repository, and their families not left out.")},
    {"k8s", "kubernetes.shutdown.time",
     MESSAGE("outputs", "It is what the program takes; the grace period is held against it.")},
    {"k8s", "kubernetes.spread.min_domains",
     MESSAGE("outputs",
             "Kubernetes takes it where constraints bind: DoNotSchedule, carried by Kustomize or Helm.")},
    {"k8s", "kubernetes.spread",
     MESSAGE("outputs", "A spread needs `over`, and Kustomize or Helm to carry it.")},
    {"k8s", "kubernetes.disruption_budget.min_available",
     MESSAGE("outputs", "A budget has one bound: without max_unavailable, Kustomize or Helm carries it.")},
    {"k8s", "kubernetes.startup_probe",
     MESSAGE("outputs", "A startup probe needs a path, and Kustomize or Helm to carry it.")},
    {"k8s", "kubernetes.readiness",
     MESSAGE("outputs", "It needs a readiness probe in Cloud.toml, and Kustomize or Helm to carry it.")},
    {"k8s", "kubernetes.rollout.scale_down_after",
     MESSAGE("outputs", "It needs the autoscaler of Cloud.toml, and Kustomize or Helm to carry it.")},
    {"k8s", "kubernetes.route",
     MESSAGE("outputs", "A route needs a host, a program that serves, and Kustomize or Helm to carry it.")},
    {"k8s", "kubernetes", MESSAGE("outputs", "Of the files that would carry it, none is made.")},
    {"choreo", "kubernetes", MESSAGE("outputs", "The platform runs the cluster; its console sets this.")},
    {"choreo", "load_balancer", MESSAGE("outputs", "The platform balances on its own.")},
    {"choreo", "node[].replicas", MESSAGE("outputs", "The console says how many copies run.")},
    {"choreo", "observability", MESSAGE("outputs", "The platform watches components itself.")},
    {"choreo", "choreo.schema", MESSAGE("outputs", "Only endpoints of REST and WebSockets have one.")},
    {"choreo", "choreo", MESSAGE("outputs", "The sources have no service whose port is known.")},
    {"aws_lambda", "kubernetes", functionsOnly},
    {"aws_lambda", "load_balancer", functionsOnly},
    {"aws_lambda", "observability", functionsOnly},
    {"azure_functions", "kubernetes", functionsOnly},
    {"azure_functions", "load_balancer", functionsOnly},
    {"azure_functions", "observability", functionsOnly},
    {"azure_functions", "serverless.memory",
     MESSAGE("outputs", "The plan of the app decides it: Windows, since plans on Linux do not run it.")},
    {"azure_functions", "serverless.timeout", MESSAGE("outputs", "host.json of bal build decides it.")},
    {"docker", "backup.time",
     MESSAGE("outputs", "Containers have no schedule: let the machine start backup.sh.")},
    {"vm", "backup", backedUp},
    {"docker", "backup", backedUp},
    {"k8s", "backup", backedUp},
    {"vm", "pipeline", inNoJob},
    {"docker", "pipeline", inNoJob},
    {"k8s", "pipeline", inNoJob},
};

bool isBelow(std::string_view path, std::string_view table) {
    return path.starts_with(table) &&
           (path.size() == table.size() || path[table.size()] == '.' || path[table.size()] == '[');
}

/// What is said of Kubernetes is true of OpenShift.
std::string_view kindOf(std::string_view target) {
    return target == "openshift" ? "k8s" : target;
}

const Expected* expectationOf(std::string_view target, std::string_view path) {
    const auto* const found = std::ranges::find_if(expectations, [&](const Expected& each) {
        return each.target == kindOf(target) && isBelow(path, each.path);
    });
    return found == std::end(expectations) ? nullptr : found;
}

/// Values that are written, with the fields they are of.
class WrittenSettings {
public:
    struct Written {
        const Field* field;
        Origin origin;
    };

    explicit WrittenSettings(const toml::Document& document) { read(document.root(), {}); }
    std::vector<Written> all;

private:
    void read(const toml::Node& node, const toml::Path& path) {
        const Field* field = path.empty() ? nullptr : deploymentToml().field(path);
        if (field != nullptr) {
            all.push_back({field, {Origin::Kind::Setting, file, toml::toText(path), {file, node.range}}});
            return;
        }
        for (const toml::Member& member : node.members) read(member.node, extended(path, member.name));
        for (std::size_t i = 0; i < node.elements.size(); ++i) read(node.elements[i], extended(path, i));
    }

    template <class Step> static toml::Path extended(toml::Path path, const Step& step) {
        path.emplace_back(step);
        return path;
    }
};

/// Keys of Deployment.toml behind any line of the families of a target.
std::set<std::string, std::less<>> keysCarried(const Analysis& analysis, std::string_view target) {
    std::set<std::string, std::less<>> keys;
    for (const Artifact& artifact : analysis.artifacts) {
        const Family* family = findFamily(artifact.generator);
        if (family == nullptr || !family->isOf(target)) continue;
        for (const auto* origins : {&artifact.originTable.all(), &artifact.origins})
            for (const Origin& origin : *origins)
                if (origin.document() == file) keys.insert(origin.key());
    }
    return keys;
}

/// A list of texts in Deployment.toml with `text` or without.
Result<Edit> switchIn(const Analysis& analysis, const char* key, std::vector<std::string> list,
                      std::string_view text, bool on) {
    std::erase(list, text);
    if (on) list.emplace_back(text);
    if (list.empty()) return unsetValue(analysis, file, {key});
    std::string value = "[";
    for (const std::string& each : list) value += (value.size() == 1 ? "" : ", ") + toml::quoted(each);
    return setValue(analysis, file, {key}, value + "]");
}

}

std::vector<FamilyOutput> outputsOf(const Analysis& analysis) {
    const Topology& topology = analysis.deployment.topology;
    const auto leftOut = topology.value(deploymentToml().leaveOut);
    std::vector<FamilyOutput> outputs;
    for (const Family& family : allFamilies()) {
        const bool left = std::ranges::contains(*leftOut, family.id);
        const bool asked =
            family.targets.empty() || std::ranges::any_of(family.targets, [&](std::string_view target) {
                return isTarget(analysis, target);
            });
        FamilyOutput output{.family = &family, .wanted = asked && !left};
        for (const Artifact& artifact : analysis.artifacts)
            if (artifact.generator == family.id ||
                (family.id == "kubernetes" && artifact.generator == "openshift"))
                output.artifacts.push_back(&artifact);
        const bool shown = family.targets.empty() ? left || !output.artifacts.empty() : asked;
        if (shown) outputs.push_back(std::move(output));
    }
    return outputs;
}

bool isTarget(const Analysis& analysis, std::string_view target) {
    return analysis.deployment.topology.isFor(target);
}

Result<Edit> switchTarget(const Analysis& analysis, std::string_view target, bool on) {
    const auto written = analysis.deployment.topology.written(deploymentToml().targets);
    std::vector<std::string> targets = written ? **written : std::vector<std::string>();
    const std::string& built = *analysis.deployment.cloud;
    const bool known =
        std::ranges::contains(std::array<std::string_view, 4>{"docker", "k8s", "openshift", "choreo"}, built);
    if (!written && on && known && built != target) targets.push_back(built);
    return switchIn(analysis, "targets", std::move(targets), target, on);
}

Result<Edit> switchFamily(const Analysis& analysis, std::string_view family, bool on) {
    return switchIn(analysis, "leave_out", *analysis.deployment.topology.value(deploymentToml().leaveOut),
                    family, !on);
}

std::vector<NotCarried> notCarriedOver(const Analysis& analysis) {
    std::vector<NotCarried> all;
    const auto document = analysis.snapshot->documents.find(file);
    if (document == analysis.snapshot->documents.end()) return all;
    const WrittenSettings written(toml::Document(document->second.text));
    for (const Target& target : allTargets()) {
        if (!isTarget(analysis, target.id)) continue;
        const auto carried = keysCarried(analysis, target.id);
        for (const auto& [field, origin] : written.all) {
            const Expected* expected = expectationOf(target.id, field->path);
            if (expected != nullptr && !carried.contains(origin.key()))
                all.push_back({target.id, origin, expected->why});
        }
    }
    return all;
}

}
