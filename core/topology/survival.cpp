#include "core/topology/survival.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace arabesque {

namespace {

using Kind = Connection::Kind;
using Tier = NodeRole::Tier;
using Numbers = std::vector<std::size_t>;

class SurvivalFinder {
public:
    SurvivalFinder(const Wiring& wiring, std::span<const Failure> failures)
        : m_wiring(wiring), m_topology(wiring.topology) {
        m_result.losses = lossesOf(wiring, failures);
        m_result.standing.resize(nodes().size(), Standing::CutOff);
        m_result.why.resize(nodes().size());
        m_answers.resize(nodes().size(), true);
        m_reached.resize(nodes().size(), false);
    }

    Survival run() {
        judgeDatabases();
        findAnswering();
        for (std::size_t place = 0; place < m_wiring.places.size(); ++place) reach(place);
        judgePlaces();
        judgeControl();
        stand();
        return std::move(m_result);
    }

private:
    [[nodiscard]] const std::vector<Node>& nodes() const { return m_topology.nodes; }
    [[nodiscard]] const Node& at(std::size_t number) const { return nodes()[number]; }
    [[nodiscard]] bool alive(std::size_t node) const { return m_result.losses.copies[node] > 0; }
    static End end(std::size_t node) { return {End::Kind::Node, node}; }

    // Databases

    void judgeDatabases() {
        for (const Database& database : m_topology.databases) {
            if (*database.managed) continue;
            const Numbers copies = m_wiring.copiesOf(database);
            for (std::size_t place = 0; place < m_wiring.places.size(); ++place) {
                Numbers near = copies;
                if (*database.manyWriters)
                    std::erase_if(near, [&](std::size_t n) { return m_wiring.placeOf(at(n)) != place; });
                m_result.databases[{database.number, place}] = judge(database, near.empty() ? copies : near);
            }
        }
    }

    [[nodiscard]] DatabaseState judge(const Database& database, const Numbers& copies) const {
        DatabaseState state;
        Numbers standbys;
        for (const std::size_t copy : copies) {
            if (!alive(copy)) continue;
            (at(copy).isStandby() ? standbys : state.writers).push_back(copy);
        }
        const bool quorum = *database.replication == "quorum";
        if (quorum && state.writers.size() + standbys.size() < copies.size() / 2 + 1)
            return {{}, {}, {MESSAGE("simulation", "database '%1' has no majority left"), *database.name}};
        if (state.writers.empty()) return promoted(database, standbys);
        if (stops(database, copies, state.writers, standbys))
            return {
                {},
                {},
                {MESSAGE("simulation", "writes to database '%1' stop: it waits for a synchronous copy, and "
                                       "none is left"),
                 *database.name}};
        return state;
    }

    [[nodiscard]] static DatabaseState promoted(const Database& database, const Numbers& standbys) {
        if (standbys.empty())
            return {{}, {}, {MESSAGE("simulation", "database '%1' is lost"), *database.name}};
        if (*database.replication == "none")
            return {{},
                    {},
                    {MESSAGE("simulation",
                             "database '%1' is lost: its standby has no copy, since nothing is replicated"),
                     *database.name}};
        return {{standbys.front()}, standbys.front(), {}};
    }

    /// Whether a primary that waits for its copy waits in vain.
    [[nodiscard]] bool stops(const Database& database, const Numbers& copies, const Numbers& writers,
                             const Numbers& standbys) const {
        if (*database.replication != "synchronous" || *database.degrades) return false;
        const bool declared = std::ranges::any_of(copies, [&](std::size_t n) { return at(n).isStandby(); });
        return declared && std::ranges::none_of(standbys, [&](std::size_t n) {
                   return !m_result.losses.isCut(end(writers.front()), end(n));
               });
    }

    // Who still answers

    /// What has to be there for one of the reasons a node serves: one of them is enough.
    struct Need {
        std::string what;
        bool met = false;
        Message why{};
    };

    /// A node answers while it runs and all it needs does; those that need each other start out answering.
    void findAnswering() {
        for (std::size_t node = 0; node < nodes().size(); ++node)
            if (!alive(node) || m_result.losses.process[node]) {
                m_answers[node] = false;
                m_result.why[node] = MESSAGE("simulation", "it failed");
            }
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t node = 0; node < nodes().size(); ++node)
                if (m_answers[node] && !needsAreMet(node)) {
                    m_answers[node] = false;
                    changed = true;
                }
        }
    }

    bool needsAreMet(std::size_t node) {
        std::vector<Need> needs;
        for (const Connection& connection : m_wiring.connections) {
            if (connection.from != end(node) || !connection.required) continue;
            if (connection.kind == Kind::Data) addData(node, connection, needs);
            if (connection.kind == Kind::Declared) addDeclared(connection, needs);
        }
        const auto missing = std::ranges::find(needs, false, &Need::met);
        if (missing == needs.end()) return true;
        m_result.why[node] = missing->why;
        return false;
    }

    static Need& needFor(const std::string& what, std::vector<Need>& needs) {
        const auto found = std::ranges::find(needs, what, &Need::what);
        return found == needs.end() ? needs.emplace_back(what) : *found;
    }

    void addData(std::size_t node, const Connection& connection, std::vector<Need>& needs) {
        const bool managed = connection.to.kind == End::Kind::ManagedDatabase;
        const Database* database = managed ? &m_topology.databases[connection.to.number]
                                           : m_topology.database(*at(connection.to.number).database);
        if (database == nullptr) return;
        Need& need = needFor("database " + *database->name, needs);
        if (managed) {
            need.met = !m_result.losses.managedDatabases.contains(database->number) &&
                       !m_result.losses.isCut(end(node), connection.to);
            need.why = {MESSAGE("simulation", "database '%1' is lost"), *database->name};
            return;
        }
        const DatabaseState& state = m_result.databases.at({database->number, m_wiring.placeOf(at(node))});
        need.met = std::ranges::any_of(state.writers, [&](std::size_t writer) {
            return !m_result.losses.isCut(end(node), end(writer));
        });
        need.why = state.writers.empty()
                       ? state.why
                       : Message(MESSAGE("simulation", "it cannot reach database '%1'"), *database->name);
    }

    void addDeclared(const Connection& connection, std::vector<Need>& needs) {
        const Node& called = at(connection.to.number);
        Need& need = needFor("role " + *called.role, needs);
        const bool cut = m_result.losses.isCut(connection.from, connection.to);
        if (m_answers[called.number] && !cut) need.met = true;
        need.why = cut ? Message(MESSAGE("simulation", "it cannot reach '%1', which it needs"), *called.name)
                       : Message(MESSAGE("simulation", "it needs '%1', which serves no more"), *called.name);
    }

    // Who is reached

    [[nodiscard]] bool isStandbyPlace(std::size_t place) const {
        const Region* region = m_topology.region(m_wiring.places[place]);
        return region != nullptr && *region->role == "standby";
    }

    /// Follows requests into a place: to those that take them, and from there on.
    void reach(std::size_t place) {
        std::set<End> holders, balancers;
        for (const Connection& connection : m_wiring.connections) {
            if (connection.kind != Kind::Request || !entersBy(connection, place)) continue;
            if (m_result.losses.isCut(connection.from, connection.to)) continue;
            if (connection.to.kind == End::Kind::ManagedBalancer) {
                if (!m_result.losses.managedBalancers.contains(place) &&
                    !m_result.losses.places.contains(place))
                    holders.insert(connection.to);
            } else if (at(connection.to.number).isIn(Tier::Balancer)) {
                balancers.insert(connection.to);
            } else {
                m_reached[connection.to.number] = true;
            }
        }
        for (const End balancer : holdersOf(place))
            if (balancers.contains(balancer)) holders.insert(balancer);
        for (const End holder : holders)
            if (holder.kind == End::Kind::Node) m_reached[holder.number] = true;
        for (const Connection& connection : m_wiring.connections)
            if (connection.kind == Kind::Request && holders.contains(connection.from) &&
                !m_result.losses.isCut(connection.from, connection.to))
                m_reached[connection.to.number] = true;
    }

    [[nodiscard]] bool entersBy(const Connection& connection, std::size_t place) const {
        if (connection.from.kind != End::Kind::Clients && connection.from.kind != End::Kind::Dns)
            return false;
        if (m_result.losses.dns) return false;
        if (connection.to.kind == End::Kind::ManagedBalancer) return connection.to.number == place;
        return connection.to.kind == End::Kind::Node && m_wiring.placeOf(at(connection.to.number)) == place;
    }

    /// Balancers that take requests: the one that has the virtual address, else the active ones, else the standbys.
    [[nodiscard]] std::set<End> holdersOf(std::size_t place) const {
        Numbers actives, standbys;
        for (const std::size_t each : m_topology.nodesIn(Tier::Balancer))
            if (m_wiring.placeOf(at(each)) == place)
                (at(each).isStandby() ? standbys : actives).push_back(each);
        std::set<End> found;
        if (m_topology.has("load_balancer.vip")) {
            std::ranges::copy(standbys, std::back_inserter(actives));
            for (const std::size_t each : actives) {
                if (!alive(each)) continue;
                if (m_answers[each]) found.insert(end(each));
                if (m_answers[each] || !virtualAddressMoves(m_topology)) break;
            }
        } else {
            for (const Numbers* some : {&actives, &standbys})
                for (const std::size_t each : *some)
                    if (m_answers[each] && (found.empty() || some == &actives)) found.insert(end(each));
        }
        return found;
    }

    // Places and paths

    /// Roles whose nodes have to answer, one of each, for a request to be served.
    [[nodiscard]] bool servesRequests(const Node& node) const {
        if (!node.isIn(Tier::Traffic)) return false;
        return !node.is("all-in-one") || m_topology.nodesOf("gateway").empty();
    }

    [[nodiscard]] bool works(std::size_t node) const { return m_answers[node] && m_reached[node]; }

    void judgePlaces() {
        for (std::size_t place = 0; place < m_wiring.places.size(); ++place) {
            std::set<std::string_view> roles, found;
            for (const Node& node : nodes()) {
                if (m_wiring.placeOf(node) != place || !servesRequests(node)) continue;
                roles.insert(*node.role);
                if (works(node.number)) found.insert(*node.role);
            }
            m_result.placeWorks.push_back(!roles.empty() && roles == found);
        }
        m_result.placeServes = m_result.placeWorks;
        bool active = false;
        for (std::size_t place = 0; place < m_wiring.places.size(); ++place)
            active = active || (m_result.placeWorks[place] && !isStandbyPlace(place));
        for (std::size_t place = 0; place < m_wiring.places.size(); ++place) {
            if (active && isStandbyPlace(place)) m_result.placeServes[place] = false;
            m_result.data = m_result.data || m_result.placeServes[place];
        }
    }

    [[nodiscard]] bool hasControl(std::string_view role) const {
        return std::ranges::any_of(m_topology.nodesOf(role), [&](std::size_t n) {
            if (isIdlePlace(m_wiring.placeOf(at(n)))) return false;
            return m_answers[n] && (!isEntered(at(n)) || m_reached[n]);
        });
    }

    void judgeControl() {
        constexpr std::string_view duties[] = {"control-plane", "all-in-one", "integration-control-plane",
                                               "key-manager"};
        for (const std::string_view role : duties)
            if (!m_topology.nodesOf(role).empty())
                m_result.control = m_result.control.value_or(true) && hasControl(role);
    }

    // What each node does

    void stand() {
        for (const Node& node : nodes()) {
            if (!m_answers[node.number])
                m_result.standing[node.number] = Standing::Down;
            else if (node.is("database"))
                m_result.standing[node.number] = standingOfCopy(node);
            else if (node.isIn(Tier::Balancer))
                m_result.standing[node.number] = standingOfBalancer(node);
            else
                m_result.standing[node.number] = standingOfServer(node);
        }
    }

    Standing standingOfCopy(const Node& node) {
        const Database* database = m_topology.database(*node.database);
        if (database == nullptr || *database->managed)
            return node.isStandby() ? Standing::Waiting : Standing::Serving;
        const DatabaseState& state = m_result.databases.at({database->number, m_wiring.placeOf(node)});
        if (std::ranges::contains(state.writers, node.number)) return Standing::Serving;
        if (!state.writers.empty() || node.isStandby()) return Standing::Waiting;
        m_result.why[node.number] = state.why;
        return Standing::Down;
    }

    Standing standingOfBalancer(const Node& node) {
        const std::size_t place = m_wiring.placeOf(node);
        if (isIdlePlace(place)) return Standing::Waiting;
        if (m_reached[node.number]) return Standing::Serving;
        if (m_topology.has("load_balancer.vip") || node.isStandby()) return Standing::Waiting;
        return cutOff(node);
    }

    Standing standingOfServer(const Node& node) {
        const std::size_t place = m_wiring.placeOf(node);
        const bool nobodyLooks = isIdlePlace(place) && m_result.losses.dns;   // whatever is ready there
        if (isEntered(node) && !m_reached[node.number] && !nobodyLooks) return cutOff(node);
        if (isIdlePlace(place)) return Standing::Waiting;
        if (servesRequests(node) && m_result.data && !m_result.placeServes[place]) {
            m_result.why[node.number] = MESSAGE("simulation", "requests no longer come to its region");
            return Standing::CutOff;
        }
        return node.isStandby() && activeWorks(node) ? Standing::Waiting : Standing::Serving;
    }

    Standing cutOff(const Node& node) {
        m_result.why[node.number] = MESSAGE("simulation", "no request reaches it");
        return Standing::CutOff;
    }

    [[nodiscard]] static bool isEntered(const Node& node) {
        return node.isIn(Tier::Traffic) || node.is("control-plane");
    }
    [[nodiscard]] bool isIdlePlace(std::size_t place) const {
        return isStandbyPlace(place) && !m_result.placeServes[place];
    }
    [[nodiscard]] bool activeWorks(const Node& node) const {
        return std::ranges::any_of(nodes(), [&](const Node& other) {
            return other.is(*node.role) && !other.isStandby() && *other.region == *node.region &&
                   m_answers[other.number] && (!isEntered(other) || m_reached[other.number]);
        });
    }

    const Wiring& m_wiring;
    const Topology& m_topology;
    std::vector<bool> m_answers, m_reached;
    Survival m_result;
};

}

Survival survivalOf(const Wiring& wiring, std::span<const Failure> failures) {
    return SurvivalFinder(wiring, failures).run();
}

bool virtualAddressMoves(const Topology& topology) {
    const auto& vip = deploymentToml().vip;
    if (!*topology.value(vip.checkProcess)) return false;
    const auto weight = topology.written(vip.checkWeight);
    return !weight || *topology.value(vip.priority) + **weight < *topology.value(vip.standbyPriority);
}

}
