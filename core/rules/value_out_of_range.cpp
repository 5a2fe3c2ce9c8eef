#include "core/rules/rule.h"
#include "core/schema/pattern.h"
#include "core/toml/rewrite.h"

#include <algorithm>
#include <cstdio>

namespace arabesque {

namespace {

/// One broken limit: the tool's code and words.
struct Breach {
    std::string code;
    Message message;
    std::string cure;      ///< TOML value inside the limit; empty when there is no obvious one
    bool silent = false;   ///< the tool says nothing of it
};

/// As Java's %f prints it.
std::string sixDecimals(std::int64_t number) {
    return std::to_string(number) + ".000000";
}

void checkNumber(const Shape& shape, std::vector<Breach>& breaches) {
    const Field& field = *shape.field;
    const double number = shape.node->value->number;
    if (field.least && number < static_cast<double>(*field.least))
        breaches.push_back({"TVE0004",
                            {MESSAGE("rules", "value for key '%1' can't be lower than %2"), shape.name(),
                             sixDecimals(*field.least)},
                            std::to_string(*field.least)});
    if (field.most && number > static_cast<double>(*field.most))
        breaches.push_back({"TVE0005",
                            {MESSAGE("rules", "value for key '%1' can't be higher than %2"), shape.name(),
                             sixDecimals(*field.most)},
                            std::to_string(*field.most)});
}

Message mismatch(const Shape& shape, const std::string& expression, const std::string& message) {
    if (!message.empty()) return {MESSAGE("rules", "%1"), message};
    return {MESSAGE("rules", "value for key '%1' expected to match the regex: %2"), shape.name(), expression};
}

void checkText(const Shape& shape, std::vector<Breach>& breaches) {
    const Field& field = *shape.field;
    const std::string& text = shape.node->value->text;
    const auto match = [&](const std::string& expression, const std::string& message) {
        if (!matchesWhole(expression, text))
            breaches.push_back(
                {field.unchecked ? "" : "TVE0003", mismatch(shape, expression, message), field.fallback});
    };
    if (!field.pattern.empty()) match(field.pattern, field.patternMessage);
    for (const Pattern& further : field.furtherPatterns) match(further.expression, further.message);
    if (field.longest && text.size() > *field.longest)
        breaches.push_back({"TVE0008", {MESSAGE("rules", "%1"), field.longestMessage}, ""});
}

/// The choice that is written in other letters, else the default.
std::string nearestChoice(const Field& field, const std::string& written) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    const auto found = std::ranges::find_if(field.choices, [&](const std::string& choice) {
        return std::ranges::equal(choice, written, {}, lower, lower);
    });
    return found == field.choices.end() ? field.fallback : *found;
}

/// As it is compared with the declared choices: strings in double quotes.
std::string choiceText(const toml::Value& value) {
    return value.kind == toml::Kind::String ? toml::quoted(value.text) : value.text;
}

void checkChoice(const CheckedDocument& checked, const Shape& shape, std::vector<Breach>& breaches) {
    const Field& field = *shape.field;
    const toml::Value& value = *shape.node->value;
    if (field.choices.empty() || !field.closedChoice || !field.pattern.empty()) return;
    const bool list = value.kind == toml::Kind::Array;
    std::vector<std::string> written;
    if (list)
        for (const toml::Value& element : value.elements) written.push_back(choiceText(element));
    else
        written.push_back(choiceText(value));
    const auto wrong = std::ranges::find_if(
        written, [&](const std::string& each) { return !std::ranges::contains(field.choices, each); });
    if (wrong == written.end()) return;
    std::string all;
    for (const std::string& choice : field.choices) all += (all.empty() ? "" : ", ") + choice;
    breaches.push_back({checked.schema.verdicts().wrongChoice,
                        {MESSAGE("rules", "'%1' may be %2, not %3"), shape.name(), all, *wrong},
                        list ? std::string() : nearestChoice(field, *wrong),
                        field.unchecked});
}

bool isChecked(const Shape& shape) {
    return shape.field != nullptr && shape.node->value != nullptr &&
           shape.node->value->kind != toml::Kind::Missing && hasRightType(shape);
}

void check(const Checked& project, Findings& findings) {
    for (const CheckedDocument& checked : project.documents) {
        for (const Shape& shape : checked.shapes) {
            if (!isChecked(shape)) continue;
            std::vector<Breach> breaches;
            const toml::Kind kind = shape.node->value->kind;
            if (kind == toml::Kind::Integer || kind == toml::Kind::Float) checkNumber(shape, breaches);
            if (kind == toml::Kind::String) checkText(shape, breaches);
            checkChoice(checked, shape, breaches);
            for (const Breach& breach : breaches) {
                auto finding = findings.at({checked.file, shape.node->range});
                finding.code(breach.code)
                    .severity(checked.stopsTheTool && !breach.silent ? Severity::Error : Severity::Warning)
                    .say(breach.message);
                if (!breach.cure.empty())
                    finding.fix(
                        {MESSAGE("rules", "Set '%1' to %2"), shape.name(), breach.cure},
                        toml::planned::set(checked.file, checked.document, shape.path(), breach.cure));
                if (shape.field->required) continue;
                finding.fix({MESSAGE("rules", "Remove '%1'"), shape.name()},
                            toml::planned::unset(checked.file, checked.document, shape.path()));
            }
        }
    }
}

}

extern const Rule value_out_of_range{
    .id = "value-out-of-range",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A value outside its pattern or range"),
    .why =
        MESSAGE("rules",
                "The build stops; where the tool does not look, Kubernetes or Docker refuse the file later."),
    .cure = MESSAGE("rules", "Write a value that is allowed."),
    .source = "c2c 4.0.0, section 4.1",
    .example = {.wrong = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
cpu = «150»
)",
                .right = R"(=== Cloud.toml
[cloud.deployment.autoscaling]
cpu = 100
)"},
    .check = check};

}
