#include "core/schema/configurable_value.h"

#include "core/schema/shape.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

using ballerina::Type;
using enum ballerina::Type::Kind;

std::string inside(const std::string& name, const std::string& member) {
    return name + '.' + member;
}

/// Types that the compiler takes for a configurable and the runtime does not.
bool isUnsupported(const Type& type) {
    return type.text.starts_with("int:Signed") || type.text.starts_with("int:Unsigned") ||
           type.text == "string:Char";
}

class Fitting {
public:
    std::vector<Misfit> misfits;

    void look(const std::string& name, const toml::Node& node, const Type& type) {
        if (node.value != nullptr && node.value->kind == toml::Kind::Missing) return;
        switch (type.kind) {
        case Int: expect(name, node, type, toml::Kind::Integer); break;
        case Byte: lookAtByte(name, node, type); break;
        case Float:
        case Decimal: expect(name, node, type, toml::Kind::Float); break;
        case Boolean: expect(name, node, type, toml::Kind::Boolean); break;
        case String:
        case Xml: expect(name, node, type, toml::Kind::String); break;
        case Enum: lookAtChoice(name, node, type); break;
        case Array: lookAtArray(name, node, type); break;
        case Map: lookAtMap(name, node, type); break;
        case Record: lookAtRecord(name, node, type, {}); break;
        case Type::Kind::Table: lookAtTable(name, node, type); break;
        case Union: lookAtUnion(name, node, type); break;
        case Tuple: lookAtTuple(name, node, type); break;
        case Other:
            if (isUnsupported(type))
                add(node, "RUNTIME_0073",
                    {MESSAGE("schema",
                             "the type '%2' of '%1' cannot be configured: the program stops at its start"),
                     name, type.text});
            break;
        }
    }

private:
    void add(const toml::Node& node, const char* code, Message message, std::string cure = {}) {
        misfits.push_back({&node, code, std::move(message), std::move(cure)});
    }

    void addWrongType(const std::string& name, const toml::Node& node, const Type& type,
                      std::string cure = {}) {
        add(node, "RUNTIME_0074",
            {MESSAGE("schema", "configurable variable '%1' is expected to be of type '%2', but found '%3'; "
                               "the program stops at its start"),
             name, type.text, typeName(node)},
            std::move(cure));
    }

    bool expect(const std::string& name, const toml::Node& node, const Type& type, toml::Kind kind) {
        if (node.value != nullptr && node.value->kind == kind) return true;
        addWrongType(name, node, type, converted(node, kind));
        return false;
    }

    /// The value as `kind`, where there is only one way to mean it.
    static std::string converted(const toml::Node& node, toml::Kind kind) {
        if (node.value == nullptr) return {};
        const toml::Value& value = *node.value;
        const bool number = value.kind == toml::Kind::Integer || value.kind == toml::Kind::Float;
        if (kind == toml::Kind::String)
            return number || value.kind == toml::Kind::Boolean ? toml::quoted(value.text) : std::string();
        if (value.kind == toml::Kind::Integer && kind == toml::Kind::Float) return value.text + ".0";
        if (value.kind != toml::Kind::String || !toml::isValue(value.text)) return {};
        const toml::Document read("v = " + value.text);
        const toml::Node* unquoted = read.root().member("v");
        if (unquoted == nullptr || unquoted->value == nullptr) return {};
        if (unquoted->value->kind == kind) return value.text;
        return unquoted->value->kind == toml::Kind::Integer && kind == toml::Kind::Float ? value.text + ".0"
                                                                                         : std::string();
    }

    void lookAtByte(const std::string& name, const toml::Node& node, const Type& type) {
        if (!expect(name, node, type, toml::Kind::Integer)) return;
        if (node.value->integer >= 0 && node.value->integer <= 255) return;
        add(node, "RUNTIME_0075",
            {MESSAGE("schema", "'%1' is a byte, from 0 to 255; the program stops at its start"), name});
    }

    /// The member that is written in other letters; empty where none is.
    static std::string inOtherLetters(const std::string& written, const std::vector<std::string>& members) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        const auto found = std::ranges::find_if(members, [&](const std::string& member) {
            return std::ranges::equal(member, written, {}, lower, lower);
        });
        return found == members.end() ? std::string() : *found;
    }

    void lookAtChoice(const std::string& name, const toml::Node& node, const Type& type) {
        std::string cure;
        if (node.value != nullptr) {
            const bool text = node.value->kind == toml::Kind::String;
            const std::string written = text ? toml::quoted(node.value->text) : node.value->text;
            if (std::ranges::contains(type.members, written)) return;
            cure = inOtherLetters(written, type.members);
        }
        std::string members;
        for (const std::string& member : type.members) members += (members.empty() ? "" : ", ") + member;
        add(node, "RUNTIME_0074",
            {MESSAGE("schema", "'%1' may be %2 and nothing else; the program stops at its start"), name,
             members},
            std::move(cure));
    }

    void lookAtArray(const std::string& name, const toml::Node& node, const Type& type) {
        if (node.kind != toml::Node::Kind::Array) return addWrongType(name, node, type, unquotedArray(node));
        if (type.parts.empty()) return;
        for (std::size_t i = 0; i < node.elements.size(); ++i)
            look(name + '[' + std::to_string(i) + ']', node.elements[i], type.parts[0]);
    }

    /// Arrays that some tool wrote as text: "[1, 2]".
    static std::string unquotedArray(const toml::Node& node) {
        const bool text = node.value != nullptr && node.value->kind == toml::Kind::String;
        return text && node.value->text.starts_with('[') && toml::isValue(node.value->text) ? node.value->text
                                                                                            : std::string();
    }

    void lookAtTuple(const std::string& name, const toml::Node& node, const Type& type) {
        if (node.kind != toml::Node::Kind::Array) return addWrongType(name, node, type, unquotedArray(node));
        const std::size_t size = node.elements.size();
        if (size < type.parts.size() || (size > type.parts.size() && type.rest.empty()))
            return add(node, "RUNTIME_0098",
                       {MESSAGE("schema",
                                "'%1' is of type '%2' and takes %3 values, not %4; the program stops at its "
                                "start"),
                        name, type.text, std::to_string(type.parts.size()), std::to_string(size)});
        for (std::size_t i = 0; i < size; ++i)
            look(name + '[' + std::to_string(i) + ']', node.elements[i],
                 i < type.parts.size() ? type.parts[i] : type.rest.front());
    }

    void lookAtMap(const std::string& name, const toml::Node& node, const Type& type) {
        if (node.kind != toml::Node::Kind::Table) return addWrongType(name, node, type);
        if (type.parts.empty()) return;
        for (const toml::Member& member : node.members)
            look(inside(name, member.name), member.node, type.parts[0]);
    }

    void lookAtRecord(const std::string& name, const toml::Node& node, const Type& type,
                      const std::vector<std::string>& keys) {
        if (node.kind != toml::Node::Kind::Table) return addWrongType(name, node, type);
        for (const Type::Field& field : type.fields)
            if (field.required && node.member(field.name) == nullptr &&
                !std::ranges::contains(keys, field.name))
                add(node, "RUNTIME_0081",
                    {MESSAGE("schema",
                             "'%1' has no '%2', which has no default; the program stops at its start"),
                     name, field.name});
        for (const std::string& key : keys)
            if (node.member(key) == nullptr)
                add(node, "RUNTIME_0082",
                    {MESSAGE("schema",
                             "'%1' has no '%2', the key of its table; the program stops at its start"),
                     name, key});
        for (const Type::Field& field : type.fields)
            if (field.readOnly && !field.fallback.empty() && node.member(field.name) == nullptr)
                add(node, "RUNTIME_0084",
                    {MESSAGE("schema", "'%1' leaves out '%2', and the runtime takes no default of a readonly "
                                       "field; the program stops at its start"),
                     name, field.name});
        for (const toml::Member& member : node.members) lookAtMember(name, member, type);
    }

    void lookAtMember(const std::string& name, const toml::Member& member, const Type& type) {
        const auto field = std::ranges::find(type.fields, member.name, &Type::Field::name);
        if (field != type.fields.end()) {
            if (field->type.empty()) return;
            if (isUnsupported(field->type[0]))
                add(member.node, "RUNTIME_0080",
                    {MESSAGE("schema",
                             "the type '%3' of field '%2' of '%1' cannot be configured: the program stops at "
                             "its start"),
                     name, member.name, field->type[0].text});
            else
                look(inside(name, member.name), member.node, field->type[0]);
        } else if (type.closed) {
            add(member.node, "RUNTIME_0079",
                {MESSAGE("schema", "'%1' has no field '%2'; the program stops at its start"), name,
                 member.name});
        } else if (!type.parts.empty()) {
            look(inside(name, member.name), member.node, type.parts[0]);
        }
    }

    void lookAtTable(const std::string& name, const toml::Node& node, const Type& type) {
        if (node.kind != toml::Node::Kind::Array) return addWrongType(name, node, type);
        if (type.parts.empty()) return;
        for (std::size_t i = 0; i < node.elements.size(); ++i) {
            const std::string row = name + '[' + std::to_string(i) + ']';
            if (type.parts[0].kind == Record)
                lookAtRecord(row, node.elements[i], type.parts[0], type.keys);
            else
                look(row, node.elements[i], type.parts[0]);
        }
    }

    /// The runtime takes the one alternative that fits, and none when several do.
    void lookAtUnion(const std::string& name, const toml::Node& node, const Type& type) {
        std::size_t fitting = 0;
        for (const Type& part : type.parts) {
            if (part.kind == Other) return;
            fitting += misfitsOf(name, node, part).empty() ? 1 : 0;
        }
        if (fitting == 0) addWrongType(name, node, type);
        if (fitting > 1)
            add(node, "RUNTIME_0078",
                {MESSAGE(
                     "schema",
                     "this value of '%1' fits several alternatives of '%2', so the runtime takes none; the "
                     "program stops at its start"),
                 name, type.text});
    }
};

}

std::vector<Misfit> misfitsOf(const std::string& name, const toml::Node& node, const Type& type) {
    Fitting fitting;
    fitting.look(name, node, type);
    return std::move(fitting.misfits);
}

}
