#pragma once

#include "core/ballerina/cursor.h"
#include "core/ballerina/module_scope.h"

namespace arabesque::ballerina {

/// Reads type descriptors and follows the names of the package in them. What one type and all types together may
/// look at is limited, so that types that refer to each other over and over end somewhere; behind the limit types are
/// known by their text only.
class TypeReader {
public:
    explicit TypeReader(const PackageScope& scope) : m_scope(scope) {}

    /// The type written at `range` of `source`.
    [[nodiscard]] Type read(const ParsedSource& source, TokenRange range);

private:
    friend class RecordReader;

    /// All that is left of the range must belong to the type.
    Type readWhole(Cursor cursor);
    Type readUnion(Cursor& cursor);
    Type readIntersection(Cursor& cursor);
    Type readPostfix(Cursor& cursor);
    Type readPrimary(Cursor& cursor);
    Type readForm(Cursor& cursor);
    Type readWithParameter(Cursor& cursor, Type::Kind kind);
    Type readTable(Cursor& cursor);
    Type readTuple(Cursor& cursor);
    Type readName(Cursor& cursor);
    Type readSymbol(const Symbol& symbol);
    Type readEnum(const Symbol& symbol);
    Type readDefinition(const Symbol& symbol);
    [[nodiscard]] std::optional<std::string> constantValue(const Symbol& symbol) const;
    /// False when nothing is left to spend.
    bool spend(std::uint32_t amount);

    const PackageScope& m_scope;
    const ParsedSource* m_source = nullptr;
    std::vector<const TypeDefinition*> m_open;   ///< being read: a name among them is a recursion
    std::uint32_t m_depth = 0;
    std::uint32_t m_budget = 0;   ///< of the type being read
    std::uint32_t m_budgetOfAll = 100'000;
};

}
