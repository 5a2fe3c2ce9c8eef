#include "core/generate/balancer_site.h"
#include "core/generate/cluster_place.h"
#include "core/generate/configuration_folders.h"
#include "core/generate/machine_names.h"
#include "core/generate/runbook_parts.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

bool hasScripts(const RunbookInput& input) {
    return input.has("vm/bin/install.sh");
}

/// "target/bin/orders.jar": what a build leaves.
Text programOf(const RunbookInput& input) {
    const MachineNames names = machineNamesOf(input.deployment());
    return {"target/bin/" + *names.program,
            joined(names.program.origins, input.deployment().graalvm.origins)};
}

std::vector<Text> namesOf(const std::vector<ConfigurationFolder>& folders) {
    std::vector<Text> names;
    for (const ConfigurationFolder& each : folders) names.push_back(each.name);
    return names;
}

/// Where the balancer at `site` looks for its certificate, as its configuration says it.
std::vector<Text> certificatesOf(const BalancerSite& site) {
    const auto& keys = deploymentToml().loadBalancer;
    const auto tls = site.value(keys.tls);
    if (!*tls || !site.isHttp()) return {};
    const auto written = site.written(keys.certificate), key = site.written(keys.certificateKey);
    const std::string stem =
        std::string("/etc/") + (site.engine.isNginx() ? "nginx" : "haproxy") + "/tls/" + site.file;
    if (!site.engine.isNginx()) return {written ? *written : Text{stem + ".pem", tls.origins}};
    return {written ? *written : Text{stem + ".crt", tls.origins},
            key ? *key : Text{stem + ".key", tls.origins}};
}

std::vector<Markdown> certificateSteps(const RunbookInput& input) {
    std::vector<Markdown> steps;
    for (const BalancerSite& site : balancerSitesOf(input.deployment())) {
        const std::vector<Text> files = certificatesOf(site);
        if (files.empty()) continue;
        Markdown step =
            Markdown("Put the certificate of ") + Markdown::code(site.node) + " where it looks for it: ";
        for (std::size_t i = 0; i < files.size(); ++i)
            step = step + (i > 0 ? ", its key " : "") + Markdown::code(files[i]);
        steps.push_back(step + '.');
    }
    return steps;
}

/// Namespace and cluster, where they are written.
CommandLine onCluster(CommandLine line, const ClusterPlace& place) {
    if (place.region != nullptr && !place.region->cluster->empty())
        line.add("--context").add(place.region->cluster);
    if (const auto name = place.topology().written(deploymentToml().kubernetes.nameSpace))
        line.add("--namespace").add(*name);
    return line;
}

/// How a program is called by kubectl: "deployment/orders".
Text objectOf(const Workload& workload) {
    const char* kind = workload.kind == Workload::Kind::Service ? "deployment/"
                       : workload.kind == Workload::Kind::Job   ? "job/"
                                                                : "cronjob/";
    return {kind + *workload.objectName, workload.objectName.origins};
}

std::string overlayOf(const ClusterPlace& place) {
    return "kustomize/overlays/" + *place.name;
}

bool usesOverlays(const RunbookInput& input) {
    return input.hasBelow("kustomize/overlays/");
}

/// The folder of the objects as bal build makes them; empty where there is none.
std::string objectsOf(const RunbookInput& input) {
    for (const char* folder : {"kubernetes/", "openshift/"})
        if (input.hasBelow(folder + fileStemOf(input.deployment()) + '/'))
            return folder + fileStemOf(input.deployment());
    return "";
}

/// A line of kubectl for each place.
template <class Line> std::vector<Text> forEachPlace(const RunbookInput& input, const Line& line) {
    std::vector<Text> lines;
    for (const ClusterPlace& place : clusterPlacesOf(input.design))
        if (const Text each = line(place); !std::ranges::contains(lines, *each, &Text::value))
            lines.push_back(each);
    return lines;
}

}

void writeMachineDeployment(MarkdownWriter& writer, const RunbookInput& input) {
    if (!hasScripts(input)) return;
    const MachineNames names = machineNamesOf(input.deployment());
    const auto folders = configurationFoldersOf(input.design);
    writer.because(reasonsOfRole(input.topology(), "service"));
    writer.heading(2, "Deploy on machines");
    std::vector<Markdown> steps{Markdown("Build the program with ") + Markdown::code("vm/bin/build.sh") +
                                ", which leaves " + Markdown::code(programOf(input)) +
                                " in the folder of the package."};
    std::ranges::move(certificateSteps(input), std::back_inserter(steps));
    steps.push_back(
        Markdown("See to it that each host is reached by ssh, and that sudo asks no password there."));
    steps.push_back(Markdown(folders.size() > 1
                                 ? "Install with the configuration of the environment these machines are; "
                                 : "Install; ") +
                    "with `--dry-run` in front it only says what it would do. It may be run again.");
    // certificates are steps of their own, which move those behind them
    const auto tls = input.topology().value(deploymentToml().loadBalancer.tls);
    const auto& keys = deploymentToml().loadBalancer;
    writer.because(joined(
        joined(joined(reasonsOfBalancers(input.topology()), tls.origins), reasonsOfRoles(input.topology())),
        joined(reasonsOf(input.topology(), keys.certificate),
               reasonsOf(input.topology(), keys.certificateKey))));
    writer.steps(steps);
    writer.because(reasonsOfRole(input.topology(), "service"));
    std::vector<Text> lines;
    for (const Text& environment : namesOf(folders))
        lines.push_back(CommandLine("vm/bin/install.sh").add(programOf(input)).add(environment));
    writer.commands(lines);
    const auto fillIn = [&](bool (ConfigurationFolder::*asked)() const, std::string_view file,
                            const Markdown& meanwhile) {
        if (std::ranges::any_of(folders, asked))
            writer.paragraph(Markdown("On each machine fill in ") +
                             Markdown::code(names.config() + '/' + std::string(file), names.folder.origins) +
                             ", which no later run replaces, and restart " + Markdown::code(names.unit()) +
                             ". " + meanwhile);
    };
    fillIn(&ConfigurationFolder::hasVariables, secretVariablesFile,
           "Before that, a program that requires one of its values does not start, and the installation says "
           "so.");
    fillIn(&ConfigurationFolder::hasSecrets, secretsFile,
           "Before that, the program takes the notes in it for values.");
}

void writeClusterDeployment(MarkdownWriter& writer, const RunbookInput& input) {
    const std::string objects = objectsOf(input);
    if (objects.empty() && !usesOverlays(input)) return;
    writer.because(reasonsOfRole(input.topology(), "service"));
    writer.heading(2, "Deploy on Kubernetes");
    const Workload& workload = input.deployment().workload;
    writer.steps({Markdown("Build the package and push its image ") + Markdown::code(workload.image) + '.',
                  usesOverlays(input) ? "Fill in the secrets of the place and apply them, then its overlay."
                                      : "Apply what was made."});
    if (usesOverlays(input))
        writer.commands(forEachPlace(input, [](const ClusterPlace& place) -> Text {
            return onCluster(CommandLine("kubectl apply -k").add(Text{overlayOf(place), place.name.origins}),
                             place);
        }));
    else
        writer.commands(forEachPlace(input, [&](const ClusterPlace& place) -> Text {
            return onCluster(CommandLine("kubectl apply -f").add(Text{objects, workload.name.origins}),
                             place);
        }));
    if (input.hasBelow("helm/"))
        writer.paragraph(Markdown("A chart with the same objects is in ") +
                         Markdown::code("helm/" + fileStemOf(input.deployment())) + '.');
    for (const char* tool : {"gitops/argocd/", "gitops/flux/"})
        if (input.hasBelow(tool))
            writer.paragraph(
                Markdown("Clusters that follow the repository take the change from there: see ") +
                Markdown::code(std::string_view(tool).substr(0, std::string_view(tool).size() - 1)) + '.');
}

void writeContainerDeployment(MarkdownWriter& writer, const RunbookInput& input) {
    if (!input.has("compose/compose.yaml")) return;
    const std::string image = "docker/" + input.deployment().workload.jar;
    writer.because(reasonsOfRole(input.topology(), "service"));
    writer.heading(2, "Try it out on one machine");
    std::vector<Markdown> steps;
    if (input.has(image + "/Dockerfile"))
        steps.push_back(Markdown("Build the package, and copy the jars of ") +
                        Markdown::code("target/docker/" + input.deployment().workload.jar) + " into " +
                        Markdown::code(image, input.deployment().workload.name.origins) + '.');
    steps.push_back("Fill in the secrets, then start everything; the last line takes it away again.");
    writer.steps(steps);
    writer.commands({CommandLine("docker compose -f compose/compose.yaml up --build --detach --wait"),
                     CommandLine("docker compose -f compose/compose.yaml down --volumes")});
}

void writeVerification(MarkdownWriter& writer, const RunbookInput& input) {
    const Deployment& deployment = input.deployment();
    const Topology& topology = input.topology();
    std::vector<Text> lines;
    if (hasScripts(input)) {
        lines.emplace_back(CommandLine("vm/bin/check.sh"));
        const auto health = healthOf(deployment);
        const auto encrypted = topology.value(deploymentToml().loadBalancer.encryptUpstream);
        for (const std::size_t number : machinesOf(deployment)) {
            Node node = topology.nodes[number];
            if (health && health->port) node.port = *health->port;
            const Text address = addressOf(node);
            const std::string url =
                (*encrypted ? "https://" : "http://") + *address + (health ? *health->path : "/");
            lines.push_back(
                CommandLine(health ? "curl --fail --show-error --silent" : "curl --show-error --silent")
                    .add(Text{url, joined(address.origins, encrypted.origins)}));
        }
    }
    if (usesOverlays(input) || !objectsOf(input).empty())
        std::ranges::move(forEachPlace(input,
                                       [](const ClusterPlace& place) -> Text {
                                           const Workload& workload = place.workload();
                                           CommandLine line(workload.isTask() ? "kubectl get"
                                                                              : "kubectl rollout status");
                                           return onCluster(line.add(objectOf(workload)), place);
                                       }),
                          std::back_inserter(lines));
    if (lines.empty()) return;
    writer.because(joined(reasonsOfHealth(topology), reasonsOfRole(topology, "service")));
    writer.heading(2, "Verify");
    writer.paragraph("Each of these ends without an error where the deployment is well.");
    writer.commands(lines);
    std::vector<Markdown> balancers;
    if (hasScripts(input))
        for (const BalancerSite& site : balancerSitesOf(deployment))
            balancers.push_back(Markdown("Clients ask load balancer ") + Markdown::code(site.node) + " at " +
                                Markdown::code(addressOf(*topology.node(site.node))) + '.');
    writer.because(reasonsOfBalancers(topology));
    writer.list(balancers);
}

void writeUpdate(MarkdownWriter& writer, const RunbookInput& input) {
    if (!hasScripts(input)) return;
    writer.because(reasonsOfRole(input.topology(), "service"));
    writer.heading(2, "Update");
    const MachineNames names = machineNamesOf(input.deployment());
    writer.paragraph(
        Markdown("One machine after the other leaves its balancers, gets the release below ") +
        Markdown::code(names.releases(), names.folder.origins) +
        ", has to answer, and comes back. The first that does not goes back to what ran before, and the "
        "others stay as they are.");
    writer.commands(
        {CommandLine("vm/bin/update.sh --dry-run").add(programOf(input)).add(input.deployment().version),
         CommandLine("vm/bin/update.sh").add(programOf(input)).add(input.deployment().version)});
}

void writeRollback(MarkdownWriter& writer, const RunbookInput& input) {
    std::vector<Text> lines;
    const bool gitops = input.hasBelow("gitops/");
    if (hasScripts(input)) lines.emplace_back(CommandLine("vm/bin/rollback.sh"));
    const bool cluster = usesOverlays(input) || !objectsOf(input).empty();
    if (cluster && !gitops && !input.deployment().workload.isTask())
        std::ranges::move(
            forEachPlace(input,
                         [](const ClusterPlace& place) -> Text {
                             return onCluster(
                                 CommandLine("kubectl rollout undo").add(objectOf(place.workload())), place);
                         }),
            std::back_inserter(lines));
    if (lines.empty() && !(cluster && gitops)) return;
    writer.because(reasonsOfRole(input.topology(), "service"));
    writer.heading(2, "Roll back");
    if (hasScripts(input))
        writer.paragraph(Markdown("Machines keep the release before the one that runs as ") +
                         Markdown::code(*machineNamesOf(input.deployment()).folder + "/previous",
                                        machineNamesOf(input.deployment()).folder.origins) +
                         "; the name of an older one may be given.");
    if (cluster && gitops)
        writer.paragraph(
            "Clusters follow the repository: revert the commit there, and they go back with it.");
    writer.commands(lines);
}

}
