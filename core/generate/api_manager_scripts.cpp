#include "core/generate/api_manager_machine.h"
#include "core/generate/api_manager_scripts_text.h"
#include "core/generate/bash_writer.h"
#include "core/generate/markdown_writer.h"
#include "core/generate/script_balancers.h"
#include "core/generate/scripts_text.h"
#include "core/generate/topology_reasons.h"

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Entries = std::vector<std::pair<std::string, Text>>;

/// Where a server says that it is ready (WSO2 helm-apim 4.7, probes).
struct Readiness {
    std::string_view scheme, path;
    std::int64_t port = 0;
};

Readiness readinessOf(const ApiManagerServer& server) {
    if (server.servesApis())
        return {"https", "/api/am/gateway/v2/server-startup-healthcheck", ApiManagerPorts::servlet};
    return {"http", "/services/Version", ApiManagerPorts::servletPlain};
}

Origins reasonsOfScripts(const Deployment& deployment) {
    const Topology& topology = deployment.topology;
    Origins why = joined({layout("Arabesque")}, joined(deployment.workload.name.origins,
                                                       topology.value(deploymentToml().targets).origins));
    for (const Node& node : topology.nodes)
        if (isApiManager(node)) why = joined(std::move(why), reasonsOf(node));
    const auto& keys = deploymentToml().apiManager;
    for (const auto& each : {topology.value(keys.webSocket), topology.value(keys.webSub)})
        why = joined(std::move(why), each.origins);
    return joined(std::move(why), joined(reasonsOfRoles(topology), reasonsOfBalancers(topology)));
}

/// api-manager/bin/deployment.sh: what the deployment says, for the scripts beside it.
Artifact dataFile(const Deployment& deployment, const std::vector<ApiManagerServer>& servers,
                  const Origins& why) {
    BashWriter writer("api-manager/bin/deployment.sh", "api-manager", why);
    writer.fixed("# shellcheck shell=bash disable=SC2034");
    writer.comment("What the scripts beside this file work on.");
    writer.variable("user", deployment.topology.value(deploymentToml().apiManager.user));
    writer.comment("Seconds until a server that is started serves, and that requests under way get");
    writer.fixed("start_timeout=${START_TIMEOUT:-300}\ndrain_time=${DRAIN_TIME:-10}");
    std::vector<Text> order;
    std::vector<std::size_t> numbers;
    Entries hosts, homes, units, distributions, releases, schemes, ports, paths;
    const auto offset = deployment.topology.value(deploymentToml().apiManager.offset);
    for (const ApiManagerServer& each : servers) {
        const std::string& name = *each.node.name;
        const Readiness ready = readinessOf(each);
        order.push_back(each.node.name);
        numbers.push_back(each.node.number);
        hosts.emplace_back(name, each.node.host);
        homes.emplace_back(name, each.home());
        units.emplace_back(name, Text{each.unit(), each.node.name.origins});
        distributions.emplace_back(name, Text{std::string(each.program.distribution), each.release.origins});
        releases.emplace_back(name, each.release);
        schemes.emplace_back(name, Text{std::string(ready.scheme), each.node.role.origins});
        ports.emplace_back(
            name, Text{std::to_string(ready.port + *offset), joined(offset.origins, each.node.role.origins)});
        paths.emplace_back(name, Text{std::string(ready.path), each.node.role.origins});
    }
    writer.blank();
    writer.comment("In the order of an update: what others ask comes first");
    writer.array("nodes", order);
    writer.table("host", hosts);
    writer.table("home", homes);
    writer.table("unit", units);
    writer.table("distribution", distributions);
    writer.table("release", releases);
    writer.table("health_scheme", schemes);
    writer.table("health_port", ports);
    writer.table("health_path", paths);
    writeBalancers(writer, deployment, numbers);
    return std::move(writer).take();
}

Artifact script(const std::string& name, std::string_view what, std::string_view text, const Origins& why) {
    BashWriter writer("api-manager/bin/" + name, "api-manager", why);
    writer.fixed("#!/usr/bin/env bash");
    writer.fixed("# shellcheck disable=SC2034,SC2154    # variables of deployment.sh");
    writer.comment(what);
    writer.fixed(text);
    return std::move(writer).take();
}

std::vector<Markdown> rowOf(const ApiManagerServer& server) {
    const Text home = server.home();
    std::string command = *home + "/current/bin/" + std::string(server.program.script);
    if (!server.program.profile.empty()) command += " -Dprofile=" + std::string(server.program.profile);
    const Text archive{std::string(server.program.distribution) + '-' + *server.release + ".zip",
                       server.release.origins};
    return {Markdown::code(server.node.name), Markdown::data(server.node.role),
            Markdown::code(server.node.host), Markdown::code(archive),
            Markdown::code(command, joined(home.origins, server.release.origins))};
}

}

Artifacts apiManagerScriptsOf(const Deployment& deployment, const std::vector<ApiManagerServer>& servers) {
    const Origins why = reasonsOfScripts(deployment);
    Artifacts files;
    files.push_back(dataFile(deployment, servers, why));
    BashWriter library("api-manager/bin/lib.sh", "api-manager", why);
    library.fixed(scripts::machines);
    library.fixed(scripts::apiManagerServers);
    library.fixed(scripts::rotation);
    files.push_back(std::move(library).take());
    files.push_back(script("rolling-update.sh",
                           "Installs and updates one server after the other; may be run again.",
                           scripts::apiManagerUpdate, why));
    files.push_back(
        script("check.sh", "Asks every server whether it is ready.", scripts::apiManagerCheck, why));
    return files;
}

Artifact apiManagerReadMe(const Deployment& deployment, const std::vector<ApiManagerServer>& servers) {
    MarkdownWriter writer("api-manager/README.md", "api-manager", reasonsOfScripts(deployment));
    writer.heading(1, "API Manager");
    writer.paragraph(
        "Servers are started in this order. Each has a folder here with its deployment.toml, its "
        "environment, the secrets it needs and its unit.");
    std::vector<std::vector<Markdown>> rows;
    for (const ApiManagerServer& each : servers) rows.push_back(rowOf(each));
    writer.table({"Server", "Role", "Host", "Distribution", "Start command"}, rows);
    writer.heading(2, "Before the first start");
    writer.steps({Markdown("Make both databases with the scripts in ") + Markdown::code("dbscripts") +
                      " of the distribution, the shared one first.",
                  Markdown("On each machine, put the keystore and the truststore into ") +
                      Markdown::code("config/keystores") + ", the driver of the database into " +
                      Markdown::code("config/libraries") + ", below the server's folder.",
                  Markdown("Fill in ") + Markdown::code("config/secrets.env") + " from " +
                      Markdown::code("secrets.env.template") +
                      ", with mode 600: the encryption key and the keystores are the same on all servers, "
                      "and must not change after the first start."});
    writer.heading(2, "Install and update");
    writer.paragraph(
        Markdown("The folder holds the archives of the distributions. One server after the other "
                 "leaves its balancers, is stopped, changed, started, asked whether it is ready, "
                 "and put back; the first that does not get ready stops the update."));
    writer.commands({{"api-manager/bin/rolling-update.sh --dry-run DISTRIBUTIONS", {}},
                     {"api-manager/bin/rolling-update.sh DISTRIBUTIONS", {}},
                     {"api-manager/bin/check.sh", {}}});
    return std::move(writer).take();
}

}
