#include "core/model/connections.h"

#include "core/model/api_manager.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace arabesque {

namespace {

using Kind = Connection::Kind;
using Tier = NodeRole::Tier;

/// Who of a product keeps contact with whom, and whether the opener serves no more without it.
struct Contact {
    std::string_view from, to;
    std::int64_t port;
    std::string_view protocol;
};
constexpr std::array contacts{
    Contact{"gateway", "control-plane", 9443, "HTTPS"},
    Contact{"gateway", "traffic-manager", 9611, "TCP"},
    Contact{"gateway", "key-manager", 9443, "HTTPS"},
    Contact{"gateway", "all-in-one", 9443, "HTTPS"},
    Contact{"control-plane", "traffic-manager", 9443, "HTTPS"},
    Contact{"control-plane", "key-manager", 9443, "HTTPS"},
    Contact{"traffic-manager", "control-plane", 5672, "AMQP"},
    Contact{"traffic-manager", "key-manager", 9443, "HTTPS"},
    Contact{"key-manager", "control-plane", 5672, "AMQP"},
    Contact{"micro-integrator", "integration-control-plane", 9445, "HTTPS"},
    Contact{"control-plane", "cache", 6379, "TCP"},
    Contact{"traffic-manager", "cache", 6379, "TCP"},
    Contact{"service", "cache", 6379, "TCP"},
};

/// Roles that ask the databases there are where no pool says which.
constexpr std::array<std::string_view, 5> askDatabases{"service", "all-in-one", "control-plane",
                                                       "key-manager", "integration-control-plane"};

class ConnectionFinder {
public:
    explicit ConnectionFinder(const Topology& topology)
        : m_topology(topology),
          m_places(placesOf(topology)),
          m_balancers(topology.nodesIn(Tier::Balancer)),
          m_traffic(topology.nodesIn(Tier::Traffic)),
          m_controlPlanes(topology.nodesOf("control-plane")),
          m_managed(topology.value(deploymentToml().loadBalancer.managed)),
          m_coordinated(*topology.value(deploymentToml().microIntegrator.coordination)) {
        for (const Database& database : topology.databases) {
            std::erase_if(m_copies.emplace_back(topology.nodesOf("database")),
                          [&](std::size_t n) { return *at(n).database != *database.name; });
            auto& pools = m_pools.emplace_back();
            for (const Pool& pool : topology.pools)
                if (*pool.database == *database.name) pools.push_back(&pool);
        }
    }

    std::vector<Connection> run() {
        entries();
        balancers();
        elections();
        between();
        databases();
        replication();
        declared();
        return std::move(m_found);
    }

    /// What says that a node asks a database; nothing where it does not.
    [[nodiscard]] std::optional<std::vector<Origin>> asks(const Node& node, const Database& database) const {
        for (const Pool* pool : m_pools[database.number])
            if (node.is(*pool->role)) return pool->role.origins;
        const bool asks =
            std::ranges::contains(askDatabases, *node.role) || (m_coordinated && node.is("micro-integrator"));
        if (!asks || !m_topology.pools.empty()) return std::nullopt;
        return database.name.origins;
    }

private:
    using Numbers = std::vector<std::size_t>;

    static End node(std::size_t number) { return {End::Kind::Node, number}; }
    [[nodiscard]] const Node& at(std::size_t number) const { return m_topology.nodes[number]; }

    Connection& add(Kind kind, End from, End to) {
        Connection& added = m_found.emplace_back();
        added.kind = kind;
        added.from = from;
        added.to = to;
        if (to.kind == End::Kind::Node) {
            const Node& called = at(to.number);
            added.port = *called.port;
            if (const NodeRole* role = called.kind()) added.protocol = role->protocol;
            added.standby = called.isStandby();
            added.origins = called.name.origins;
        }
        return added;
    }

    [[nodiscard]] Numbers in(std::string_view region, Numbers numbers) const {
        std::erase_if(numbers, [&](std::size_t n) { return *at(n).region != region; });
        return numbers;
    }

    /// Those of `numbers` in the region of a node, else all of them: the nearest that can be asked.
    [[nodiscard]] Numbers nearest(std::size_t asking, const Numbers& numbers) const {
        Numbers near = in(*at(asking).region, numbers);
        return near.empty() ? numbers : near;
    }

    [[nodiscard]] Numbers served(std::string_view place) const {
        Numbers found = in(place, m_traffic);
        std::ranges::copy(in(place, m_controlPlanes), std::back_inserter(found));
        return found;
    }

    /// Clients, through DNS where there is a name, to what takes requests in each region.
    void entries() {
        End from{End::Kind::Clients, 0};
        if (m_topology.has("dns")) {
            const End dns{End::Kind::Dns, 0};
            Connection& asked = add(Kind::Request, from, dns);
            asked.protocol = "DNS";
            asked.origins = m_topology.value(deploymentToml().dns.name).origins;
            from = dns;
        }
        std::size_t number = 0;
        for (const std::string& place : m_places) {
            entries(from, place, number);
            ++number;
        }
    }

    void entries(End from, const std::string& place, std::size_t number) {
        const Numbers balancers = in(place, m_balancers);
        const Numbers servers = served(place);
        const Region* region = m_topology.region(place);
        const bool spare = region != nullptr && *region->role == "standby";
        const std::size_t first = m_found.size();
        if (*m_managed && !servers.empty()) {
            Connection& entry = add(Kind::Request, from, {End::Kind::ManagedBalancer, number});
            entry.port = findRole("load-balancer")->port;
            entry.protocol = findRole("load-balancer")->protocol;
            entry.origins = m_managed.origins;
        } else {
            for (const std::size_t each : balancers.empty() ? servers : balancers)
                add(Kind::Request, from, node(each));
        }
        for (std::size_t i = first; i < m_found.size(); ++i) m_found[i].standby = m_found[i].standby || spare;
    }

    void balancers() {
        std::size_t number = 0;
        for (const std::string& place : m_places) {
            const Numbers servers = served(place);
            if (*m_managed) {
                for (const std::size_t server : servers)
                    add(Kind::Request, {End::Kind::ManagedBalancer, number}, node(server));
            } else {
                for (const std::size_t balancer : in(place, m_balancers))
                    for (const std::size_t server : servers) add(Kind::Request, node(balancer), node(server));
            }
            ++number;
        }
    }

    void elections() {
        if (*m_managed || !m_topology.has("load_balancer.vip")) return;
        for (const std::string& place : m_places) {
            const Numbers pair = in(place, m_balancers);
            for (std::size_t i = 1; i < pair.size(); ++i) {
                Connection& election = add(Kind::Election, node(pair[i - 1]), node(pair[i]));
                election.port = 0;
                election.protocol = "VRRP";
                election.required = false;
                election.standby = false;
                election.origins = m_topology.value(deploymentToml().vip.address).origins;
            }
        }
    }

    /// A gateway that runs goes on with what it holds, so none of these is needed to serve.
    void between() {
        std::vector<Numbers> parts;
        for (const Contact& contact : contacts) parts.push_back(m_topology.nodesOf(contact.to));
        for (const Node& each : m_topology.nodes) {
            informed(each);
            for (std::size_t i = 0; i < contacts.size(); ++i) {
                const Contact& contact = contacts[i];
                if (!each.is(contact.from)) continue;
                const bool product = isApiManager(each) && contact.to != "cache";
                for (const std::size_t called :
                     product ? askedOf(m_topology, each, contact.to) : nearest(each.number, parts[i])) {
                    Connection& added = add(Kind::Control, node(each.number), node(called));
                    added.port = contact.port;
                    added.protocol = contact.protocol;
                    added.required = false;
                }
            }
        }
    }

    /// Others of its kind, which hear the events that it hears: those of its region, and of all where they are published.
    void informed(const Node& each) {
        if (!each.is("control-plane") && !each.is("traffic-manager") && !each.is("all-in-one")) return;
        const bool published = *m_topology.value(deploymentToml().apiManager.eventPublishers) &&
                               !each.is("traffic-manager") &&
                               *m_topology.value(deploymentToml().apiManager.shape) == "replicated-databases";
        for (const std::size_t other : m_topology.nodesOf(*each.role)) {
            if (other == each.number || (!published && *at(other).region != *each.region)) continue;
            Connection& added = add(Kind::Control, node(each.number), node(other));
            added.port = ApiManagerPorts::broker;
            added.protocol = "AMQP";
            added.required = false;
        }
    }

    void databases() {
        for (const Node& each : m_topology.nodes)
            for (const Database& database : m_topology.databases)
                if (const auto why = asks(each, database)) ask(each, database, *why);
    }

    void ask(const Node& each, const Database& database, const std::vector<Origin>& why) {
        if (*database.managed) {
            Connection& added =
                add(Kind::Data, node(each.number), {End::Kind::ManagedDatabase, database.number});
            added.port = portOfEngine(*database.engine);
            added.protocol = "TCP";
            added.origins = why;
            return;
        }
        const Numbers& copies = copiesOf(database);
        for (const std::size_t copy : *database.manyWriters ? nearest(each.number, copies) : copies) {
            if (at(copy).isStandby()) continue;
            add(Kind::Data, node(each.number), node(copy)).origins = why;
        }
    }

    [[nodiscard]] const Numbers& copiesOf(const Database& database) const {
        return m_copies[database.number];
    }

    void replication() {
        for (const Database& database : m_topology.databases) {
            if (*database.managed || *database.replication == "none") continue;
            const Numbers& copies = copiesOf(database);
            const auto first =
                std::ranges::find_if(copies, [&](std::size_t n) { return !at(n).isStandby(); });
            if (first == copies.end()) continue;
            for (const std::size_t copy : copies) {
                if (copy == *first) continue;
                Connection& added = add(Kind::Replication, node(*first), node(copy));
                added.required = false;
                added.standby = false;
                added.origins = database.replication.origins;
            }
        }
    }

    void declared() {
        std::unordered_map<std::string_view, std::size_t> numbers;   // of the first of each name
        for (const Node& each : m_topology.nodes)
            if (!each.name->empty()) numbers.try_emplace(*each.name, each.number);
        for (const Link& link : m_topology.links) {
            const auto from = numbers.find(*link.from);
            const auto to = numbers.find(*link.to);
            if (from == numbers.end() || to == numbers.end()) continue;
            Connection& added = add(Kind::Declared, node(from->second), node(to->second));
            if (link.port) added.port = **link.port;
            if (!link.protocol->empty()) added.protocol = *link.protocol;
            added.required = *link.required;
            added.origins = link.from.origins;
        }
    }

    const Topology& m_topology;
    std::vector<std::string> m_places;
    Numbers m_balancers, m_traffic, m_controlPlanes;   ///< of the topology
    Sourced<bool> m_managed;
    bool m_coordinated;                              ///< Micro Integrators, through a database
    std::vector<Numbers> m_copies;                   ///< nodes that hold each database
    std::vector<std::vector<const Pool*>> m_pools;   ///< to each database
    std::vector<Connection> m_found;
};

}

std::vector<std::string> placesOf(const Topology& topology) {
    std::vector<std::string> names;
    for (const Region& region : topology.regions) names.push_back(*region.name);
    for (const Node& node : topology.nodes)
        if (!std::ranges::contains(names, *node.region)) names.push_back(*node.region);
    return names;
}

bool asksDatabase(const Topology& topology, const Node& node, const Database& database) {
    return ConnectionFinder(topology).asks(node, database).has_value();
}

std::vector<Connection> connectionsOf(const Topology& topology) {
    return ConnectionFinder(topology).run();
}

}
