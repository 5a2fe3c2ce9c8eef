#include "core/ballerina/listener_types.h"

#include "core/ballerina/cursor.h"

#include <algorithm>
#include <array>
#include <optional>

namespace arabesque::ballerina {

namespace {

constexpr std::uint32_t longestChain = 8;   ///< of names that stand for each other

/// Finds the module that a listener's class comes from.
class ListenerModule {
public:
    explicit ListenerModule(const PackageScope& scope) : m_scope(scope) {}

    std::optional<std::string> ofExpression(const ParsedSource& source, TokenRange expression);

private:
    std::optional<std::string> ofType(const ParsedSource& source, TokenRange type);
    std::optional<std::string> ofSymbol(const Symbol* symbol);

    const PackageScope& m_scope;
    std::uint32_t m_steps = 0;
};

bool isDeclaredType(const ParsedSource& source, TokenRange type) {
    return !type.empty() && source.code.text(type) != "var";
}

std::optional<std::string> ListenerModule::ofExpression(const ParsedSource& source, TokenRange expression) {
    Cursor cursor(source.code, expression);
    while (cursor.is("check") || cursor.is("checkpanic")) cursor.advance();
    if (cursor.accept("new")) {
        const auto begin = cursor.position();
        while (!cursor.atEnd() && !cursor.is("(")) cursor.skip();
        return ofType(source, cursor.since(begin));
    }
    if (!cursor.isName()) return std::nullopt;
    const bool qualified = cursor.is(":", 1) && cursor.isName(2);
    if (!qualified) return ofSymbol(m_scope.find(source, cursor.text()));
    if (const auto* symbol = m_scope.find(source, cursor.text(), cursor.text(2))) return ofSymbol(symbol);
    // A function of another package, such as http:getDefaultListener(), gives listeners of its own module.
    if (cursor.is("(", 3)) return PackageScope::moduleNamed(source, cursor.text());
    return std::nullopt;
}

std::optional<std::string> ListenerModule::ofType(const ParsedSource& source, TokenRange type) {
    Cursor cursor(source.code, type);
    while (cursor.is("error") && cursor.is("|", 1)) cursor.moveTo(cursor.position() + 2);
    if (!cursor.isName()) return std::nullopt;
    const bool qualified = cursor.is(":", 1) && cursor.isName(2);
    if (!qualified) return ofSymbol(m_scope.find(source, cursor.text()));
    if (const auto* symbol = m_scope.find(source, cursor.text(), cursor.text(2))) return ofSymbol(symbol);
    return PackageScope::moduleNamed(source, cursor.text());
}

std::optional<std::string> ListenerModule::ofSymbol(const Symbol* symbol) {
    if (symbol == nullptr || ++m_steps > longestChain) return std::nullopt;
    if (symbol->type != nullptr) return ofType(*symbol->source, symbol->type->type);
    if (symbol->function != nullptr) return ofType(*symbol->source, symbol->function->returnType);
    if (symbol->variable == nullptr) return std::nullopt;
    const VariableDeclaration& variable = *symbol->variable;
    if (isDeclaredType(*symbol->source, variable.type)) return ofType(*symbol->source, variable.type);
    return ofExpression(*symbol->source, variable.initializer);
}

}

bool isNativeListener(const PackageScope& scope, const ParsedSource& source, TokenRange expression) {
    static constexpr std::array<std::string_view, 9> natives{"http",      "grpc",   "graphql",   "tcp", "udp",
                                                             "websocket", "websub", "websubhub", "ai"};
    const bool name = expression.size() == 1 && source.code.token(expression.begin).kind == TokenKind::Name;
    if (name && scope.find(source, source.code.text(expression)) == nullptr) return true;
    const auto module = ListenerModule(scope).ofExpression(source, expression);
    return module && std::ranges::find(natives, *module) != natives.end();
}

}
