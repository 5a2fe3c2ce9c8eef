#pragma once

#include "core/model/settings.h"
#include "core/schema/deployment_toml.h"
#include "core/schema/roles.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace arabesque {

struct Workload;

/// A place whose parts are lost together.
struct Region {
    Sourced<std::string> name{}, role{};   ///< role: active, primary or standby
    Sourced<std::string> cluster{};        ///< its Kubernetes cluster, by name or address; empty: not written
    Sourced<std::string> vip{};            ///< address of its balancers; empty: that of [load_balancer.vip]
    Sourced<std::vector<std::string>> zones{};
    std::size_t number = 0;   ///< of its entry, from 0
};

/// Something that runs. Text that names no region, zone or database of the deployment is kept as it is.
struct Node {
    Sourced<std::string> name{}, role{}, region{}, zone{}, host{}, state{};
    Sourced<std::int64_t> port{}, replicas{};
    std::optional<Sourced<std::int64_t>> capacity{};   ///< requests per second of one copy
    Sourced<Duration> startTime{};                     ///< of a standby, until it serves
    Sourced<bool> background{};                        ///< polls, or runs timers
    Sourced<std::string> database{};                   ///< a database node holds a copy of it
    Sourced<std::string> version{}, nodeId{};          ///< empty: not written
    Sourced<std::string> gatewayEnvironment{};         ///< of a gateway; empty: not written
    std::optional<Sourced<Point>> position{};
    std::size_t number = 0;   ///< of its entry, from 0

    [[nodiscard]] const NodeRole* kind() const { return findRole(*role); }   ///< null for an unknown role
    [[nodiscard]] bool is(std::string_view roleId) const { return *role == roleId; }
    [[nodiscard]] bool isIn(NodeRole::Tier tier) const { return kind() != nullptr && kind()->tier == tier; }
    [[nodiscard]] bool isStandby() const { return *state == "standby"; }
};

/// A connection people declared beside those that follow from roles.
struct Link {
    Sourced<std::string> from{}, to{}, protocol{};
    std::optional<Sourced<std::int64_t>> port{};
    Sourced<bool> required{};
    std::size_t number = 0;
};

struct Database {
    Sourced<std::string> name{}, engine{}, replication{}, promotion{};
    Sourced<Duration> promotionTime{};
    std::optional<Sourced<Duration>> lag{};
    Sourced<std::int64_t> maxConnections{}, reservedConnections{};
    Sourced<bool> managed{}, degrades{};
    Sourced<bool> manyWriters{};
    Sourced<std::string> conflicts{};   ///< how they are handled; empty: not
    std::size_t number = 0;
};

/// Connections each copy of a role opens to a database.
struct Pool {
    Sourced<std::string> role{}, database{}, validationQuery{};
    Sourced<std::int64_t> maxActive{}, minIdle{};
    Sourced<Duration> maxWait{};
    Sourced<bool> autoCommit{};
    std::size_t number = 0;
};

/// What each server of a role gets. Heaps as Java writes them: "2048m"; the rest as Kubernetes does: "3Gi", "500m".
struct Component {
    Sourced<std::string> role{};
    std::optional<Sourced<std::string>> minHeap{}, maxHeap{};
    std::optional<Sourced<std::string>> memoryRequest{}, memoryLimit{}, cpuRequest{}, cpuLimit{};
    std::optional<Sourced<std::string>> image{};   ///< that it is started from on Kubernetes
    Sourced<std::vector<std::string>> javaOptions{};
    std::size_t number = 0;
};

/// What Deployment.toml says of nodes and places, and of how requests and data move between them. Tables of which there
/// is one are read by their settings: `topology.value(deploymentToml().loadBalancer.maxFails)`.
class Topology {
public:
    Topology() : Topology(toml::Document(std::string())) {}
    explicit Topology(toml::Document deploymentToml, Replacements replacements = {});

    std::vector<Region> regions;
    std::vector<Node> nodes;
    std::vector<Link> links;
    std::vector<Database> databases;
    std::vector<Pool> pools;
    std::vector<Component> components;
    Sourced<std::string> pattern, product;   ///< pattern: empty where none is declared

    /// Whether anything is laid out at all.
    [[nodiscard]] bool isEmpty() const { return nodes.empty() && pattern->empty(); }
    [[nodiscard]] const Node* node(std::string_view name) const;
    [[nodiscard]] const Region* region(std::string_view name) const;
    [[nodiscard]] const Database* database(std::string_view name) const;
    /// Numbers of the nodes with a role, in order.
    [[nodiscard]] std::vector<std::size_t> nodesOf(std::string_view role) const;
    [[nodiscard]] std::vector<std::size_t> nodesIn(NodeRole::Tier tier) const;

    template <class T> [[nodiscard]] Sourced<T> value(Setting<T> setting, std::size_t record = 0) const {
        return m_settings.value(setting, record);
    }
    /// What is written, if anything.
    template <class T>
    [[nodiscard]] std::optional<Sourced<T>> written(Setting<T> setting, std::size_t record = 0) const {
        return m_settings.written(setting, record);
    }
    /// What is written, else what follows from others.
    [[nodiscard]] Sourced<std::string> valueOr(Setting<std::string> setting,
                                               const Sourced<std::string>& derived,
                                               std::size_t record = 0) const {
        return m_settings.valueOr(setting, derived, record);
    }
    /// Number of entries of an array of tables that is read by its settings.
    [[nodiscard]] std::size_t count(Records records) const { return m_settings.count(records); }
    /// What is said of the servers of a role; null where nothing is.
    [[nodiscard]] const Component* component(std::string_view role) const;
    /// The texts of a table of texts, in order: `topology.texts(DeploymentToml::routeAnnotations)`.
    [[nodiscard]] std::vector<std::pair<std::string, Sourced<std::string>>> texts(
        std::string_view table) const {
        return m_settings.texts(table);
    }
    /// Whether files for this target are asked for: "vm", "k8s", ...
    [[nodiscard]] bool isFor(std::string_view target) const;
    /// Whether a table is written, such as "load_balancer.health_check".
    [[nodiscard]] bool has(std::string_view table) const { return m_settings.has(table); }

private:
    std::shared_ptr<const Replacements> m_replacements;   // the settings look at it
    Settings m_settings;
};

/// Reads it, with what stands in for its values in an environment. Ports that are not written are those of the program, else the usual ones of the role.
[[nodiscard]] Topology topologyOf(const toml::Document& deploymentToml, const Workload& workload,
                                  const Replacements& replacements = {});

}
