#include "core/topology/consequences.h"

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

using Tier = NodeRole::Tier;

bool servesClients(const Topology& topology, const Node& node) {
    return node.isIn(Tier::Traffic) && (!node.is("all-in-one") || topology.nodesOf("gateway").empty());
}

/// Requests per second of the role that carries the least, and its copies.
struct Carried {
    std::optional<std::int64_t> rate{};
    std::int64_t copies = 0;
};

Carried carriedBy(const Topology& topology, const Survival& survival) {
    std::set<std::string> roles;
    for (const Node& node : topology.nodes)
        if (servesClients(topology, node)) roles.insert(*node.role);
    std::optional<Carried> least;
    for (const std::string& role : roles) {
        Carried carried{0, 0};
        for (const std::size_t number : topology.nodesOf(role)) {
            const Node& node = topology.nodes[number];
            if (!survival.serves(number)) continue;
            carried.copies += survival.copies(number);
            if (!node.capacity) carried.rate = std::nullopt;
            if (carried.rate) *carried.rate += survival.copies(number) * **node.capacity;
        }
        if (!least || (carried.rate && least->rate && *carried.rate < *least->rate) || !carried.rate)
            least = carried;
    }
    Carried result = least.value_or(Carried{});
    if (!survival.data) result = {0, 0};   // whatever still runs carries nothing
    return result;
}

class RiskFinder {
public:
    RiskFinder(const Aftermath& aftermath, std::span<const Detection> detections,
               std::span<const Recovery> recoveries)
        : m_aftermath(aftermath),
          m_topology(aftermath.topology()),
          m_detections(detections),
          m_recoveries(recoveries) {
        if (const auto peak = m_topology.written(deploymentToml().objectives.peak))
            m_rate = static_cast<double>(**peak);
    }

    AtRisk run() {
        m_risk.failing = m_risk.slow = 0;
        if (m_aftermath.before.data && !m_aftermath.after.data) {
            m_risk.failing = m_rate ? m_risk.failing : std::nullopt;
            m_risk.notes.push_back(MESSAGE("simulation", "every request fails until something is repaired"));
            m_risk.failing = std::nullopt;
            return std::move(m_risk);
        }
        addOutages();
        for (const Node& node : m_topology.nodes)
            if (isLostServer(node) && !waitsForStandby(node)) addServer(node);
        return std::move(m_risk);
    }

private:
    [[nodiscard]] bool isLostServer(const Node& node) const {
        return node.isIn(Tier::Traffic) && m_aftermath.isLost(node.number) &&
               !m_aftermath.isLostPlace(m_aftermath.wiring.placeOf(node));
    }

    static void grow(std::optional<double>& sum, std::optional<double> by) {
        sum = sum && by ? std::optional(*sum + *by) : std::nullopt;
    }

    [[nodiscard]] std::optional<double> rateOfPlace() const {
        const auto places = std::ranges::count(m_aftermath.before.placeServes, true);
        if (!m_rate || places == 0) return {};
        return *m_rate / static_cast<double>(places);
    }

    /// Where a recovery leaves requests unanswered: the place of a node or region, or all that share a database.
    [[nodiscard]] bool concerns(const Recovery& recovery, std::size_t place) const {
        if (const Node* node = m_topology.node(recovery.subject))
            return m_aftermath.wiring.placeOf(*node) == place;
        if (m_topology.database(recovery.subject) != nullptr) return m_aftermath.before.placeServes[place];
        return m_aftermath.wiring.places[place] == recovery.subject;
    }

    /// Outages of one place go on at the same time: the longest of them counts.
    void addOutages() {
        for (std::size_t place = 0; place < m_aftermath.wiring.places.size(); ++place) {
            std::optional<double> longest;
            for (const Recovery& each : m_recoveries)
                if (each.outage && concerns(each, place))
                    longest = std::max(longest.value_or(0), each.seconds());
            const auto rate = rateOfPlace();
            if (longest) grow(m_risk.failing, rate ? std::optional(*rate * *longest) : std::nullopt);
        }
        for (const Recovery& each : m_recoveries) {
            if (!each.outage) continue;
            m_risk.atLeast = m_risk.atLeast || each.lowerBound;
            m_risk.notes.push_back(
                {MESSAGE("simulation", "until '%1' has been taken over from, requests that go "
                                       "there fail: requests per second × time to recover"),
                 each.subject});
        }
    }

    /// Whether requests to a lost server have nowhere else to go yet.
    [[nodiscard]] bool waitsForStandby(const Node& node) const {
        return std::ranges::any_of(
            m_recoveries, [&](const Recovery& each) { return each.outage && each.subject == *node.name; });
    }

    void addServer(const Node& node) {
        const bool dropped = m_aftermath.after.losses.packetsDropped[node.number];
        if (isOnKubernetes(m_topology, node) || *m_topology.value(deploymentToml().loadBalancer.managed))
            addUnretried(node);
        else
            addRetried(node, dropped);
    }

    /// Nobody sends a request elsewhere: what goes to lost copies fails until they are left out.
    void addUnretried(const Node& node) {
        const auto found = std::ranges::find(m_detections, *node.name, &Detection::subject);
        const auto rate = rateOfPlace();
        std::int64_t copies = 0;
        for (const std::size_t peer : m_aftermath.peersOf(node.number))
            copies += m_aftermath.before.copies(peer);
        const std::int64_t lost =
            m_aftermath.before.copies(node.number) - m_aftermath.after.copies(node.number);
        const bool known = found != m_detections.end() && found->seconds && rate;
        grow(m_risk.failing, known ? std::optional(*rate * *found->seconds * static_cast<double>(lost) /
                                                   static_cast<double>(copies))
                                   : std::nullopt);
        m_risk.atLeast = m_risk.atLeast || (found != m_detections.end() && found->atLeast);
        m_risk.notes.push_back(
            {MESSAGE("simulation", "'%1': requests to lost copies fail until they are left out: "
                                   "their share × requests per second × detection"),
             *node.name});
    }

    void addRetried(const Node& node, bool dropped) {
        const auto& balancer = deploymentToml().loadBalancer;
        const auto retried = m_topology.written(balancer.retryOn);
        const auto peers = m_aftermath.peersOf(node.number).size();
        if (retried && !std::ranges::contains(**retried, dropped ? "timeout" : "error")) {
            grow(m_risk.failing, std::nullopt);
            m_risk.notes.push_back(
                {MESSAGE("simulation", "'%1': requests to it fail, since load_balancer.retry_on "
                                       "does not list that"),
                 *node.name});
            return;
        }
        if (dropped) {
            const auto rate = rateOfPlace();
            const double timeout = m_topology.value(balancer.connectTimeout)->seconds;
            grow(m_risk.slow,
                 rate ? std::optional(*rate / static_cast<double>(peers) * timeout) : std::nullopt);
            m_risk.notes.push_back(
                {MESSAGE("simulation",
                         "'%1': requests sent to it wait %2 for a connection, then go elsewhere"),
                 *node.name, secondsText(timeout)});
        } else {
            m_risk.notes.push_back(
                {MESSAGE("simulation",
                         "'%1': refused requests go to another server, and clients see no error"),
                 *node.name});
        }
        if (!*m_topology.value(balancer.retryNonIdempotent))
            m_risk.notes.push_back(
                {MESSAGE("simulation",
                         "'%1': a POST or PATCH it had already been sent fails, as it is not repeated"),
                 *node.name});
    }

    const Aftermath& m_aftermath;
    const Topology& m_topology;
    std::span<const Detection> m_detections;
    std::span<const Recovery> m_recoveries;
    std::optional<double> m_rate;
    AtRisk m_risk;
};

}

std::optional<bool> Capacity::isEnough() const {
    if (!left || !peak) return {};
    return *left >= *peak;
}

Capacity capacityOf(const Aftermath& aftermath) {
    const Carried before = carriedBy(aftermath.topology(), aftermath.before);
    const Carried left = carriedBy(aftermath.topology(), aftermath.after);
    Capacity capacity{
        .before = before.rate, .left = left.rate, .copiesBefore = before.copies, .copiesLeft = left.copies};
    if (const auto peak = aftermath.topology().written(deploymentToml().objectives.peak))
        capacity.peak = **peak;
    return capacity;
}

AtRisk requestsAtRisk(const Aftermath& aftermath, std::span<const Detection> detections,
                      std::span<const Recovery> recoveries) {
    return RiskFinder(aftermath, detections, recoveries).run();
}

}
