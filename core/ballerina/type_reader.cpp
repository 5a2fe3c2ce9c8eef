#include "core/ballerina/type_reader.h"

#include "core/ballerina/literals.h"
#include "core/ballerina/record_reader.h"
#include "core/ballerina/union_type.h"

#include <algorithm>
#include <array>
#include <utility>

namespace arabesque::ballerina {

namespace {

constexpr std::uint32_t deepest = 64;
constexpr std::uint32_t budgetOfOne = 2000;

struct SimpleType {
    std::string_view name;
    Type::Kind kind;
};

constexpr std::array<SimpleType, 7> simpleTypes{{{"int", Type::Kind::Int},
                                                 {"byte", Type::Kind::Byte},
                                                 {"float", Type::Kind::Float},
                                                 {"decimal", Type::Kind::Decimal},
                                                 {"boolean", Type::Kind::Boolean},
                                                 {"string", Type::Kind::String},
                                                 {"xml", Type::Kind::Xml}}};

const SimpleType* simpleType(std::string_view name) {
    const auto found = std::ranges::find(simpleTypes, name, &SimpleType::name);
    return found == simpleTypes.end() ? nullptr : &*found;
}

Type other(std::string text) {
    Type type;
    type.text = std::move(text);
    return type;
}

Type nil() {
    Type type;
    type.optional = true;
    return type;
}

Type literal(std::string member) {
    Type type;
    type.kind = Type::Kind::Enum;
    type.members.push_back(std::move(member));
    return type;
}

/// Behind `<…>`, other brackets inside stepped over whole. A `<` that is not closed encloses all the rest.
void skipParameters(Cursor& cursor) {
    if (!cursor.is("<")) return;
    std::uint32_t open = 0;
    do {
        if (cursor.is("<")) ++open;
        if (cursor.is(">")) --open;
        cursor.skip();
    } while (open > 0 && !cursor.atEnd());
}

}

Type TypeReader::read(const ParsedSource& source, TokenRange range) {
    if (range.size() == 1) {
        if (const SimpleType* simple = simpleType(source.code.text(range.begin)))
            return {.kind = simple->kind, .text = std::string(simple->name)};
    }
    m_source = &source;
    m_budget = std::min(budgetOfOne, m_budgetOfAll);
    const auto before = m_budget;
    Type type = readWhole(Cursor(source.code, range));
    m_budgetOfAll -= before - m_budget;
    type.text = source.code.foldedText(range);
    return type;
}

bool TypeReader::spend(std::uint32_t amount) {
    const bool enough = m_budget >= amount;
    m_budget = enough ? m_budget - amount : 0;
    return enough;
}

Type TypeReader::readWhole(Cursor cursor) {
    const auto range = cursor.rest();
    Type type = readUnion(cursor);
    // A form this reader does not know, such as a function.
    return cursor.atEnd() ? type : other(cursor.code().foldedText(range));
}

Type TypeReader::readUnion(Cursor& cursor) {
    const auto begin = cursor.position();
    Type first = readIntersection(cursor);
    if (!cursor.is("|")) return first;
    UnionType alternatives;
    alternatives.add(std::move(first));
    while (cursor.accept("|")) alternatives.add(readIntersection(cursor));
    return std::move(alternatives).take(cursor.code().foldedText(cursor.since(begin)));
}

Type TypeReader::readIntersection(Cursor& cursor) {
    const auto begin = cursor.position();
    std::vector<Type> parts;
    do {
        Type part = readPostfix(cursor);
        if (part.text != "readonly") parts.push_back(std::move(part));
    } while (cursor.accept("&"));
    if (parts.size() == 1) return std::move(parts.front());
    return other(cursor.code().foldedText(cursor.since(begin)));
}

Type TypeReader::readPostfix(Cursor& cursor) {
    const auto begin = cursor.position();
    Type type = readPrimary(cursor);
    while (true) {
        if (cursor.accept("?")) {
            type.optional = true;
        } else if (cursor.is("[") && spend(1)) {
            cursor.skip();
            Type array;
            array.kind = Type::Kind::Array;
            array.parts.push_back(std::move(type));
            type = std::move(array);
        } else {
            return type;
        }
        type.text = cursor.code().foldedText(cursor.since(begin));
    }
}

Type TypeReader::readPrimary(Cursor& cursor) {
    if (m_depth >= deepest || cursor.atEnd() || !spend(1)) return {};
    ++m_depth;
    const auto begin = cursor.position();
    Type type = readForm(cursor);
    if (type.text.empty()) type.text = cursor.code().foldedText(cursor.since(begin));
    --m_depth;
    return type;
}

Type TypeReader::readForm(Cursor& cursor) {
    if (cursor.is("record")) return RecordReader(*this).read(cursor);
    if (cursor.is("map")) return readWithParameter(cursor, Type::Kind::Map);
    if (cursor.is("table")) return readTable(cursor);
    if (!cursor.is("(") && !cursor.is("[")) return readName(cursor);
    if (cursor.is("[")) return readTuple(cursor);
    const Cursor inside(cursor.code(), cursor.inside());
    cursor.skip();
    if (inside.atEnd()) return nil();
    return readWhole(inside);
}

Type TypeReader::readWithParameter(Cursor& cursor, Type::Kind kind) {
    cursor.advance();
    Type type;
    type.kind = kind;
    if (!cursor.accept("<")) return type;
    type.parts.push_back(readUnion(cursor));
    // What is left in front of the closing bracket had no form.
    if (!cursor.is(">")) type.parts.back() = {};
    while (!cursor.atEnd() && !cursor.accept(">")) cursor.skip();
    return type;
}

Type TypeReader::readTable(Cursor& cursor) {
    Type type = readWithParameter(cursor, Type::Kind::Table);
    if (!cursor.accept("key")) return type;
    skipParameters(cursor);
    if (!cursor.is("(")) return type;
    for (Cursor keys(cursor.code(), cursor.inside()); !keys.atEnd(); keys.skip()) {
        if (keys.isName()) type.keys.push_back(unquoted(keys.text()));
    }
    cursor.skip();
    return type;
}

Type TypeReader::readTuple(Cursor& cursor) {
    Type type;
    type.kind = Type::Kind::Tuple;
    Cursor members(cursor.code(), cursor.inside());
    cursor.skip();
    while (!members.atEnd()) {
        const auto begin = members.position();
        while (!members.atEnd() && !members.is(",")) members.skip();
        TokenRange member = members.since(begin);
        members.accept(",");
        const bool rest = member.size() > 1 && cursor.code().text(member.end - 1) == "...";
        if (rest) --member.end;
        (rest ? type.rest : type.parts).push_back(readWhole(Cursor(cursor.code(), member)));
    }
    return type;
}

Type TypeReader::readName(Cursor& cursor) {
    const auto begin = cursor.position();
    const bool sign = cursor.is("-") || cursor.is("+");
    if (sign) cursor.advance();
    cursor.skip();
    if (auto value = tomlValue(cursor.code(), cursor.since(begin))) return literal(std::move(*value));
    const auto name = cursor.code().text(begin);
    if (name == "null") return nil();
    const Symbol* symbol = nullptr;
    if (cursor.is(":") && cursor.isName(1)) {
        symbol = m_scope.find(*m_source, name, cursor.text(1));
        cursor.moveTo(cursor.position() + 2);
    } else if (const SimpleType* simple = simpleType(name)) {
        Type type;
        type.kind = simple->kind;
        skipParameters(cursor);
        return type;
    } else {
        symbol = m_scope.find(*m_source, name);
    }
    skipParameters(cursor);
    if (symbol == nullptr) return {};
    Type type = readSymbol(*symbol);
    type.text = cursor.code().foldedText(cursor.since(begin));
    return type;
}

Type TypeReader::readSymbol(const Symbol& symbol) {
    if (symbol.enumeration != nullptr) return readEnum(symbol);
    if (symbol.type != nullptr) return readDefinition(symbol);
    if (symbol.variable == nullptr && symbol.member == nullptr) return {};
    auto value = constantValue(symbol);
    return value ? literal(std::move(*value)) : Type{};
}

Type TypeReader::readDefinition(const Symbol& symbol) {
    if (std::ranges::find(m_open, symbol.type) != m_open.end()) return {};
    m_open.push_back(symbol.type);
    const auto* const outer = std::exchange(m_source, symbol.source);
    Type type = readWhole(Cursor(symbol.source->code, symbol.type->type));
    m_source = outer;
    m_open.pop_back();
    if (spend(symbol.type->metadata.size())) {
        RecordReader::addDocumentation(type, symbol.source->code, symbol.type->metadata);
    }
    return type;
}

Type TypeReader::readEnum(const Symbol& symbol) {
    if (!spend(static_cast<std::uint32_t>(symbol.enumeration->members.size()))) return {};
    Type type;
    type.kind = Type::Kind::Enum;
    for (const auto& member : symbol.enumeration->members) {
        Symbol constant = symbol;
        constant.member = &member;
        auto value = constantValue(constant);
        if (!value) {
            // An expression that would have to be computed: any string may be meant.
            type.kind = Type::Kind::String;
            type.members.clear();
            break;
        }
        type.members.push_back(std::move(*value));
    }
    return type;
}

std::optional<std::string> TypeReader::constantValue(const Symbol& symbol) const {
    const SourceCode& code = symbol.source->code;
    if (symbol.member == nullptr) {
        const bool constant = symbol.variable->kind == VariableDeclaration::Kind::Constant;
        return constant ? tomlValue(code, symbol.variable->initializer) : std::nullopt;
    }
    if (symbol.member->value.empty()) return tomlString(unquoted(code.text(symbol.member->name)));
    if (auto value = tomlValue(code, symbol.member->value)) return value;
    if (symbol.member->value.size() != 1) return std::nullopt;
    const auto* named = m_scope.find(*symbol.source, code.text(symbol.member->value.begin));
    const bool constant = named != nullptr && named->variable != nullptr;
    return constant ? constantValue(*named) : std::nullopt;
}

}
