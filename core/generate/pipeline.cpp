#include "core/generate/pipeline.h"

#include "core/generate/apictl.h"
#include "core/generate/bash_writer.h"
#include "core/generate/cluster_place.h"
#include "core/generate/machine_names.h"
#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"
#include "core/schema/families.h"

#include <algorithm>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Job = PipelineJob;
using Step = PipelineStep;

const auto& keys() {
    return deploymentToml().pipeline;
}

Step script(std::string name, std::vector<ScriptLine> lines) {
    lines.insert(lines.begin(), {"set -euo pipefail"});
    return {.name = std::move(name), .script = std::move(lines)};
}

/// Whether the repository holds a package of Ballerina that the deployment runs.
bool hasProgram(const Topology& topology) {
    return *topology.product == "integrator" || !topology.nodesOf("service").empty();
}

bool isConsolidated(const Topology& topology) {
    return *topology.value(deploymentToml().machine.build) == "consolidated";
}

/// Whether an image is built of what bal build leaves.
bool makesImage(const Design& design) {
    const Deployment& deployment = design.deployment;
    return deployment.makesImage() && makesFamily(deployment, "docker") &&
           isFileName(deployment.workload.jar) && hasProgram(deployment.topology) &&
           !pushedImageOf(deployment)->empty();
}

Job checkJob() {
    Job job{.id = "check", .title = "Check the deployment"};
    Step fetch = script(
        "Fetch arabesque-cli",
        {{"curl --fail --silent --show-error --location --output arabesque-cli \"$ARABESQUE_CLI_URL\""},
         {"printf '%s  arabesque-cli\\n' \"$ARABESQUE_CLI_SHA256\" | sha256sum --check --quiet"},
         {"chmod +x arabesque-cli"}});
    fetch.variables = {"ARABESQUE_CLI_URL", "ARABESQUE_CLI_SHA256"};
    job.steps.push_back(std::move(fetch));
    job.steps.push_back(script("Check", {{"./arabesque-cli check . --format sarif >arabesque.sarif"}}));
    job.steps.push_back({.kind = Step::Kind::Findings, .name = "Show findings"});
    job.steps.push_back(
        script("Compare the bundle with the project",
               {{"# what is rolled out is what the project says: arabesque-cli export . --out deployment"},
                {"./arabesque-cli diff . deployment"}}));
    job.minutes = 10;
    return job;
}

Job packageJob(const Design& design) {
    const Topology& topology = design.deployment.topology;
    Job job{.id = "package", .title = "Test and build the package"};
    job.steps.push_back({.kind = Step::Kind::Ballerina, .name = "Set up Ballerina"});
    const auto build = topology.value(deploymentToml().machine.build);
    if (isConsolidated(topology)) {
        Step step =
            script("Build one program of published packages",
                   {{"# PACKAGES: acme/orders:1.2.0,acme/billing:1.0.0", build.origins},
                    {"bal tool pull consolidate-packages", build.origins},
                    {"bal consolidate-packages new --package-path consolidated \"$PACKAGES\"", build.origins},
                    {"bal test consolidated", build.origins},
                    {"bal build consolidated", build.origins}});
        step.variables = {"PACKAGES"};
        job.steps.push_back(std::move(step));
        job.keeps = {"consolidated/target/bin"};
        return job;
    }
    std::vector<ScriptLine> test;
    const auto& configurables = design.facts.configurables;
    const auto required = std::ranges::find_if(configurables, &ballerina::Configurable::required);
    if (required != configurables.end()) {
        const Origins why{{Origin::Kind::Source, "", "configurable " + required->name, required->place}};
        test.push_back(
            {"# some configurables are required: tests get their values from tests/Config.toml", why});
        test.push_back({"test -f tests/Config.toml", why});
    }
    test.push_back({"bal test"});
    job.steps.push_back(script("Test", std::move(test)));
    job.steps.push_back(script("Build", {{"bal build"}}));
    job.keeps = {"target/bin"};
    if (makesImage(design)) job.keeps.emplace_back("target/docker");
    return job;
}

Job publishJob(const Origins& why) {
    Job job{.id = "publish", .title = "Publish the package", .needs = {"package"}};
    job.steps.push_back({.kind = Step::Kind::Ballerina, .name = "Set up Ballerina"});
    Step push = script("Push to Ballerina Central", {{"bal pack", why}, {"bal push", why}});
    push.secrets = {"BALLERINA_CENTRAL_ACCESS_TOKEN"};
    job.steps.push_back(std::move(push));
    job.onBranch = true;
    return job;
}

/// "registry.example.com" of an image; empty: that of Docker.
std::string hostOf(const std::string& image) {
    const std::string first = image.substr(0, image.find('/'));
    return image.contains('/') && first.find_first_of(".:") != std::string::npos ? first : "";
}

Job imageJob(const Design& design) {
    const Deployment& deployment = design.deployment;
    const Text image = pushedImageOf(deployment);
    const std::string& jar = deployment.workload.jar;
    const Origins& name = deployment.workload.name.origins;
    // GitLab keeps "image" for itself: a job of that name is none
    Job job{.id = "build-image",
            .title = "Build and push the image",
            .place = Job::Place::Docker,
            .needs = {"package"}};
    job.takes = {"package"};
    job.onBranch = true;
    std::vector<ScriptLine> lines = releaseLines();
    lines.push_back({"image=" + bashWord(*image) + ":$release", image.origins});
    const std::string host = hostOf(*image);
    lines.push_back(
        {"printf '%s' \"$REGISTRY_PASSWORD\" | docker login --username \"$REGISTRY_USER\" --password-stdin" +
             (host.empty() ? "" : ' ' + host),
         image.origins});
    lines.push_back(
        {"docker build --file deployment/docker/" + jar + "/Dockerfile --tag \"$image\" target/docker/" + jar,
         name});
    lines.push_back({"docker push \"$image\""});
    Step step = script("Build and push", std::move(lines));
    step.secrets = {"REGISTRY_USER", "REGISTRY_PASSWORD"};
    job.steps.push_back(std::move(step));
    job.minutes = 30;
    return job;
}

Job integratorJob(const Topology& topology) {
    Job job{.id = "integrator",
            .title = "Test and build the Micro Integrator's project",
            .place = Job::Place::Maven};
    const auto folder = topology.value(keys().integratorFolder);
    const bool plain = hasOnly(*folder, "-_./") && !folder->starts_with('/') && !folder->contains("..");
    const Text place{plain && !folder->empty() ? *folder : ".", reasonsOf(topology, keys().integratorFolder)};
    job.steps.push_back({.kind = Step::Kind::Java, .name = "Set up Java"});
    job.steps.push_back(script(
        "Test and build", {{"cd " + bashWord(*place), place.origins}, {"mvn --batch-mode clean install"}}));
    job.keeps = {*place == "." ? "target" : *place + "/target"};
    return job;
}

/// Only what can be a branch: it is in commands of shells.
Text branchOf(const Topology& topology) {
    Text branch = topology.value(keys().branch);
    if (branch->empty() || !hasOnly(*branch, "-_./") || branch->starts_with('-')) branch.value = "main";
    return branch;
}

/// What decides which jobs there are.
Origins reasonsOfJobs(const Design& design) {
    const Deployment& deployment = design.deployment;
    const Topology& topology = deployment.topology;
    Origins all{layout("Arabesque")};
    const auto add = [&](const Origins& more) { all = joined(std::move(all), more); };
    add(reasonsOf(topology, keys().systems));
    add(reasonsOf(topology, keys().rollout));
    add(reasonsOf(topology, keys().approval));
    add(reasonsOf(topology, keys().publish));
    add(reasonsOf(topology, keys().check));
    add(topology.product.origins);
    add(topology.value(deploymentToml().machine.build).origins);
    add(reasonsOfRoles(topology));
    add(deployment.workload.name.origins);
    add(deployment.cloud.origins);
    for (const Environment& each : deployment.environments) add(each.name.origins);
    for (const ClusterPlace& place : clusterPlacesOf(design)) add(place.reasons);
    add(apiPromotionOf(deployment).because);
    return all;
}

}

bool makesFamily(const Deployment& deployment, std::string_view family) {
    const Topology& topology = deployment.topology;
    const Family* known = findFamily(family);
    return known != nullptr && !std::ranges::contains(*topology.value(deploymentToml().leaveOut), family) &&
           (known->targets.empty() || std::ranges::any_of(known->targets, [&](std::string_view target) {
                return topology.isFor(target);
            }));
}

std::vector<ScriptLine> releaseLines() {
    return {{R"sh(version=$(sed -n 's/^version *= *"\([^"]*\)".*/\1/p' Ballerina.toml | head -n 1))sh"},
            {"release=$version-$(printf %.12s \"$COMMIT\")"}};
}

Text pushedImageOf(const Deployment& deployment) {
    std::string image = *deployment.workload.image;
    const std::size_t slash = image.rfind('/');
    const std::size_t colon = image.find(':', slash == std::string::npos ? 0 : slash);
    image = image.substr(0, colon);
    Text pushed{image, deployment.workload.image.origins};
    const Topology& topology = deployment.topology;
    const auto registry = topology.written(keys().registry);
    pushed.origins = joined(std::move(pushed.origins), reasonsOf(topology, keys().registry));
    if (registry && !registry->value.empty())
        pushed.value = **registry + '/' + image.substr(image.rfind('/') + 1);
    if (!hasOnly(*pushed, "-_.:/")) pushed.value = fileStemOf(deployment);
    return pushed;
}

std::optional<Pipeline> pipelineOf(const Design& design, std::string_view system) {
    const Topology& topology = design.deployment.topology;
    if (!std::ranges::contains(*topology.value(keys().systems), system)) return std::nullopt;
    Pipeline pipeline{.name = fileStemOf(design.deployment), .branch = branchOf(topology)};
    pipeline.reasons = reasonsOfJobs(design);
    const auto runner = topology.written(keys().runner);
    pipeline.runner = {runner && isFileName(**runner) ? **runner : "", reasonsOf(topology, keys().runner)};
    auto& jobs = pipeline.jobs;
    if (*topology.value(keys().check)) jobs.push_back(checkJob());
    if (hasProgram(topology)) {
        jobs.push_back(packageJob(design));
        const auto publish = topology.value(keys().publish);
        if (*publish && !isConsolidated(topology)) jobs.push_back(publishJob(publish.origins));
        if (makesImage(design) && !isConsolidated(topology)) jobs.push_back(imageJob(design));
    }
    if (!topology.nodesOf("micro-integrator").empty() || *topology.product == "micro-integrator")
        jobs.push_back(integratorJob(topology));
    std::vector<std::string> before;
    for (const Job& job : jobs)
        if (job.id != "publish") before.push_back(job.id);
    for (std::vector<Job> later : {rolloutJobsOf(design), apiJobsOf(design)}) {
        if (later.empty()) continue;
        later.front().needs = before;
        std::ranges::move(later, std::back_inserter(jobs));
    }
    return pipeline;
}
}
