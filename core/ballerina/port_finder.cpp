#include "core/ballerina/port_finder.h"

#include "core/ballerina/cursor.h"
#include "core/ballerina/exposed_parameters.h"
#include "core/ballerina/listener_types.h"
#include "core/ballerina/literals.h"
#include "core/ballerina/port_diagnostics.h"

#include <algorithm>

namespace arabesque::ballerina {

namespace {

/// Listeners that stand on each other; the original never returns from a circle.
constexpr std::uint32_t longestChain = 8;

bool isName(const SourceCode& code, TokenRange expression) {
    return expression.size() == 1 && code.token(expression.begin).kind == TokenKind::Name;
}

TokenRange argumentAt(const SourceCode& code, TokenRange arguments, std::uint32_t index) {
    Cursor cursor(code, arguments);
    for (std::uint32_t at = 0;; ++at) {
        const auto begin = cursor.position();
        while (!cursor.atEnd() && !cursor.is(",")) cursor.skip();
        if (at == index || cursor.atEnd()) return at == index ? cursor.since(begin) : TokenRange{};
        cursor.advance();
    }
}

/// What `new T(…)` is given at a position; empty where it is given nothing there.
TokenRange argumentOfNew(const SourceCode& code, TokenRange expression, std::uint32_t index) {
    Cursor cursor(code, expression);
    while (!cursor.atEnd() && !cursor.is("(")) cursor.advance();
    return cursor.atEnd() ? TokenRange{} : argumentAt(code, cursor.inside(), index);
}

bool isPositional(const SourceCode& code, TokenRange argument) {
    const Cursor first(code, argument);
    return !first.is("=", 1) && !first.is("...");
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

ServicePorts PortFinder::portsOf(const ParsedSource& source, const ServiceDeclaration& service) {
    const auto native = [&](TokenRange listener) { return isNativeListener(m_scope, source, listener); };
    if (std::ranges::none_of(service.listeners, native)) return portsOfCustom(source, service);
    ServicePorts found;
    for (const TokenRange listener : service.listeners) {
        m_steps = 0;
        if (!addPorts(source, listener, found.ports)) return {};
    }
    return found;
}

ServicePorts PortFinder::portsOfCustom(const ParsedSource& source, const ServiceDeclaration& service) {
    ServicePorts found{.ports = {}, .custom = true};
    for (const TokenRange listener : service.listeners) {
        for (const ExposedParameter& parameter : exposedParameters(m_scope, source, listener)) {
            m_steps = 0;
            if (auto port = portOfParameter(source, listener, parameter.index)) {
                found.ports.push_back(std::move(*port));
            } else {
                m_diagnostics.push_back(exposedPortNotResolved(parameter.place, parameter.defaultable));
            }
        }
    }
    return found;
}

std::optional<Port> PortFinder::portOfParameter(const ParsedSource& source, TokenRange listener,
                                                std::uint32_t index) {
    const SourceCode& code = source.code;
    if (isName(code, listener)) return portOfListener(m_scope.find(source, code.text(listener.begin)), index);
    const auto argument = argumentOfNew(code, listener, index);
    if (argument.empty() || !isPositional(code, argument)) return std::nullopt;
    return portOfArgument(source, argument);
}

bool PortFinder::addPorts(const ParsedSource& source, TokenRange listener, std::vector<Port>& ports) {
    const SourceCode& code = source.code;
    if (code.text(listener.begin) == "new") return addPortOfNew(source, listener, ports);
    if (!isName(code, listener)) {
        if (const auto port = portOfDefaultListener(source, listener)) {
            ports.push_back(*port);
            return true;
        }
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
    const auto argument = argumentOfNew(code, listener, 0);
    if (argument.empty()) {
        m_diagnostics.push_back(portNotResolved(source, listener, nullptr));
        return false;
    }
    if (!isPositional(code, argument)) {
        m_diagnostics.push_back(listenerNotExposed(source, listener));
        return true;
    }
    const auto port = portOfArgument(source, argument);
    if (port) ports.push_back(*port);
    return port.has_value();
}

std::optional<Port> PortFinder::portOfDefaultListener(const ParsedSource& source, TokenRange expression) {
    Cursor cursor(source.code, expression);
    while (cursor.is("check") || cursor.is("checkpanic")) cursor.advance();
    const bool isCall = cursor.is(":", 1) && cursor.is("getDefaultListener", 2) && cursor.is("(", 3);
    if (!isCall || PackageScope::moduleNamed(source, cursor.text()) != "http") return std::nullopt;
    const Place place = source.code.place(expression);
    if (!std::ranges::contains(m_facts.defaultListeners, place)) m_facts.defaultListeners.push_back(place);
    if (!m_options.defaultListenerPort) return std::nullopt;
    return Port{.number = *m_options.defaultListenerPort, .place = place};
}

std::optional<Port> PortFinder::portOfListener(const Symbol* symbol, std::uint32_t index) {
    if (symbol == nullptr || symbol->variable == nullptr || ++m_steps > longestChain) return std::nullopt;
    const ParsedSource& source = *symbol->source;
    const SourceCode& code = source.code;
    if (auto port = portOfDefaultListener(source, symbol->variable->initializer)) return port;
    Cursor cursor(code, rememberedInitializer(code, *symbol->variable));
    if (!cursor.accept("new") || !cursor.is("(")) return std::nullopt;
    auto argument = argumentAt(code, cursor.inside(), index);
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
