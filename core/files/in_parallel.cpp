#include "core/files/in_parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace arabesque {

void inParallel(std::size_t count, std::size_t atOnce,
                const std::function<void(std::size_t, std::size_t)>& work) {
    constexpr std::size_t fewest = 4;   // of a thread, or starting it takes longer
    std::atomic<std::size_t> next = 0;
    const auto share = [&] {
        for (std::size_t begin = next.fetch_add(atOnce); begin < count; begin = next.fetch_add(atOnce))
            work(begin, std::min(begin + atOnce, count));
    };
    std::vector<std::jthread> helpers;
    const std::size_t threads =
        std::min<std::size_t>(std::thread::hardware_concurrency(), count / std::max(fewest, atOnce));
    for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(share);
    share();
}

void inParallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    inParallel(count, 1, [&](std::size_t i, std::size_t /*end*/) { work(i); });
}

}
