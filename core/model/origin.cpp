#include "core/model/origin.h"

#include <algorithm>

namespace arabesque {

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
    switch (origin.kind) {
    case Origin::Kind::Setting: return origin.document + ": " + origin.key;
    case Origin::Kind::Default: return origin.document + ": default of " + origin.key;
    case Origin::Kind::Source: return origin.place.file + ": " + origin.key;
    case Origin::Kind::File: return "content of " + origin.key;
    case Origin::Kind::Layout: return "always so (" + origin.key + ")";
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
