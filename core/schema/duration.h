#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace arabesque {

/// A span of time, in seconds.
struct Duration {
    double seconds = 0;
};

/// "1h30m", "30s", "500ms", or a plain number of seconds. Nothing for text that is none.
[[nodiscard]] std::optional<Duration> readDuration(std::string_view text);

/// The shortest text that reads as the same span, down to milliseconds: "1m30s".
[[nodiscard]] std::string toText(Duration duration);

}
