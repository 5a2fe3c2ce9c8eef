#include "core/ballerina/task_reader.h"

#include "core/ballerina/metadata.h"

#include <array>

namespace arabesque::ballerina {

namespace {

/// What stands between the quotes, as written; a missing or computed field becomes the word "null", as in the
/// original.
std::string cronField(const SourceCode& code, const std::optional<TokenRange>& value,
                      std::vector<Diagnostic>& diagnostics) {
    if (!value || value->empty()) return "null";
    const auto text = code.text(value->begin);
    const bool literal = value->size() == 1 && code.token(value->begin).kind == TokenKind::String;
    if (literal && text.size() >= 2) return std::string(text.substr(1, text.size() - 2));
    diagnostics.push_back(
        {.rule = "schedule-not-literal",
         .code = "C2C_003",
         .severity = Severity::Warning,
         .place = code.place(*value),
         .message = MESSAGE("ballerina", "https config extraction only supports basic string paths"),
         .fixes = {}});
    return "null";
}

std::vector<Written> cronFields(const SourceCode& code, TokenRange annotation, TokenRange schedule,
                                std::vector<Diagnostic>& diagnostics) {
    static constexpr std::array<std::string_view, 5> fields{"minutes", "hours", "dayOfMonth", "monthOfYear",
                                                            "daysOfWeek"};
    std::vector<Written> written;
    for (const auto field : fields) {
        const auto value = findMember(code, schedule, field);
        const bool there = value && !value->empty();
        written.push_back({cronField(code, value, diagnostics), code.place(there ? *value : annotation)});
    }
    return written;
}

std::string joined(const std::vector<Written>& fields) {
    std::string expression;
    for (const Written& field : fields) expression += (expression.empty() ? "" : " ") + field.text;
    return expression;
}

}

std::optional<Task> readTask(const ParsedSource& source, std::vector<Diagnostic>& diagnostics) {
    const SourceCode& code = source.code;
    for (const FunctionDefinition& function : source.declarations.functions) {
        if (code.text(function.name) != "main") continue;
        const auto annotation = findAnnotation(code, function.metadata, "cloud:Task");
        if (!annotation) continue;
        Task task{.schedule = {}, .place = code.place(annotation->tokens)};
        const auto schedule = findMember(code, annotation->value, "schedule");
        if (schedule && !schedule->empty() && code.text(schedule->begin) == "{") {
            task.fields = cronFields(code, annotation->tokens, code.inside(schedule->begin), diagnostics);
            task.schedule = joined(task.fields);
        }
        return task;
    }
    return std::nullopt;
}

}
