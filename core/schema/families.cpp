#include "core/schema/families.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

constexpr std::array<std::string_view, 1> machines{"vm"};
constexpr std::array<std::string_view, 1> containers{"docker"};
constexpr std::array<std::string_view, 2> machinesAndContainers{"vm", "docker"};
constexpr std::array<std::string_view, 2> clusters{"k8s", "openshift"};
constexpr std::array<std::string_view, 4> everywhere{"vm", "docker", "k8s", "openshift"};

constexpr std::array<std::string_view, 1> cloud{"choreo"};
constexpr std::array<std::string_view, 1> lambda{"aws_lambda"};
constexpr std::array<std::string_view, 1> azure{"azure_functions"};
constexpr std::array<std::string_view, 7> anywhere{
    "vm", "docker", "k8s", "openshift", "choreo", "aws_lambda", "azure_functions"};

constexpr Target targets[] = {{"vm", MESSAGE("families", "Machines")},
                              {"docker", MESSAGE("families", "Containers on one machine")},
                              {"k8s", MESSAGE("families", "Kubernetes")},
                              {"openshift", MESSAGE("families", "OpenShift")},
                              {"choreo", MESSAGE("families", "WSO2 cloud")},
                              {"aws_lambda", MESSAGE("families", "AWS Lambda")},
                              {"azure_functions", MESSAGE("families", "Azure Functions")}};

constexpr Family families[] = {
    {"docker",
     MESSAGE("families", "Docker image"),
     MESSAGE("families", "The Dockerfile bal build makes."),
     {}},
    {"kubernetes",
     MESSAGE("families", "Kubernetes"),
     MESSAGE("families", "The objects bal build makes."),
     {}},
    {"choreo",
     MESSAGE("families", "Choreo"),
     MESSAGE("families", "What bal build makes for the platform."),
     {}},
    {"nginx", MESSAGE("families", "NGINX"),
     MESSAGE("families", "The configuration of each load balancer that runs NGINX."), machines},
    {"haproxy", MESSAGE("families", "HAProxy"),
     MESSAGE("families", "The configuration of each load balancer that runs HAProxy."), machines},
    {"keepalived", MESSAGE("families", "keepalived"),
     MESSAGE("families", "Moves the virtual address of a pair of load balancers."), machines},
    {"systemd", MESSAGE("families", "systemd"),
     MESSAGE("families", "A unit and its environment for the program on each machine."), machines},
    {"scripts", MESSAGE("families", "Scripts"),
     MESSAGE("families", "Install, update one machine after the other, check and roll back."), machines},
    {"api-manager", MESSAGE("families", "API Manager"),
     MESSAGE("families", "deployment.toml, unit and environment of each server, and scripts that update them "
                         "in turn."),
     machinesAndContainers},
    {"compose", MESSAGE("families", "Compose"),
     MESSAGE("families", "The whole deployment on one machine, to try it out."), containers},
    {"kustomize", MESSAGE("families", "Kustomize"),
     MESSAGE("families", "What bal build makes as the base, and an overlay for each environment and region."),
     clusters},
    {"helm", MESSAGE("families", "Helm"), MESSAGE("families", "A chart with the values of each environment."),
     clusters},
    {"api-manager-helm", MESSAGE("families", "API Manager charts"),
     MESSAGE("families",
             "Values of the official charts, what they get wrong, and the order to install them in."),
     clusters},
    {"argocd", MESSAGE("families", "Argo CD"),
     MESSAGE("families", "Applications that keep clusters as the repository says."), clusters},
    {"flux", MESSAGE("families", "Flux"),
     MESSAGE("families", "Kustomizations that keep clusters as the repository says."), clusters},
    {"config", MESSAGE("families", "Configuration"),
     MESSAGE("families", "Config.toml of each environment without its secrets, and what to fill in."),
     everywhere},
    {"database", MESSAGE("families", "Databases"),
     MESSAGE("families", "Creation, and backups that are verified before they replace an older one, by "
                         "schedule; restore."),
     everywhere},
    {"micro-integrator", MESSAGE("families", "Micro Integrator"),
     MESSAGE("families",
             "Image, configuration of each node, units, Kubernetes objects and values of its chart."),
     everywhere},
    {"integration-control-plane", MESSAGE("families", "Integration Control Plane"),
     MESSAGE("families", "Its configuration on machines, and values of its chart."), everywhere},
    {"observability", MESSAGE("families", "Observability"),
     MESSAGE("families",
             "Prometheus with alerts on the objectives, who takes traces, and Fluent Bit for logs."),
     everywhere},
    {"wso2-cloud", MESSAGE("families", "WSO2 cloud"),
     MESSAGE("families", "Endpoints of the component, and what to enter in the console."), cloud},
    {"aws-lambda", MESSAGE("families", "AWS Lambda"),
     MESSAGE("families", "A script that creates and updates the functions."), lambda},
    {"azure-functions", MESSAGE("families", "Azure Functions"),
     MESSAGE("families", "A script that publishes the functions to their app."), azure},
    {"apictl", MESSAGE("families", "API promotion"),
     MESSAGE("families", "What APIs call in each environment, and a script that brings them to the next."),
     anywhere},
    {"github", MESSAGE("families", "GitHub Actions"),
     MESSAGE("families", "A workflow that checks, builds, and rolls out to one environment after the other."),
     anywhere},
    {"gitlab", MESSAGE("families", "GitLab CI"), MESSAGE("families", "The same pipeline for GitLab."),
     anywhere},
    {"jenkins", MESSAGE("families", "Jenkins"), MESSAGE("families", "The same pipeline for Jenkins."),
     anywhere},
    {"azure", MESSAGE("families", "Azure Pipelines"),
     MESSAGE("families", "The same pipeline for Azure DevOps."), anywhere},
    {"runbook", MESSAGE("families", "Runbook"),
     MESSAGE("families", "How this deployment is deployed, verified, rolled back and restored."), everywhere},
};

}

bool Family::isOf(std::string_view target) const {
    return std::ranges::contains(targets, target);
}

std::span<const Target> allTargets() {
    return targets;
}

std::span<const Family> allFamilies() {
    return families;
}

const Family* findFamily(std::string_view id) {
    const auto found = std::ranges::find(families, id, &Family::id);
    return found == std::end(families) ? nullptr : &*found;
}

}
