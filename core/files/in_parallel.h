#pragma once

#include <cstddef>
#include <functional>

namespace arabesque {

/// Calls `work` with each number below `count`, several at a time and in any order; returns when all are done.
/// `work` must not throw.
void inParallel(std::size_t count, const std::function<void(std::size_t)>& work);

}
