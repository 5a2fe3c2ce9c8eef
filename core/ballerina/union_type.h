#pragma once

#include "core/ballerina/package_facts.h"

namespace arabesque::ballerina {

/// Puts the alternatives of a union together: nil makes it optional, literals become one enumeration, a union inside
/// a union is spread out.
class UnionType {
public:
    void add(Type alternative);
    /// One alternative alone is that type.
    [[nodiscard]] Type take(std::string text) &&;

private:
    void addEnum(Type alternative);

    std::vector<Type> m_parts;
    bool m_optional = false;
};

}
