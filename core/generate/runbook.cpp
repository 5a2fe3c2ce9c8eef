#include "core/generate/runbook_parts.h"

#include "core/generate/bash_writer.h"
#include "core/generate/configuration_folders.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

/// "`a`, `b`".
Markdown codes(const std::vector<std::string>& texts, const Origins& origins) {
    Markdown all("");
    for (std::size_t i = 0; i < texts.size(); ++i)
        all = all + (i > 0 ? ", " : "") + Markdown::code(texts[i], origins);
    return all;
}

void writeFacts(MarkdownWriter& writer, const RunbookInput& input) {
    const Deployment& deployment = input.deployment();
    const Topology& topology = input.topology();
    std::vector<Markdown> facts{
        Markdown("Package ") +
        Markdown::code(*deployment.organisation + '/' + *deployment.package,
                       joined(deployment.organisation.origins, deployment.package.origins)) +
        ", version " + Markdown::code(deployment.version)};
    if (!topology.pattern->empty()) facts.push_back(Markdown("Pattern ") + Markdown::code(topology.pattern));
    const auto targets = topology.value(deploymentToml().targets);
    facts.push_back(Markdown("Targets ") + codes(*targets, targets.origins));
    std::vector<std::string> environments;
    Origins why;
    for (const Environment& each : deployment.environments) {
        environments.push_back(*each.name);
        why = joined(std::move(why), each.name.origins);
    }
    if (!environments.empty()) facts.push_back(Markdown("Environments ") + codes(environments, why));
    writer.list(facts);
}

Markdown orDash(const Text& text) {
    return text->empty() ? Markdown("–") : Markdown::code(text);
}

void writeNodes(MarkdownWriter& writer, const RunbookInput& input) {
    const Topology& topology = input.topology();
    if (topology.nodes.empty()) return;
    Origins regions;
    for (const Node& node : topology.nodes) regions = joined(std::move(regions), node.region.origins);
    writer.because(regions);
    writer.heading(2, "What runs where");
    const bool placed =
        std::ranges::any_of(topology.nodes, [](const Node& node) { return !node.region->empty(); });
    std::vector<Markdown> header{"Node", "Role", "Address", "State"};
    if (placed) header.insert(header.end(), {"Region", "Zone"});
    std::vector<std::vector<Markdown>> rows;
    for (const Node& node : topology.nodes) {
        const NodeRole* role = node.kind();
        const Text called{role != nullptr ? role->label.text : *node.role, node.role.origins};
        // its port is that of its engine
        const Origins engine =
            node.is("database") ? joined(node.database.origins, reasonsOfDatabases(topology)) : Origins();
        std::vector<Markdown> row{
            Markdown::because(engine) + Markdown::code(node.name), Markdown::data(called),
            *node.port > 0 ? Markdown::code(addressOf(node)) : Markdown::code(node.host),
            Markdown::data(node.state)};
        if (placed) row.insert(row.end(), {orDash(node.region), orDash(node.zone)});
        rows.push_back(std::move(row));
    }
    writer.table(header, rows);
    std::vector<Markdown> databases;
    for (const Database& each : topology.databases)
        databases.push_back(Markdown::because(reasonsOf(topology, each)) + "Database " +
                            Markdown::code(each.name) + ": " + Markdown::data(each.engine) +
                            (*each.managed ? ", run by the cloud" : "") + ", replication " +
                            Markdown::data(each.replication));
    writer.list(databases);
    writer.because({});
}

/// What somebody has to know before anything runs. The bundle holds none of it.
void writeSecrets(MarkdownWriter& writer, const RunbookInput& input) {
    std::vector<Markdown> items;
    Origins why;
    for (const Artifact& each : input.others) {
        const bool variables = each.path.ends_with("/secrets.env") || each.path.ends_with("-database.env");
        if (each.binary || (!variables && !each.text.contains("fill in: "))) continue;
        items.push_back(Markdown::code(each.path, each.origins));
        why = joined(std::move(why), each.origins);
    }
    if (items.empty()) return;
    writer.because(why);
    writer.heading(2, "Secrets to fill in");
    writer.paragraph(
        "The bundle holds none. These files say what is asked for; what is filled in stays where the "
        "program runs, and out of every repository.");
    writer.list(items);
    writer.because({});
}

Artifacts summarize(const Design& design, const Artifacts& others) {
    const RunbookInput input{design, others};
    const Deployment& deployment = input.deployment();
    MarkdownWriter writer("RUNBOOK.md", "runbook", joined({layout("Arabesque")}, deployment.package.origins));
    writer.heading(1, Markdown("Runbook of ") + Markdown::data(deployment.package) + ' ' +
                          Markdown::data(deployment.version));
    writer.paragraph(
        "How this deployment is deployed, verified, updated, rolled back and restored. Commands are run in "
        "the folder of the bundle, paths are inside of it.");
    writeFacts(writer, input);
    writeNodes(writer, input);
    writeSecrets(writer, input);
    writeMachineDeployment(writer, input);
    writeClusterDeployment(writer, input);
    writeContainerDeployment(writer, input);
    writeVerification(writer, input);
    writeUpdate(writer, input);
    writeRollback(writer, input);
    writeFailover(writer, input);
    writeRestoration(writer, input);
    return {std::move(writer).take()};
}

}

bool RunbookInput::has(std::string_view path) const {
    return std::ranges::contains(others, path, &Artifact::path);
}

bool RunbookInput::hasBelow(std::string_view folder) const {
    return std::ranges::any_of(others, [&](const Artifact& each) { return each.path.starts_with(folder); });
}

Sourced<std::string> addressOf(const Node& node) {
    const bool isIpv6 = node.host->contains(':');
    return {(isIpv6 ? '[' + *node.host + ']' : *node.host) + ':' + std::to_string(*node.port),
            joined(node.host.origins, node.port.origins)};
}

CommandLine& CommandLine::add(const Sourced<std::string>& word) {
    m_line.value += ' ' + bashWord(*word);
    m_line.origins = joined(std::move(m_line.origins), word.origins);
    return *this;
}

extern const Generator runbook{.family = "runbook", .asksForEnvironments = true, .summarize = summarize};

}
