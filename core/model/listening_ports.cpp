#include "core/model/listening_ports.h"

#include "core/model/configured_variables.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::int64_t usualPort = 9090;   // of ballerina/http's default listener

bool holds(const Place& outer, const Place& inner) {
    return outer.file == inner.file && outer.range.begin <= inner.range.begin &&
           inner.range.end <= outer.range.end;
}

const ballerina::Configurable* configurableIn(const ballerina::PackageFacts& facts,
                                              const Place& declaration) {
    const auto found = std::ranges::find_if(facts.configurables, [&](const auto& configurable) {
        return holds(declaration, configurable.place);
    });
    return found == facts.configurables.end() ? nullptr : &*found;
}

/// Who sets the number that stands at a place: the reader of sources points at the whole declaration.
const ballerina::Configurable* configurableAt(const ballerina::PackageFacts& facts, const Place& place) {
    for (const Diagnostic& each : facts.diagnostics)
        if (each.rule == "configurable-port-may-change" && holds(each.place, place))
            return configurableIn(facts, each.place);
    return nullptr;
}

/// Whether listeners of a module wait at a port.
bool waitsAtPort(const ballerina::Listener& listener) {
    static constexpr std::string_view modules[] = {"http", "grpc",      "graphql", "tcp",
                                                   "udp",  "websocket", "websub",  "websubhub"};
    return std::ranges::contains(modules, listener.protocol);
}

class PortReader {
public:
    PortReader(const ConfiguredProgram& program, const toml::Document* configuration)
        : m_configuration(configuration), m_facts(program.facts), m_variables(variablesOf(program)) {}

    std::vector<ListeningPort> run() {
        for (const ballerina::Service& service : m_facts.services)
            for (const ballerina::Port& port : service.ports)
                if (!std::ranges::contains(m_facts.defaultListeners, port.place)) add(port);
        for (const ballerina::Listener& listener : m_facts.listeners)
            if (listener.port) add(*listener.port);
        for (const Diagnostic& each : m_facts.diagnostics)
            if (each.rule == "configurable-port-without-default")
                add(variableOf(configurableIn(m_facts, each.place)), 0, each.place);
        for (const Place& place : m_facts.defaultListeners)
            add(variableOf([](const auto& each) {
                    return each.known && each.key() == "ballerina.http.defaultListenerPort";
                }),
                usualPort, place);
        if (someAreNotTold()) m_ports.push_back({});
        return std::move(m_ports);
    }

private:
    template <class Test> [[nodiscard]] const ConfiguredVariable* variableOf(const Test& test) const {
        const auto found = std::ranges::find_if(m_variables, test);
        return found == m_variables.end() ? nullptr : &*found;
    }

    [[nodiscard]] const ConfiguredVariable* variableOf(const ballerina::Configurable* configurable) const {
        if (configurable == nullptr) return nullptr;
        return variableOf([&](const auto& each) { return each.configurable == configurable; });
    }

    /// Listeners that name no port have one of those that configurables give, or one nobody knows.
    [[nodiscard]] bool someAreNotTold() const {
        const auto without = std::ranges::count_if(
            m_facts.listeners, [](const auto& each) { return waitsAtPort(each) && !each.port; });
        return without > std::ranges::count_if(m_ports, [](const auto& each) { return !each.key.empty(); });
    }

    void add(const ballerina::Port& port) {
        add(variableOf(configurableAt(m_facts, port.place)), port.number, port.place);
    }

    void add(const ConfiguredVariable* variable, std::int64_t number, const Place& place) {
        ListeningPort port{.number = number, .key = {}, .place = place};
        if (variable != nullptr) {
            port.key = variable->key();
            if (const auto written = writtenFor(*variable)) port.number = *written;
        }
        const bool known = std::ranges::any_of(m_ports, [&](const ListeningPort& each) {
            return each.number == port.number && (port.number != 0 || each.key == port.key);
        });
        if (!known) m_ports.push_back(std::move(port));
    }

    [[nodiscard]] std::optional<std::int64_t> writtenFor(const ConfiguredVariable& variable) const {
        if (m_configuration == nullptr || !m_configuration->valid()) return std::nullopt;
        const std::string* section = sectionIn(variable, *m_configuration);
        if (section == nullptr) return std::nullopt;
        const toml::Node* node = m_configuration->find(pathOf(variable, *section));
        const bool number = node->value != nullptr && node->value->kind == toml::Kind::Integer;
        return number ? std::optional(node->value->integer) : std::nullopt;
    }

    const toml::Document* m_configuration;
    const ballerina::PackageFacts& m_facts;
    std::vector<ConfiguredVariable> m_variables;
    std::vector<ListeningPort> m_ports;
};

}

std::vector<ListeningPort> listeningPortsOf(const ConfiguredProgram& program,
                                            const toml::Document* configuration) {
    return PortReader(program, configuration).run();
}

const ListeningPort* portToMove(std::span<const ListeningPort> ports, std::int64_t port) {
    if (std::ranges::contains(ports, port, &ListeningPort::number)) return nullptr;
    const auto found =
        std::ranges::find_if(ports, [](const ListeningPort& each) { return !each.key.empty(); });
    return found == ports.end() ? nullptr : &*found;
}

bool canListenAt(std::span<const ListeningPort> ports, std::int64_t port) {
    const auto isUnknown = [](const ListeningPort& each) { return each.number == 0; };
    return ports.empty() || std::ranges::contains(ports, port, &ListeningPort::number) ||
           std::ranges::any_of(ports, isUnknown) || portToMove(ports, port) != nullptr;
}

}
