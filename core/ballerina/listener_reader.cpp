#include "core/ballerina/listener_reader.h"

#include "core/ballerina/cursor.h"
#include "core/ballerina/literals.h"
#include "core/ballerina/metadata.h"

#include <algorithm>
#include <array>

namespace arabesque::ballerina {

namespace {

/// Number by number what stands between commas.
template <class Visit> void forEachArgument(const SourceCode& code, TokenRange arguments, Visit visit) {
    Cursor cursor(code, arguments);
    while (!cursor.atEnd()) {
        const auto begin = cursor.position();
        while (!cursor.atEnd() && !cursor.is(",")) cursor.skip();
        visit(cursor.since(begin));
        cursor.accept(",");
    }
}

/// The value of `name = value`, or of `name: value` in a mapping among the arguments.
std::optional<TokenRange> argumentNamed(const SourceCode& code, TokenRange arguments, std::string_view name) {
    std::optional<TokenRange> found;
    forEachArgument(code, arguments, [&](TokenRange argument) {
        Cursor cursor(code, argument);
        if (cursor.is("=", 1)) {
            if (cursor.is(name)) found = TokenRange{argument.begin + 2, argument.end};
            cursor.moveTo(argument.begin + 2);
        }
        if (cursor.is("{"))
            if (const auto member = findMember(code, cursor.inside(), name)) found = member;
    });
    return found;
}

std::optional<Written> literalNamed(const SourceCode& code, TokenRange arguments, std::string_view name,
                                    std::initializer_list<TokenKind> kinds) {
    const auto value = argumentNamed(code, arguments, name);
    if (!value || value->size() != 1 || !std::ranges::contains(kinds, code.token(value->begin).kind))
        return std::nullopt;
    const std::string_view text = code.text(value->begin);
    return Written{text.starts_with('"') ? stringValue(text) : std::string(text), code.place(*value)};
}

std::optional<Port> portOf(const PackageScope& scope, const ParsedSource& source, TokenRange arguments) {
    const SourceCode& code = source.code;
    TokenRange argument;
    forEachArgument(code, arguments, [&](TokenRange each) {
        const Cursor cursor(code, each);
        if (cursor.is("port") && cursor.is("=", 1))
            argument = {each.begin + 2, each.end};
        else if (each.begin == arguments.begin && !cursor.is("=", 1))
            argument = each;
    });
    if (const auto number = decimalValue(code, argument)) return Port{*number, code.place(argument)};
    if (argument.size() != 1 || code.token(argument.begin).kind != TokenKind::Name) return std::nullopt;
    const Symbol* symbol = scope.find(source, code.text(argument.begin));
    if (symbol == nullptr || symbol->variable == nullptr || symbol->variable->configurable ||
        symbol->variable->kind == VariableDeclaration::Kind::Listener)
        return std::nullopt;
    const TokenRange value = symbol->variable->initializer;
    const auto number = decimalValue(symbol->source->code, value);
    return number ? std::optional(Port{*number, symbol->source->code.place(value)}) : std::nullopt;
}

/// `new m:T(…)`, or `new (…)` of a variable whose type names the module.
void addListener(PackageFacts& facts, const PackageScope& scope, const ParsedSource& source,
                 TokenRange expression, TokenRange type) {
    const SourceCode& code = source.code;
    Cursor cursor(code, expression);
    while (cursor.is("check") || cursor.is("checkpanic")) cursor.advance();
    if (!cursor.accept("new")) return;
    const Cursor named = cursor.is(":", 1) ? cursor : Cursor(code, type);
    while (!cursor.atEnd() && !cursor.is("(")) cursor.advance();
    if (cursor.atEnd() || !named.is(":", 1)) return;
    const TokenRange arguments = cursor.inside();
    using enum TokenKind;
    facts.listeners.push_back(
        {.protocol = PackageScope::moduleNamed(source, named.text()),
         .port = portOf(scope, source, arguments),
         .host = literalNamed(code, arguments, "host", {String}),
         .gracefulStop = literalNamed(code, arguments, "gracefulStopTimeout", {Integer, Float}),
         .secure = argumentNamed(code, arguments, "secureSocket").has_value()});
}

/// `certFile: "cert.pem"` and its kin.
void addKeyFiles(PackageFacts& facts, const SourceCode& code) {
    static constexpr std::array<std::string_view, 7> endings{".pem", ".crt", ".cer", ".key",
                                                             ".p12", ".pfx", ".jks"};
    static constexpr std::array<std::string_view, 4> names{"certFile", "keyFile", "cert", "path"};
    const TokenRange all = code.all();
    for (auto i = all.begin + 2; i < all.end; ++i) {
        if (code.token(i).kind != TokenKind::String) continue;
        std::string_view text = code.text(i);
        if (text.size() < 2 || !text.ends_with('"')) continue;
        text = text.substr(1, text.size() - 2);
        const bool isFile =
            std::ranges::any_of(endings, [&](std::string_view ending) { return text.ends_with(ending); });
        const bool named = (code.text(i - 1) == ":" || code.text(i - 1) == "=") &&
                           std::ranges::contains(names, code.text(i - 2));
        if (isFile && named) facts.keyFiles.push_back({stringValue(code.text(i)), code.place({i, i + 1})});
    }
}

}

void readListeners(PackageFacts& facts, const PackageScope& scope, const ParsedSource& source) {
    for (const VariableDeclaration& variable : source.declarations.variables)
        if (variable.kind == VariableDeclaration::Kind::Listener)
            addListener(facts, scope, source, variable.initializer, variable.type);
    for (const ServiceDeclaration& service : source.declarations.services)
        for (const TokenRange listener : service.listeners) addListener(facts, scope, source, listener, {});
    addKeyFiles(facts, source.code);
}

}
