#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

#include <algorithm>

namespace arabesque {

namespace {

using UnknownKeys = Table::UnknownKeys;

/// The entry from key to value, or the header of a table.
ByteRange entryRange(const Shape& shape) {
    const toml::Node& node = *shape.node;
    if (node.value != nullptr) return {node.keyRange.begin, node.value->range.end};
    return node.range;
}

std::string titleOf(const CheckedDocument& checked, const Table& table) {
    if (table.path.empty()) return checked.schema.title();
    return table.title.empty() ? std::string(nameOf(table.path)) : table.title;
}

void say(const CheckedDocument& checked, const Shape& shape, Findings::Finding& finding) {
    if (shape.parent->unknownKeys == UnknownKeys::Similar) {
        finding.severity(Severity::Warning)
            .say({MESSAGE("rules", "Ballerina passes over '%1': it knows no table or key of this name"),
                  shape.name()});
        return;
    }
    if (shape.parent->unknownKeys == UnknownKeys::Warning) {
        finding.severity(Severity::Warning)
            .say({MESSAGE(
                      "rules",
                      "'%1' is no key of [%2] that Ballerina knows, so it has no effect and nothing says so"),
                  shape.name(), shape.parent->path});
        return;
    }
    const Verdict& verdict = checked.schema.verdicts().unknownKey;
    finding.severity(checked.stopsTheTool ? Severity::Error : Severity::Warning)
        .code(verdict.code)
        .say({verdict.text, shape.name(), titleOf(checked, *shape.parent), toml::toText(shape.path())});
}

void offerFixes(const CheckedDocument& checked, const Shape& shape, Findings::Finding& finding) {
    const std::string meant = nearestName(checked.schema, Schema::patternOf(*shape.above), shape.name());
    if (!meant.empty())
        finding.fix({MESSAGE("rules", "Did you mean '%1'? Rename it"), meant},
                    toml::planned::rename(checked.file, checked.document, shape.path(), meant));
    finding.fix({MESSAGE("rules", "Remove '%1'"), shape.name()},
                toml::planned::unset(checked.file, checked.document, shape.path()));
}

bool isFinding(const CheckedDocument& checked, const Shape& shape) {
    if (!shape.unknown()) return false;
    switch (shape.parent->unknownKeys) {
    case UnknownKeys::Allowed: return false;
    case UnknownKeys::Similar: return !nearestName(checked.schema, shape.parent->path, shape.name()).empty();
    case UnknownKeys::Values:
        return shape.node->kind != toml::Node::Kind::Table && shape.node->value != nullptr;
    default: return true;
    }
}

void check(const Checked& project, Findings& findings) {
    for (const CheckedDocument& checked : project.documents) {
        for (const Shape& shape : checked.shapes) {
            if (!isFinding(checked, shape)) continue;
            auto finding = findings.at({checked.file, entryRange(shape)});
            say(checked, shape, finding);
            offerFixes(checked, shape, finding);
        }
    }
}

}

extern const Rule unknown_key{
    .id = "unknown-key",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A key no tool knows"),
    .why = MESSAGE(
        "rules",
        "The tool stops at the key, or passes over it without a word, and the setting keeps its default."),
    .cure = MESSAGE("rules", "Correct the spelling, or remove it."),
    .source = "c2c 4.0.0, section 4.1",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
«cpu_threshold = 70»
)",
                .right = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
cpu = 70
)"},
    .check = check};

}
