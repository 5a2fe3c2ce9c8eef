#pragma once

#include "core/topology/failure.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// What decides how copies on Kubernetes come through planned and unplanned changes. Numbers or percentages are as
/// written; machines with room are taken to be in every zone.
struct PodGroup {
    std::int64_t replicas = 1;
    std::int64_t zones = 0;                                        ///< 0: not declared
    std::optional<std::string> minAvailable{}, maxUnavailable{};   ///< of the disruption budget
    bool recreate = false;
    std::string surge = "25%", unavailable = "25%";   ///< of the rollout
    bool mandatorySpread = false;                     ///< over zones: DoNotSchedule
    std::int64_t maxSkew = 1;
    std::int64_t minDomains = 0;   ///< 0: not asked for
    bool spreadPerRevision = true;
};

struct DrainAnswer {
    bool possible = false;
    std::int64_t leastReady = 0;   ///< copies that serve at the worst moment
};
/// Evictions of one machine go on while the budget allows one more (Kubernetes, disruption controller: percentages are
/// rounded up).
[[nodiscard]] DrainAnswer canDrain(const PodGroup& pods);

struct RolloutAnswer {
    bool finishes = false;
    bool refused = false;   ///< Kubernetes does not take the settings
    std::int64_t leastReady = 0;
};
/// Kubernetes, Deployment controller: additional pods are rounded up, missing ones down, and one may be missing where
/// both become nothing.
[[nodiscard]] RolloutAnswer canRollOut(const PodGroup& pods);

struct ZoneLossAnswer {
    std::int64_t left = 0;       ///< copies that serve at once, at the worst
    std::int64_t replaced = 0;   ///< copies there can be while the zone stays away
};
/// Kubernetes, topology spread constraints: a zone whose machines are still listed counts as empty.
[[nodiscard]] ZoneLossAnswer canLoseZone(const PodGroup& pods);

/// One question about a deployment and its answer.
struct Disruption {
    enum class Question { Drain, Rollout, ZoneLoss };
    Question question = Question::Drain;
    std::string subject{};   ///< a node, or a zone
    bool possible = false;   ///< it can be done, or survived, while clients are served
    Message answer{};
};

[[nodiscard]] const char* nameOf(Disruption::Question question);

/// Whether each server can be drained and replaced by a new version, and each zone be lost.
[[nodiscard]] std::vector<Disruption> disruptionsOf(const Topology& topology);

}
