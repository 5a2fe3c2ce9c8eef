#include "core/ballerina/exposed_parameters.h"

#include "core/ballerina/cursor.h"

#include <algorithm>
#include <optional>

namespace arabesque::ballerina {

namespace {

bool contains(const SourceCode& code, TokenRange range, std::string_view word) {
    for (auto i = range.begin; i < range.end; ++i) {
        if (code.text(i) == word) return true;
    }
    return false;
}

struct InitFunction {
    TokenRange parameters;
    TokenRange returnType;
};

std::optional<InitFunction> findInit(const SourceCode& code, TokenRange classBody) {
    for (Cursor cursor(code, classBody); !cursor.atEnd(); cursor.skip()) {
        if (!cursor.is("function") || !cursor.is("init", 1) || !cursor.is("(", 2)) continue;
        cursor.moveTo(cursor.position() + 2);
        InitFunction init{.parameters = cursor.inside(), .returnType = {}};
        cursor.skip();
        const auto begin = cursor.position();
        while (!cursor.atEnd() && !cursor.is("{") && !cursor.is(";")) cursor.skip();
        init.returnType = cursor.since(begin);
        return init;
    }
    return std::nullopt;
}

bool isExposed(const ParsedSource& source, TokenRange parameter) {
    for (Cursor cursor(source.code, parameter); !cursor.atEnd(); cursor.skip()) {
        if (!cursor.is("@") || !cursor.isName(1) || !cursor.is(":", 2)) continue;
        if (PackageScope::moduleNamed(source, cursor.text(1)) == "cloud") return true;
    }
    return false;
}

std::vector<ExposedParameter> exposedIn(const ParsedSource& source, TokenRange parameters) {
    std::vector<ExposedParameter> found;
    std::uint32_t index = 0;
    for (Cursor cursor(source.code, parameters); !cursor.atEnd(); ++index) {
        const auto begin = cursor.position();
        bool defaultable = false;
        for (; !cursor.atEnd() && !cursor.is(","); cursor.skip()) defaultable |= cursor.is("=");
        const auto parameter = cursor.since(begin);
        if (isExposed(source, parameter))
            found.push_back(
                {.index = index, .defaultable = defaultable, .place = source.code.place(parameter)});
        cursor.accept(",");
    }
    return found;
}

/// `int|http:Listener listenOn = 8090` stands behind the listener's settings; Twilio's listener has none.
std::vector<ExposedParameter> exposedByTrigger(const ParsedSource& source, std::string_view prefix) {
    const auto module = PackageScope::moduleNamed(source, prefix);
    if (!module.starts_with("trigger.") || module == "trigger.salesforce") return {};
    return {{.index = module == "trigger.twilio" ? 0U : 1U, .defaultable = true, .place = {}}};
}

/// `type` names a class. One that is made in place counts only where its `init` cannot fail, because the type of the
/// expression is no class otherwise; that of a trigger can.
std::vector<ExposedParameter> exposedByClass(const PackageScope& scope, const ParsedSource& source,
                                             TokenRange type, bool inPlace) {
    const Cursor name(source.code, type);
    const bool qualified = type.size() == 3 && name.is(":", 1);
    if (!qualified && type.size() != 1) return {};
    const auto* symbol =
        qualified ? scope.find(source, name.text(), name.text(2)) : scope.find(source, name.text());
    if (symbol == nullptr && qualified && !inPlace) return exposedByTrigger(source, name.text());
    if (symbol == nullptr || symbol->classDefinition == nullptr) return {};
    const auto init = findInit(symbol->source->code, symbol->classDefinition->body);
    if (!init || (inPlace && contains(symbol->source->code, init->returnType, "error"))) return {};
    return exposedIn(*symbol->source, init->parameters);
}

}

std::vector<ExposedParameter> exposedParameters(const PackageScope& scope, const ParsedSource& source,
                                                TokenRange listener) {
    const SourceCode& code = source.code;
    if (code.text(listener.begin) == "new") {
        Cursor cursor(code, {listener.begin + 1, listener.end});
        while (!cursor.atEnd() && !cursor.is("(")) cursor.skip();
        return exposedByClass(scope, source, cursor.since(listener.begin + 1), true);
    }
    const auto* symbol = listener.size() == 1 ? scope.find(source, code.text(listener.begin)) : nullptr;
    if (symbol == nullptr || symbol->variable == nullptr) return {};
    auto found = exposedByClass(scope, *symbol->source, symbol->variable->type, false);
    for (ExposedParameter& parameter : found) {
        if (parameter.place.file.empty()) parameter.place = code.place(listener);
    }
    return found;
}

}
