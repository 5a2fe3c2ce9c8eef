#include "core/generate/api_manager_configuration.h"

#include "core/generate/topology_reasons.h"
#include "core/model/upstreams.h"

#include <algorithm>

namespace arabesque {

namespace {

using Ports = ApiManagerPorts;
using Text = Sourced<std::string>;
using Texts = Sourced<std::vector<std::string>>;

constexpr const char* ownServlet = "https://localhost:${mgt.transport.https.port}";

const auto& keys() {
    return deploymentToml().apiManager;
}

/// The addresses of several servers at one port.
Texts addresses(const Topology& topology, const ChosenNodes& nodes, std::string_view scheme,
                std::int64_t port) {
    Texts all{{}, nodes.origins};
    for (const std::size_t number : nodes.numbers) {
        const Text url = apiManagerAddress(topology, number, port).url(scheme);
        all.value.push_back(*url);
        all.origins = joined(std::move(all.origins), url.origins);
    }
    return all;
}

Texts ownAddress(const Topology& topology, std::int64_t port) {
    const auto offset = topology.value(keys().offset);
    return {{"tcp://localhost:" + std::to_string(port + *offset)}, offset.origins};
}

/// The pages of other servers, or of itself where it is one of them.
Text servicesOf(const ApiManagerServer& server, const ChosenNodes& nodes, std::string_view path) {
    if (nodes.contains(server.node.number)) return {ownServlet + std::string(path), nodes.origins};
    return sharedAddress(server.topology, nodes).url("https", path);
}

void writeKeyManager(ApiManagerConfiguration& file) {
    const ApiManagerServer& server = file.server();
    const ChosenNodes& keyManagers = server.instance.keyManagers;
    if (keyManagers.empty() || server.node.is("key-manager")) return;
    file.because(keyManagers.origins);
    file.table("apim.key_manager");
    file.text("service_url", servicesOf(server, keyManagers, "/services/"));
    file.account();
    file.table("apim.oauth_config");
    file.text("revoke_endpoint", servicesOf(server, keyManagers, "/oauth2/revoke"));
}

/// One group for each traffic manager, so that every event reaches all; one for all where they count together.
void writeTrafficManagers(ApiManagerConfiguration& file) {
    const ChosenNodes& all = file.server().instance.trafficManagers;
    const auto shared = file.topology().value(keys().sharedCounters);
    std::vector<ChosenNodes> groups;
    if (*shared) groups.push_back(all);
    for (const std::size_t number : all.numbers)
        if (!*shared) groups.push_back({{number}, all.origins});
    file.because(joined(all.origins, shared.origins));
    for (const ChosenNodes& group : groups) {
        file.entry("apim.throttling.url_group");
        file.list("traffic_manager_urls", addresses(file.topology(), group, "tcp", Ports::receiver));
        file.list("traffic_manager_auth_urls", addresses(file.topology(), group, "ssl", Ports::receiverTls));
        file.text("type", "loadbalance");
    }
}

void writeThrottling(ApiManagerConfiguration& file) {
    const ApiManagerServer& server = file.server();
    const ChosenNodes& all = server.instance.trafficManagers;
    if (all.empty() || server.node.is("key-manager")) return;
    const ChosenNodes& peers = server.instance.peers;
    file.because(all.origins);
    // alone, it hears and counts by itself
    if (server.countsRequests() && peers.empty()) return;
    file.table("apim.throttling");
    file.account();
    file.text("service_url", servicesOf(server, all, "/services/"));
    if (server.countsRequests()) {
        file.list("throttle_decision_endpoints", ownAddress(file.topology(), Ports::broker));
        file.list("event_duplicate_url", addresses(file.topology(), peers, "tcp", Ports::broker));
    } else {
        file.list("throttle_decision_endpoints", addresses(file.topology(), all, "tcp", Ports::broker));
    }
    if (!server.node.is("traffic-manager")) writeTrafficManagers(file);
}

void writeEventHub(ApiManagerConfiguration& file) {
    const ApiManagerServer& server = file.server();
    const ChosenNodes& hubs = server.instance.hubs;
    if (hubs.empty()) return;
    file.because(hubs.origins);
    file.table("apim.event_hub");
    file.flag("enable", true);
    file.account();
    file.text("service_url", servicesOf(server, hubs, "/services/"));
    if (!server.isControl()) {
        file.list("event_listening_endpoints", addresses(file.topology(), hubs, "tcp", Ports::broker));
        return;
    }
    file.list("event_listening_endpoints", ownAddress(file.topology(), Ports::broker));
    const ChosenNodes& peers = server.instance.peers;
    if (!peers.empty())
        file.list("event_duplicate_url", addresses(file.topology(), peers, "tcp", Ports::broker));
    for (const std::size_t number : hubs.numbers) {
        const ChosenNodes hub{{number}, hubs.origins};
        file.entry("apim.event_hub.publish.url_group");
        file.list("urls", addresses(file.topology(), hub, "tcp", Ports::receiver));
        file.list("auth_urls", addresses(file.topology(), hub, "ssl", Ports::receiverTls));
    }
}

void writeRevocation(ApiManagerConfiguration& file) {
    const ApiManagerServer& server = file.server();
    if ((!server.isControl() && !server.node.is("key-manager")) || server.instance.hubs.empty()) return;
    file.because(server.instance.hubs.origins);
    file.entry("event_listener");
    file.text("id", "token_revocation");
    file.text("type", "org.wso2.carbon.identity.core.handler.AbstractIdentityHandler");
    file.text("name", "org.wso2.is.notification.ApimOauthEventInterceptor");
    file.number("order", {1, {layout("WSO2 API Manager 4.7, deployment.toml")}});
    file.table("event_listener.properties");
    file.text("notification_endpoint", servicesOf(server, server.instance.hubs, "/internal/data/v1/notify"));
    file.text("username", "${admin.username}");
    file.text("password", "${admin.password}");
    file.text("'header.X-WSO2-KEY-MANAGER'", "default");
}

// gateway environments

/// Where clients call: the name of the environment, at the port of a balancer or of the gateways themselves.
struct Entry {
    Text host;
    bool direct = false;   ///< the host is that of a gateway
};

Entry entryOf(const ApiManagerServer& server, const GatewayEnvironment& environment, const Node& gateway) {
    Origins why = joined(environment.host.origins, environment.gateways.origins);
    if (!environment.host->empty()) return {{*environment.host, why}};
    const auto name = server.topology.value(deploymentToml().dns.name);
    why = joined(std::move(why), name.origins);
    if (!name->empty()) return {{*name, why}};
    return {{*gateway.host, joined(std::move(why), gateway.host.origins)}, true};
}

/// "https://api.example.com", "wss://10.0.0.1:8099"; empty where nobody lets clients in there.
Text endpoint(const ApiManagerServer& server, const Entry& entry, const Node& gateway,
              std::string_view scheme, std::string_view way, std::int64_t port) {
    constexpr std::int64_t usualTlsPort = 443;
    Sourced<std::int64_t> front = portInFront(server.topology, *gateway.region, *gateway.role, way);
    ServerAddress own = apiManagerAddress(server.topology, gateway.number, port);
    if (port == Ports::apis && gateway.is("gateway")) own.port = gateway.port;
    const bool balanced = *front != 0 && !entry.direct;
    const Origins why = joined(joined(entry.host.origins, front.origins), own.port.origins);
    if (balanced && *front == usualTlsPort) return {std::string(scheme) + "://" + *entry.host, why};
    Text url = ServerAddress{entry.host, balanced ? front : own.port}.url(scheme);
    url.origins = joined(std::move(url.origins), why);
    return url;
}

void writeEndpoints(ApiManagerConfiguration& file, const GatewayEnvironment& environment,
                    const Node& gateway) {
    const ApiManagerServer& server = file.server();
    const Entry entry = entryOf(server, environment, gateway);
    const std::string_view apis = gateway.is("all-in-one") ? "apis" : "";
    file.text("https_endpoint", endpoint(server, entry, gateway, "https", apis, Ports::apis));
    const auto webSocket = file.topology().value(keys().webSocket);
    const auto webSub = file.topology().value(keys().webSub);
    file.because(joined(joined(environment.gateways.origins, webSocket.origins), webSub.origins));
    if (*webSocket)
        file.text("wss_endpoint", endpoint(server, entry, gateway, "wss", "websocket", Ports::webSocket));
    if (*webSub)
        file.text("websub_event_receiver_https_endpoint",
                  endpoint(server, entry, gateway, "https", "websub", Ports::webSub));
}

/// The gateway of an environment that is nearest; every control plane knows all environments, since they share a database.
const Node& nearestGateway(const ApiManagerServer& server, const GatewayEnvironment& environment) {
    for (const std::size_t number : environment.gateways.numbers)
        if (*server.topology.nodes[number].region == *server.node.region)
            return server.topology.nodes[number];
    return server.topology.nodes[environment.gateways.numbers.front()];
}

void writeEnvironments(ApiManagerConfiguration& file) {
    const ApiManagerServer& server = file.server();
    if (!server.isControl()) return;
    for (const GatewayEnvironment& each : gatewayEnvironmentsOf(file.topology())) {
        if (each.gateways.empty()) continue;
        const Node& gateway = nearestGateway(server, each);
        file.because(joined(each.gateways.origins, server.release.origins));
        file.entry("apim.gateway.environment");
        file.text("name", each.name);
        file.text("type", each.type);
        if (hasOwnDistributions(*server.release)) file.text("gateway_type", "Regular");
        file.text("provider", "wso2");
        file.flag("display_in_api_console", each.inConsole);
        file.flag("show_as_token_endpoint_url", true);
        file.text("service_url", servicesOf(server, {{gateway.number}, each.gateways.origins}, "/services/"));
        file.text("username", "${admin.username}");
        file.text("password", "${admin.password}");
        writeEndpoints(file, each, gateway);
    }
}

void writeLabels(ApiManagerConfiguration& file) {
    const ApiManagerServer& server = file.server();
    if (!server.servesApis()) return;
    Texts labels;
    for (const GatewayEnvironment& each : gatewayEnvironmentsOf(file.topology())) {
        labels.origins = joined(std::move(labels.origins), joined(each.name.origins, each.gateways.origins));
        if (each.gateways.contains(server.node.number)) labels.value.push_back(*each.name);
    }
    if (labels->empty()) return;
    file.because(labels.origins);
    file.table("apim.sync_runtime_artifacts.gateway");
    file.list("gateway_labels", labels);
}

/// The store counters are kept in together: that of the region, else any.
void writeCounters(ApiManagerConfiguration& file) {
    const ApiManagerServer& server = file.server();
    const auto shared = file.topology().value(keys().sharedCounters);
    const auto caches = file.topology().nodesOf("cache");
    if (!*shared || caches.empty() || (!server.isControl() && !server.node.is("traffic-manager"))) return;
    const auto near = std::ranges::find_if(caches, [&](std::size_t number) {
        return *file.topology().nodes[number].region == *server.node.region;
    });
    const Node& cache = file.topology().nodes[near == caches.end() ? caches.front() : *near];
    file.because(joined(joined(shared.origins, server.instance.hubs.origins),
                        reasonsOfRole(file.topology(), "cache")));
    file.table("apim.distributed_throttling");
    file.flag("enable", true);
    file.text("type", "redis");
    file.table("apim.distributed_throttling.keyvalue_store");
    file.text("host", cache.host);
    file.number("port", cache.port);
    file.secret("password", "WSO2_REDIS_PASSWORD", "Password of the store of counters");
}

}

void writeWiring(ApiManagerConfiguration& file) {
    writeEnvironments(file);
    writeLabels(file);
    writeKeyManager(file);
    writeThrottling(file);
    writeCounters(file);
    writeEventHub(file);
    writeRevocation(file);
    file.because({});
}

}
