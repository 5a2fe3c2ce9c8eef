#include "core/topology/consequences.h"

#include <algorithm>

namespace arabesque {

namespace {

using Tier = NodeRole::Tier;
using Kind = Failure::Kind;

class NoteFinder {
public:
    explicit NoteFinder(const Aftermath& aftermath)
        : m_aftermath(aftermath), m_topology(aftermath.topology()) {}

    std::vector<Message> notes() {
        controlNotes();
        taskNotes();
        linkNotes();
        copyNotes();
        return std::move(m_found);
    }

    std::vector<Message> assumptions() {
        for (const Failure& each : m_aftermath.failures) explain(each);
        managedThings();
        spread();
        lonelyDatabases();
        engines();
        if (!m_aftermath.failures.empty())
            add(MESSAGE("simulation",
                        "All failures happen at the same time, to a deployment that is whole; times "
                        "are estimates of what is declared."));
        return std::move(m_found);
    }

private:
    void add(Message message) {
        if (!std::ranges::contains(m_found, message.english(), &Message::english))
            m_found.push_back(std::move(message));
    }

    [[nodiscard]] bool has(std::string_view role) const { return !m_topology.nodesOf(role).empty(); }
    [[nodiscard]] static bool serves(const Survival& survival, const std::vector<std::size_t>& nodes) {
        return std::ranges::any_of(nodes, [&](std::size_t n) { return survival.serves(n); });
    }
    /// Whether a role served before and does no more.
    [[nodiscard]] bool isGone(std::string_view role) const {
        const auto nodes = m_topology.nodesOf(role);
        return serves(m_aftermath.before, nodes) && !serves(m_aftermath.after, nodes);
    }

    void controlNotes() {
        const bool gateways = serves(m_aftermath.after, m_topology.nodesOf("gateway"));
        const bool control = isGone("control-plane") || isGone("all-in-one");
        if (gateways && control) {
            add(MESSAGE("simulation",
                        "Gateways go on with what they hold; a gateway that is started again meanwhile "
                        "cannot load its APIs and does not come up."));
            add(MESSAGE("simulation",
                        "Nobody can publish or administer, and changes do not reach gateways, until a "
                        "control plane is back."));
        }
        if (gateways && isGone("traffic-manager"))
            add(MESSAGE("simulation",
                        "Calls keep flowing, and limits are not counted across gateways until a traffic "
                        "manager is back."));
        if (gateways && isGone("key-manager"))
            add(MESSAGE("simulation",
                        "Gateways check signed tokens by themselves; no token is issued, and opaque ones "
                        "are not accepted, until a key manager is back."));
        if (isGone("integration-control-plane"))
            add(MESSAGE("simulation",
                        "Integrations go on; nobody sees them until the control plane is back."));
    }

    void taskNotes() {
        const auto servers = m_topology.written(deploymentToml().microIntegrator.taskServers);
        if (!servers || !*m_topology.value(deploymentToml().microIntegrator.coordination)) return;
        const auto nodes = m_topology.nodesOf("micro-integrator");
        const auto count = [&](const Survival& survival) {
            return std::ranges::count_if(nodes, [&](std::size_t n) { return survival.serves(n); });
        };
        if (count(m_aftermath.before) >= **servers && count(m_aftermath.after) < **servers)
            add({MESSAGE("simulation",
                         "All tasks pause: micro_integrator.task_servers wants %1 nodes, and %2 are left."),
                 std::to_string(**servers), std::to_string(count(m_aftermath.after))});
    }

    void linkNotes() {
        for (const Connection& connection : m_aftermath.wiring.connections) {
            if (!m_aftermath.after.losses.isCut(connection.from, connection.to)) continue;
            if (connection.kind == Connection::Kind::Election)
                add(MESSAGE("simulation",
                            "Both balancers take the virtual address, since neither hears the other."));
            if (connection.kind == Connection::Kind::Replication)
                add({MESSAGE("simulation",
                             "The copy '%1' falls behind; data written meanwhile is lost with its primary."),
                     *m_aftermath.node(connection.to.number).name});
            if (connection.kind == Connection::Kind::Control)
                add({MESSAGE("simulation", "'%1' hears nothing from '%2', and goes on with what it knows."),
                     *m_aftermath.node(connection.from.number).name,
                     *m_aftermath.node(connection.to.number).name});
        }
    }

    void copyNotes() {
        for (const auto& [database, standby] : m_aftermath.promotions()) {
            const Node& node = m_aftermath.node(standby);
            if (*database->promotion == "manual")
                add({MESSAGE("simulation",
                             "People have to make '%1' the primary of '%2'; until then nothing is served "
                             "that needs it."),
                     *node.name, *database->name});
            const auto copies = m_aftermath.wiring.copiesOf(*database);
            if (std::ranges::count_if(copies,
                                      [&](std::size_t n) { return m_aftermath.after.copies(n) > 0; }) == 1)
                add({MESSAGE("simulation", "'%1' is then the only copy of '%2'."), *node.name,
                     *database->name});
        }
    }

    void explain(const Failure& failure) {
        if (failure.kind == Kind::Node)
            add({MESSAGE("simulation",
                         "node:%1 means that its programs end: connections are refused at once. A machine "
                         "that is gone is host:%2."),
                 failure.name, *m_topology.node(failure.name)->host});
        if (failure.kind == Kind::Host || failure.kind == Kind::Zone || failure.kind == Kind::Region)
            add({MESSAGE("simulation",
                         "%1 means that machines are gone: packets to them are dropped, not refused."),
                 toText(failure)});
        if (failure.kind != Kind::Database) return;
        const Database& database = *m_topology.database(failure.name);
        if (!*database.managed)
            add({MESSAGE("simulation", "database:%1 means the copy that takes writes, not its standbys."),
                 failure.name});
    }

    void managedThings() {
        if (*m_topology.value(deploymentToml().loadBalancer.managed))
            add(MESSAGE("simulation",
                        "The managed balancer is kept available by the cloud, over all zones of its "
                        "region."));
        for (const Database& database : m_topology.databases)
            if (*database.managed)
                add({MESSAGE("simulation",
                             "The managed database '%1' is kept available by the cloud, whatever zone or "
                             "region is lost."),
                     *database.name});
    }

    void spread() {
        for (const Node& node : m_topology.nodes) {
            if (!node.zone->empty() || m_aftermath.wiring.zonesAround(node) == 0) continue;
            if (*node.replicas == 1)
                add({MESSAGE("simulation",
                             "'%1' has no zone and one copy, so it counts as lost with any zone of its "
                             "region."),
                     *node.name});
            else if (m_topology.value(deploymentToml().kubernetes.spreadKey)->find("zone") ==
                     std::string::npos)
                add({MESSAGE("simulation",
                             "The copies of '%1' are taken as spread evenly over zones; nothing makes sure "
                             "of it: set kubernetes.spread.over."),
                     *node.name});
            else
                add({MESSAGE("simulation",
                             "The copies of '%1' are spread evenly over the zones of its region."),
                     *node.name});
        }
    }

    void lonelyDatabases() {
        for (const Database& database : m_topology.databases)
            if (!*database.managed && m_aftermath.wiring.copiesOf(database).empty())
                add({MESSAGE("simulation", "No node holds database '%1', so it is taken as always there."),
                     *database.name});
        for (const std::size_t node : m_topology.nodesOf("database"))
            if (m_topology.database(*m_aftermath.node(node).database) == nullptr)
                add({MESSAGE("simulation",
                             "'%1' holds no [[database]] that is declared, so nothing is taken to need it."),
                     *m_aftermath.node(node).name});
    }

    void engines() {
        if (m_topology.has("load_balancer.health_check") &&
            *m_topology.value(deploymentToml().loadBalancer.engine) == "nginx" &&
            !*m_topology.value(deploymentToml().loadBalancer.managed))
            add(MESSAGE("simulation",
                        "Open-source NGINX has no active checks, so [load_balancer.health_check] does "
                        "nothing."));
        if (!m_aftermath.failures.empty() && !m_topology.written(deploymentToml().objectives.peak))
            add(MESSAGE("simulation", "The number of requests is not known: set objectives.peak."));
        for (const Node& node : m_topology.nodes)
            if (node.isIn(Tier::Traffic) && !node.capacity)
                add({MESSAGE("simulation",
                             "What '%1' carries is not known: set node.capacity as a load test measured it."),
                     *node.name});
    }

    const Aftermath& m_aftermath;
    const Topology& m_topology;
    std::vector<Message> m_found;
};

}

std::vector<Message> notesOn(const Aftermath& aftermath) {
    return NoteFinder(aftermath).notes();
}

std::vector<Message> assumptionsOf(const Aftermath& aftermath) {
    return NoteFinder(aftermath).assumptions();
}

}
