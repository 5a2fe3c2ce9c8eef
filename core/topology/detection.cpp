#include "core/topology/detection.h"

#include <algorithm>
#include <string>

namespace arabesque {

namespace {

using Tier = NodeRole::Tier;

// What the programs do where nothing is declared.
constexpr double nginxPlusInterval = 5, haproxyInterval = 2;   // NGINX Plus health_check; HAProxy inter
constexpr std::int64_t nginxPlusFails = 1, haproxyFails = 3;   // fails; fall
constexpr double probeTimeout = 1;                             // Kubernetes API, Probe timeoutSeconds
constexpr double nodeGrace = 50;           // Kubernetes, until endpoints of a lost machine go
constexpr double lostAdvertisements = 3;   // keepalived.conf(5), advert_int
constexpr double priorities = 256;         // likewise: the skew of a backup

const DeploymentToml& keys() {
    return deploymentToml();
}

std::string text(std::int64_t value) {
    return std::to_string(value);
}
std::string text(Duration value) {
    return toText(value);
}

class Detector {
public:
    explicit Detector(const Aftermath& aftermath)
        : m_aftermath(aftermath), m_topology(aftermath.topology()) {}

    std::vector<Detection> run() {
        for (const std::size_t place : m_aftermath.lostPlaces())
            if (m_aftermath.movesAway(place)) addRegion(place);
        for (const Node& node : m_topology.nodes) {
            if (!m_aftermath.isLost(node.number) || m_aftermath.movesAway(m_aftermath.wiring.placeOf(node)))
                continue;
            if (node.isIn(Tier::Balancer)) addBalancer(node);
            if (node.isIn(Tier::Traffic) || node.is("control-plane")) addServer(node);
            if (node.is("database")) addCopy(node);
        }
        addTasks();
        return std::move(m_found);
    }

private:
    Detection& add(std::string subject, Message how) {
        Detection& added = m_found.emplace_back();
        added.subject = std::move(subject);
        added.how = std::move(how);
        return added;
    }

    template <class T> auto value(Setting<T> setting) const { return *m_topology.value(setting); }

    /// Notes a value among the inputs of the newest estimate.
    template <class T> T use(Setting<T> setting) {
        const T used = value(setting);
        note(setting, text(used));
        return used;
    }
    template <class T> T useOr(Setting<T> setting, T usual) {
        const auto written = m_topology.written(setting);
        const T used = written ? **written : usual;
        note(setting, text(used));
        return used;
    }
    template <class T> void note(Setting<T> setting, const std::string& value) {
        m_found.back().inputs.push_back(keys()[setting].path + " = " + value);
    }

    void addRegion(std::size_t place) {
        const std::string& name = m_aftermath.wiring.places[place];
        if (!m_topology.has("dns")) {
            add(name, {MESSAGE("simulation",
                               "no [dns] is declared, so people have to notice and to move clients")});
            return;
        }
        Detection& added =
            add(name, {MESSAGE("simulation", "DNS checks fail, and resolvers forget the old answer")});
        const double checks =
            use(keys().dns.checkInterval).seconds * static_cast<double>(use(keys().dns.checkFails));
        added.seconds = checks + use(keys().dns.ttl).seconds;
        added.atLeast = true;
    }

    void addBalancer(const Node& node) {
        if (!m_topology.has("load_balancer.vip")) {
            add(*node.name,
                {MESSAGE("simulation", "no virtual address is declared: its clients notice, one by one")});
            return;
        }
        if (m_aftermath.heirsOf(node.number).empty() && virtualAddressMoves(m_topology)) {
            add(*node.name, {MESSAGE("simulation", "nobody: no other balancer is left to take the address")});
            return;
        }
        const auto& vip = keys().vip;
        if (m_aftermath.after.copies(node.number) > 0) {
            addProcess(node);
            return;
        }
        Detection& added = add(*node.name, {MESSAGE("simulation", "keepalived misses three signs of life")});
        const double interval = use(vip.advertInterval).seconds;
        const auto priority = static_cast<double>(use(vip.standbyPriority));
        added.seconds = lostAdvertisements * interval + (priorities - priority) / priorities * interval;
    }

    void addProcess(const Node& node) {
        const auto& vip = keys().vip;
        if (!virtualAddressMoves(m_topology)) {
            Detection& added = add(
                *node.name,
                {MESSAGE("simulation", "nobody: the address stays with a balancer whose program has ended")});
            added.inputs.push_back(keys()[vip.checkProcess].path +
                                   (value(vip.checkProcess) ? " = true" : " = false"));
            return;
        }
        Detection& added =
            add(*node.name, {MESSAGE("simulation", "keepalived's check fails, and it says so")});
        const double checks = use(vip.checkInterval).seconds * static_cast<double>(use(vip.checkFails));
        added.seconds = checks + use(vip.advertInterval).seconds;
    }

    void addServer(const Node& node) {
        const std::size_t place = m_aftermath.wiring.placeOf(node);
        if (isOnKubernetes(m_topology, node))
            addPods(node);
        else if (value(keys().loadBalancer.managed))
            addManaged(node);
        else if (!hasBalancer(place, m_aftermath.before))
            add(*node.name,
                {MESSAGE("simulation", "no balancer is in front of it: its clients notice, one by one")});
        else if (!hasBalancer(place, m_aftermath.after))
            add(*node.name, {MESSAGE("simulation", "nobody: no balancer is left in front of it")});
        else if (checksActively(m_topology))
            addActive(node);
        else if (value(keys().loadBalancer.engine) == "haproxy")
            add(*node.name,
                {MESSAGE("simulation", "HAProxy checks nothing without [load_balancer.health_check]: each "
                                       "request tries and is sent elsewhere")});
        else
            addPassive(node, place);
    }

    /// Whether a balancer serves in a place.
    [[nodiscard]] bool hasBalancer(std::size_t place, const Survival& survival) const {
        return std::ranges::any_of(m_topology.nodesIn(Tier::Balancer), [&](std::size_t n) {
            return m_aftermath.wiring.placeOf(m_aftermath.node(n)) == place && survival.serves(n);
        });
    }

    void addPods(const Node& node) {
        if (m_aftermath.after.losses.packetsDropped[node.number]) {
            Detection& added =
                add(*node.name, {MESSAGE("simulation", "Kubernetes gives up machines that say nothing "
                                                       "for 40 to 50 seconds, its usual default")});
            added.seconds = nodeGrace;
            return;
        }
        Detection& added =
            add(*node.name, {MESSAGE("simulation", "the readiness probe fails, and the Service leaves "
                                                   "it out; telling all machines comes on top")});
        const double period = use(keys().kubernetes.readinessPeriod).seconds;
        added.seconds = period * static_cast<double>(use(keys().kubernetes.readinessFailures)) + probeTimeout;
        added.inputs.emplace_back("timeout of the probe = 1s");
        added.atLeast = true;
    }

    void addManaged(const Node& node) {
        if (m_topology.has("load_balancer.health_check") && m_topology.written(keys().healthCheck.interval) &&
            m_topology.written(keys().healthCheck.fails)) {
            addActive(node);
            return;
        }
        add(*node.name, {MESSAGE("simulation", "the managed balancer's checks: set interval and fails of "
                                               "[load_balancer.health_check] to what the cloud is told")});
    }

    void addActive(const Node& node) {
        const bool plus = value(keys().loadBalancer.engine) == "nginx-plus";
        Detection& added = add(*node.name, {MESSAGE("simulation", "active checks fail")});
        const Duration interval =
            useOr(keys().healthCheck.interval, Duration{plus ? nginxPlusInterval : haproxyInterval});
        const std::int64_t fails = useOr(keys().healthCheck.fails, plus ? nginxPlusFails : haproxyFails);
        added.seconds =
            interval.seconds * static_cast<double>(fails) + use(keys().healthCheck.timeout).seconds;
    }

    /// max_fails × workers that count for themselves × peers / requests per second at the balancer.
    void addPassive(const Node& node, std::size_t place) {
        const auto& balancer = keys().loadBalancer;
        const std::size_t peers = m_aftermath.peersOf(node.number).size();
        if (peers == 1 && m_aftermath.heirsOf(node.number).empty()) {
            add(*node.name, {MESSAGE("simulation", "nobody: NGINX never leaves out the only server it has")});
            return;
        }
        if (value(balancer.maxFails) == 0) {
            add(*node.name,
                {MESSAGE("simulation", "nobody: with max_fails = 0 each request tries it again")});
            return;
        }
        if (!node.isIn(Tier::Traffic)) {
            add(*node.name,
                {MESSAGE("simulation", "requests of people that fail; their number is not declared")});
            return;
        }
        const auto rate = m_aftermath.rateAtBalancer(place);
        if (!rate) {
            add(*node.name,
                {MESSAGE("simulation",
                         "requests that fail: how soon depends on their number, so set objectives.peak")});
            return;
        }
        Detection& added = add(*node.name, {MESSAGE("simulation", "NGINX counts requests that fail")});
        const auto fails = static_cast<double>(use(balancer.maxFails));
        double workers = 1;
        if (const auto zone = m_topology.written(balancer.zone))
            note(balancer.zone, **zone);
        else if (m_topology.written(balancer.workers))
            workers = static_cast<double>(use(balancer.workers));
        else
            added.atLeast = true;   // each of an unknown number of workers counts for itself
        added.inputs.push_back("servers = " + std::to_string(peers));
        added.seconds = fails * workers * static_cast<double>(peers) / *rate;
        note(keys().objectives.peak, text(value(keys().objectives.peak)));
        if (m_aftermath.after.losses.packetsDropped[node.number])
            *added.seconds += use(balancer.connectTimeout).seconds;
    }

    void addCopy(const Node& node) {
        add(*node.name, {MESSAGE("simulation", "whatever watches the database; how fast is not declared")});
    }

    void addTasks() {
        const auto& integrator = keys().microIntegrator;
        if (!value(integrator.coordination) || !value(integrator.scheduledWork)) return;
        bool lost = false, left = false;
        for (const std::size_t node : m_topology.nodesOf("micro-integrator")) {
            lost = lost || m_aftermath.isLost(node);
            left = left || m_aftermath.after.serves(node);
        }
        if (!lost || !left) return;
        Detection& added = add(
            "tasks", {MESSAGE("simulation", "heartbeats in the coordination database are missed; the next "
                                            "round of the resolver comes on top")});
        added.seconds =
            use(integrator.heartbeat).seconds * static_cast<double>(use(integrator.heartbeatRetries));
        added.atLeast = true;
    }

    const Aftermath& m_aftermath;
    const Topology& m_topology;
    std::vector<Detection> m_found;
};

}

std::vector<Detection> detectionsOf(const Aftermath& aftermath) {
    return Detector(aftermath).run();
}

}
