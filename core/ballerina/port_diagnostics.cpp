#include "core/ballerina/port_diagnostics.h"

#include "core/ballerina/cursor.h"
#include "core/ballerina/literals.h"

#include <algorithm>

namespace arabesque::ballerina {

namespace {

constexpr std::string_view defaultPort = "9090";

Edit replacement(const SourceCode& code, std::uint32_t beginToken, std::uint32_t endToken, std::string text) {
    const ByteRange range{code.token(beginToken).begin, code.token(endToken).begin};
    return {{{.file = code.file(), .range = range, .text = std::move(text)}}};
}

Edit replacement(const SourceCode& code, TokenRange tokens, std::string text) {
    return {{{.file = code.file(), .range = code.place(tokens).range, .text = std::move(text)}}};
}

/// A literal or a name, with or without `port =` before it: what is understood behind a bare `new`.
bool beginsWithPort(const SourceCode& code, TokenRange arguments) {
    Cursor cursor(code, arguments);
    if (cursor.is("port") && cursor.is("=", 1)) cursor.moveTo(cursor.position() + 2);
    const bool simple = cursor.isName() || decimalValue(code, {cursor.position(), cursor.position() + 1});
    return !cursor.atEnd() && simple && (cursor.rest().size() == 1 || cursor.is(",", 1));
}

/// `listener T x = new T(…)` and `check new (…)`: the port is read behind a bare `new` only.
void addBareNewFix(Diagnostic& diagnostic, const SourceCode& code, const VariableDeclaration& listener) {
    Cursor cursor(code, listener.initializer);
    while (cursor.is("check") || cursor.is("checkpanic")) cursor.advance();
    if (!cursor.accept("new")) return;
    const auto classBegin = cursor.position();
    while (!cursor.atEnd() && !cursor.is("(")) cursor.skip();
    const auto written = cursor.since(classBegin);
    const bool canBeTyped = !listener.type.empty() || written.size() == 3;
    const bool bare = cursor.position() == listener.initializer.begin + 1;
    if (bare || cursor.atEnd() || !canBeTyped || !beginsWithPort(code, cursor.inside())) return;
    Edit edit = replacement(code, listener.initializer.begin, cursor.position(), "new ");
    if (listener.type.empty()) {
        const std::size_t name = code.token(listener.name).begin;
        edit.changes.push_back(
            {.file = code.file(), .range = {name, name}, .text = code.foldedText(written) + " "});
    }
    diagnostic.fixes.push_back(
        {.title = MESSAGE("ballerina", "Write the listener as `new (…)`"), .edit = edit});
}

void addDefaultListenerFix(Diagnostic& diagnostic, const SourceCode& code,
                           const VariableDeclaration& listener) {
    const Cursor call(code, listener.initializer);
    if (!call.is(":", 1) || !call.is("getDefaultListener", 2)) return;
    Edit edit = replacement(code, listener.initializer, "new (" + std::string(defaultPort) + ")");
    if (listener.type.empty()) {
        const std::size_t name = code.token(listener.name).begin;
        const auto type = std::string(call.text()) + ":Listener ";
        edit.changes.push_back({.file = code.file(), .range = {name, name}, .text = type});
    }
    diagnostic.fixes.push_back(
        {.title = {MESSAGE("ballerina", "Listen on port %1"), std::string(defaultPort)},
         .edit = std::move(edit)});
}

void addFinalVariableFix(Diagnostic& diagnostic, const SourceCode& code,
                         const VariableDeclaration& constant) {
    if (!decimalValue(code, constant.initializer) || constant.type.begin == 0) return;
    diagnostic.fixes.push_back(
        {.title = {MESSAGE("ballerina", "Make `%1` a final variable"), unquoted(code.text(constant.name))},
         .edit = replacement(code, constant.type.begin - 1, constant.name, "final int ")});
}

Diagnostic warning(const char* rule, const char* code, Place place, Message message) {
    return {.rule = rule,
            .code = code,
            .severity = Severity::Warning,
            .place = std::move(place),
            .message = std::move(message),
            .fixes = {}};
}

}

Diagnostic portNotResolved(const ParsedSource& source, TokenRange expression, const Symbol* symbol) {
    auto found = warning("port-not-resolved", "C2C_002", source.code.place(expression),
                         MESSAGE("ballerina", "failed to retrieve port"));
    if (symbol == nullptr || symbol->variable == nullptr) return found;
    const SourceCode& code = symbol->source->code;
    const VariableDeclaration& variable = *symbol->variable;
    if (variable.kind == VariableDeclaration::Kind::Constant) addFinalVariableFix(found, code, variable);
    if (variable.kind == VariableDeclaration::Kind::Listener) {
        addBareNewFix(found, code, variable);
        addDefaultListenerFix(found, code, variable);
    }
    return found;
}

Diagnostic exposedPortNotResolved(const Place& place, bool defaultable) {
    if (!defaultable)
        return warning("port-not-resolved", "C2C_002", place,
                       MESSAGE("ballerina", "failed to retrieve port"));
    return warning("port-left-to-default", "C2C_018", place,
                   MESSAGE("ballerina", "failed to retrieve port. defaultable ports are not supported"));
}

Diagnostic configurablePortWithoutDefault(const ParsedSource& source, const VariableDeclaration& variable) {
    return warning(
        "configurable-port-without-default", "C2C_005", source.code.place(variable.tokens),
        {MESSAGE("ballerina", "default value is not specified for the configurable variable `%1`. cloud "
                              "artifacts will not be generated for this variable"),
         std::string(source.code.text(variable.name))});
}

Diagnostic configurablePortMayChange(const ParsedSource& source, const VariableDeclaration& variable) {
    return warning(
        "configurable-port-may-change", "C2C_006", source.code.place(variable.tokens),
        {MESSAGE("ballerina", "default value of configurable variable `%1` could be overridden in runtime"),
         std::string(source.code.text(variable.name))});
}

Diagnostic listenerNotExposed(const ParsedSource& source, TokenRange expression) {
    const SourceCode& code = source.code;
    auto found =
        warning("listener-not-exposed", "", code.place(expression),
                {MESSAGE("ballerina", "code-to-cloud reads no port from `%1`, so no port is opened for it"),
                 code.foldedText(expression)});
    Cursor cursor(code, expression);
    if (cursor.is(":", 1) && cursor.is("getDefaultListener", 2)) {
        auto text = "new " + std::string(cursor.text()) + ":Listener(" + std::string(defaultPort) + ")";
        found.fixes.push_back({.title = {MESSAGE("ballerina", "Listen on port %1"), std::string(defaultPort)},
                               .edit = replacement(code, expression, std::move(text))});
    }
    while (!cursor.atEnd() && !cursor.is("(")) cursor.advance();
    const bool named = cursor.is("port", 1) && cursor.is("=", 2) && cursor.rest().size() > 3;
    if (named) {
        found.fixes.push_back({.title = MESSAGE("ballerina", "Pass the port without its name"),
                               .edit = replacement(code, cursor.position() + 1, cursor.position() + 3, {})});
    }
    return found;
}

}
