#include "core/topology/recovery.h"

#include <algorithm>

namespace arabesque {

namespace {

using Tier = NodeRole::Tier;

class RecoveryFinder {
public:
    RecoveryFinder(const Aftermath& aftermath, std::span<const Detection> detections)
        : m_aftermath(aftermath), m_topology(aftermath.topology()), m_detections(detections) {}

    std::vector<Recovery> run() {
        for (const std::size_t place : m_aftermath.lostPlaces())
            if (m_aftermath.movesAway(place)) addRegion(place);
        const bool regionMoves = !m_found.empty();
        if (!regionMoves)
            for (const auto& [database, standby] : m_aftermath.promotions()) addDatabase(*database, standby);
        for (const Node& node : m_topology.nodes) {
            const std::size_t place = m_aftermath.wiring.placeOf(node);
            if (!m_aftermath.isLost(node.number) || m_aftermath.isLostPlace(place)) continue;
            if (node.isIn(Tier::Balancer)) addBalancer(node);
            if (node.isIn(Tier::Traffic)) addServer(node);
        }
        return std::move(m_found);
    }

private:
    Recovery& add(const std::string& subject) {
        Recovery& added = m_found.emplace_back();
        added.subject = subject;
        return added;
    }

    static void step(Recovery& recovery, MessageText what, std::optional<double> seconds) {
        recovery.steps.push_back({what, seconds});
        if (!seconds) recovery.lowerBound = true;
    }

    [[nodiscard]] std::optional<double> decisionTime() const {
        const auto written = m_topology.written(deploymentToml().objectives.decisionTime);
        return written ? std::optional((*written)->seconds) : std::nullopt;
    }

    /// Until the checks of a region have failed.
    [[nodiscard]] std::optional<double> dnsCheckTime() const {
        const auto& dns = deploymentToml().dns;
        if (!m_topology.has("dns")) return {};
        return m_topology.value(dns.checkInterval)->seconds *
               static_cast<double>(*m_topology.value(dns.checkFails));
    }

    /// T_detect + T_decide + T_promote + T_start + T_dns.
    void addRegion(std::size_t lost) {
        Recovery& recovery = add(m_aftermath.wiring.places[lost]);
        recovery.outage = true;
        recovery.lowerBound = true;   // resolvers and clients keep answers longer than they should
        step(recovery, MESSAGE("simulation", "checks of the region have failed"), dnsCheckTime());
        const auto promotions = m_aftermath.promotions();
        const bool manual = std::ranges::any_of(
            promotions, [](const auto& each) { return *each.first->promotion == "manual"; });
        if (manual || !m_topology.has("dns"))
            step(recovery, MESSAGE("simulation", "people have decided"), decisionTime());
        double promotion = 0;
        for (const auto& [database, standby] : promotions)
            promotion = std::max(promotion, database->promotionTime->seconds);
        if (!promotions.empty())
            step(recovery, MESSAGE("simulation", "the database's copy has become the primary"), promotion);
        if (const double start = startTime(lost); start > 0)
            step(recovery, MESSAGE("simulation", "standby servers have started"), start);
        if (m_topology.has("dns"))
            step(recovery, MESSAGE("simulation", "resolvers have forgotten the old answer"),
                 m_topology.value(deploymentToml().dns.ttl)->seconds);
    }

    /// Of the slowest server that serves elsewhere than in the place that is lost, and did not before.
    [[nodiscard]] double startTime(std::size_t lost) const {
        double longest = 0;
        for (const Node& node : m_topology.nodes)
            if (m_aftermath.isNew(node.number) && m_aftermath.wiring.placeOf(node) != lost)
                longest = std::max(longest, node.startTime->seconds);
        return longest;
    }

    /// T_detect + T_election + T_replay + the time until pools connect again.
    void addDatabase(const Database& database, std::size_t standby) {
        Recovery& recovery = add(*database.name);
        recovery.outage = m_aftermath.isInterruptedFor(standby);
        step(recovery, MESSAGE("simulation", "the loss of the primary has been noticed"), std::nullopt);
        if (*database.promotion == "manual")
            step(recovery, MESSAGE("simulation", "people have decided"), decisionTime());
        step(recovery, MESSAGE("simulation", "the database's copy has become the primary"),
             database.promotionTime->seconds);
    }

    [[nodiscard]] const Detection* detectionOf(const Node& node) const {
        const auto found = std::ranges::find(m_detections, *node.name, &Detection::subject);
        return found == m_detections.end() ? nullptr : &*found;
    }

    void detect(Recovery& recovery, const Node& node) const {
        const Detection* detection = detectionOf(node);
        step(recovery, MESSAGE("simulation", "the loss has been noticed"),
             detection == nullptr ? std::nullopt : detection->seconds);
        if (detection != nullptr && detection->atLeast) recovery.lowerBound = true;
    }

    void addBalancer(const Node& node) {
        const auto heirs = m_aftermath.heirsOf(node.number);
        if (heirs.empty()) return;
        Recovery& recovery = add(*node.name);
        recovery.outage = std::ranges::any_of(heirs, [&](std::size_t n) { return m_aftermath.isNew(n); });
        detect(recovery, node);
    }

    void addServer(const Node& node) {
        const auto heirs = m_aftermath.heirsOf(node.number);
        if (heirs.empty()) return;
        Recovery& recovery = add(*node.name);
        detect(recovery, node);
        double start = 0;
        for (const std::size_t heir : heirs)
            if (m_aftermath.isNew(heir)) start = std::max(start, m_aftermath.node(heir).startTime->seconds);
        if (start == 0) return;
        recovery.outage = true;
        step(recovery, MESSAGE("simulation", "the standby has started"), start);
    }

    const Aftermath& m_aftermath;
    const Topology& m_topology;
    std::span<const Detection> m_detections;
    std::vector<Recovery> m_found;
};

DataLoss lossOf(const Database& database, bool goesOn) {
    DataLoss loss{.database = *database.name};
    const std::string& how = *database.replication;
    if (!goesOn)
        loss.how =
            MESSAGE("simulation", "nothing takes over: what the last backup does not hold is lost, unless "
                                  "the copy comes back");
    else if (how == "synchronous" || how == "quorum") {
        loss.seconds = 0;
        loss.how = MESSAGE("simulation", "copies have everything, as long as they were not behind before");
    } else if (database.lag) {
        loss.seconds = (*database.lag)->seconds;
        loss.how = MESSAGE("simulation", "what was on its way to the copy, by the lag that was measured");
    } else {
        loss.how =
            MESSAGE("simulation", "what was on its way to the copy: measure the lag, and set database.lag");
    }
    return loss;
}

}

double Recovery::seconds() const {
    double sum = 0;
    for (const Step& each : steps) sum += each.seconds.value_or(0);
    return sum;
}

std::vector<Recovery> recoveriesOf(const Aftermath& aftermath, std::span<const Detection> detections) {
    return RecoveryFinder(aftermath, detections).run();
}

std::vector<DataLoss> dataLossesOf(const Aftermath& aftermath) {
    std::vector<DataLoss> found;
    for (const auto& [key, state] : aftermath.before.databases) {
        const Database& database = aftermath.topology().databases[key.first];
        const bool lost = std::ranges::any_of(
            state.writers, [&](std::size_t writer) { return aftermath.after.copies(writer) == 0; });
        const bool known = std::ranges::contains(found, *database.name, &DataLoss::database);
        if (!lost || known) continue;
        bool goesOn = false;
        for (const auto& [other, after] : aftermath.after.databases)
            goesOn = goesOn || (other.first == key.first && !after.writers.empty());
        found.push_back(lossOf(database, goesOn));
    }
    return found;
}

}
