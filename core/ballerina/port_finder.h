#pragma once

#include "core/ballerina/module_scope.h"

namespace arabesque::ballerina {

struct ServicePorts {
    std::vector<Port> ports;   ///< empty for a service that code-to-cloud leaves out
    bool custom = false;       ///< of a listener that exposes its port itself: no resources are known
};

/// Finds the ports of services where code-to-cloud finds them (c2c 4.0.0, sections 5.1 to 5.5), and says what it
/// says about the others. Where the original stops with an exception, the port counts as not found.
class PortFinder {
public:
    /// Adds to diagnostics and default listeners of `facts`.
    PortFinder(const PackageScope& scope, const ScanOptions& options, PackageFacts& facts)
        : m_scope(scope), m_options(options), m_facts(facts), m_diagnostics(facts.diagnostics) {}

    [[nodiscard]] ServicePorts portsOf(const ParsedSource& source, const ServiceDeclaration& service);

private:
    bool addPorts(const ParsedSource& source, TokenRange listener, std::vector<Port>& ports);
    bool addPortOfNew(const ParsedSource& source, TokenRange listener, std::vector<Port>& ports);
    ServicePorts portsOfCustom(const ParsedSource& source, const ServiceDeclaration& service);
    std::optional<Port> portOfParameter(const ParsedSource& source, TokenRange listener, std::uint32_t index);
    /// From the argument at `index` of the listener's initializer.
    std::optional<Port> portOfListener(const Symbol* symbol, std::uint32_t index = 0);
    /// Of a call of http:getDefaultListener(), where a port is taken for granted.
    std::optional<Port> portOfDefaultListener(const ParsedSource& source, TokenRange expression);
    std::optional<Port> portOfArgument(const ParsedSource& source, TokenRange argument);
    /// Nothing where the variable is no `int` with a literal or `?`.
    struct VariablePort {
        std::optional<Port> port;
    };
    std::optional<VariablePort> portOfVariable(const Symbol* symbol);

    const PackageScope& m_scope;
    const ScanOptions& m_options;
    PackageFacts& m_facts;
    std::vector<Diagnostic>& m_diagnostics;
    std::uint32_t m_steps = 0;   ///< names followed for one listener
};

}
