#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace arabesque {

/// String.hashCode() of UTF-8 text (c2c 4.0.0, section 7.2).
[[nodiscard]] std::int32_t javaHash(std::string_view text);

/// Numbers of the elements with these hashes in the order a Java hash table lists them.
[[nodiscard]] std::vector<std::size_t> javaOrder(const std::vector<std::int32_t>& hashes);

/// Collects a hash the way generated hashCode() methods do: result * 59 + value, wrapping around.
class JavaHasher {
public:
    JavaHasher& add(std::int32_t value);
    JavaHasher& add(bool value) { return add(std::int32_t{value ? 79 : 97}); }
    JavaHasher& add(std::string_view text) { return add(javaHash(text)); }
    [[nodiscard]] std::int32_t result() const { return static_cast<std::int32_t>(m_hash); }

private:
    std::uint32_t m_hash = 1;
};

}
