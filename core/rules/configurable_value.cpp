#include "core/schema/configurable_value.h"

#include "core/rules/rule.h"
#include "core/toml/rewrite.h"

namespace arabesque {

extern const Rule configurable_value;

namespace {

/// The path of `part`, which is `node` at `path` or inside it.
std::optional<toml::Path> pathOf(const toml::Node& node, const toml::Node* part, const toml::Path& path) {
    if (&node == part) return path;
    const auto inside = [&](const toml::Node& inner, toml::Step step) {
        toml::Path longer = path;
        longer.push_back(std::move(step));
        return pathOf(inner, part, longer);
    };
    for (const toml::Member& member : node.members)
        if (auto found = inside(member.node, member.name)) return found;
    for (std::size_t i = 0; i < node.elements.size(); ++i)
        if (auto found = inside(node.elements[i], i)) return found;
    return std::nullopt;
}

void check(const Checked& project, Findings& findings) {
    for (const CheckedDocument& checked : project.documents)
        for (const Shape& shape : checked.shapes) {
            if (shape.field == nullptr || !shape.field->programType) continue;
            for (const Misfit& misfit : misfitsOf(shape.name(), *shape.node, *shape.field->programType)) {
                auto finding = findings.at({checked.file, misfit.node->range});
                finding.code(misfit.code).say(misfit.message);
                const auto path = pathOf(*shape.node, misfit.node, shape.path());
                if (!misfit.cure.empty() && path)
                    finding.fix({MESSAGE("rules", "Write %1"), misfit.cure},
                                toml::set(checked.file, checked.document, *path, misfit.cure));
            }
        }
}

}

const Rule configurable_value{
    .id = "configurable-value",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A value that does not fit its variable"),
    .why = MESSAGE(
        "rules",
        "The program stops at its start, with an error that names the variable; no other source is asked."),
    .cure = MESSAGE("rules", "Write the value as the type of the variable has it: arrays without quotes, "
                             "decimal numbers with a period."),
    .source = "Ballerina 2201.13, TomlProvider",
    .example = {.wrong = R"(=== main.bal
configurable int[] ports = [];
=== Config.toml
[acme.orders]
ports = «"[9090, 9091]"»
)",
                .right = R"(=== main.bal
configurable int[] ports = [];
=== Config.toml
[acme.orders]
ports = [9090, 9091]
)"},
    .check = check};

}
