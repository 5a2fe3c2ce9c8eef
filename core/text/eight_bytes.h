#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace arabesque {

/// Eight bytes of a text, looked at as one number: what is rare is passed over eight times as fast.
class EightBytes {
public:
    /// Those at `offset`, which is at least eight before the end.
    EightBytes(std::string_view text, std::size_t offset) {
        std::memcpy(&m_bytes, text.data() + offset, sizeof m_bytes);
    }

    [[nodiscard]] bool areAscii() const { return (m_bytes & highBits) == 0; }
    /// Whether one of them is `byte`.
    [[nodiscard]] bool contain(char byte) const {
        return EightBytes(m_bytes ^ (ones * static_cast<unsigned char>(byte))).containBelow(1);
    }
    /// Whether one of them is less than `limit`, at most 128.
    [[nodiscard]] bool containBelow(unsigned char limit) const {
        return ((m_bytes - ones * limit) & ~m_bytes & highBits) != 0;
    }

private:
    static constexpr std::uint64_t ones = 0x0101010101010101U, highBits = 0x8080808080808080U;

    explicit EightBytes(std::uint64_t bytes) : m_bytes(bytes) {}

    std::uint64_t m_bytes = 0;
};

}
