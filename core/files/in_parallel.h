#pragma once

#include <cstddef>
#include <functional>

namespace arabesque {

/// Calls `work` with each number below `count`, several at a time and in any order; returns when all are done.
/// `work` must not throw.
void inParallel(std::size_t count, const std::function<void(std::size_t)>& work);

/// The same with runs of at most `atOnce` numbers, from the first to before the last given to `work`.
void inParallel(std::size_t count, std::size_t atOnce,
                const std::function<void(std::size_t begin, std::size_t end)>& work);

}
