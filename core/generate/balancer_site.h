#pragma once

#include "core/generate/text_writer.h"
#include "core/model/balancer_engine.h"
#include "core/model/deployment.h"

#include <cstdint>
#include <string>
#include <vector>

namespace arabesque {

/// A server as the configuration of a balancer names it.
struct BalancedServer {
    std::string node;   ///< its name
    Sourced<std::string> host{};
    Sourced<std::int64_t> port{};
    Sourced<std::string> state{};   ///< active or standby

    [[nodiscard]] bool isStandby() const { return *state == "standby"; }
    /// "10.0.1.11:9090", "[fd00::1]:9090".
    [[nodiscard]] std::string address() const;
    [[nodiscard]] Origins origins() const;
};

/// Servers of one role, and the port at which clients ask for them.
struct BalancedGroup {
    std::string name;   ///< "orders_service": letters, digits and underscores
    std::string role;
    Sourced<std::int64_t> port{};   ///< the balancer listens at
    Sourced<bool> encrypted{};      ///< the servers speak TLS
    bool keepsClients = true;       ///< affinity means something here
    std::vector<BalancedServer> servers{};
};

/// One load balancer as its files are made: its program, where it listens and whom it asks. Borrows the topology.
struct BalancerSite {
    std::string node;   ///< its name; a folder can be called so
    std::string file;   ///< stem of its files: "orders"
    const Topology& topology;
    BalancerEngine engine;
    std::vector<BalancedGroup> groups{};
    Origins origins{};   ///< why there is such a balancer, and why its files are called so
    /// Tried out in containers: without certificates, and with names that only the containers' network knows.
    bool triedOut = false;

    /// The name clients use; nothing where none is declared.
    [[nodiscard]] std::optional<Sourced<std::string>> serverName() const;
    /// What is written, else the declared default.
    template <class T> [[nodiscard]] Sourced<T> value(Setting<T> setting) const {
        Sourced<T> declared = topology.value(setting);
        if (triedOut && isOfItsPlace(setting.index)) declared.value = T{};
        return declared;
    }
    template <class T> [[nodiscard]] std::optional<Sourced<T>> written(Setting<T> setting) const {
        return topology.written(setting);
    }
    [[nodiscard]] bool isHttp() const { return *value(deploymentToml().loadBalancer.mode) != "tcp"; }
    /// Whether it asks servers on its own.
    [[nodiscard]] bool checksActively() const {
        return topology.has("load_balancer.health_check") && !engine.isOpenSource();
    }

private:
    /// Whether a setting means something only where the deployment runs: certificates, resolvers of its network.
    [[nodiscard]] static bool isOfItsPlace(std::size_t setting);
};

/// One for each load balancer that has somebody to hand requests to; none where the cloud runs them.
[[nodiscard]] std::vector<BalancerSite> balancerSitesOf(const Deployment& deployment);

}
