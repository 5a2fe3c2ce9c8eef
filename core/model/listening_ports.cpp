#include "core/model/listening_ports.h"

#include "core/model/configured_variables.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::int64_t usualPort = 9090;   // of ballerina/http's default listener

/// Who sets the number that stands at a place: the reader of sources points at the whole declaration.
const ballerina::Configurable* configurableAt(const ballerina::PackageFacts& facts, const Place& place) {
    const auto holds = [](const Place& outer, const Place& inner) {
        return outer.file == inner.file && outer.range.begin <= inner.range.begin &&
               inner.range.end <= outer.range.end;
    };
    for (const Diagnostic& each : facts.diagnostics) {
        if (each.rule != "configurable-port-may-change" || !holds(each.place, place)) continue;
        const auto found = std::ranges::find_if(facts.configurables, [&](const auto& configurable) {
            return holds(each.place, configurable.place);
        });
        if (found != facts.configurables.end()) return &*found;
    }
    return nullptr;
}

class PortReader {
public:
    PortReader(const ConfiguredProgram& program, const toml::Document* configuration)
        : m_configuration(configuration), m_facts(program.facts), m_variables(variablesOf(program)) {}

    std::vector<ListeningPort> run() {
        for (const ballerina::Service& service : m_facts.services)
            for (const ballerina::Port& port : service.ports) {
                const bool isDefault = std::ranges::contains(m_facts.defaultListeners, port.place);
                const ballerina::Configurable* configurable = configurableAt(m_facts, port.place);
                if (!isDefault)
                    add(variableOf([&](const auto& each) { return each.configurable == configurable; }),
                        port.number, port.place);
            }
        for (const Place& place : m_facts.defaultListeners)
            add(variableOf([](const auto& each) {
                    return each.known && each.key() == "ballerina.http.defaultListenerPort";
                }),
                usualPort, place);
        return std::move(m_ports);
    }

private:
    template <class Test> [[nodiscard]] const ConfiguredVariable* variableOf(const Test& test) const {
        const auto found = std::ranges::find_if(m_variables, test);
        return found == m_variables.end() ? nullptr : &*found;
    }

    void add(const ConfiguredVariable* variable, std::int64_t number, const Place& place) {
        ListeningPort port{.number = number, .key = {}, .place = place};
        if (variable != nullptr) {
            port.key = variable->key();
            if (const auto written = writtenFor(*variable)) port.number = *written;
        }
        if (!std::ranges::contains(m_ports, port.number, &ListeningPort::number))
            m_ports.push_back(std::move(port));
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
    return ports.empty() || std::ranges::contains(ports, port, &ListeningPort::number) ||
           portToMove(ports, port) != nullptr;
}

}
