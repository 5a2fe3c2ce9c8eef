#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace arabesque {

/// Finds the elements of a list by name. Keeps numbers only: the list it belongs to knows the names.
class NameIndex {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t size() const { return m_size; }

    /// The number of the element called `name`, or none; `nameOf(number)` is what an element is called.
    template <class NameOf>
    [[nodiscard]] std::size_t find(std::string_view name, const NameOf& nameOf) const {
        if (m_slots.empty()) return none;
        const std::uint32_t hash = hashOf(name);
        for (std::size_t at = hash & mask(); m_slots[at].number != free; at = (at + 1) & mask())
            if (m_slots[at].hash == hash && nameOf(m_slots[at].number) == name) return m_slots[at].number;
        return none;
    }

    /// Adds element number size(), which find() does not know yet.
    void add(std::string_view name) {
        if (2 * (m_size + 1) > m_slots.size()) grow(m_size + 1);
        put({hashOf(name), static_cast<std::uint32_t>(m_size++)});
    }

    /// Makes room for `count` elements.
    void reserve(std::size_t count) {
        if (2 * count > m_slots.size()) grow(count);
    }

private:
    static constexpr std::uint32_t free = static_cast<std::uint32_t>(-1);
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = free;
    };

    static std::uint32_t hashOf(std::string_view name) {
        return static_cast<std::uint32_t>(std::hash<std::string_view>()(name));
    }
    [[nodiscard]] std::size_t mask() const { return m_slots.size() - 1; }

    void put(Slot slot) {
        std::size_t at = slot.hash & mask();
        while (m_slots[at].number != free) at = (at + 1) & mask();
        m_slots[at] = slot;
    }

    void grow(std::size_t count) {
        std::size_t size = 32;
        while (size < 2 * count) size *= 2;
        const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(size));
        for (const Slot& slot : before)
            if (slot.number != free) put(slot);
    }

    std::vector<Slot> m_slots;   ///< a power of two of them, at most half of them taken
    std::size_t m_size = 0;
};

}
