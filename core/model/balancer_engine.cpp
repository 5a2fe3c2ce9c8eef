#include "core/model/balancer_engine.h"

#include <array>
#include <charconv>

namespace arabesque {

namespace {

/// "1.27.3" as three numbers; what is missing or no number is 0.
std::array<int, 3> numbersOf(std::string_view release) {
    std::array<int, 3> numbers{};
    for (int& number : numbers) {
        const auto [end, error] = std::from_chars(release.data(), release.data() + release.size(), number);
        if (error != std::errc()) break;
        release.remove_prefix(static_cast<std::size_t>(end - release.data()));
        if (release.starts_with('.')) release.remove_prefix(1);
    }
    return numbers;
}

}

bool BalancerEngine::hasRelease(std::string_view least) const {
    return isPlus() || (isNginx() && numbersOf(release) >= numbersOf(least));
}

bool BalancerEngine::knowsCookies() const {
    return !isNginx() || hasRelease(firstWithSticky);
}

bool BalancerEngine::knowsResolve() const {
    return !isNginx() || hasRelease(firstWithResolve);
}

bool BalancerEngine::knowsLeastTime() const {
    return isNginx() && hasRelease(firstWithLeastTime);
}

BalancerEngine balancerEngineOf(const Topology& topology) {
    return {*topology.value(deploymentToml().loadBalancer.engine),
            *topology.value(deploymentToml().nginxVersion)};
}

}
