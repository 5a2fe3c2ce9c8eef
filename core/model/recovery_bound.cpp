#include "core/model/recovery_bound.h"

#include "core/model/upstreams.h"

#include <algorithm>
#include <optional>

namespace arabesque {

namespace {

/// keepalived waits for three advertisements and a skew that falls with the priority (keepalived.conf(5)).
constexpr double missedAdvertisements = 3, priorities = 256;

class RecoveryBoundFinder {
public:
    explicit RecoveryBoundFinder(const Topology& topology) : m_topology(topology) {}

    std::vector<RecoveryBound> run() {
        const bool managed = *m_topology.value(m_schema.loadBalancer.managed);
        if (!managed) server();
        if (!managed && m_topology.has("load_balancer.vip")) balancer();
        for (const Database& each : m_topology.databases) database(each);
        if (m_topology.has("dns") && m_topology.regions.size() > 1) region();
        return std::move(m_found);
    }

private:
    void add(RecoveryBound::Loss loss, std::vector<Duration> steps, bool awaitsDecision = false) {
        std::erase_if(steps, [](Duration step) { return step.seconds <= 0; });
        if (!steps.empty()) m_found.push_back({loss, std::move(steps), awaitsDecision});
    }

    /// Time until active checks see it, and until the only other server has started.
    void server() {
        Duration notice;
        if (m_topology.has("load_balancer.health_check")) {
            const auto& keys = m_schema.healthCheck;
            const bool plus = *m_topology.value(m_schema.loadBalancer.engine) != "haproxy";
            const auto interval = m_topology.written(keys.interval);
            const auto fails = m_topology.written(keys.fails);
            const double every = interval ? (*interval)->seconds : plus ? 5 : 2;
            const auto times = static_cast<double>(fails ? **fails : plus ? 1 : 3);
            notice.seconds = every * times + m_topology.value(keys.timeout)->seconds;
        }
        Duration start;
        for (const Upstream& each : upstreamsOf(m_topology))
            if (copiesOf(m_topology, each.active) == 1 && !each.standby.empty())
                start.seconds = std::max(start.seconds, soonest(each.standby));
        add(RecoveryBound::Loss::Server, {notice, start});
    }

    [[nodiscard]] double soonest(const std::vector<std::size_t>& standbys) const {
        double least = m_topology.nodes[standbys.front()].startTime->seconds;
        for (const std::size_t number : standbys)
            least = std::min(least, m_topology.nodes[number].startTime->seconds);
        return least;
    }

    void balancer() {
        const double interval = m_topology.value(m_schema.vip.advertInterval)->seconds;
        const auto priority = static_cast<double>(*m_topology.value(m_schema.vip.standbyPriority));
        add(RecoveryBound::Loss::Balancer,
            {{interval * missedAdvertisements + interval * (priorities - priority) / priorities}});
    }

    [[nodiscard]] static bool isPromoted(const Database& database) {
        return *database.replication != "none" && !*database.manyWriters;
    }

    void database(const Database& database) {
        if (*database.managed || !isPromoted(database)) return;
        const bool manual = *database.promotion == "manual";
        add(RecoveryBound::Loss::Database,
            {manual ? decision().value_or(Duration{}) : Duration{}, *database.promotionTime},
            manual && !decision());
    }

    void region() {
        const auto& keys = m_schema.dns;
        const Duration notice{m_topology.value(keys.checkInterval)->seconds *
                              static_cast<double>(*m_topology.value(keys.checkFails))};
        Duration promote, start, decide;
        bool manual = false;
        const bool standby = std::ranges::any_of(
            m_topology.regions, [](const Region& region) { return *region.role == "standby"; });
        if (standby) {
            for (const Database& each : m_topology.databases)
                if (isPromoted(each)) {
                    promote.seconds = std::max(promote.seconds, each.promotionTime->seconds);
                    manual = manual || *each.promotion == "manual";
                }
            for (const Node& node : m_topology.nodes)
                if (const Region* region = m_topology.region(*node.region);
                    region != nullptr && *region->role == "standby")
                    start.seconds = std::max(start.seconds, node.startTime->seconds);
            decide = decision().value_or(Duration{});
        }
        add(RecoveryBound::Loss::Region, {notice, decide, promote, start, *m_topology.value(keys.ttl)},
            manual && !decision());
    }

    [[nodiscard]] std::optional<Duration> decision() const {
        const auto written = m_topology.written(m_schema.objectives.decisionTime);
        return written ? std::optional(**written) : std::nullopt;
    }

    const Topology& m_topology;
    const DeploymentToml& m_schema = deploymentToml();
    std::vector<RecoveryBound> m_found;
};

}

Duration RecoveryBound::total() const {
    Duration sum;
    for (const Duration& step : steps) sum.seconds += step.seconds;
    return sum;
}

std::vector<RecoveryBound> recoveryBoundsOf(const Topology& topology) {
    return RecoveryBoundFinder(topology).run();
}

}
