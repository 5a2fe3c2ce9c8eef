#include "core/generate/generator.h"
#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"
#include "core/model/address.h"
#include "core/model/balancer_engine.h"

#include <algorithm>
#include <format>
#include <optional>
#include <utility>

namespace arabesque {

namespace {

/// The balancers of one place that share an address, the one that has it first.
struct Pair {
    std::vector<const Node*> nodes;
    Sourced<std::string> address;
};

const DeploymentToml& keys() {
    return deploymentToml();
}

/// Seconds as keepalived reads them, down to hundredths.
std::string secondsText(Duration duration) {
    std::string text = std::format("{:.2f}", duration.seconds);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

/// Whole seconds, as the scripts' interval takes.
std::string wholeSeconds(Duration duration) {
    return std::to_string(std::max<std::int64_t>(1, static_cast<std::int64_t>(duration.seconds + 0.999)));
}

/// Text of a user as one word: what keepalived would read otherwise stands in quotes.
std::string word(std::string_view text) {
    if (!text.empty() && hasOnly(text, "-_.:/@")) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') quoted += '\\';
        if (code < ' ' || code == 0x7f)
            quoted += std::format("\\x{:02x}", code);
        else
            quoted += c;
    }
    return quoted + '"';
}

/// The pairs of all places. The address of [load_balancer.vip] is that of the first place whose region has none.
std::vector<Pair> pairsOf(const Topology& topology) {
    std::vector<Pair> pairs;
    std::vector<std::string> places;
    bool isTaken = false;
    for (const std::size_t number : topology.nodesIn(NodeRole::Tier::Balancer)) {
        const Node& node = topology.nodes[number];
        if (!isFileName(*node.name)) continue;
        const auto at = std::ranges::find(places, *node.region) - places.begin();
        if (static_cast<std::size_t>(at) == places.size()) {
            places.push_back(*node.region);
            const Region* region = topology.region(*node.region);
            Sourced<std::string> address;
            if (region != nullptr && !region->vip->empty())
                address = region->vip;
            else if (!std::exchange(isTaken, true))
                address = topology.value(keys().vip.address);
            pairs.push_back({{}, std::move(address)});
        }
        pairs[static_cast<std::size_t>(at)].nodes.push_back(&node);
    }
    for (Pair& pair : pairs)
        std::ranges::stable_partition(pair.nodes, [](const Node* node) { return !node->isStandby(); });
    std::erase_if(pairs, [](const Pair& pair) { return pair.address->empty() || pair.nodes.size() < 2; });
    return pairs;
}

class KeepalivedFile {
public:
    KeepalivedFile(const Topology& topology, const Pair& pair, std::size_t index, Sourced<std::string> name)
        : m_topology(topology),
          m_pair(pair),
          m_index(index),
          m_name(std::move(name)),
          m_writer("vm/keepalived/" + *node().name + "/keepalived.conf", "keepalived",
                   joined(joined({layout("keepalived.conf(5)")}, pair.address.origins),
                          joined(m_name.origins, reasonsOfBalancers(topology)))) {}

    Artifact run() {
        line("# Load balancer " + *node().name + ": /etc/keepalived/keepalived.conf");
        global();
        if (*value(keys().vip.checkProcess)) script();
        instance();
        return std::move(m_writer).take();
    }

private:
    [[nodiscard]] const Node& node() const { return *m_pair.nodes[m_index]; }
    template <class T> [[nodiscard]] Sourced<T> value(Setting<T> setting) const {
        return m_topology.value(setting);
    }
    void line(const std::string& text, const Origins& origins = {}) { m_writer.line(text, origins); }

    void global() {
        line("global_defs {");
        line("    router_id " + *node().name, node().name.origins);
        line("    enable_script_security");
        line("    script_user root");
        line("}");
    }

    void script() {
        const auto interval = value(keys().vip.checkInterval);
        const auto fails = value(keys().vip.checkFails);
        const Origins why = value(keys().vip.checkProcess).origins;
        line("", why);
        line("vrrp_script balancer_serves {", why);
        line("    script \"/etc/keepalived/check-balancer.sh\"", why);
        line("    interval " + wholeSeconds(*interval), joined(interval.origins, why));
        line("    fall " + std::to_string(*fails), joined(fails.origins, why));
        line("    rise 2", why);
        if (const auto weight = m_topology.written(keys().vip.checkWeight))
            line("    weight " + std::to_string(**weight), joined(weight->origins, why));
        line("}", why);
    }

    void instance() {
        const auto interface = value(keys().vip.interface);
        const auto router = value(keys().vip.routerId);
        const auto advert = value(keys().vip.advertInterval);
        line("");
        line("vrrp_instance " + *m_name + " {");
        state();
        line("    interface " + word(*interface), interface.origins);
        line("    virtual_router_id " + std::to_string(*router), router.origins);
        priority();
        line("    advert_int " + secondsText(*advert), advert.origins);
        unicast();
        line("    virtual_ipaddress {", m_pair.address.origins);
        line("        " + word(*m_pair.address), m_pair.address.origins);
        line("    }", m_pair.address.origins);
        if (*value(keys().vip.checkProcess)) {
            const Origins why = value(keys().vip.checkProcess).origins;
            line("    track_script {", why);
            line("        balancer_serves", why);
            line("    }", why);
        }
        line("}");
    }

    /// One that shall not go back has to begin as BACKUP, or nopreempt is ignored.
    void state() {
        const auto preempt = value(keys().vip.preempt);
        const auto written = m_topology.written(keys().vip.initialState);
        const bool first = m_index == 0;
        const std::string usual = *preempt ? "MASTER" : "BACKUP";
        line("    state " + (!first    ? "BACKUP"
                             : written ? word(**written)
                                       : usual),
             joined(reasonsOf(m_topology, keys().vip.initialState),
                    joined(node().state.origins, preempt.origins)));
        if (!*preempt) line("    nopreempt", preempt.origins);
    }

    /// Each further standby has one less than the one before it.
    void priority() {
        const auto of = value(m_index == 0 ? keys().vip.priority : keys().vip.standbyPriority);
        const auto later = static_cast<std::int64_t>(m_index == 0 ? 0 : m_index - 1);
        line("    priority " + std::to_string(std::max<std::int64_t>(1, *of - later)), of.origins);
    }

    void unicast() {
        const auto unicast = value(keys().vip.unicast);
        const bool known =
            std::ranges::all_of(m_pair.nodes, [](const Node* each) { return isIpAddress(*each->host); });
        if (!*unicast || !known) return;
        Origins why = unicast.origins;   // one name among the addresses, and there is none of this
        for (const Node* each : m_pair.nodes) why = joined(std::move(why), each->host.origins);
        line("    unicast_src_ip " + *node().host, why);
        line("    unicast_peer {", why);
        for (const Node* each : m_pair.nodes)
            if (each != &node()) line("        " + *each->host, why);
        line("    }", why);
    }

    const Topology& m_topology;
    const Pair& m_pair;
    std::size_t m_index;
    Sourced<std::string> m_name;
    TextWriter m_writer;
};

/// What keepalived runs to learn whether the balancer takes requests.
Artifact checkScript(const Topology& topology, const Node& node) {
    const BalancerEngine engine = balancerEngineOf(topology);
    TextWriter writer("vm/keepalived/" + *node.name + "/check-balancer.sh", "keepalived",
                      joined(topology.value(keys().vip.checkProcess).origins, reasonsOfBalancers(topology)));
    const auto line = [&](const std::string& text, const Origins& origins = {}) {
        writer.line(text, origins);
    };
    line("#!/bin/bash");
    line("# Whether the balancer takes requests: it runs, and somebody answers at its port.");
    line(std::string("systemctl is-active --quiet ") + (engine.isNginx() ? "nginx" : "haproxy") + " &&",
         topology.value(keys().loadBalancer.engine).origins);
    line("    timeout 1 bash -c 'exec 3<>/dev/tcp/127.0.0.1/" + std::to_string(*node.port) + "' 2>/dev/null",
         node.port.origins);
    return std::move(writer).take();
}

Artifacts generate(const Design& design) {
    const Topology& topology = design.deployment.topology;
    Artifacts files;
    if (!topology.has("load_balancer.vip") || *topology.value(keys().loadBalancer.managed)) return files;
    const Sourced<std::string> name{identifierOf(design.deployment.workload.jar),
                                    design.deployment.workload.name.origins};
    for (const Pair& pair : pairsOf(topology))
        for (std::size_t i = 0; i < pair.nodes.size(); ++i) {
            files.push_back(KeepalivedFile(topology, pair, i, name).run());
            if (*topology.value(keys().vip.checkProcess))
                files.push_back(checkScript(topology, *pair.nodes[i]));
        }
    return files;
}

}

extern const Generator keepalived{.family = "keepalived", .generate = generate};

}
