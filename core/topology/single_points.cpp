#include "core/topology/single_points.h"

#include "core/topology/survival.h"

#include <algorithm>

namespace arabesque {

namespace {

using Kind = Failure::Kind;

class CutFinder {
public:
    explicit CutFinder(const Topology& topology)
        : m_topology(topology), m_wiring(topology), m_whole(survivalOf(m_wiring, {})) {}

    std::vector<CutSet> run(bool pairs) {
        std::vector<Failure> harmless;
        for (const Failure& each : failuresOf(m_topology)) {
            if (!isCandidate(each)) continue;
            const CutSet cut = judge({each});
            if (cut.data || cut.control)
                m_found.push_back(cut);
            else
                harmless.push_back(each);
        }
        if (!pairs) return std::move(m_found);
        for (std::size_t i = 0; i < harmless.size(); ++i)
            for (std::size_t j = i + 1; j < harmless.size(); ++j) {
                const CutSet cut = judge({harmless[i], harmless[j]});
                if (cut.data || cut.control) m_found.push_back(cut);
            }
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool isCandidate(const Failure& failure) const {
        switch (failure.kind) {
        case Kind::Node: return *m_topology.node(failure.name)->replicas == 1;
        case Kind::Host: return isShared(failure.name);
        case Kind::Balancer: return isOnlyItsProgram(failure.name);
        case Kind::Zone:
        case Kind::Region:
        case Kind::Dns: return true;
        case Kind::Link:
        case Kind::Database: return false;   // the nodes at its ends and its copies are looked at
        }
        return false;
    }

    [[nodiscard]] bool isShared(const std::string& host) const {
        return std::ranges::count(m_topology.nodes, host, [](const Node& node) { return *node.host; }) > 1;
    }

    /// Whether the end of a balancer's program does harm that the end of its node does not.
    [[nodiscard]] bool isOnlyItsProgram(const std::string& name) const {
        if (m_topology.node(name) == nullptr) return false;
        const CutSet node = judge({{Kind::Node, name}});
        return !node.data && !node.control;
    }

    [[nodiscard]] CutSet judge(std::vector<Failure> failures) const {
        const Survival left = survivalOf(m_wiring, failures);
        return {std::move(failures), m_whole.data && !left.data,
                m_whole.control.value_or(false) && !left.control.value_or(false)};
    }

    const Topology& m_topology;
    Wiring m_wiring;
    Survival m_whole;
    std::vector<CutSet> m_found;
};

}

std::vector<CutSet> cutSetsOf(const Topology& topology, bool pairs) {
    return CutFinder(topology).run(pairs);
}

}
