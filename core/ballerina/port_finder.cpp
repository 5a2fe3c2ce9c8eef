#include "core/ballerina/port_finder.h"

#include "core/ballerina/cursor.h"
#include "core/ballerina/listener_types.h"
#include "core/ballerina/literals.h"
#include "core/ballerina/port_diagnostics.h"

#include <algorithm>

namespace arabesque::ballerina {

namespace {

constexpr std::uint32_t longestChain =
    8;   ///< listeners that stand on each other; the original never returns from a circle

bool isName(const SourceCode& code, TokenRange expression) {
    return expression.size() == 1 && code.token(expression.begin).kind == TokenKind::Name;
}

TokenRange firstArgument(const SourceCode& code, TokenRange arguments) {
    Cursor cursor(code, arguments);
    while (!cursor.atEnd() && !cursor.is(",")) cursor.skip();
    return cursor.since(arguments.begin);
}

/// The initializer that code-to-cloud remembers for a name (section 5.1); empty where it remembers none.
TokenRange rememberedInitializer(const SourceCode& code, const VariableDeclaration& variable) {
    const bool qualified = variable.type.size() == 3 && code.text(variable.type.begin + 1) == ":";
    if (!qualified || variable.kind == VariableDeclaration::Kind::Constant) return {};
    if (variable.kind == VariableDeclaration::Kind::Listener) return variable.initializer;
    Cursor cursor(code, variable.initializer);
    const bool checked = cursor.accept("check");
    return checked || code.text(variable.type.end - 1) == "Listener" ? cursor.rest() : TokenRange{};
}

}

std::vector<Port> PortFinder::portsOf(const ParsedSource& source, const ServiceDeclaration& service) {
    std::vector<Port> ports;
    const auto native = [&](TokenRange listener) { return isNativeListener(m_scope, source, listener); };
    if (std::ranges::none_of(service.listeners, native)) return ports;
    for (const TokenRange listener : service.listeners) {
        m_steps = 0;
        if (!addPorts(source, listener, ports)) return {};
    }
    return ports;
}

bool PortFinder::addPorts(const ParsedSource& source, TokenRange listener, std::vector<Port>& ports) {
    const SourceCode& code = source.code;
    if (code.text(listener.begin) == "new") return addPortOfNew(source, listener, ports);
    if (!isName(code, listener)) {
        m_diagnostics.push_back(listenerNotExposed(source, listener));
        return false;
    }
    const Symbol* symbol = m_scope.find(source, code.text(listener.begin));
    const auto port = portOfListener(symbol);
    if (port) {
        ports.push_back(*port);
    } else {
        m_diagnostics.push_back(portNotResolved(source, listener, symbol));
    }
    return port.has_value();
}

bool PortFinder::addPortOfNew(const ParsedSource& source, TokenRange listener, std::vector<Port>& ports) {
    const SourceCode& code = source.code;
    Cursor cursor(code, listener);
    while (!cursor.atEnd() && !cursor.is("(")) cursor.advance();
    const auto argument = cursor.atEnd() ? TokenRange{} : firstArgument(code, cursor.inside());
    if (argument.empty()) {
        m_diagnostics.push_back(portNotResolved(source, listener, nullptr));
        return false;
    }
    const Cursor first(code, argument);
    if (first.is("=", 1) || first.is("...")) {
        m_diagnostics.push_back(listenerNotExposed(source, listener));
        return true;
    }
    const auto port = portOfArgument(source, argument);
    if (port) ports.push_back(*port);
    return port.has_value();
}

std::optional<Port> PortFinder::portOfListener(const Symbol* symbol) {
    if (symbol == nullptr || symbol->variable == nullptr || ++m_steps > longestChain) return std::nullopt;
    const ParsedSource& source = *symbol->source;
    const SourceCode& code = source.code;
    Cursor cursor(code, rememberedInitializer(code, *symbol->variable));
    if (!cursor.accept("new") || !cursor.is("(")) return std::nullopt;
    auto argument = firstArgument(code, cursor.inside());
    const Cursor first(code, argument);
    if (first.is("port") && first.is("=", 1)) argument.begin += 2;
    if (isName(code, argument)) return portOfArgument(source, argument);
    const auto number = decimalValue(code, argument);
    return number ? std::optional(Port{.number = *number, .place = code.place(argument)}) : std::nullopt;
}

std::optional<Port> PortFinder::portOfArgument(const ParsedSource& source, TokenRange argument) {
    const SourceCode& code = source.code;
    const Symbol* symbol = isName(code, argument) ? m_scope.find(source, code.text(argument.begin)) : nullptr;
    if (const auto number = decimalValue(code, argument))
        return Port{.number = *number, .place = code.place(argument)};
    if (const auto variable = portOfVariable(symbol)) return variable->port;
    if (auto port = portOfListener(symbol)) return port;
    m_diagnostics.push_back(portNotResolved(source, argument, symbol));
    return std::nullopt;
}

std::optional<PortFinder::VariablePort> PortFinder::portOfVariable(const Symbol* symbol) {
    if (symbol == nullptr || symbol->variable == nullptr) return std::nullopt;
    const VariableDeclaration& variable = *symbol->variable;
    const SourceCode& code = symbol->source->code;
    const bool usable =
        variable.kind == VariableDeclaration::Kind::Variable && code.text(variable.type) == "int";
    if (!usable) return std::nullopt;
    if (code.text(variable.initializer) == "?") {
        m_diagnostics.push_back(configurablePortWithoutDefault(*symbol->source, variable));
        return VariablePort{};
    }
    const auto number = decimalValue(code, variable.initializer);
    if (!number) return std::nullopt;
    if (variable.configurable) m_diagnostics.push_back(configurablePortMayChange(*symbol->source, variable));
    if (*number == 0) return VariablePort{};
    return VariablePort{Port{.number = *number, .place = code.place(variable.initializer)}};
}

}
