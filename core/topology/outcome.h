#pragma once

#include "core/text/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace arabesque {

/// How long until a loss is noticed, and who notices it. An estimate of declared values alone.
struct Detection {
    std::string subject{};             ///< a node, or a region
    std::optional<double> seconds{};   ///< nothing: it cannot be computed, or nobody notices
    bool atLeast = false;              ///< something that is not known comes on top
    Message how{};
    std::vector<std::string> inputs{};   ///< "load_balancer.max_fails = 3"
};

/// One who serves instead of another.
struct Takeover {
    std::string from{}, to{};   ///< nodes or regions
    Message how{};
};

/// The way back to service, step by step.
struct Recovery {
    struct Step {
        Message what{};
        std::optional<double> seconds{};   ///< nothing: not declared
    };
    std::string subject{};
    std::vector<Step> steps{};
    bool lowerBound = false;   ///< steps take longer, or one is not known
    bool outage = false;       ///< nobody is served meanwhile

    [[nodiscard]] double seconds() const;   ///< of the steps that are known
};

/// Span of data that goes with a primary.
struct DataLoss {
    std::string database{};
    std::optional<double> seconds{};   ///< nothing: not known
    Message how{};
};

/// Requests per second, of what serves clients.
struct Capacity {
    std::optional<std::int64_t> before{}, left{};   ///< nothing: not declared
    std::optional<std::int64_t> peak{};
    std::int64_t copiesBefore = 0, copiesLeft = 0;

    /// Whether what is left carries the peak; nothing where it is not known.
    [[nodiscard]] std::optional<bool> isEnough() const;
};

/// Requests that notice, in number; nothing: not known.
struct AtRisk {
    std::optional<double> failing{}, slow{};
    bool atLeast = false;
    std::vector<Message> notes{};
};

struct Event {
    double seconds = 0;
    bool atLeast = false;       ///< not before
    bool afterRepair = false;   ///< seconds count from then
    Message what{};
};

/// What follows from failures.
struct Outcome {
    struct Part {
        std::string name{};
        Message why{};
    };
    std::vector<std::string> serving{}, waiting{};   ///< nodes, in order
    std::vector<Part> down{}, cutOff{};
    std::vector<std::string> regions{};   ///< that serve, where any is declared
    bool data = false;
    std::optional<bool> control{};
    std::vector<Takeover> takeovers{};
    std::vector<Detection> detections{};
    std::vector<Recovery> recoveries{};
    std::vector<DataLoss> dataLosses{};
    Capacity capacity{};
    AtRisk atRisk{};
    std::vector<Event> timeline{};        ///< in order of time
    std::vector<Message> notes{};         ///< what else follows
    std::vector<Message> assumptions{};   ///< what it rests on

    /// The recovery that leaves clients unserved for longest; null where there is no outage.
    [[nodiscard]] const Recovery* longestOutage() const;
};

/// "3.5s", as people read it.
[[nodiscard]] std::string secondsText(double seconds);

}
