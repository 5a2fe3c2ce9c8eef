#include "core/model/java_order.h"

#include <algorithm>
#include <numeric>

namespace arabesque {

namespace {

/// Code point at `at`, which moves behind it; broken sequences count as U+FFFD.
std::uint32_t nextPoint(std::string_view text, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(text[at++]);
    if (byte < 0x80) return byte;
    const int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
    if (more == 0) return 0xFFFD;
    std::uint32_t point = byte & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return 0xFFFD;
        point = (point << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return point;
}

}

std::int32_t javaHash(std::string_view text) {
    std::uint32_t hash = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t point = nextPoint(text, at);
        if (point >= 0x10000) {
            hash = 31 * hash + (0xD800U + ((point - 0x10000) >> 10U));
            hash = 31 * hash + (0xDC00U + ((point - 0x10000) & 0x3FFU));
        } else {
            hash = 31 * hash + point;
        }
    }
    return static_cast<std::int32_t>(hash);
}

std::vector<std::size_t> javaOrder(const std::vector<std::int32_t>& hashes) {
    if (hashes.size() < 2) return std::vector<std::size_t>(hashes.size(), 0);
    std::size_t capacity = 16;
    while (hashes.size() * 4 > capacity * 3) capacity *= 2;
    const auto bucket = [&](std::size_t index) {
        const auto hash = static_cast<std::uint32_t>(hashes[index]);
        return (hash ^ (hash >> 16U)) & (capacity - 1);
    };
    std::vector<std::size_t> order(hashes.size());
    std::ranges::iota(order, std::size_t{0});
    std::ranges::stable_sort(order, {}, bucket);
    return order;
}

JavaHasher& JavaHasher::add(std::int32_t value) {
    m_hash = m_hash * 59 + static_cast<std::uint32_t>(value);
    return *this;
}

}
