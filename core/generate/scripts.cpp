#include "core/generate/bash_writer.h"
#include "core/generate/generator.h"
#include "core/generate/machine_names.h"
#include "core/generate/script_balancers.h"
#include "core/generate/scripts_text.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Entries = std::vector<std::pair<std::string, Text>>;

/// Whole seconds, at least one.
Text secondsOf(const Sourced<Duration>& duration) {
    const double whole = std::max(1.0, std::ceil(duration->seconds));
    return {std::to_string(static_cast<std::int64_t>(whole)), duration.origins};
}

/// Why there are scripts: nodes that run the program, behind balancers.
Origins reasonsOfScripts(const Deployment& deployment) {
    return joined(joined({layout("Arabesque")}, deployment.workload.name.origins),
                  joined(reasonsOfRoles(deployment.topology), reasonsOfBalancers(deployment.topology)));
}

/// vm/bin/deployment.sh: what the deployment says, for the scripts beside it.
class DataFile {
public:
    explicit DataFile(const Deployment& deployment)
        : m_deployment(deployment),
          m_names(machineNamesOf(deployment)),
          m_writer("vm/bin/deployment.sh", "scripts", reasonsOfScripts(deployment)) {}

    Artifact run() {
        m_writer.fixed("# shellcheck shell=bash disable=SC2034");
        m_writer.comment("What the scripts beside this file work on.");
        program();
        machines();
        writeBalancers(m_writer, m_deployment, machinesOf(m_deployment));
        return std::move(m_writer).take();
    }

private:
    [[nodiscard]] const Topology& topology() const { return m_deployment.topology; }
    [[nodiscard]] const Node& node(std::size_t number) const { return topology().nodes[number]; }

    void program() {
        const Deployment& d = m_deployment;
        m_writer.variable("package", {m_names.package, d.workload.name.origins});
        m_writer.variable("version", d.version);
        m_writer.variable("folder", m_names.folder);
        m_writer.variable("unit", {m_names.unit(), d.workload.name.origins});
        m_writer.variable("program", m_names.program);
        m_writer.variable("user", m_names.user);
        m_writer.variable("start_timeout",
                          secondsOf(topology().value(deploymentToml().machine.startTimeout)));
        const Text none{"default", {layout("Arabesque")}};
        m_writer.variable("default_environment", d.environment            ? d.environment->name
                                                 : d.environments.empty() ? none
                                                                          : d.environments.back().name);
        const auto health = healthOf(d);
        m_writer.variable("health_path",
                          {health ? *health->path : "",
                           joined(health ? health->path.origins : Origins(), reasonsOfHealth(topology()))});
        const auto encrypted = topology().value(deploymentToml().loadBalancer.encryptUpstream);
        m_writer.variable("health_scheme", {*encrypted ? "https" : "http", encrypted.origins});
        m_writer.comment("Seconds that requests under way get before a machine is stopped");
        m_writer.fixed("drain_time=${DRAIN_TIME:-5}");
    }

    void machines() {
        std::vector<Text> order;
        Entries hosts, ports;
        const auto health = healthOf(m_deployment);
        for (const std::size_t number : machinesOf(m_deployment)) {
            const Node& each = node(number);
            order.push_back(each.name);
            hosts.emplace_back(*each.name, each.host);
            ports.emplace_back(*each.name,
                               Text{std::to_string(health && health->port ? **health->port : *each.port),
                                    joined(each.port.origins,
                                           joined(health && health->port ? health->port->origins : Origins(),
                                                  reasonsOfHealth(topology())))});
        }
        m_writer.blank();
        m_writer.comment("In the order of an update: those that stand by first");
        m_writer.array("nodes", order);
        m_writer.table("host", hosts);
        m_writer.table("health_port", ports);
    }

    const Deployment& m_deployment;
    MachineNames m_names;
    BashWriter m_writer;
};

Artifact script(const std::string& name, std::string_view what, std::string_view text, const Origins& why) {
    BashWriter writer("vm/bin/" + name, "scripts", why);
    writer.fixed("#!/usr/bin/env bash");
    writer.fixed("# shellcheck disable=SC2034,SC2154    # variables of deployment.sh");
    writer.comment(what);
    writer.fixed(text);
    return std::move(writer).take();
}

Artifacts generate(const Design& design) {
    const Deployment& deployment = design.deployment;
    Artifacts files;
    if (machinesOf(deployment).empty()) return files;
    const Origins why = reasonsOfScripts(deployment);
    const auto build = deployment.topology.value(deploymentToml().machine.build);
    const bool consolidated = *build == "consolidated";
    files.push_back(DataFile(deployment).run());
    BashWriter library("vm/bin/lib.sh", "scripts", why);
    library.fixed(scripts::machines);
    library.fixed(scripts::programs);
    library.fixed(scripts::rotation);
    library.fixed(scripts::releases);
    files.push_back(std::move(library).take());
    files.push_back(script("build.sh",
                           consolidated ? "Builds one program of packages that are published already."
                                        : "Tests and builds the package.",
                           consolidated ? scripts::buildConsolidated : scripts::buildPackage, build.origins));
    files.push_back(script("install.sh",
                           "Installs the program and its balancers on new machines; may be run again.",
                           scripts::install, why));
    files.push_back(script(
        "update.sh", "Brings a new release to one machine after the other, without a request that fails.",
        scripts::update, why));
    files.push_back(script("rollback.sh", "Brings the release before back, or the one that is named.",
                           scripts::rollback, why));
    files.push_back(script("check.sh", "Asks every machine whether it serves.", scripts::check, why));
    return files;
}

}

extern const Generator scriptsOfMachines{.family = "scripts", .generate = generate};

}
