// code_to_cloud_bench WORKSPACE: how long 10,000 lines of Ballerina take to scan, and the packages of a workspace to
// analyse, to check with all rules and to generate, in process.

#include "core/analysis/analysis.h"
#include "core/ballerina/package_facts.h"
#include "core/bundle/bundle.h"
#include "core/files/project_files.h"
#include "core/generate/generator.h"
#include "core/rules/rule.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace arabesque;

namespace {

constexpr int runs = 50;

/// What one declaration of each kind looks like, again and again.
std::string sourceOf(std::size_t lines) {
    constexpr std::string_view part =
        "# How many orders one customer may have.\n"
        "configurable int limit0 = 10;\n"
        "\n"
        "type Order record {|\n"
        "    string id;\n"
        "    decimal total = 0.0;\n"
        "|};\n"
        "\n"
        "service /orders on new http:Listener(9090) {\n"
        "    resource function get items/[string id](http:Caller caller) returns error? {\n"
        "        json item = {id: id, text: string `an item ${id}`};\n"
        "        if id.length() > 10 {\n"
        "            log:printInfo(\"long \" + id);\n"
        "        }\n"
        "        check caller->respond(item);   // the caller waits\n"
        "    }\n"
        "}\n"
        "\n"
        "function helper(int a, string... rest) returns int {\n"
        "    return a + rest.length();\n"
        "}\n";
    const auto each = static_cast<std::size_t>(std::ranges::count(part, '\n'));
    std::string text = "import ballerina/http;\nimport ballerina/log;\n\n";
    for (std::size_t line = 0; line < lines; line += each) text += part;
    return text;
}

template <class Work> void measure(const char* name, const Work& work) {
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(times);
    std::printf("  %-34s median %8.2f ms   best %8.2f ms\n", name, times[times.size() / 2], times.front());
}

/// What all rules say about a package, which is read already.
std::size_t findingsOf(const Analysis& analysis) {
    std::vector<CheckedDocument> documents;
    for (const auto& [file, schema] : analysis.schemas) {
        if (!analysis.snapshot->exists(file)) continue;
        const toml::Document& document = analysis.documents.find(file)->second;
        documents.push_back({file, document, *schema, shapesOf(document, *schema)});
    }
    return runRules({.documents = documents,
                     .facts = *analysis.facts,
                     .deployment = analysis.deployment,
                     .snapshot = *analysis.snapshot,
                     .files = &analysis.documents})
        .size();
}

/// What Deployment.toml adds to each package: a pair behind two balancers, for every target, in two environments.
constexpr const char* everyFamily = R"(targets = ["vm", "docker", "k8s"]
[gitops]
repository = "https://git.acme.example/deploy.git"
[load_balancer]
zone = "64k"
[load_balancer.vip]
address = "10.0.0.9"
[kubernetes]
namespace = "shop"
[kubernetes.route]
host = "shop.acme.example"
[[environment]]
name = "test"
[[environment]]
name = "live"
set = { "kubernetes.namespace" = "shop-live" }
[[node]]
name = "lb-1"
role = "load-balancer"
[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"
[[node]]
name = "app-1"
role = "service"
[[node]]
name = "app-2"
role = "service"
)";

/// The bundle of a workspace from what its files say: generated, put together, checksums and reasons listed, packed.
void measureWorkspaceBundle(const std::vector<OpenedProject>& projects,
                            const std::vector<Analysis>& analyses) {
    std::size_t files = 0, bytes = 0;
    measure("the workspace's bundle, as .tar.gz", [&] {
        std::vector<PackageBundle> packages;
        for (std::size_t i = 0; i < analyses.size(); ++i)
            packages.push_back({projects[i].inWorkspace,
                                makeBundle(*analyses[i].deployment.package, *analyses[i].deployment.release,
                                           *analyses[i].snapshot,
                                           generateAll({analyses[i].deployment, *analyses[i].facts}))});
        const Bundle bundle = workspaceBundle("workspace", std::move(packages));
        files = bundle.files.size();
        bytes = toTarGz(bundle)->size();
    });
    std::printf("  %zu files, %zu bytes packed\n", files, bytes);
}

/// Every family of all packages, and the bundles of them.
void measureBundles(const std::vector<OpenedProject>& projects) {
    std::vector<Analysis> analyses;
    for (const OpenedProject& project : projects) {
        auto snapshot = std::make_shared<Snapshot>(*project.snapshot);
        snapshot->documents["Deployment.toml"].text = std::make_shared<const std::string>(everyFamily);
        analyses.push_back(analyze(snapshot, {.load = resourceLoader(project.place)}));
    }
    std::vector<std::vector<Deployment>> environments(analyses.size());
    for (std::size_t i = 0; i < analyses.size(); ++i)
        for (const char* name : {"test", "live"})
            environments[i].push_back(
                analyze(analyses[i].snapshot, {.environment = name, .artifacts = false}).deployment);
    std::size_t files = 0;
    measure("every family of all packages", [&] {
        files = 0;
        for (std::size_t i = 0; i < analyses.size(); ++i)
            files += generateAll({analyses[i].deployment, *analyses[i].facts, environments[i]}).size();
    });
    std::size_t bytes = 0;
    measure("bundles of them", [&] {
        bytes = 0;
        for (const Analysis& each : analyses)
            for (const BundleFile& file : makeBundle("b", "4.0.0", *each.snapshot, each.artifacts).files)
                bytes += file.bytes.size();
    });
    std::printf("  %zu files of every family, %zu bytes\n", files, bytes);
}

}

int main(int count, char** words) {
    const auto opened = openProjects(count == 2 ? words[1] : ".");
    if (!opened) {
        std::fprintf(stderr, "code_to_cloud_bench: %s\n", opened.error().message.english().c_str());
        return EXIT_FAILURE;
    }
    const auto source = std::make_shared<const std::string>(sourceOf(10'000));
    std::size_t services = 0;
    measure("scan 10,000 lines of Ballerina", [&] {
        services = ballerina::scan({{.file = "main.bal", .module = {}, .text = source}}).services.size();
    });
    std::vector<Analysis> analyses;
    for (const OpenedProject& project : *opened)
        analyses.push_back(analyze(project.snapshot, {.load = resourceLoader(project.place)}));
    measure("analyse all packages", [&] {
        for (const Analysis& analysis : analyses) (void)analyze(analysis.snapshot, {.artifacts = false});
    });
    std::size_t findings = 0;
    measure("all rules over all packages", [&] {
        findings = 0;
        for (const Analysis& analysis : analyses) findings += findingsOf(analysis);
    });
    std::size_t files = 0;
    measure("generate all packages", [&] {
        files = 0;
        for (const Analysis& analysis : analyses)
            files += generateAll({analysis.deployment, *analysis.facts}).size();
    });
    measureWorkspaceBundle(*opened, analyses);
    measureBundles(*opened);
    std::printf("  %zu services found; %zu packages, %zu rules, %zu findings, %zu files\n", services,
                analyses.size(), allRules().size(), findings, files);
}
