#pragma once

#include "core/text/range.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace arabesque {

/// Why a value or a generated line is what it is. Never changes; copies share what they say, so that thousands of lines
/// may carry their reasons.
class Origin {
public:
    enum class Kind {
        Setting,   ///< written in a document: `document`, `key`, `place`
        Default,   ///< the default of a setting that is absent: `document`, `key`
        Source,    ///< a fact of the program: `key` names it ("listener port 9090"), `place` in a .bal file
        File,      ///< content of a file a setting refers to: `key` is its path
        Layout     ///< always so: `key` says by what specification ("c2c 4.0.0, section 6.2")
    };

    Origin() : Origin(Kind::Layout, {}, {}) {}
    Origin(Kind kind, std::string document, std::string key, Place place = {});

    [[nodiscard]] Kind kind() const { return m_said->kind; }
    [[nodiscard]] const std::string& document() const { return m_said->document; }
    [[nodiscard]] const std::string& key() const { return m_said->key; }
    [[nodiscard]] const Place& place() const { return m_said->place; }

    friend bool operator==(const Origin& a, const Origin& b) {
        return a.m_said == b.m_said || (a.m_said->hash == b.m_said->hash && a.saysTheSame(b));
    }
    friend std::strong_ordering operator<=>(const Origin& a, const Origin& b);

private:
    struct Said {
        Kind kind;
        std::string document, key;
        Place place;
        std::size_t hash;   ///< of all of it
    };
    [[nodiscard]] bool saysTheSame(const Origin& other) const;

    std::shared_ptr<const Said> m_said;
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
