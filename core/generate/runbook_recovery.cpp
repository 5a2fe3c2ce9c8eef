#include "core/generate/machine_names.h"
#include "core/generate/runbook_parts.h"
#include "core/generate/topology_reasons.h"
#include "core/model/recovery_bound.h"
#include "core/model/upstreams.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Loss = RecoveryBound::Loss;

/// "`orders-1`, `orders-2`".
Markdown namesOf(const Topology& topology, const std::vector<std::size_t>& numbers) {
    Markdown all("");
    for (std::size_t i = 0; i < numbers.size(); ++i)
        all = all + (i > 0 ? ", " : "") + Markdown::code(topology.nodes[numbers[i]].name);
    return all;
}

/// Tenths of seconds are as precise as an estimate gets.
std::string roundedUp(Duration duration) {
    constexpr double tenths = 10;
    return toText({std::ceil(duration.seconds * tenths) / tenths});
}

class Failover {
public:
    Failover(MarkdownWriter& writer, const RunbookInput& input)
        : m_writer(writer),
          m_input(input),
          m_topology(input.topology()),
          m_bounds(recoveryBoundsOf(m_topology)) {}

    void run() {
        server();
        balancer();
        for (const Database& each : m_topology.databases) database(each);
        region();
    }

private:
    void begin(const Markdown& heading, const Origins& because) {
        m_writer.because(because);
        if (!m_begun) m_writer.heading(2, "Fail over");
        m_begun = true;
        m_writer.heading(3, heading);
    }

    /// What settings say of the time it takes, where somebody wrote down what has to be reached.
    void estimate(Loss loss) {
        if (!m_topology.has("objectives")) return;
        const auto bound = std::ranges::find(m_bounds, loss, &RecoveryBound::loss);
        if (bound == m_bounds.end()) return;
        const auto objective = m_topology.written(deploymentToml().objectives.recoveryTime);
        Markdown text = Markdown::because(reasonsOfEstimate()) +
                        "Estimate from declared settings: requests are served again after at least " +
                        Markdown::data({roundedUp(bound->total()), {layout("Arabesque, recovery times")}});
        if (bound->awaitsDecision) text = text + ", and the time people take to decide";
        if (objective)
            text = text + "; the objective is " + Markdown::data({toText(**objective), objective->origins});
        m_writer.paragraph(text + '.');
    }

    /// What the times are computed from, and that somebody asks for them.
    [[nodiscard]] Origins reasonsOfEstimate() const {
        const DeploymentToml& keys = deploymentToml();
        Origins all = reasonsOfHealth(m_topology);
        const auto add = [&](const auto& setting) {
            all = joined(std::move(all), m_topology.value(setting).origins);
        };
        add(keys.vip.advertInterval);
        add(keys.vip.standbyPriority);
        add(keys.dns.checkInterval);
        add(keys.dns.checkFails);
        add(keys.dns.ttl);
        for (const Node& node : m_topology.nodes) all = joined(std::move(all), node.startTime.origins);
        for (const Database& each : m_topology.databases)
            all = joined(std::move(all), each.promotionTime.origins);
        return joined(std::move(all), reasonsOfObjectives());
    }
    [[nodiscard]] Origins reasonsOfObjectives() const {
        const auto& keys = deploymentToml().objectives;
        Origins all;
        const auto add = [&](const auto& setting) {
            all = joined(std::move(all), m_topology.value(setting).origins);
        };
        add(keys.recoveryTime);
        add(keys.recoveryPoint);
        add(keys.availability);
        add(keys.peak);
        add(keys.decisionTime);
        return all;
    }

    void server() {
        for (const Upstream& each : upstreamsOf(m_topology)) {
            if (each.size() < 2) continue;
            if (!std::exchange(m_servers, true)) begin("A server is lost", reasonsOfBalancers(m_topology));
            Markdown text =
                Markdown("Balancers") +
                (each.place.empty() ? Markdown("") : Markdown(" of ") + Markdown::code(each.place)) +
                " leave it out on their own: ";
            text = text + namesOf(m_topology, each.active) + (each.active.size() == 1 ? " serves" : " serve");
            if (!each.standby.empty())
                text = text + (each.active.empty() ? "" : ", ") + namesOf(m_topology, each.standby) +
                       " when none of them answers";
            m_writer.paragraph(text + '.');
        }
        if (m_servers) estimate(Loss::Server);
    }

    void balancer() {
        if (!m_input.hasBelow("vm/keepalived/")) return;
        begin("A load balancer is lost", reasonsOfBalancers(m_topology));
        const auto address = m_topology.written(deploymentToml().vip.address);
        Markdown text =
            Markdown("keepalived moves the virtual address") +
            (address && !(*address)->empty() ? Markdown(" ") + Markdown::code(*address) : Markdown("")) +
            " to the other one. Who has it says, on each of ";
        m_writer.paragraph(text + namesOf(m_topology, m_topology.nodesIn(NodeRole::Tier::Balancer)) + ':');
        m_writer.commands({CommandLine("ip -brief address show")});
        estimate(Loss::Balancer);
    }

    [[nodiscard]] std::vector<std::size_t> copiesOf(const Database& database) const {
        std::vector<std::size_t> numbers;
        for (const std::size_t number : m_topology.nodesOf("database"))
            if (*m_topology.nodes[number].database == *database.name) numbers.push_back(number);
        return numbers;
    }

    void database(const Database& database) {
        std::vector<std::size_t> copies = copiesOf(database);
        if (*database.replication == "none" || *database.managed || copies.size() < 2) return;
        begin(Markdown("The primary of ") + Markdown::code(database.name) + " is lost",
              reasonsOf(m_topology, database));
        const bool manual = *database.promotion == "manual";
        const auto standby = std::ranges::find_if(
            copies, [&](std::size_t number) { return m_topology.nodes[number].isStandby(); });
        if (*database.manyWriters) {
            m_writer.paragraph(Markdown("The others take writes already: ") + namesOf(m_topology, copies) +
                               '.');
        } else if (standby != copies.end()) {
            const Node& node = m_topology.nodes[*standby];
            m_writer.paragraph(
                Markdown(manual ? "Somebody decides, and promotes " : "Promotion is automatic: ") +
                Markdown::code(node.name) + " at " + Markdown::code(addressOf(node)) +
                (manual ? " with the means of " : " takes over, by the means of ") +
                Markdown::data(database.engine) + '.');
            estimate(Loss::Database);
        }
        lossOf(database);
        m_writer.paragraph("The old primary comes back as a copy, never as a second primary.");
    }

    void lossOf(const Database& database) {
        if (!m_topology.has("objectives") || *database.manyWriters) return;
        const auto objective = m_topology.written(deploymentToml().objectives.recoveryPoint);
        const bool late = *database.replication == "asynchronous";
        Markdown text =
            Markdown::because(reasonsOfObjectives()) + "Estimate of what is lost: " +
            (!late ? Markdown("nothing that was confirmed")
             : database.lag
                 ? Markdown("what was written in the last ") +
                       Markdown::data({toText(**database.lag), database.lag->origins})
                 : Markdown("what had not reached the copy; how far it is behind is not declared"));
        if (objective)
            text = text + "; the objective is " + Markdown::data({toText(**objective), objective->origins});
        m_writer.paragraph(text + '.');
    }

    [[nodiscard]] Origins regionReasons() const {
        Origins all;
        for (const Region& each : m_topology.regions)
            all = joined(std::move(all), joined(each.name.origins, each.role.origins));
        return joined(std::move(all), reasonsOfDatabases(m_topology));
    }

    void region() {
        const auto& keys = deploymentToml().dns;
        const auto name = m_topology.written(keys.name);
        if (m_topology.regions.size() < 2 || !name) return;
        begin("A region is lost", regionReasons());
        std::vector<Markdown> steps{Markdown("DNS takes it out of ") + Markdown::code(*name) +
                                    " once its checks fail; clients follow when their answers run out."};
        for (const Region& each : m_topology.regions) {
            if (*each.role != "standby") continue;
            for (const Database& data : m_topology.databases)
                for (const std::size_t number : copiesOf(data))
                    if (*m_topology.nodes[number].region == *each.name && !*data.manyWriters &&
                        !*data.managed)
                        steps.push_back(Markdown("Promote ") + Markdown::code(m_topology.nodes[number].name) +
                                        " to the primary of " + Markdown::code(data.name) + '.');
            steps.push_back(Markdown("Start what stands by in ") + Markdown::code(each.name) +
                            ", and let its balancers serve before clients come.");
        }
        m_writer.steps(steps);
        estimate(Loss::Region);
    }

    MarkdownWriter& m_writer;
    const RunbookInput& m_input;
    const Topology& m_topology;
    std::vector<RecoveryBound> m_bounds;
    bool m_begun = false, m_servers = false;
};

/// How a backup is read back; "" for an engine that has no program of its own for it.
Text restoreCommand(const Node& node, const Database& database) {
    const Text port{std::to_string(*node.port), node.port.origins};
    if (*database.engine == "postgresql")
        return CommandLine("pg_restore --clean --if-exists --host")
            .add(node.host)
            .add("--port")
            .add(port)
            .add("--dbname")
            .add(database.name)
            .add("BACKUP");
    if (*database.engine == "mysql")
        return CommandLine("mysql --host")
            .add(node.host)
            .add("--port")
            .add(port)
            .add(database.name)
            .add("< BACKUP");
    return {};
}

/// By the scripts that made the backup where they are in the bundle.
std::vector<Text> restoreCommands(const RunbookInput& input, const Node& node, const Database& database) {
    const std::string folder = "database/" + *database.name;
    if (!input.has(folder + "/restore.sh")) return {restoreCommand(node, database)};
    return {{folder + "/verify.sh", database.name.origins}, {folder + "/restore.sh", database.name.origins}};
}

}

void writeFailover(MarkdownWriter& writer, const RunbookInput& input) {
    Failover(writer, input).run();
}

void writeRestoration(MarkdownWriter& writer, const RunbookInput& input) {
    const Topology& topology = input.topology();
    std::vector<Markdown> items;
    std::vector<Text> lines;
    if (input.has("vm/bin/install.sh"))
        items.push_back(Markdown("A machine: set up another one under the same address and run ") +
                        Markdown::code("vm/bin/install.sh") +
                        " again; machines that run already stay as they are.");
    if (input.hasBelow("kustomize/overlays/") || input.hasBelow("kubernetes/"))
        items.push_back(
            "A cluster: deploy again, as above; it holds nothing that is not in the bundle but secrets.");
    for (const Database& each : topology.databases) {
        if (*each.managed) {
            items.push_back(Markdown::because(reasonsOf(topology, each)) + "Database " +
                            Markdown::code(each.name) + ": from a backup of the cloud, to a point in time.");
            continue;
        }
        const auto holds = [&](const Node& node) {
            return node.is("database") && *node.database == *each.name;
        };
        const auto node = std::ranges::find_if(topology.nodes, holds);
        if (node == topology.nodes.end()) continue;
        items.push_back(Markdown("Database ") + Markdown::code(each.name) +
                        ": read the last backup back into " + Markdown::code(addressOf(*node)) +
                        ", then let its copies follow again.");
        for (Text& line : restoreCommands(input, *node, each)) {
            if (line->empty()) continue;
            line.origins = joined(std::move(line.origins), reasonsOf(topology, each));
            lines.push_back(std::move(line));
        }
    }
    if (items.empty()) return;
    writer.because(joined(reasonsOfRole(topology, "service"), reasonsOfDatabases(topology)));
    writer.heading(2, "Restore");
    writer.list(items);
    writer.commands(lines);
}

}
