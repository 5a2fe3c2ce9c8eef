#include "core/model/origin.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <tuple>
#include <utility>

namespace arabesque {

namespace {

/// The last bytes of a text and its length: where keys and files differ.
std::size_t endOf(std::string_view text) {
    std::size_t bytes = 0;
    const std::size_t count = std::min(text.size(), sizeof bytes);
    std::memcpy(&bytes, text.data() + text.size() - count, count);
    return bytes + text.size();
}

}

/// Most origins are compared a few times only, so the hash takes less than a comparison would.
Origin::Origin(Kind kind, std::string document, std::string key, Place place) {
    const std::size_t hash = endOf(key) ^ (endOf(document) * 3) ^ (endOf(place.file) * 5) ^
                             (place.range.begin * 7) ^ static_cast<std::size_t>(kind);
    m_said = std::make_shared<const Said>(kind, std::move(document), std::move(key), std::move(place), hash);
}

bool Origin::saysTheSame(const Origin& other) const {
    return kind() == other.kind() && key() == other.key() && document() == other.document() &&
           place() == other.place();
}

std::strong_ordering operator<=>(const Origin& a, const Origin& b) {
    if (a.m_said == b.m_said) return std::strong_ordering::equal;
    const auto said = [](const Origin& each) {
        const auto& [file, range] = each.place();
        return std::tie(each.m_said->kind, each.document(), each.key(), file, range.begin, range.end);
    };
    return said(a) <=> said(b);
}

const char* nameOf(Origin::Kind kind) {
    switch (kind) {
    case Origin::Kind::Setting: return "setting";
    case Origin::Kind::Default: return "default";
    case Origin::Kind::Source: return "source";
    case Origin::Kind::File: return "file";
    case Origin::Kind::Layout: return "layout";
    }
    return "";
}

std::string toText(const Origin& origin) {
    switch (origin.kind()) {
    case Origin::Kind::Setting: return origin.document() + ": " + origin.key();
    case Origin::Kind::Default: return origin.document() + ": default of " + origin.key();
    case Origin::Kind::Source: return origin.place().file + ": " + origin.key();
    case Origin::Kind::File: return "content of " + origin.key();
    case Origin::Kind::Layout: return "always so (" + origin.key() + ")";
    }
    return {};
}

OriginId OriginTable::idOf(const Origin& origin) {
    const auto found = std::ranges::find(m_origins, origin);
    if (found == m_origins.end()) {
        m_origins.push_back(origin);
        return static_cast<OriginId>(m_origins.size() - 1);
    }
    return static_cast<OriginId>(found - m_origins.begin());
}

}
