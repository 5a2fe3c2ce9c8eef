#include "core/model/api_manager.h"
#include "core/rules/deployment_table.h"

#include <algorithm>

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const bool onCluster = topology.isFor("k8s") || topology.isFor("openshift");
    const bool made = !std::ranges::contains(*topology.value(deploymentToml().leaveOut), "api-manager-helm");
    const auto release = topology.written(deploymentToml().apiManagerVersion);
    if (!onCluster || !made || !release || !hasApiManager(topology) || hasOwnDistributions(**release)) return;
    const DeploymentTable table(project, {"profile"});
    findings.at(table.place("api_manager"))
        .say({MESSAGE("rules", "%1 is one distribution with profiles, and the charts of 4.7 start and stop a "
                               "distribution of each role by its own script"),
              **release})
        .fix(MESSAGE("rules", "Deploy 4.7.0"), table.set("api_manager", "\"4.7.0\""));
}

}

extern const Rule api_manager_charts_fit_the_release{
    .id = "api-manager-charts-fit-the-release",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "Charts of another API Manager"),
    .why = MESSAGE("rules",
                   "The scripts the charts call are not in images before 4.5: servers start with another "
                   "role, and are killed instead of stopped."),
    .cure = MESSAGE("rules", "Deploy the release of the charts, or leave out the family api-manager-helm."),
    .source = "WSO2 API Manager 4.5, deployment overview; WSO2 helm-apim 4.7, preStop",
    .example = {.wrong = R"(=== Deployment.toml
product = "api-manager"
targets = ["k8s"]

[profile]
api_manager = «"4.4.0"»

[[node]]
name = "gateway"
role = "gateway"
replicas = 2
)",
                .right = R"(=== Deployment.toml
product = "api-manager"
targets = ["k8s"]

[profile]
api_manager = "4.7.0"

[[node]]
name = "gateway"
role = "gateway"
replicas = 2
)"},
    .check = check};

}
