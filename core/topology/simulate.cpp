#include "core/topology/simulate.h"

#include "core/topology/aftermath.h"
#include "core/topology/consequences.h"
#include "core/topology/detection.h"
#include "core/topology/recovery.h"
#include "core/topology/timeline.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace arabesque {

namespace {

void addNodes(const Aftermath& aftermath, Outcome& outcome) {
    for (const Node& node : aftermath.topology().nodes) {
        const Message& why = aftermath.after.why[node.number];
        switch (aftermath.after.standing[node.number]) {
        case Standing::Serving: outcome.serving.push_back(*node.name); break;
        case Standing::Waiting: outcome.waiting.push_back(*node.name); break;
        case Standing::CutOff: outcome.cutOff.push_back({*node.name, why}); break;
        case Standing::Down: outcome.down.push_back({*node.name, why}); break;
        }
    }
    for (const std::size_t place : aftermath.after.losses.managedBalancers)
        outcome.down.push_back({"balancer:" + managedBalancerName(aftermath.wiring.places[place]),
                                {MESSAGE("simulation", "it failed")}});
    for (const std::size_t number : aftermath.after.losses.managedDatabases)
        outcome.down.push_back({"database:" + *aftermath.topology().databases[number].name,
                                {MESSAGE("simulation", "it failed")}});
}

/// Who served in the group of a node and does no more, for one that serves now.
std::string predecessor(const Aftermath& aftermath, std::size_t heir) {
    std::string names;
    for (const Node& other : aftermath.topology().nodes)
        if (other.is(*aftermath.node(heir).role) && *other.database == *aftermath.node(heir).database &&
            (other.is("database") || *other.region == *aftermath.node(heir).region) &&
            aftermath.before.serves(other.number) && !aftermath.after.serves(other.number))
            names += (names.empty() ? "" : ", ") + *other.name;
    return names;
}

Message howTakenOver(const Aftermath& aftermath, const Node& heir) {
    if (heir.isIn(NodeRole::Tier::Balancer))
        return MESSAGE("simulation", "keepalived moves the virtual address");
    if (!heir.is("database")) return MESSAGE("simulation", "requests go to the standby");
    const Database* database = aftermath.topology().database(*heir.database);
    if (database != nullptr && *database->promotion == "manual")
        return MESSAGE("simulation", "people make it the primary");
    return MESSAGE("simulation", "it becomes the primary by itself");
}

void addTakeovers(const Aftermath& aftermath, Outcome& outcome) {
    for (const std::size_t lost : aftermath.lostPlaces())
        for (std::size_t place = 0; place < aftermath.wiring.places.size(); ++place)
            if (aftermath.after.placeServes[place])
                outcome.takeovers.push_back({aftermath.wiring.places[lost],
                                             aftermath.wiring.places[place],
                                             {MESSAGE("simulation", "requests of the region go there")}});
    for (const Node& node : aftermath.topology().nodes) {
        if (!aftermath.isNew(node.number)) continue;
        const std::string from = predecessor(aftermath, node.number);
        if (!from.empty()) outcome.takeovers.push_back({from, *node.name, howTakenOver(aftermath, node)});
    }
}

}

std::string secondsText(double seconds) {
    constexpr double minute = 60;
    if (seconds >= minute) return toText(Duration{std::round(seconds)});
    // no more digits than an estimate has
    constexpr double ten = 10;
    std::string text = seconds >= ten ? std::format("{:.0f}.", seconds)
                       : seconds >= 1 ? std::format("{:.1f}", seconds)
                                      : std::format("{:.2f}", seconds);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text + 's';
}

const Recovery* Outcome::longestOutage() const {
    const Recovery* longest = nullptr;
    for (const Recovery& each : recoveries)
        if (each.outage && (longest == nullptr || each.seconds() > longest->seconds())) longest = &each;
    return longest;
}

Outcome simulate(const Topology& topology, std::span<const Failure> failures) {
    const Wiring wiring(topology);
    const Aftermath aftermath = aftermathOf(wiring, failures);
    Outcome outcome{.data = aftermath.after.data, .control = aftermath.after.control};
    addNodes(aftermath, outcome);
    for (std::size_t place = 0; place < wiring.places.size(); ++place)
        if (aftermath.after.placeServes[place] && !wiring.places[place].empty())
            outcome.regions.push_back(wiring.places[place]);
    addTakeovers(aftermath, outcome);
    outcome.detections = detectionsOf(aftermath);
    outcome.recoveries = recoveriesOf(aftermath, outcome.detections);
    outcome.dataLosses = dataLossesOf(aftermath);
    outcome.capacity = capacityOf(aftermath);
    outcome.atRisk = requestsAtRisk(aftermath, outcome.detections, outcome.recoveries);
    outcome.timeline = timelineOf(aftermath, outcome.detections, outcome.recoveries);
    outcome.notes = notesOn(aftermath);
    outcome.assumptions = assumptionsOf(aftermath);
    return outcome;
}

}
