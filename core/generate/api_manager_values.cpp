#include "core/generate/api_manager_charts.h"
#include "core/generate/api_manager_database.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Objects = ApiManagerObjects;

const DeploymentToml& keys() {
    return deploymentToml();
}

/// An image as the chart takes it.
struct ImageParts {
    std::string registry, repository, tag, digest;
};
ImageParts partsOf(std::string image) {
    ImageParts parts;
    if (const std::size_t at = image.find('@'); at != std::string::npos) {
        parts.digest = image.substr(at + 1);
        image.resize(at);
    }
    const std::size_t slash = image.find('/'), colon = image.rfind(':');
    if (colon != std::string::npos && image.find('/', colon) == std::string::npos) {
        parts.tag = image.substr(colon + 1);
        image.resize(colon);
    }
    if (slash != std::string::npos && slash < image.size()) {
        parts.registry = image.substr(0, slash);
        image.erase(0, slash + 1);
    }
    parts.repository = std::move(image);
    return parts;
}

Yaml services(const std::vector<std::string>& names, const Origins& why) {
    Yaml list = Yaml::list();
    for (const std::string& name : names) list.add(Text{name, why});
    return list;
}

class Values {
public:
    explicit Values(const ApiManagerRelease& release)
        : m_release(release),
          m_hosts(apiManagerHostsOf(release)),
          m_plan(apiManagerInstancesOf(release.topology)) {}

    Yaml run() const {
        Yaml apim = Yaml::map();
        apim.set("version", topology().value(keys().apiManagerVersion));
        apim.set("configurations", configurations());
        Yaml values = Yaml::map();
        values.set("kubernetes", kubernetes());
        values.set("wso2", Yaml::map().set("apim", std::move(apim)).set("deployment", deployment()));
        return values;
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_release.topology; }
    [[nodiscard]] bool is(std::string_view role) const { return m_release.role == role; }
    [[nodiscard]] const ApiManagerInstance& instance() const {
        return *std::ranges::find(m_plan, m_release.nodes.front(), &ApiManagerInstance::node);
    }

    // kubernetes

    Yaml kubernetes() const {
        const auto targets = topology().value(keys().targets);
        Yaml all = Yaml::map();
        if (topology().isFor("openshift"))
            all.set("openshift", Yaml::map().set("enabled", true).because(targets.origins));
        if (!is("traffic-manager")) all.set("gatewayAPI", routes());
        return std::move(all.because(targets.origins));
    }

    static Yaml route(const Text& host, const Sourced<bool>& enabled) {
        return Yaml::map().set("enabled", enabled).set("hostname", host);
    }

    Yaml routes() const {
        const Sourced<bool> always{true, m_release.origins};
        Yaml gateway = Yaml::map();
        gateway.set("enabled", true).set("gatewayName", Objects::gateway);
        if (is("control-plane")) gateway.set("controlPlane", route(m_hosts.portals, always));
        if (is("all-in-one")) gateway.set("management", route(m_hosts.portals, always));
        if (is("key-manager")) gateway.set("km", route(m_hosts.keyManager, always));
        if (m_release.servesApis()) {
            gateway.set("gateway", route(m_hosts.apis, always));
            gateway.set("websocket", route(m_hosts.webSocket, topology().value(keys().apiManager.webSocket)));
            gateway.set("websub", route(m_hosts.webSub, topology().value(keys().apiManager.webSub)));
        }
        // portals keep sessions in the server; the chart leaves this off
        if (m_release.isControl())
            gateway.set(
                "backendTrafficPolicy",
                Yaml::map().set("enabled", Sourced<bool>{*m_release.copies() > 1, m_release.origins}));
        return gateway;
    }

    // wso2.apim.configurations

    Yaml configurations() const {
        Yaml all = Yaml::map();
        all.set("adminUsername", topology().value(keys().apiManager.admin));
        all.set("existingSecret", passwords());
        all.set("security", security());
        if (m_release.keepsData()) all.set("databases", databases());
        if (m_release.isControl()) {
            all.set("gateway", Yaml::map().set("environments", environments()));
            if (!topology().nodesOf("key-manager").empty()) all.set("km", ownKeyManager());
        }
        if (is("gateway") || is("traffic-manager")) all.set("km", keyManager());
        if (is("gateway")) all.set("throttling", throttling());
        if (is("gateway") || is("traffic-manager") || is("key-manager")) all.set("eventhub", eventHub());
        if (m_release.servesApis()) {
            all.set("syncRuntimeArtifacts", Yaml::map().set("gateway", Yaml::map().set("labels", labels())));
            all.set("cors", origins());
        }
        if (counts()) all.set("distributedThrottling", counters());
        return all;
    }

    Yaml passwords() const {
        const auto key = topology().value(keys().apiManager.encryptionKey);
        Yaml all = Yaml::map();
        all.set("secretName", Objects::secret).set("adminPasswordKey", "adminPassword");
        if (m_release.keepsData())
            all.set("apimDBPasswordKey", "apimDBPassword").set("sharedDBPasswordKey", "sharedDBPassword");
        all.set("encryptionKeyKey", Text{"encryptionKey", key.origins});
        return all;
    }

    Yaml security() const {
        const auto store = topology().value(keys().apiManager.keystore);
        const auto alias = topology().value(keys().apiManager.keystoreAlias);
        Yaml stores = Yaml::map();
        for (const char* each : {"primary", "tls", "internal"})
            stores.set(each, Yaml::map().set("enabled", true).set("name", store).set("alias", alias));
        Yaml secret = Yaml::map();
        secret.set("secretName", Objects::keystorePasswords);
        for (const char* each : {"primaryKeystore", "tlsKeystore", "internalKeystore"})
            secret.set(std::string(each) + "PasswordKey", "keystorePassword")
                .set(std::string(each) + "KeyPasswordKey", "keyPassword");
        secret.set("truststorePasswordKey", "truststorePassword");
        Yaml all = Yaml::map();
        all.set("jksSecretName", Objects::keystores).set("jksExistingSecret", std::move(secret));
        all.set("keystores", std::move(stores));
        all.set("truststore", Yaml::map().set("name", topology().value(keys().apiManager.truststore)));
        return all;
    }

    Yaml databases() const {
        const Node& node = topology().nodes[m_release.nodes.front()];
        const ApiManagerDatabase database = apiManagerDatabaseOf(topology(), node);
        const auto one = [&](Setting<std::string> schema) {
            const auto called = topology().value(schema);
            Yaml each = Yaml::map();
            each.set("url", Text{database.url(*called), called.origins});
            each.set("username", topology().value(keys().apiManager.databaseUser));
            if (database.pool != nullptr) each.set("poolParameters", pool(*database.pool));
            return each;
        };
        Yaml all = Yaml::map();
        all.set("type", Text{database.type(), database.origins});
        all.set("jdbc", Yaml::map().set("driver", Text{database.driver(), database.origins}));
        all.set("apim_db", one(keys().apiManager.apimSchema));
        all.set("shared_db", one(keys().apiManager.sharedSchema));
        return std::move(all.because(database.origins));
    }

    static Yaml pool(const Pool& pool) {
        constexpr double milliseconds = 1000;
        const auto wait = static_cast<std::int64_t>(std::llround(pool.maxWait->seconds * milliseconds));
        return Yaml::map()
            .set("defaultAutoCommit", pool.autoCommit)
            .set("maxActive", pool.maxActive)
            .set("maxWait", Sourced<std::int64_t>{wait, pool.maxWait.origins})
            .set("minIdle", pool.minIdle);
    }

    /// Where servers of a role are found from here: by Service in the same region, by their own host in another.
    std::vector<std::string> addresses(const ChosenNodes& nodes) const {
        const ApiManagerRelease other = releaseOf(nodes);
        if (other.place == m_release.place) return other.instanceServices();
        std::vector<std::string> hosts;
        for (const std::size_t number : nodes.numbers) hosts.push_back(*topology().nodes[number].host);
        return hosts;
    }
    Text sharedAddress(const ChosenNodes& nodes) const {
        const ApiManagerRelease other = releaseOf(nodes);
        if (other.place == m_release.place) return {other.sharedService(), nodes.origins};
        return {*topology().nodes[nodes.numbers.front()].host, reasonsOfHosts(nodes)};
    }
    Origins reasonsOfHosts(const ChosenNodes& nodes) const {
        Origins why = nodes.origins;
        for (const std::size_t number : nodes.numbers)
            why = joined(std::move(why), topology().nodes[number].host.origins);
        return why;
    }
    ApiManagerRelease releaseOf(const ChosenNodes& nodes) const {
        const Node& first = topology().nodes[nodes.numbers.front()];
        return {.topology = topology(),
                .role = *first.role,
                .place = *first.region,
                .nodes = nodes.numbers,
                .origins = nodes.origins};
    }
    /// Without an offset: every pod has an address of its own.
    static Yaml servlet() { return Sourced<std::int64_t>{ApiManagerPorts::servlet, {}}; }

    Yaml keyManager() const {
        const ChosenNodes& nodes = instance().keyManagers;
        if (nodes.empty()) return Yaml::map();
        return Yaml::map().set("serviceUrl", sharedAddress(nodes)).set("servicePort", servlet());
    }

    Yaml ownKeyManager() const {
        return Yaml::map()
            .set("enabled", true)
            .set("serviceName", sharedAddress(instance().keyManagers))
            .set("servicePort", servlet())
            .because(instance().keyManagers.origins);
    }

    Yaml throttling() const {
        const ChosenNodes& nodes = instance().trafficManagers;
        if (nodes.empty()) return Yaml::map();
        Yaml all = Yaml::map();
        all.set("serviceUrl", sharedAddress(nodes));
        all.set("servicePort", servlet());
        all.set("urls", services(addresses(nodes), reasonsOfHosts(nodes)));
        return std::move(all.because(nodes.origins));
    }

    Yaml eventHub() const {
        const ChosenNodes& nodes = instance().hubs;
        if (nodes.empty()) return Yaml::map();
        Yaml all = Yaml::map();
        // off in the chart: gateways would hear of nothing that is published
        if (is("gateway")) all.set("enabled", true);
        all.set("serviceUrl", sharedAddress(nodes));
        if (is("gateway")) all.set("servicePort", servlet());
        all.set("urls", services(addresses(nodes), reasonsOfHosts(nodes)));
        return std::move(all.because(nodes.origins));
    }

    Yaml environments() const {
        Yaml list = Yaml::list();
        for (const GatewayEnvironment& each : gatewayEnvironmentsOf(topology())) {
            if (each.gateways.empty()) continue;
            const Text apis = apiHostOf(topology(), each);
            const auto below = [&](const char* name) { return Text{name + ('.' + *apis), apis.origins}; };
            Yaml one = Yaml::map();
            one.set("name", each.name).set("type", each.type).set("gatewayType", "Regular");
            one.set("provider", "wso2").set("displayInApiConsole", each.inConsole);
            one.set("description", "").set("showAsTokenEndpointUrl", true);
            one.set("serviceName", sharedAddress(near(each.gateways))).set("servicePort", servlet());
            one.set("wsHostname", below("websocket")).set("httpHostname", apis);
            one.set("websubHostname", below("websub"));
            list.add(std::move(one.because(each.gateways.origins)));
        }
        return list;
    }

    /// Those of the same region, where there are any.
    ChosenNodes near(const ChosenNodes& nodes) const {
        ChosenNodes here = nodes;
        std::erase_if(here.numbers,
                      [&](std::size_t n) { return *topology().nodes[n].region != m_release.place; });
        return here.empty() ? nodes : here;
    }

    Yaml labels() const {
        Yaml list = Yaml::list();
        for (const GatewayEnvironment& each : gatewayEnvironmentsOf(topology())) {
            const bool here = std::ranges::any_of(m_release.nodes,
                                                  [&](std::size_t n) { return each.gateways.contains(n); });
            if (here) list.add(Text{*each.name, joined(each.name.origins, each.gateways.origins)});
            list.because(each.gateways.origins);
        }
        return list;
    }

    Yaml origins() const {
        const auto allowed = topology().value(keys().apiManager.allowOrigins);
        Yaml list = Yaml::list();
        for (const std::string& each : *allowed) list.add(Text{each, allowed.origins});
        return Yaml::map()
            .set("allowOrigins", std::move(list))
            .set("allowCredentials", topology().value(keys().apiManager.allowCredentials));
    }

    bool counts() const {
        return (is("control-plane") || is("traffic-manager")) &&
               *topology().value(keys().apiManager.sharedCounters) && !topology().nodesOf("cache").empty();
    }

    /// The chart takes a password as it is: it is given when it is installed.
    Yaml counters() const {
        const auto caches = topology().nodesOf("cache");
        const auto near = std::ranges::find_if(
            caches, [&](std::size_t n) { return *topology().nodes[n].region == m_release.place; });
        const Node& cache = topology().nodes[near == caches.end() ? caches.front() : *near];
        Yaml store = Yaml::map().set("host", cache.host).set("port", cache.port);
        Yaml all = Yaml::map();
        all.set("enable", true).set("type", "redis").set("keyvalueStore", std::move(store));
        return std::move(all.because(joined(topology().value(keys().apiManager.sharedCounters).origins,
                                            reasonsOfRole(topology(), "cache"))));
    }

    // wso2.deployment

    Yaml deployment() const {
        Yaml all = Yaml::map();
        const Sourced<std::int64_t> copies = m_release.copies();
        if (!is("gateway")) all.set("highAvailability", Sourced<bool>{*copies > 1, copies.origins});
        if (is("control-plane")) all.set("replicas", 1);
        if (is("gateway")) scale(all, copies);
        const Component* component = topology().component(m_release.role);
        Origins why;
        for (const Component& each : topology().components) why = joined(std::move(why), each.role.origins);
        if (component != nullptr) {
            if (component->image) all.set("image", image(*component->image));
            Yaml given = resources(*component);
            if (!given.empty()) all.set("resources", std::move(given));
            environment(all, *component);
        }
        // 90 s in the chart, which a slow database or many APIs outlast: restarts would go on for ever
        if (is("key-manager"))
            all.set("livenessProbe", Yaml::map().set("initialDelaySeconds", 180));
        else
            all.set("startupProbe", Yaml::map().set("failureThreshold", 30));
        return std::move(all.because(why));
    }

    void scale(Yaml& all, const Sourced<std::int64_t>& copies) const {
        const auto scaled = topology().value(keys().apiManager.autoscaledGateways);
        Sourced<std::int64_t> most{*scaled ? 2 * *copies : *copies, joined(copies.origins, scaled.origins)};
        all.set("replicas", copies).set("minReplicas", copies).set("maxReplicas", std::move(most));
    }

    static Yaml image(const Text& written) {
        const ImageParts parts = partsOf(*written);
        Yaml image = Yaml::map();
        const auto part = [&](const char* key, const std::string& text) {
            if (!text.empty()) image.set(key, Text{text, written.origins});
        };
        part("registry", parts.registry);
        part("repository", parts.repository);
        part("tag", parts.tag);
        part("digest", parts.digest);
        return std::move(image.because(written.origins));
    }

    static Yaml resources(const Component& component) {
        Yaml all = Yaml::map();
        const auto pair = [&](Yaml& into, const char* name, const auto& first, const char* firstKey,
                              const auto& second, const char* secondKey) {
            Yaml values = Yaml::map();
            if (first) values.set(firstKey, *first);
            if (second) values.set(secondKey, *second);
            if (!values.empty()) into.set(name, std::move(values));
        };
        pair(all, "requests", component.memoryRequest, "memory", component.cpuRequest, "cpu");
        pair(all, "limits", component.memoryLimit, "memory", component.cpuLimit, "cpu");
        Yaml heap = Yaml::map();
        pair(heap, "memory", component.minHeap, "xms", component.maxHeap, "xmx");
        if (!heap.empty()) all.set("jvm", std::move(heap));
        return all;
    }

    static void environment(Yaml& all, const Component& component) {
        Text options{"", component.javaOptions.origins};
        for (const std::string& each : *component.javaOptions)
            options.value += (options.value.empty() ? "" : " ") + each;
        if (!options->empty())
            all.set("envs", Yaml::map().set("JAVA_OPTS", options).because(options.origins));
    }

    const ApiManagerRelease& m_release;
    ApiManagerHosts m_hosts;
    std::vector<ApiManagerInstance> m_plan;
};

}

Yaml apiManagerValues(const ApiManagerRelease& release) {
    return Values(release).run();
}

}
