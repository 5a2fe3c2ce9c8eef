#include "core/topology/disruption.h"

#include "core/topology/aftermath.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace arabesque {

namespace {

constexpr std::int64_t whole = 100;   // percent

enum class Rounding { Up, Down };

/// "2", or a share of the replicas such as "50%".
std::int64_t countOf(const std::string& text, std::int64_t replicas, Rounding rounding) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    if (!text.ends_with('%')) return number;
    return (number * replicas + (rounding == Rounding::Up ? whole - 1 : 0)) / whole;
}

/// Pods that have to stay; nothing without a budget.
std::optional<std::int64_t> desired(const PodGroup& pods) {
    if (pods.minAvailable) return countOf(*pods.minAvailable, pods.replicas, Rounding::Up);
    if (!pods.maxUnavailable) return {};
    return std::max<std::int64_t>(0,
                                  pods.replicas - countOf(*pods.maxUnavailable, pods.replicas, Rounding::Up));
}

bool isSpread(const PodGroup& pods) {
    return pods.mandatorySpread && pods.zones > 0;
}

/// With fewer zones than asked for, none may hold more than the largest difference.
bool lacksZones(const PodGroup& pods) {
    return isSpread(pods) && pods.minDomains > pods.zones;
}

/// Copies that get a place at all.
std::int64_t placed(const PodGroup& pods) {
    return lacksZones(pods) ? std::min(pods.replicas, pods.zones * pods.maxSkew) : pods.replicas;
}

/// Most copies that one zone may hold.
std::int64_t largestShare(const PodGroup& pods) {
    const std::int64_t replicas = placed(pods);
    if (pods.zones == 0) return replicas;
    if (!isSpread(pods)) return (replicas + pods.zones - 1) / pods.zones;   // taken as even
    if (lacksZones(pods)) return std::min(replicas, pods.maxSkew);
    // c in one zone, c - maxSkew at least in every other
    return std::min(replicas, (replicas + (pods.zones - 1) * pods.maxSkew) / pods.zones);
}

}

DrainAnswer canDrain(const PodGroup& pods) {
    const std::int64_t stay = desired(pods).value_or(0);
    const std::int64_t ready = placed(pods);
    const std::int64_t allowed = std::max<std::int64_t>(0, ready - stay);
    // A machine stands in one zone; nothing else limits what it holds.
    const std::int64_t onMachine = isSpread(pods) ? largestShare(pods) : ready;
    return {.possible = allowed > 0, .leastReady = ready - std::min(allowed, onMachine)};
}

RolloutAnswer canRollOut(const PodGroup& pods) {
    if (placed(pods) < pods.replicas) return {.leastReady = placed(pods)};
    if (pods.recreate) return {.finishes = true};
    const auto isZero = [](const std::string& text) { return countOf(text, whole, Rounding::Up) == 0; };
    if (isZero(pods.surge) && isZero(pods.unavailable)) return {.refused = true, .leastReady = pods.replicas};
    const std::int64_t surge = countOf(pods.surge, pods.replicas, Rounding::Up);
    std::int64_t missing = countOf(pods.unavailable, pods.replicas, Rounding::Down);
    if (surge == 0 && missing == 0) missing = 1;
    // Old pods that may not go fill every place a new one could take.
    const bool full = lacksZones(pods) && !pods.spreadPerRevision && missing == 0 &&
                      pods.replicas >= pods.zones * pods.maxSkew;
    return {.finishes = !full, .leastReady = std::max<std::int64_t>(0, pods.replicas - missing)};
}

ZoneLossAnswer canLoseZone(const PodGroup& pods) {
    const std::int64_t replicas = placed(pods);
    if (pods.zones == 0) return {replicas, replicas};
    const std::int64_t left = replicas - largestShare(pods);
    if (pods.zones == 1) return {left, left};
    if (!isSpread(pods)) return {left, pods.replicas};
    const std::int64_t room = (pods.zones - 1) * pods.maxSkew;
    return {left, std::min(pods.replicas, std::max(lacksZones(pods) ? 0 : left, room))};
}

const char* nameOf(Disruption::Question question) {
    switch (question) {
    case Disruption::Question::Drain: return "drain";
    case Disruption::Question::Rollout: return "rollout";
    case Disruption::Question::ZoneLoss: return "zone-loss";
    }
    std::unreachable();
}

namespace {

using Question = Disruption::Question;
using Tier = NodeRole::Tier;

class DisruptionFinder {
public:
    explicit DisruptionFinder(const Topology& topology) : m_topology(topology), m_wiring(topology) {}

    std::vector<Disruption> run() {
        for (const Node& node : m_topology.nodes) {
            if (!node.isIn(Tier::Traffic) && !node.is("control-plane")) continue;
            if (isOnKubernetes(m_topology, node))
                addPods(node);
            else
                addServer(node);
        }
        for (const Failure& each : failuresOf(m_topology))
            if (each.kind == Failure::Kind::Zone) addZone(each);
        return std::move(m_found);
    }

private:
    void add(Question question, const std::string& subject, bool possible, Message answer) {
        m_found.push_back({question, subject, possible, std::move(answer)});
    }

    [[nodiscard]] PodGroup podsOf(const Node& node) const {
        const auto& keys = deploymentToml().kubernetes;
        PodGroup pods{.replicas = *node.replicas,
                      .zones = node.zone->empty() ? m_wiring.zonesAround(node) : 1,
                      .recreate = *m_topology.value(keys.strategy) == "Recreate",
                      .surge = *m_topology.value(keys.surge),
                      .unavailable = *m_topology.value(keys.unavailable),
                      .maxSkew = *m_topology.value(keys.maxSkew),
                      .spreadPerRevision = *m_topology.value(keys.spreadPerRevision)};
        if (const auto written = m_topology.written(keys.minAvailable)) pods.minAvailable = **written;
        if (const auto written = m_topology.written(keys.maxUnavailable)) pods.maxUnavailable = **written;
        if (const auto written = m_topology.written(keys.minDomains)) pods.minDomains = **written;
        pods.mandatorySpread = *m_topology.value(keys.whenUnsatisfiable) == "DoNotSchedule" &&
                               m_topology.value(keys.spreadKey)->ends_with("/zone");
        return pods;
    }

    void addPods(const Node& node) {
        const PodGroup pods = podsOf(node);
        addDrain(node, pods);
        addRollout(node, pods);
        if (pods.zones > 0) addZoneLoss(node, pods);
    }

    void addDrain(const Node& node, const PodGroup& pods) {
        const DrainAnswer drain = canDrain(pods);
        const std::string least = std::to_string(drain.leastReady);
        if (!drain.possible)
            add(Question::Drain, *node.name, false,
                {MESSAGE("simulation",
                         "Draining a machine blocks: the disruption budget lets none of %1 copies go."),
                 std::to_string(pods.replicas)});
        else if (drain.leastReady > 0)
            add(Question::Drain, *node.name, true,
                {MESSAGE("simulation", "A machine can be drained: at least %1 of %2 copies serve meanwhile."),
                 least, std::to_string(pods.replicas)});
        else if (pods.minAvailable || pods.maxUnavailable)
            add(Question::Drain, *node.name, false,
                {MESSAGE("simulation",
                         "A machine can be drained, and nothing serves until another copy has started: "
                         "the budget allows all of them to go.")});
        else
            add(Question::Drain, *node.name, false,
                {MESSAGE("simulation", "A machine can be drained, and nothing may serve meanwhile: without a "
                                       "disruption budget all copies on it go at once.")});
    }

    void addRollout(const Node& node, const PodGroup& pods) {
        const RolloutAnswer rollout = canRollOut(pods);
        if (rollout.refused)
            add(Question::Rollout, *node.name, false,
                {MESSAGE("simulation",
                         "A rollout is refused: no pod may be added and none may be missing.")});
        else if (!rollout.finishes)
            add(Question::Rollout, *node.name, false,
                {MESSAGE("simulation",
                         "A rollout does not finish: pods stay pending, since %1 zones are asked for and "
                         "there are %2."),
                 std::to_string(pods.minDomains), std::to_string(pods.zones)});
        else if (rollout.leastReady > 0)
            add(Question::Rollout, *node.name, true,
                {MESSAGE("simulation", "A rollout finishes: at least %1 of %2 copies serve meanwhile."),
                 std::to_string(rollout.leastReady), std::to_string(pods.replicas)});
        else
            add(Question::Rollout, *node.name, false,
                {MESSAGE("simulation",
                         "A rollout finishes, and nothing serves until the new version has started.")});
    }

    void addZoneLoss(const Node& node, const PodGroup& pods) {
        const ZoneLossAnswer loss = canLoseZone(pods);
        const std::string replicas = std::to_string(pods.replicas);
        if (loss.left == 0)
            add(Question::ZoneLoss, *node.name, false,
                {MESSAGE("simulation", "A zone cannot be lost: no copy may be left of %1."), replicas});
        else if (loss.replaced < pods.replicas)
            add(Question::ZoneLoss, *node.name, true,
                {MESSAGE("simulation",
                         "A zone can be lost: %1 of %2 copies are left, and no more than %3 can run until "
                         "it is back, since pods may not be placed unevenly."),
                 std::to_string(loss.left), replicas, std::to_string(loss.replaced)});
        else
            add(Question::ZoneLoss, *node.name, true,
                {MESSAGE("simulation",
                         "A zone can be lost: %1 of %2 copies are left at once, and the others start "
                         "elsewhere."),
                 std::to_string(loss.left), replicas});
    }

    [[nodiscard]] bool serves(const Node& node, const Failure& failure) const {
        const Survival left = survivalOf(m_wiring, std::span(&failure, 1));
        return node.isIn(Tier::Traffic) ? left.data : left.control.value_or(true);
    }

    void addServer(const Node& node) {
        if (node.isStandby()) return;   // nobody misses it
        const bool others = serves(node, {Failure::Kind::Node, *node.name});
        add(Question::Drain, *node.name, others,
            others ? Message(MESSAGE("simulation", "It can be taken out: others serve meanwhile."))
                   : Message(MESSAGE("simulation",
                                     "It cannot be taken out without an outage: nobody else serves.")));
        add(Question::Rollout, *node.name, others,
            others ? Message(MESSAGE("simulation", "A new version can be put on it while others serve."))
                   : Message(MESSAGE("simulation", "A new version takes an outage: nobody else serves.")));
    }

    void addZone(const Failure& zone) {
        const Survival left = survivalOf(m_wiring, std::span(&zone, 1));
        add(Question::ZoneLoss, zone.name, left.data,
            left.data
                ? Message(MESSAGE("simulation", "Zone %1 can be lost: clients are still served."), zone.name)
                : Message(MESSAGE("simulation", "Zone %1 cannot be lost: clients are no longer served."),
                          zone.name));
    }

    const Topology& m_topology;
    Wiring m_wiring;
    std::vector<Disruption> m_found;
};

}

std::vector<Disruption> disruptionsOf(const Topology& topology) {
    return DisruptionFinder(topology).run();
}

}
