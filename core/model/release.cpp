#include "core/model/release.h"

#include <array>
#include <charconv>
#include <ranges>

namespace arabesque {

namespace {

constexpr std::string_view builder21 = "ghcr.io/graalvm/native-image-community:21-ol9";

constexpr std::array<Release, 3> releases{{
    {"3.0.0", "ballerina/jvm-runtime:2.0", "ghcr.io/graalvm/native-image-community:17-ol8",
     "gcr.io/distroless/base"},
    {"3.2.0", "ballerina/jvm-runtime:3.0", builder21, "gcr.io/distroless/base"},
    {"3.3.5", "ballerina/jvm-runtime:3.1", builder21, "gcr.io/distroless/cc"},
}};

/// Three numbers; missing ones count as 0.
std::array<int, 3> numbersOf(std::string_view version) {
    std::array<int, 3> numbers{};
    for (int& number : numbers) {
        const auto [end, status] = std::from_chars(version.data(), version.data() + version.size(), number);
        version.remove_prefix(static_cast<std::size_t>(end - version.data()));
        if (status != std::errc{} || !version.starts_with('.')) break;
        version.remove_prefix(1);
    }
    return numbers;
}

}

const Release& releaseOf(std::string_view version) {
    const auto wanted = numbersOf(version);
    if (wanted < numbersOf(releases.front().first)) return releases.back();
    for (const Release& release : releases | std::views::reverse)
        if (numbersOf(release.first) <= wanted) return release;
    return releases.back();
}

std::optional<std::string_view> olderReleaseFor(std::string_view distribution) {
    static constexpr std::array<std::string_view, 4> byMinor{"3.0.0", "3.1.0", "3.2.0", "3.3.0"};
    const auto numbers = numbersOf(distribution);
    const int index = numbers[1] - 9;   // 2201.9 is the first that is known
    if (numbers[0] != 2201 || index < 0 || index >= static_cast<int>(byMinor.size())) return std::nullopt;
    return byMinor[static_cast<std::size_t>(index)];
}

}
