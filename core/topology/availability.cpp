#include "core/topology/availability.h"

#include "core/topology/losses.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <set>

namespace arabesque {

namespace {

using Tier = NodeRole::Tier;
using Numbers = std::vector<std::size_t>;

/// States of places are looked at one by one; more of them than this are not.
constexpr std::size_t mostPlaces = 14;
constexpr double hundred = 100, minutesOfYear = 525'600;
constexpr int unlimited = 12;   // digits, where every value is 100%

double readShare(std::string_view percentage) {
    double value = 0;
    std::from_chars(percentage.data(), percentage.data() + percentage.size(), value);
    return value / hundred;
}

/// A planning value, and whether the estimate needs it.
struct PlanningValue {
    double share = 1;
    bool declared = false;
    bool used = false;
};

class Estimator {
public:
    explicit Estimator(const Topology& topology)
        : m_topology(topology),
          m_wiring(topology),
          m_node(read(keys().node)),
          m_balancer(read(keys().loadBalancer)),
          m_database(read(keys().database)),
          m_zone(read(keys().zone)),
          m_region(read(keys().region)),
          m_failedSwitch(read(keys().failedSwitch)) {}

    Availability run() {
        const bool control = hasControl();
        const double data = overPlaces(&Estimator::dataPath);
        const double controlled = control ? overPlaces(&Estimator::controlPath) : 0;
        explain();
        if (m_complete) {
            m_result.data = roundedTo(m_digits, data);
            if (control) m_result.control = roundedTo(m_digits, controlled);
        }
        return std::move(m_result);
    }

private:
    static const decltype(DeploymentToml::assumptions)& keys() { return deploymentToml().assumptions; }

    PlanningValue read(Setting<std::string> setting) {
        const auto written = m_topology.written(setting);
        if (!written) return {};
        return {readShare(**written), true};
    }
    double use(PlanningValue& value) {
        value.used = true;
        return value.share;
    }
    /// Share of switches that fail; 0 where it is not declared.
    double failedSwitch() {
        m_failedSwitch.used = true;
        return m_failedSwitch.declared ? m_failedSwitch.share : 0;
    }

    // Places that fail as a whole are common to all that stands there: their states are gone through one by one.

    double overPlaces(double (Estimator::*path)(const Losses&)) {
        std::vector<Failure> places;
        std::vector<double> shares;
        for (const Failure& each : failuresOf(m_topology)) {
            const bool zone = each.kind == Failure::Kind::Zone;
            if (!zone && each.kind != Failure::Kind::Region) continue;
            PlanningValue& value = zone ? m_zone : m_region;
            value.used = true;
            if (!value.declared) continue;
            places.push_back(each);
            shares.push_back(value.share);
        }
        if (places.size() > mostPlaces) {
            m_complete = false;
            m_tooManyPlaces = true;
            return 0;
        }
        double sum = 0;
        for (std::size_t state = 0; state < std::size_t{1} << places.size(); ++state) {
            double probability = 1;
            std::vector<Failure> lost;
            for (std::size_t i = 0; i < places.size(); ++i) {
                const bool isLost = (state >> i & 1) != 0;
                probability *= isLost ? 1 - shares[i] : shares[i];
                if (isLost) lost.push_back(places[i]);
            }
            sum += probability * (this->*path)(lossesOf(m_wiring, lost));
        }
        return sum;
    }

    // Groups

    [[nodiscard]] const Node& at(std::size_t number) const { return m_topology.nodes[number]; }

    /// Copies of nodes that serve, and of those that stand by for them.
    double group(const Numbers& nodes, PlanningValue& value, const Losses& losses) {
        std::int64_t actives = 0, standbys = 0;
        for (const std::size_t each : nodes)
            (at(each).isStandby() ? standbys : actives) += losses.copies[each];
        const double share = use(value);
        const bool switches = std::ranges::any_of(nodes, [&](std::size_t n) { return at(n).isStandby(); });
        return withStandby(anyOf(actives, 1, share), anyOf(standbys, 1, share),
                           switches ? failedSwitch() : 0);
    }

    [[nodiscard]] Numbers in(std::size_t place, Numbers nodes) const {
        std::erase_if(nodes, [&](std::size_t n) { return m_wiring.placeOf(at(n)) != place; });
        return nodes;
    }

    double entry(std::size_t place, const Losses& losses) {
        if (*m_topology.value(deploymentToml().loadBalancer.managed))
            return losses.places.contains(place) ? 0 : use(m_balancer);
        const Numbers balancers = in(place, m_topology.nodesIn(Tier::Balancer));
        if (balancers.empty()) return 1;
        if (!m_topology.has("load_balancer.vip")) return group(balancers, m_balancer, losses);
        std::int64_t others = 0;   // one has the address, whatever its state says
        for (const std::size_t each : balancers) others += losses.copies[each];
        const double share = use(m_balancer);
        if (others == 0) return 0;
        return withStandby(share, anyOf(others - 1, 1, share), balancers.size() > 1 ? failedSwitch() : 0);
    }

    // Databases

    /// Numbers of databases that nodes ask, or that what they need asks.
    [[nodiscard]] std::set<std::size_t> databasesOf(const Numbers& nodes) const {
        std::set<std::size_t> found;
        for (const Connection& connection : m_wiring.connections) {
            if (connection.kind != Connection::Kind::Data || connection.from.kind != End::Kind::Node)
                continue;
            if (!std::ranges::contains(nodes, connection.from.number)) continue;
            if (connection.to.kind == End::Kind::ManagedDatabase)
                found.insert(connection.to.number);
            else if (const Database* database = m_topology.database(*at(connection.to.number).database))
                found.insert(database->number);
        }
        return found;
    }

    double database(std::size_t number, const Numbers& copies, const Losses& losses) {
        const Database& database = m_topology.databases[number];
        const double share = use(m_database);
        if (*database.managed) return share;
        std::int64_t alive = 0, actives = 0, standbys = 0;
        bool standby = false;
        for (const std::size_t each : copies) {
            const std::int64_t left = losses.copies[each] > 0 ? 1 : 0;
            alive += left;
            (at(each).isStandby() ? standbys : actives) += left;
            standby = standby || at(each).isStandby();
        }
        if (*database.replication == "quorum")
            return anyOf(alive, static_cast<std::int64_t>(copies.size()) / 2 + 1, share);
        if (!standby || *database.replication == "none") return anyOf(actives, 1, share);
        const double active = anyOf(actives, 1, share), others = anyOf(standbys, 1, share);
        if (*database.replication == "synchronous" && !*database.degrades)
            return others * withStandby(active, 1, failedSwitch());   // a primary waits for a copy
        return withStandby(active, others, failedSwitch());
    }

    /// Of those that all regions share, or of those that a region has for itself.
    double databases(const Numbers& askers, bool shared, std::size_t place, const Losses& losses) {
        double product = 1;
        for (const std::size_t number : databasesOf(askers)) {
            const Database& each = m_topology.databases[number];
            const Numbers copies = m_wiring.copiesOf(each);
            Numbers near = *each.manyWriters ? in(place, copies) : Numbers{};
            if (near.empty() == shared) product *= database(number, shared ? copies : near, losses);
        }
        return product;
    }

    // Paths

    [[nodiscard]] bool servesRequests(const Node& node) const {
        return node.isIn(Tier::Traffic) && (!node.is("all-in-one") || m_topology.nodesOf("gateway").empty());
    }

    /// Nodes that are needed by those given and stand for themselves, such as a back end that is linked.
    [[nodiscard]] Numbers neededBy(const Numbers& nodes) const {
        Numbers found = nodes;
        for (std::size_t i = 0; i < found.size(); ++i)
            for (const Connection& connection : m_wiring.connections)
                if (connection.kind == Connection::Kind::Declared && connection.required &&
                    connection.from == End{End::Kind::Node, found[i]} &&
                    !at(connection.to.number).isIn(Tier::Outside) &&
                    !at(connection.to.number).is("database") &&
                    !std::ranges::contains(found, connection.to.number))
                    found.push_back(connection.to.number);
        return found;
    }

    /// One of each role among the nodes, from the entry on, without the databases all share.
    double place(std::size_t place, const Numbers& nodes, const Losses& losses) {
        double product = entry(place, losses) * databases(nodes, false, place, losses);
        std::set<std::string> roles;
        for (const std::size_t each : nodes) roles.insert(*at(each).role);
        for (const std::string& role : roles) {
            Numbers some = nodes;
            std::erase_if(some, [&](std::size_t n) { return !at(n).is(role); });
            product *= group(some, m_node, losses);
        }
        return product;
    }

    /// Of those that a region serves requests with.
    [[nodiscard]] Numbers serversIn(std::size_t place) const {
        Numbers servers;
        for (const Node& node : m_topology.nodes)
            if (servesRequests(node) && m_wiring.placeOf(node) == place) servers.push_back(node.number);
        return neededBy(servers);
    }

    double dataPath(const Losses& losses) {
        double noActive = 1, noStandby = 1;
        bool standby = false;
        Numbers all;
        for (std::size_t number = 0; number < m_wiring.places.size(); ++number) {
            const Numbers servers = serversIn(number);
            if (servers.empty()) continue;
            std::ranges::copy(servers, std::back_inserter(all));
            const Region* region = m_topology.region(m_wiring.places[number]);
            const bool waits = region != nullptr && *region->role == "standby";
            standby = standby || waits;
            (waits ? noStandby : noActive) *= 1 - place(number, servers, losses);
        }
        if (all.empty()) return 0;
        return databases(all, true, 0, losses) *
               withStandby(1 - noActive, 1 - noStandby, standby ? failedSwitch() : 0);
    }

    [[nodiscard]] bool hasControl() const {
        return std::ranges::any_of(m_topology.nodes, [](const Node& node) { return isControl(node); });
    }
    [[nodiscard]] static bool isControl(const Node& node) {
        return node.isIn(Tier::Control) || node.is("all-in-one") || node.is("key-manager");
    }

    double controlPath(const Losses& losses) {
        std::set<std::string> roles;
        Numbers all;
        for (const Node& node : m_topology.nodes)
            if (isControl(node)) {
                roles.insert(*node.role);
                all.push_back(node.number);
            }
        double product = databases(all, true, 0, losses);
        for (const std::string& role : roles) {
            double none = 1;
            for (std::size_t number = 0; number < m_wiring.places.size(); ++number) {
                const Numbers some = in(number, m_topology.nodesOf(role));
                if (some.empty()) continue;
                const bool entered = role == "control-plane" || role == "all-in-one";
                none *= 1 - group(some, m_node, losses) * databases(some, false, number, losses) *
                                (entered ? entry(number, losses) : 1);
            }
            product *= 1 - none;
        }
        return product;
    }

    // What it rests on

    void add(Message message) { m_result.assumptions.push_back(std::move(message)); }

    void need(const PlanningValue& value, Setting<std::string> setting, MessageText what) {
        if (!value.used) return;
        if (!value.declared) {
            m_complete = false;
            add({MESSAGE("simulation",
                         "Availability is not estimated: set %1 to the share of time that %2 is there."),
                 deploymentToml()[setting].path, std::string(what.text)});
        }
        limit(value, setting);
    }

    /// Without it the estimate is better than the truth.
    void wish(const PlanningValue& value, Setting<std::string> setting, MessageText taken) {
        if (!value.used) return;
        if (!value.declared) add({taken, deploymentToml()[setting].path});
        limit(value, setting);
    }

    void limit(const PlanningValue& value, Setting<std::string> setting) {
        if (!value.declared) return;
        if (const auto digits = digitsOf(**m_topology.written(setting)))
            m_digits = std::min(m_digits, *digits);
    }

    void explain() {
        need(m_node, keys().node, MESSAGE("simulation", "one copy of a server"));
        need(m_balancer, keys().loadBalancer, MESSAGE("simulation", "one balancer"));
        need(m_database, keys().database, MESSAGE("simulation", "one copy of a database"));
        wish(m_zone, keys().zone, MESSAGE("simulation", "Zones are taken as always there: set %1."));
        wish(m_region, keys().region, MESSAGE("simulation", "Regions are taken as always there: set %1."));
        wish(m_failedSwitch, keys().failedSwitch,
             MESSAGE("simulation", "Switches to a standby are taken as always successful: set %1."));
        if (m_tooManyPlaces)
            add(MESSAGE("simulation",
                        "Availability is not estimated: there are too many zones and regions."));
        if (!m_complete) return;
        add(MESSAGE("simulation",
                    "Availability is an estimate: planning values of [assumptions], parts that fail "
                    "independently of each other, and no more digits than the least certain value has."));
        add(MESSAGE("simulation",
                    "Not counted: time until a loss is noticed, shared configuration, certificates and "
                    "releases, machines that nodes share, DNS, and systems outside."));
    }

    const Topology& m_topology;
    Wiring m_wiring;
    PlanningValue m_node, m_balancer, m_database, m_zone, m_region, m_failedSwitch;
    bool m_complete = true, m_tooManyPlaces = false;
    int m_digits = unlimited;
    Availability m_result;
};

}

Availability availabilityOf(const Topology& topology) {
    return Estimator(topology).run();
}

double anyOf(std::int64_t count, std::int64_t needed, double share) {
    double sum = 0, ways = 1;   // ways to choose i of count
    for (std::int64_t i = 0; i <= count; ++i) {
        if (i >= needed)
            sum += ways * std::pow(share, static_cast<double>(i)) *
                   std::pow(1 - share, static_cast<double>(count - i));
        ways = ways * static_cast<double>(count - i) / static_cast<double>(i + 1);
    }
    return sum;
}

double withStandby(double active, double standby, double failedSwitch) {
    return active + (1 - active) * (1 - failedSwitch) * standby;
}

std::optional<int> digitsOf(std::string_view percentage) {
    const std::size_t point = percentage.find('.');
    const int decimals = point == std::string_view::npos
                             ? 0
                             : static_cast<int>(percentage.size() - point) - 2;   // less . and %
    const double rest = (1 - readShare(percentage)) * hundred * std::pow(10, decimals);
    const long long digits = std::llround(rest);
    if (digits == 0) return {};
    return static_cast<int>(std::to_string(digits).size());
}

double roundedTo(int digits, double share) {
    const double rest = 1 - share;
    if (rest <= 0) return 1;
    const double unit = std::pow(10, std::floor(std::log10(rest)) - digits + 1);
    const double rounded = 1 - std::round(rest / unit) * unit;
    // The number that reads the same, without what arithmetic left behind.
    const int decimals = std::max(0, static_cast<int>(std::lround(-std::log10(unit))));
    double clean = 0;
    const std::string text = std::format("{:.{}f}", rounded, decimals);
    std::from_chars(text.data(), text.data() + text.size(), clean);
    return clean;
}

std::string percentText(double share) {
    std::string text = std::format("{:.10f}", share * hundred);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text + '%';
}

double minutesDown(double share) {
    return (1 - share) * minutesOfYear;
}

}
