#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <string>

namespace arabesque {

namespace {

/// Where the type is wrong: the first element of an array of tables that is no table, else the value itself.
struct Mismatch {
    const toml::Node* node = nullptr;
    const char* expected = "";
};

Mismatch mismatchIn(const Shape& shape) {
    if (shape.table != nullptr && shape.table->records && shape.node->kind == toml::Node::Kind::Array)
        for (const toml::Node& element : shape.node->elements)
            if (element.kind != toml::Node::Kind::Table) return {&element, "OBJECT"};
    const bool list = shape.field != nullptr && shape.field->type == ValueType::StringList;
    if (list && shape.node->kind == toml::Node::Kind::Array)
        for (const toml::Node& element : shape.node->elements)
            if (element.value == nullptr || element.value->kind != toml::Kind::String)
                return {&element, "STRING"};
    return {shape.node, expectedType(shape)};
}

/// The value in the type the field wants, where there is only one way to mean it.
std::string converted(const Field& field, const toml::Value& value) {
    const bool text = value.kind == toml::Kind::String;
    switch (field.type) {
    case ValueType::String:
        return value.kind == toml::Kind::Array || value.kind == toml::Kind::InlineTable
                   ? ""
                   : toml::quoted(value.text);
    case ValueType::Integer:
    case ValueType::Boolean: return text && toml::isValue(value.text) ? value.text : "";
    case ValueType::Float: {
        const std::string number =
            value.text.find_first_of(".eE") == std::string::npos ? value.text + ".0" : value.text;
        return (text || value.kind == toml::Kind::Integer) && toml::isValue(number) ? number : "";
    }
    case ValueType::StringList: return text ? "[" + toml::quoted(value.text) + "]" : "";
    case ValueType::Any: return "";
    }
    return "";
}

/// A conversion helps only when it has the wanted type: "abc" is no number however it is written.
bool helps(const Field& field, const std::string& text) {
    if (text.empty()) return false;
    const toml::Document alone("v = " + text);
    const toml::Node* node = alone.root().member("v");
    return node != nullptr && hasRightType(Shape{.node = node, .field = &field});
}

void offerFix(const CheckedDocument& checked, const Shape& shape, Findings::Finding& finding) {
    if (shape.field == nullptr || shape.node->value == nullptr) return;
    const std::string text = converted(*shape.field, *shape.node->value);
    if (helps(*shape.field, text))
        finding.fix(shape.field->meaning == Meaning::Secret
                        ? Message(MESSAGE("rules", "Write it as a string"))
                        : Message(MESSAGE("rules", "Write %1"), text),
                    toml::planned::set(checked.file, checked.document, shape.path(), text));
    else
        finding.fix({MESSAGE("rules", "Remove '%1'"), shape.name()},
                    toml::planned::unset(checked.file, checked.document, shape.path()));
}

void say(const CheckedDocument& checked, const Shape& shape, const Mismatch& mismatch,
         Findings::Finding& finding) {
    if (shape.table != nullptr && shape.table->unchecked) {
        finding.severity(Severity::Warning)
            .say({MESSAGE("rules", "Ballerina reads [[%1]] only and passes over this, without a word"),
                  shape.table->path});
        return;
    }
    if (shape.field != nullptr && shape.field->unchecked) {
        finding.severity(Severity::Warning)
            .say({MESSAGE("rules", "'%1' wants %2 and has %3; Ballerina says nothing and uses its default"),
                  shape.name(), mismatch.expected, typeName(*mismatch.node)});
        return;
    }
    const Verdict& verdict = checked.schema.verdicts().wrongType;
    const bool named = shape.field != nullptr && !shape.field->typeText.empty();
    finding.severity(checked.stopsTheTool ? Severity::Error : Severity::Warning)
        .code(verdict.code)
        .say({verdict.text, shape.name(), named ? shape.field->typeText : std::string(mismatch.expected),
              typeName(*mismatch.node)});
}

void check(const Checked& project, Findings& findings) {
    for (const CheckedDocument& checked : project.documents) {
        for (const Shape& shape : checked.shapes) {
            if (hasRightType(shape)) continue;
            const Mismatch mismatch = mismatchIn(shape);
            auto finding = findings.at({checked.file, mismatch.node->range});
            say(checked, shape, mismatch, finding);
            offerFix(checked, shape, finding);
        }
    }
}

}

extern const Rule wrong_type{
    .id = "wrong-type",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A value of the wrong type"),
    .why = MESSAGE(
        "rules",
        "The build stops; where the tool does not look, it takes the default as if nothing were written."),
    .cure = MESSAGE("rules", "Write the value as its type has it: numbers and true or false without quotes."),
    .source = "c2c 4.0.0, section 4.1",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = «"2"»
)",
                .right = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
min_replicas = 2
)"},
    .check = check};

}
