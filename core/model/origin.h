#pragma once

#include "core/text/range.h"

#include <cstdint>
#include <string>
#include <vector>

namespace arabesque {

/// Why a value or a generated line is what it is.
struct Origin {
    enum class Kind {
        Setting,   ///< written in a document: `document`, `key`, `place`
        Default,   ///< the default of a setting that is absent: `document`, `key`
        Source,    ///< a fact of the program: `key` names it ("listener port 9090"), `place` in a .bal file
        File,      ///< content of a file a setting refers to: `key` is its path
        Layout     ///< always so: `key` says by what specification ("c2c 4.0.0, section 6.2")
    };
    Kind kind = Kind::Layout;
    std::string document;
    std::string key;
    Place place;

    friend bool operator==(const Origin&, const Origin&) = default;
    friend auto operator<=>(const Origin& a, const Origin& b) {
        if (auto c = a.kind <=> b.kind; c != 0) return c;
        if (auto c = a.document <=> b.document; c != 0) return c;
        if (auto c = a.key <=> b.key; c != 0) return c;
        if (auto c = a.place.file <=> b.place.file; c != 0) return c;
        return a.place.range.begin <=> b.place.range.begin;
    }
};

/// "setting", "default", "source", "file" or "layout".
[[nodiscard]] const char* nameOf(Origin::Kind kind);

/// "Cloud.toml:cloud.deployment.max_memory", "main.bal (listener port 9090)", …
[[nodiscard]] std::string toText(const Origin& origin);

/// Origins by number, each kept once; lines carry numbers.
using OriginId = std::uint32_t;

class OriginTable {
public:
    OriginId idOf(const Origin& origin);
    [[nodiscard]] const Origin& operator[](OriginId id) const { return m_origins[id]; }
    [[nodiscard]] std::size_t size() const { return m_origins.size(); }
    [[nodiscard]] const std::vector<Origin>& all() const { return m_origins; }

private:
    std::vector<Origin> m_origins;
};

/// A value and why it is so.
template <class T> struct Sourced {
    T value{};
    std::vector<Origin> origins{};

    const T& operator*() const { return value; }
    const T* operator->() const { return &value; }
};

}
