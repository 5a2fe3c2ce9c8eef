#include "core/ballerina/union_type.h"

#include <algorithm>
#include <iterator>

namespace arabesque::ballerina {

namespace {

bool isNil(const Type& type) {
    return type.kind == Type::Kind::Other && type.optional && (type.text == "()" || type.text == "null");
}

}

void UnionType::add(Type alternative) {
    if (isNil(alternative)) {
        m_optional = true;
    } else if (alternative.kind == Type::Kind::Union) {
        m_optional |= alternative.optional;
        for (Type& part : alternative.parts) add(std::move(part));
    } else if (alternative.kind == Type::Kind::Enum) {
        addEnum(std::move(alternative));
    } else {
        m_parts.push_back(std::move(alternative));
    }
}

void UnionType::addEnum(Type alternative) {
    const auto existing = std::ranges::find(m_parts, Type::Kind::Enum, &Type::kind);
    if (existing == m_parts.end()) {
        m_parts.push_back(std::move(alternative));
        return;
    }
    existing->optional |= alternative.optional;
    existing->text += "|" + alternative.text;
    std::ranges::move(alternative.members, std::back_inserter(existing->members));
}

Type UnionType::take(std::string text) && {
    Type type;
    if (m_parts.size() == 1) {
        type = std::move(m_parts.front());
    } else if (!m_parts.empty()) {
        type.kind = Type::Kind::Union;
        for (Type& part : m_parts) {
            type.optional |= part.optional;
            part.optional = false;
        }
        type.parts = std::move(m_parts);
    }
    type.optional |= m_optional;
    type.text = std::move(text);
    return type;
}

}
