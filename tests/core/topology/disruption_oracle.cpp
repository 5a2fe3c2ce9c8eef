#include "tests/core/topology/disruption_oracle.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>
#include <utility>

namespace arabesque::tests {

namespace {

using Zones = std::vector<std::int64_t>;   // pods in each zone

std::int64_t total(const Zones& zones) {
    return std::accumulate(zones.begin(), zones.end(), std::int64_t{0});
}

/// The least or most whole number of pods that a share stands for, by counting up.
std::int64_t resolved(const std::string& text, std::int64_t replicas, bool up) {
    if (!text.ends_with('%')) return std::stoll(text);
    const std::int64_t percent = std::stoll(text.substr(0, text.size() - 1));
    std::int64_t count = 0;
    while (up ? count * 100 < percent * replicas : (count + 1) * 100 <= percent * replicas) ++count;
    return count;
}

bool spread(const PodGroup& pods) {
    return pods.mandatorySpread && pods.zones > 0;
}

/// Whether the scheduler puts one more pod into a zone.
bool mayPlace(const PodGroup& pods, const Zones& counted, std::size_t zone) {
    if (!spread(pods)) return true;
    const bool tooFew = pods.minDomains > pods.zones;
    const std::int64_t least = tooFew ? 0 : *std::ranges::min_element(counted);
    return counted[zone] + 1 - least <= pods.maxSkew;
}

/// Every way pods may lie in the zones: as the scheduler leaves them, or evenly where nothing is asked for.
std::set<Zones> placements(const PodGroup& pods) {
    std::set<Zones> found, seen;
    const auto count = static_cast<std::size_t>(std::max<std::int64_t>(1, pods.zones));
    std::function<void(const Zones&)> go = [&](const Zones& zones) {
        if (!seen.insert(zones).second) return;
        bool placed = false;
        for (std::size_t i = 0; i < count && total(zones) < pods.replicas; ++i) {
            const std::int64_t least = *std::ranges::min_element(zones);
            const bool even = zones[i] == least;
            if (spread(pods) ? !mayPlace(pods, zones, i) : !even) continue;
            Zones next = zones;
            ++next[i];
            placed = true;
            go(next);
        }
        if (!placed) found.insert(zones);
    };
    go(Zones(count, 0));
    return found;
}

}

DrainAnswer drainByTrying(const PodGroup& pods) {
    std::int64_t desired = 0;
    if (pods.minAvailable) desired = resolved(*pods.minAvailable, pods.replicas, true);
    if (pods.maxUnavailable)
        desired =
            std::max<std::int64_t>(0, pods.replicas - resolved(*pods.maxUnavailable, pods.replicas, true));
    DrainAnswer answer{.possible = true, .leastReady = pods.replicas};
    for (const Zones& zones : placements(pods)) {
        const std::int64_t all = total(zones);
        const std::int64_t onMachine = spread(pods) ? *std::ranges::max_element(zones) : all;
        std::set<std::pair<std::int64_t, std::int64_t>> seen;
        bool empty = false;
        std::function<void(std::int64_t, std::int64_t)> go = [&](std::int64_t here, std::int64_t starting) {
            if (!seen.emplace(here, starting).second) return;
            answer.leastReady = std::min(answer.leastReady, all - starting);
            empty = empty || here == 0;
            if (here > 0 && all - starting - 1 >= desired) go(here - 1, starting + 1);
            if (starting > 0) go(here, starting - 1);
        };
        go(onMachine, 0);
        answer.possible = answer.possible && empty;
    }
    return answer;
}

RolloutAnswer rolloutByTrying(const PodGroup& pods) {
    const std::int64_t wanted = pods.replicas;
    const std::set<Zones> starts = placements(pods);
    if (std::ranges::any_of(starts, [&](const Zones& zones) { return total(zones) < wanted; }))
        return {.leastReady = total(*starts.begin())};
    if (pods.recreate) return {.finishes = true};
    const auto nothing = [](const std::string& text) {
        return text.find_first_not_of("0%") == std::string::npos;
    };
    if (nothing(pods.surge) && nothing(pods.unavailable)) return {.refused = true, .leastReady = wanted};
    const std::int64_t surge = resolved(pods.surge, wanted, true);
    std::int64_t missing = resolved(pods.unavailable, wanted, false);
    if (surge == 0 && missing == 0) missing = 1;
    RolloutAnswer answer{.finishes = true, .leastReady = wanted};
    std::set<std::pair<Zones, Zones>> seen;
    std::function<void(const Zones&, const Zones&)> go = [&](const Zones& old, const Zones& fresh) {
        if (!seen.emplace(old, fresh).second) return;
        const std::int64_t ready = total(old) + total(fresh);
        answer.leastReady = std::min(answer.leastReady, ready);
        if (total(old) == 0 && total(fresh) == wanted) return;
        bool moved = false;
        Zones counted = fresh;
        if (!pods.spreadPerRevision) std::ranges::transform(old, fresh, counted.begin(), std::plus());
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            if (total(fresh) < wanted && ready < wanted + surge && mayPlace(pods, counted, i)) {
                Zones next = fresh;
                ++next[i];
                moved = true;
                go(old, next);
            }
            if (old[i] > 0 && ready - 1 >= wanted - missing) {
                Zones next = old;
                --next[i];
                moved = true;
                go(next, fresh);
            }
        }
        if (!moved) answer.finishes = false;
    };
    for (const Zones& start : starts) go(start, Zones(start.size(), 0));
    return answer;
}

ZoneLossAnswer zoneLossByTrying(const PodGroup& pods) {
    ZoneLossAnswer worst{pods.replicas, pods.replicas};
    for (const Zones& zones : placements(pods)) {
        for (std::size_t lost = 0; lost < zones.size(); ++lost) {
            if (pods.zones == 0) {
                worst.left = worst.replaced = std::min(worst.left, total(zones));
                continue;
            }
            Zones left = zones;
            left[lost] = 0;
            worst.left = std::min(worst.left, total(left));
            for (bool placed = true; placed && total(left) < pods.replicas;) {
                placed = false;
                for (std::size_t i = 0; i < left.size() && !placed; ++i) {
                    if (i == lost || !mayPlace(pods, left, i)) continue;
                    ++left[i];
                    placed = true;
                }
            }
            worst.replaced = std::min(worst.replaced, total(left));
        }
    }
    return worst;
}

}
