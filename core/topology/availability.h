#pragma once

#include "core/model/topology.h"
#include "core/text/message.h"

#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// Shares of time, from 0 to 1, that paths work, estimated from the planning values of [assumptions] alone: what all
/// need in series, copies in parallel, members of a quorum as k of n. As precise as the least precise of those values.
struct Availability {
    std::optional<double> data{}, control{};   ///< nothing: values are not declared, or there is no such path
    std::vector<Message> assumptions{};        ///< what it rests on, and what has to be declared to know more
};

[[nodiscard]] Availability availabilityOf(const Topology& topology);

/// At least `needed` of `count` copies, each there for a share of the time.
[[nodiscard]] double anyOf(std::int64_t count, std::int64_t needed, double share);
/// Those that serve, and those that stand by for them where a switch fails at times.
[[nodiscard]] double withStandby(double active, double standby, double failedSwitch);

/// Digits of the rest to 100%: 1 for "99.9%", 2 for "99.75%"; nothing for "100%".
[[nodiscard]] std::optional<int> digitsOf(std::string_view percentage);
/// A share whose rest to 1 has so many digits.
[[nodiscard]] double roundedTo(int digits, double share);

/// "99.89%".
[[nodiscard]] std::string percentText(double share);
/// Minutes a year without: (1 - share) × 525600.
[[nodiscard]] double minutesDown(double share);

}
