#pragma once

#include "core/ballerina/type_reader.h"

namespace arabesque::ballerina {

/// Reads record types with what they include.
class RecordReader {
public:
    explicit RecordReader(TypeReader& types) : m_types(types) {}

    /// The cursor stands at `record` and is moved behind the closing brace.
    [[nodiscard]] Type read(Cursor& cursor);

    /// What the doc comment of a type says about fields that say nothing themselves.
    static void addDocumentation(Type& record, const SourceCode& code, TokenRange metadata);

private:
    void readMember(Type& record, Cursor member);
    void readField(Type& record, const SourceCode& code, TokenRange metadata, Cursor field);
    void include(Type& record, const Type& included);

    TypeReader& m_types;
    bool m_rest = false;   ///< says itself which further fields it takes
};

}
