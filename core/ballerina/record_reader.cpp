#include "core/ballerina/record_reader.h"

#include "core/ballerina/literals.h"
#include "core/ballerina/metadata.h"

#include <algorithm>

namespace arabesque::ballerina {

namespace {

/// A field of the same name is replaced where it stands.
void setField(Type& record, Type::Field field) {
    const auto existing = std::ranges::find(record.fields, field.name, &Type::Field::name);
    if (existing == record.fields.end()) {
        record.fields.push_back(std::move(field));
    } else {
        *existing = std::move(field);
    }
}

}

Type RecordReader::read(Cursor& cursor) {
    cursor.advance();
    Type record;
    record.kind = Type::Kind::Record;
    record.closed = cursor.is("{|");
    if (!record.closed && !cursor.is("{")) return Type{};
    m_rest = !record.closed;
    Cursor members(cursor.code(), cursor.inside());
    while (!members.atEnd()) {
        const auto begin = members.position();
        while (!members.atEnd() && !members.is(";")) members.skip();
        readMember(record, Cursor(cursor.code(), members.since(begin)));
        members.accept(";");
    }
    cursor.skip();
    return record;
}

void RecordReader::readMember(Type& record, Cursor member) {
    const SourceCode& code = member.code();
    const auto begin = member.position();
    skipMetadata(member);
    const auto metadata = member.since(begin);
    if (member.atEnd() || m_types.m_budget == 0) return;
    const auto whole = member.rest();
    if (member.accept("*")) {
        include(record, m_types.readWhole(member));
    } else if (code.text(whole.end - 1) == "...") {
        const Cursor rest(code, {whole.begin, whole.end - 1});
        record.parts.assign(1, m_types.readWhole(rest));
        record.closed = false;
        m_rest = true;
    } else {
        readField(record, code, metadata, member);
    }
}

void RecordReader::readField(Type& record, const SourceCode& code, TokenRange metadata, Cursor field) {
    const bool qualified = field.is("readonly") && !field.is("&", 1) && field.rest().size() > 2;
    if (qualified) field.advance();
    const auto begin = field.position();
    while (!field.atEnd() && !field.is("=")) field.skip();
    auto nameEnd = field.position();
    Type::Field found;
    if (field.accept("=")) found.fallback = code.text(field.rest());
    const bool optional = nameEnd > begin && code.text(nameEnd - 1) == "?";
    if (optional) --nameEnd;
    if (nameEnd < begin + 2 || code.token(nameEnd - 1).kind != TokenKind::Name) return;
    found.name = unquoted(code.text(nameEnd - 1));
    found.required = !optional && found.fallback.empty();
    found.readOnly = qualified;
    found.documentation = documentation(code, metadata);
    found.type.push_back(m_types.readWhole(Cursor(code, {begin, nameEnd - 1})));
    setField(record, std::move(found));
}

void RecordReader::include(Type& record, const Type& included) {
    for (const Type::Field& field : included.fields) {
        if (!m_types.spend(1)) return;
        setField(record, field);
    }
    if (m_rest || included.kind != Type::Kind::Record || included.closed) return;
    record.closed = false;
    record.parts = included.parts;
}

void RecordReader::addDocumentation(Type& record, const SourceCode& code, TokenRange metadata) {
    for (auto& [name, text] : parameterDocumentation(code, metadata)) {
        const auto field = std::ranges::find(record.fields, name, &Type::Field::name);
        if (field != record.fields.end() && field->documentation.empty())
            field->documentation = std::move(text);
    }
}

}
