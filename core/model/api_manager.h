#pragma once

#include "core/model/topology.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace arabesque {

/// Ports of the API Manager before its offset (WSO2 API Manager 4.7, default product ports).
struct ApiManagerPorts {
    static constexpr std::int64_t servlet = 9443, servletPlain = 9763;
    static constexpr std::int64_t apis = 8243, apisPlain = 8280;
    static constexpr std::int64_t webSocket = 8099, webSocketPlain = 9099;
    static constexpr std::int64_t webSub = 8021, webSubPlain = 9021;
    static constexpr std::int64_t receiver = 9611, receiverTls = 9711;   ///< of events, by Thrift
    static constexpr std::int64_t broker = 5672;                         ///< built in, AMQP
};

/// What a server of a role is unpacked and started as. From 4.5 each role is a distribution with a script of its own;
/// before, one distribution with profiles (WSO2 API Manager 4.5, deployment overview).
struct ApiManagerProgram {
    std::string_view distribution;   ///< "wso2am-acp"
    std::string_view script;         ///< below bin: "api-cp.sh"
    std::string_view profile;        ///< "control-plane" in -Dprofile; empty: none
    std::string_view serverRole;     ///< of [server] server_role
};
[[nodiscard]] ApiManagerProgram apiManagerProgramOf(std::string_view release, std::string_view role);

/// Whether each role is a distribution of its own.
[[nodiscard]] bool hasOwnDistributions(std::string_view release);

/// Whether a node is a server of the API Manager.
[[nodiscard]] bool isApiManager(const Node& node);
/// Whether there is any.
[[nodiscard]] bool hasApiManager(const Topology& topology);

/// Numbers of nodes, in order, and what decides about them.
struct ChosenNodes {
    std::vector<std::size_t> numbers{};
    std::vector<Origin> origins{};

    [[nodiscard]] bool empty() const { return numbers.empty(); }
    [[nodiscard]] bool contains(std::size_t number) const;
};

/// One server of the API Manager and the others it is wired to: those of its region, else of any; under a central control
/// plane those of the main region (WSO2 API Manager 4.7, distributed and multi data centre deployments).
struct ApiManagerInstance {
    std::size_t node = 0;
    ChosenNodes hubs{};                  ///< whose events it hears: control planes, else all-in-ones
    ChosenNodes trafficManagers{};       ///< that it sends requests' events to and hears decisions from
    ChosenNodes keyManagers{};           ///< that know its tokens
    ChosenNodes peers{};                 ///< others of its role and region, which hear what it hears
    ChosenNodes otherRegions{};          ///< hubs of other regions, where events are published to them
    bool hasOwnTrafficManager = false;   ///< they are other servers than the hubs
};

/// All of them, in the order of their nodes.
[[nodiscard]] std::vector<ApiManagerInstance> apiManagerInstancesOf(const Topology& topology);

/// Whom a server of the API Manager asks of a role; what the diagram shows as well.
[[nodiscard]] std::vector<std::size_t> askedOf(const Topology& topology, const Node& asking,
                                               std::string_view role);

/// What gateways serve under one name.
struct GatewayEnvironment {
    Sourced<std::string> name{}, type{}, host{};   ///< host: empty where none is written
    Sourced<bool> inConsole{};
    ChosenNodes gateways{};   ///< its servers: gateways, or all-in-ones where no gateway is laid out
};

/// Those that are declared, else the one called Default.
[[nodiscard]] std::vector<GatewayEnvironment> gatewayEnvironmentsOf(const Topology& topology);

/// Where one server is reached by others.
struct ServerAddress {
    Sourced<std::string> host{};
    Sourced<std::int64_t> port{};

    /// "cp-1:9443", "[fd00::1]:9443".
    [[nodiscard]] Sourced<std::string> text() const;
    /// The same behind a scheme, with a path: "https://cp-1:9443/services/".
    [[nodiscard]] Sourced<std::string> url(std::string_view scheme, std::string_view path = {}) const;
};

/// The address of a node at a port of ApiManagerPorts, with the offset added.
[[nodiscard]] ServerAddress apiManagerAddress(const Topology& topology, std::size_t node, std::int64_t port);

/// Where all of `nodes` are asked at once: what balances those that are several, else the first of them.
[[nodiscard]] ServerAddress sharedAddress(const Topology& topology, const ChosenNodes& nodes);

/// The name people open the portals at, for a node that has them; its own host where none is known.
[[nodiscard]] Sourced<std::string> portalHostOf(const Topology& topology, const Node& node);

/// The port in front that pages of the portals name; nothing where clients come straight to them.
[[nodiscard]] std::optional<Sourced<std::int64_t>> proxyPortOf(const Topology& topology, const Node& node);

}
