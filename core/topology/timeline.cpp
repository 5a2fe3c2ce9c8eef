#include "core/topology/timeline.h"

#include <algorithm>

namespace arabesque {

namespace {

using Tier = NodeRole::Tier;

class TimelineWriter {
public:
    TimelineWriter(const Aftermath& aftermath, std::span<const Detection> detections,
                   std::span<const Recovery> recoveries)
        : m_aftermath(aftermath),
          m_topology(aftermath.topology()),
          m_detections(detections),
          m_recoveries(recoveries) {}

    std::vector<Event> run() {
        if (m_aftermath.failures.empty()) return {};
        for (const Failure& each : m_aftermath.failures)
            add(0, {MESSAGE("simulation", "%1 fails"), toText(each)});
        if (m_aftermath.before.data && !m_aftermath.after.data)
            add(0, {MESSAGE("simulation", "no request is served any more, and nothing takes over")});
        for (const Node& node : m_topology.nodes)
            if (isLostServer(node)) firstRequest(node);
        for (const Detection& each : m_detections) noticed(each);
        for (const Recovery& each : m_recoveries) recovered(each);
        servedAgain();
        repaired();
        std::ranges::stable_sort(m_events, {},
                                 [](const Event& each) { return std::pair(each.afterRepair, each.seconds); });
        return std::move(m_events);
    }

private:
    void add(double seconds, Message what, bool atLeast = false) {
        m_events.push_back({.seconds = seconds, .atLeast = atLeast, .what = std::move(what)});
    }
    void afterRepair(double seconds, Message what) {
        m_events.push_back({.seconds = seconds, .afterRepair = true, .what = std::move(what)});
    }

    [[nodiscard]] bool isLostServer(const Node& node) const {
        return node.isIn(Tier::Traffic) && m_aftermath.isLost(node.number) &&
               !m_aftermath.isLostPlace(m_aftermath.wiring.placeOf(node));
    }

    /// Each of n servers gets every nth request.
    void firstRequest(const Node& node) {
        const auto rate = m_aftermath.rateAtBalancer(m_aftermath.wiring.placeOf(node));
        const auto peers = static_cast<double>(m_aftermath.peersOf(node.number).size());
        const double seconds = rate ? peers / *rate : 0;
        const bool dropped = m_aftermath.after.losses.packetsDropped[node.number];
        if (m_aftermath.after.copies(node.number) > 0)
            add(seconds, {MESSAGE("simulation", "a request meets a copy of '%1' that is lost"), *node.name},
                !rate);
        else if (dropped)
            add(seconds,
                {MESSAGE("simulation", "the first request sent to '%1' gets no answer and waits"),
                 *node.name},
                !rate);
        else
            add(seconds, {MESSAGE("simulation", "the first request sent to '%1' is refused"), *node.name},
                !rate);
    }

    void noticed(const Detection& detection) {
        if (!detection.seconds) return;
        const Node* node = m_topology.node(detection.subject);
        if (node == nullptr) return;   // a region's way back has its own steps
        if (node->isIn(Tier::Balancer))
            add(*detection.seconds, {MESSAGE("simulation", "the virtual address leaves '%1'"), *node->name},
                detection.atLeast);
        else
            add(*detection.seconds, {MESSAGE("simulation", "'%1' gets no more requests"), *node->name},
                detection.atLeast);
    }

    void recovered(const Recovery& recovery) {
        double at = 0;
        bool atLeast = false;
        const bool detected = std::ranges::contains(m_detections, recovery.subject, &Detection::subject);
        for (std::size_t i = 0; i < recovery.steps.size(); ++i) {
            const Recovery::Step& step = recovery.steps[i];
            at += step.seconds.value_or(0);
            atLeast = atLeast || !step.seconds;
            if (i == 0 && detected && m_topology.node(recovery.subject) != nullptr) continue;
            add(at, {MESSAGE("simulation", "'%1': %2"), recovery.subject, std::string(step.what.source.text)},
                atLeast);
        }
        if (recovery.outage)
            add(at, {MESSAGE("simulation", "'%1' has been taken over from"), recovery.subject},
                atLeast || recovery.lowerBound);
    }

    void servedAgain() {
        double last = 0;
        bool outage = false, atLeast = false;
        for (const Recovery& each : m_recoveries) {
            if (!each.outage) continue;
            outage = true;
            last = std::max(last, each.seconds());
            atLeast = atLeast || each.lowerBound;
        }
        if (outage && m_aftermath.after.data)
            add(last, {MESSAGE("simulation", "all requests are served again")}, atLeast);
    }

    void repaired() {
        for (const Node& node : m_topology.nodes) {
            if (!m_aftermath.isLost(node.number)) continue;
            if (node.isIn(Tier::Traffic)) serverRepaired(node);
            if (node.isIn(Tier::Balancer) && m_topology.has("load_balancer.vip")) balancerRepaired(node);
            if (node.is("database") && !m_aftermath.after.databases.empty())
                afterRepair(
                    0, {MESSAGE("simulation", "'%1' is back, and follows as a copy: it does not become the "
                                              "primary by itself"),
                        *node.name});
        }
    }

    void serverRepaired(const Node& node) {
        const auto& keys = deploymentToml();
        if (isOnKubernetes(m_topology, node)) {
            afterRepair(
                0, {MESSAGE("simulation", "copies of '%1' get requests once their readiness probe passes"),
                    *node.name});
        } else if (checksActively(m_topology)) {
            constexpr double nginxPlusInterval = 5, haproxyInterval = 2;
            constexpr std::int64_t nginxPlusPasses = 1, haproxyPasses = 2;
            const bool plus = *m_topology.value(keys.loadBalancer.engine) == "nginx-plus";
            const auto interval = m_topology.written(keys.healthCheck.interval);
            const auto passes = m_topology.written(keys.healthCheck.passes);
            const double each = interval ? (*interval)->seconds : plus ? nginxPlusInterval : haproxyInterval;
            const std::int64_t count = passes ? **passes : plus ? nginxPlusPasses : haproxyPasses;
            afterRepair(
                each * static_cast<double>(count),
                {MESSAGE("simulation", "'%1' has passed its checks and gets requests again"), *node.name});
        } else if (*m_topology.value(keys.loadBalancer.engine) == "nginx" &&
                   *m_topology.value(keys.loadBalancer.maxFails) > 0) {
            afterRepair(m_topology.value(keys.loadBalancer.failTimeout)->seconds,
                        {MESSAGE("simulation",
                                 "at the latest, the next request tries '%1', and it gets its share again"),
                         *node.name});
        }
    }

    void balancerRepaired(const Node& node) {
        if (*m_topology.value(deploymentToml().vip.preempt))
            afterRepair(0, {MESSAGE("simulation", "the virtual address returns to '%1'"), *node.name});
        else
            afterRepair(0, {MESSAGE("simulation", "'%1' is back, and the virtual address stays where it is"),
                            *node.name});
    }

    const Aftermath& m_aftermath;
    const Topology& m_topology;
    std::span<const Detection> m_detections;
    std::span<const Recovery> m_recoveries;
    std::vector<Event> m_events;
};

}

std::vector<Event> timelineOf(const Aftermath& aftermath, std::span<const Detection> detections,
                              std::span<const Recovery> recoveries) {
    return TimelineWriter(aftermath, detections, recoveries).run();
}

}
