#include "core/generate/apictl.h"
#include "core/generate/bash_writer.h"
#include "core/generate/cluster_place.h"
#include "core/generate/gitops.h"
#include "core/generate/machine_names.h"
#include "core/generate/pipeline.h"
#include "core/generate/plain_text.h"
#include "core/generate/topology_reasons.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;
using Job = PipelineJob;
using Lines = std::vector<ScriptLine>;

const auto& keys() {
    return deploymentToml().pipeline;
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// How long a rollout may take: "300s".
Text timeoutOf(const Topology& topology) {
    const auto time = topology.value(keys().verifyTimeout);
    const double seconds = std::clamp(std::ceil(time->seconds), 1.0, 86400.0);
    return {std::to_string(static_cast<int>(seconds)) + 's', time.origins};
}

/// Makes the scripts of one environment.
class Rollout {
public:
    Rollout(const Design& design, std::vector<ClusterPlace> places)
        : m_design(design), m_places(std::move(places)) {}

    /// Nothing where the way there has no files.
    [[nodiscard]] std::vector<PipelineStep> steps(const std::string& way) const {
        if (way == "machines") return machines();
        if (way == "gitops") return gitops();
        std::vector<PipelineStep> steps;
        const char* family = way == "helm" ? "helm" : "kustomize";
        if ((way != "helm" && way != "kustomize") || !makesFamily(deployment(), family)) return steps;
        for (const ClusterPlace& place : m_places) {
            if (!isFileName(*place.workload().objectName)) continue;
            Lines lines = cluster(place);
            std::ranges::move(way == "helm" ? helm(place) : kustomize(place), std::back_inserter(lines));
            steps.push_back(step("Roll out to " + *place.name, std::move(lines), {configOf(place)}));
        }
        return steps;
    }

private:
    [[nodiscard]] const Deployment& deployment() const { return m_design.deployment; }
    [[nodiscard]] const Topology& topology() const { return deployment().topology; }

    static PipelineStep step(std::string name, Lines lines, std::vector<std::string> secrets) {
        lines.insert(lines.begin(), {"set -euo pipefail"});
        return {.name = std::move(name), .script = std::move(lines), .secrets = std::move(secrets)};
    }

    static std::string configOf(const ClusterPlace& place) {
        return "KUBE_CONFIG_" + upper(identifierOf(*place.name));
    }

    /// Where kubectl finds the cluster; the file is gone when the step ends.
    static Lines cluster(const ClusterPlace& place) {
        Lines lines = releaseLines();
        lines.push_back({"umask 077"});
        lines.push_back({"work=$(mktemp -d)"});
        lines.push_back({"trap 'rm -rf \"$work\"' EXIT"});
        lines.push_back(
            {"printf '%s\\n' \"$" + configOf(place) + "\" >\"$work/config\"", place.name.origins});
        lines.push_back({"export KUBECONFIG=$work/config"});
        return lines;
    }

    static Text nameSpaceOf(const ClusterPlace& place) {
        const auto& setting = deploymentToml().kubernetes.nameSpace;
        const auto name = place.topology().value(setting);
        const bool plain = !name->empty() && hasOnly(*name, "-.");
        return {plain ? " --namespace " + *name : "",
                joined(name.origins, reasonsOf(place.topology(), setting))};
    }

    [[nodiscard]] Lines kustomize(const ClusterPlace& place) const {
        const Workload& workload = place.workload();
        const Text image = imageOf(workload), pushed = pushedImageOf(deployment());
        const Text space = nameSpaceOf(place), timeout = timeoutOf(topology());
        Lines lines{{"mkdir -p rollout"},
                    {"cat >rollout/kustomization.yaml <<END"},
                    {"apiVersion: kustomize.config.k8s.io/v1beta1"},
                    {"kind: Kustomization"},
                    {"resources:"},
                    {"- ../deployment/kustomize/overlays/" + *place.name, place.name.origins}};
        if (!image->empty() && !pushed->empty())
            std::ranges::move(Lines{{"images:"},
                                    {"- name: " + *image, image.origins},
                                    {"  newName: " + *pushed, pushed.origins},
                                    {"  newTag: $release"}},
                              std::back_inserter(lines));
        lines.push_back({"END"});
        lines.push_back({"kubectl apply -k rollout"});
        if (workload.isTask()) return lines;
        const std::string object = "deployment/" + *workload.objectName + *space;
        const Origins why = joined(joined(workload.objectName.origins, space.origins), timeout.origins);
        lines.push_back({"kubectl rollout status " + object + " --timeout=" + *timeout + " || {", why});
        lines.push_back({"    kubectl rollout undo " + object, why});
        lines.push_back({"    kubectl rollout status " + object + " --timeout=" + *timeout, why});
        lines.push_back({"    exit 1", why});
        lines.push_back({"}", why});
        return lines;
    }

    [[nodiscard]] Lines helm(const ClusterPlace& place) const {
        const Text pushed = pushedImageOf(deployment()), space = nameSpaceOf(place),
                   timeout = timeoutOf(topology());
        const std::string chart = fileStemOf(deployment());
        const Origins& name = deployment().workload.name.origins;
        Lines lines{{"helm upgrade --install " + chart + " deployment/helm/" + chart + *space + " \\",
                     joined(name, space.origins)}};
        if (*place.name != "default")
            lines.push_back({"    --values deployment/helm/" + chart + "/values-" + *place.name + ".yaml \\",
                             joined(name, place.name.origins)});
        if (!pushed->empty())
            lines.push_back(
                {"    --set image.repository=" + *pushed + " --set-string image.tag=\"$release\" \\",
                 pushed.origins});
        // what does not get ready in time is taken back
        lines.push_back({"    --atomic --wait --timeout " + *timeout, timeout.origins});
        return lines;
    }

    /// The image that the overlays name, without its tag.
    [[nodiscard]] static Text imageOf(const Workload& workload) {
        const std::string& image = *workload.image;
        const std::size_t slash = image.rfind('/');
        Text name{image.substr(0, image.find(':', slash == std::string::npos ? 0 : slash)),
                  workload.image.origins};
        if (!hasOnly(*name, "-_.:/")) name.value.clear();
        return name;
    }

    [[nodiscard]] std::vector<PipelineStep> gitops() const {
        const auto all = gitOpsOf(m_design);
        const Text image = imageOf(deployment().workload), pushed = pushedImageOf(deployment());
        if (!all || image->empty() || pushed->empty() || !hasOnly(*all->repository, "-_.:/@~") ||
            !hasOnly(*all->revision, "-_./"))
            return {};
        const std::string revision = bashWord(*all->revision);
        Lines lines = releaseLines();
        std::ranges::move(Lines{{"umask 077"},
                                {"work=$(mktemp -d)"},
                                {"trap 'rm -rf \"$work\"' EXIT"},
                                {"cat >\"$work/answer\" <<'END'"},
                                {"#!/bin/sh"},
                                {"printf %s \"$GITOPS_TOKEN\""},
                                {"END"},
                                {"chmod 700 \"$work/answer\""},
                                {"export GIT_ASKPASS=$work/answer"},
                                {"git clone --quiet --depth 1 --branch " + revision + ' ' +
                                     bashWord(*all->repository) + " \"$work/gitops\"",
                                 joined(all->revision.origins, all->repository.origins)}},
                          std::back_inserter(lines));
        bool any = false;
        for (const GitOpsPlace& place : all->places) {
            if (!std::ranges::contains(m_places, *place.file,
                                       [](const ClusterPlace& each) { return *each.name; }) ||
                !hasOnly(*place.path, "-_./"))
                continue;
            any = true;
            const Origins why = joined(joined(place.path.origins, image.origins), pushed.origins);
            lines.push_back({"(cd \"$work/gitops/" + *place.path + "\" && kustomize edit set image " +
                                 *image + '=' + *pushed + ":\"$release\")",
                             why});
        }
        if (!any) return {};
        std::ranges::move(Lines{{"cd \"$work/gitops\""},
                                {"git diff --quiet || git -c user.name=pipeline -c "
                                 "user.email=pipeline@example.com commit --quiet "
                                 "--all --message \"Release $release\""},
                                {"git push --quiet origin HEAD:" + revision, all->revision.origins}},
                          std::back_inserter(lines));
        return {step("Change the repository that clusters follow", std::move(lines), {"GITOPS_TOKEN"})};
    }

    [[nodiscard]] std::vector<PipelineStep> machines() const {
        const MachineNames names = machineNamesOf(deployment());
        if (machinesOf(deployment()).empty() || !makesFamily(deployment(), "scripts") ||
            !isFileName(*names.program))
            return {};
        const auto build = topology().value(deploymentToml().machine.build);
        const Text program =
            *build == "consolidated"
                ? Text{"consolidated/target/bin/consolidated.jar", build.origins}
                : Text{"target/bin/" + *names.program, joined(build.origins, names.program.origins)};
        Lines lines = releaseLines();
        std::ranges::move(
            Lines{{"umask 077"},
                  {"eval \"$(ssh-agent -s)\""},
                  {"trap 'ssh-agent -k >/dev/null' EXIT"},
                  {"printf '%s\\n' \"$SSH_PRIVATE_KEY\" | ssh-add -q -"},
                  {"mkdir -p ~/.ssh"},
                  {"printf '%s\\n' \"$SSH_KNOWN_HOSTS\" >>~/.ssh/known_hosts"},
                  {"deployment/vm/bin/update.sh " + *program + " \"$release\"", program.origins},
                  {"deployment/vm/bin/check.sh || {"},
                  {"    deployment/vm/bin/rollback.sh"},
                  {"    exit 1"},
                  {"}"}},
            std::back_inserter(lines));
        return {step("Update one machine after the other", std::move(lines),
                     {"SSH_PRIVATE_KEY", "SSH_KNOWN_HOSTS"})};
    }

    const Design& m_design;
    std::vector<ClusterPlace> m_places;
};

/// Names of environments that ask somebody: those that are written, else the last one.
bool asksFor(const Deployment& deployment, const std::string& environment) {
    const auto approval = deployment.topology.written(keys().approval);
    if (approval) return std::ranges::contains(**approval, environment);
    return !deployment.environments.empty() && *deployment.environments.back().name == environment;
}

std::vector<ClusterPlace> placesIn(const Design& design, const Environment* environment) {
    std::vector<ClusterPlace> places = clusterPlacesOf(design);
    std::erase_if(places, [&](const ClusterPlace& place) {
        const auto& its = place.deployment->environment;
        return environment != nullptr && (!its || *its->name != *environment->name);
    });
    return places;
}

}

std::vector<PipelineJob> rolloutJobsOf(const Design& design) {
    const Deployment& deployment = design.deployment;
    const auto way = deployment.topology.value(keys().rollout);
    std::vector<const Environment*> environments;
    for (const Environment& each : deployment.environments)
        if (isFileName(*each.name)) environments.push_back(&each);
    // the scripts know one set of machines: those of the last environment
    if (*way == "machines" && environments.size() > 1)
        environments.erase(environments.begin(), environments.end() - 1);
    if (environments.empty()) environments.push_back(nullptr);
    std::vector<Job> jobs;
    for (const Environment* environment : environments) {
        std::vector<PipelineStep> steps = Rollout(design, placesIn(design, environment)).steps(*way);
        if (steps.empty()) continue;
        Job job{
            .id = "rollout", .title = "Roll out", .place = Job::Place::Cluster, .steps = std::move(steps)};
        if (environment != nullptr) {
            job.id += '-' + *environment->name;
            job.title += " to " + *environment->name;
            job.environment = environment->name;
            job.approval = asksFor(deployment, *environment->name);
        }
        if (!jobs.empty()) job.needs = {jobs.back().id};
        if (*way == "machines") job.takes = {"package"};
        if (*way == "machines") job.place = Job::Place::Plain;
        job.onBranch = true;
        job.minutes = 60;
        jobs.push_back(std::move(job));
    }
    return jobs;
}

std::vector<PipelineJob> apiJobsOf(const Design& design) {
    const ApiPromotion promotion = apiPromotionOf(design.deployment);
    std::vector<Job> jobs;
    if (promotion.apis.empty() || !makesFamily(design.deployment, "apictl")) return jobs;
    for (std::size_t i = 1; i < promotion.environments.size(); ++i) {
        const Text &from = promotion.environments[i - 1], &to = promotion.environments[i];
        const Origins why = joined(from.origins, to.origins);
        PipelineStep step{.name = "Promote APIs from " + *from + " to " + *to};
        step.script = {
            {"set -euo pipefail"},
            {"curl --fail --silent --show-error --location --output apictl.tar.gz \"$APICTL_URL\""},
            {"printf '%s  apictl.tar.gz\\n' \"$APICTL_SHA256\" | sha256sum --check --quiet"},
            {"tar --extract --gzip --file apictl.tar.gz"},
            {"PATH=$PWD/apictl:$PATH"}};
        step.variables = {"APICTL_URL", "APICTL_SHA256"};
        for (const Text& each : {from, to}) {
            const std::string suffix = upper(identifierOf(*each));
            step.script.push_back(
                {"apictl add env " + *each + " --apim \"$APIM_URL_" + suffix + '"', each.origins});
            step.script.push_back({"printf '%s' \"$APIM_PASSWORD_" + suffix + "\" | apictl login " + *each +
                                       " --username \"$APIM_USER_" + suffix + "\" --password-stdin",
                                   each.origins});
            step.variables.push_back("APIM_URL_" + suffix);
            step.secrets.push_back("APIM_USER_" + suffix);
            step.secrets.push_back("APIM_PASSWORD_" + suffix);
        }
        std::ranges::move(promotion.passwordsIn(*to), std::back_inserter(step.secrets));
        step.script.push_back({"deployment/apis/promote.sh " + *from + ' ' + *to, why});
        Job job{.id = "apis-" + *to, .title = "Promote APIs to " + *to, .steps = {std::move(step)}};
        job.environment = to;
        job.approval = asksFor(design.deployment, *to);
        job.onBranch = true;
        if (!jobs.empty()) job.needs = {jobs.back().id};
        jobs.push_back(std::move(job));
    }
    return jobs;
}

}
