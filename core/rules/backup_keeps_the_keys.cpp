#include "core/rules/deployment_table.h"
#include "core/schema/roles.h"

#include <algorithm>

namespace arabesque {

namespace {

bool hasServers(const Topology& topology) {
    return std::ranges::any_of(topology.nodes, [](const Node& node) {
        return node.kind() != nullptr && node.kind()->product == "api-manager";
    });
}

/// Where servers run on machines, their keystores are fetched; elsewhere somebody has to name them.
void check(const Checked& project, Findings& findings) {
    const Topology& topology = project.deployment.topology;
    const DeploymentTable backup(project, {"backup"});
    if (!backup.isWritten() || !hasServers(topology)) return;
    const auto key = topology.value(deploymentToml().apiManager.encryptionKey);
    if (key->empty()) {
        findings.at(backup.place())
            .say(MESSAGE("rules",
                         "the API Manager encrypts what it keeps in its databases, and no name says where "
                         "the key is that a restored copy needs"))
            .fix({MESSAGE("rules", "Name the secret %1"), "apim-encryption-key"},
                 DeploymentTable(project, {"api_manager"}).set("encryption_key", "\"apim-encryption-key\""));
    }
    const auto files = topology.value(deploymentToml().backup.files);
    const bool keeps = std::ranges::any_of(*files, [](const std::string& path) {
        return path.contains("security") || path.ends_with(".jks") || path.ends_with(".p12");
    });
    if (!topology.isFor("vm") && !keeps && topology.value(deploymentToml().targets)->size() > 0)
        findings.at(backup.place())
            .say(MESSAGE("rules",
                         "no machine is reached for keystores where everything runs in containers, and "
                         "`files` names none: without them a restored server does not start"));
}

}

extern const Rule backup_keeps_the_keys{
    .id = "backup-keeps-the-keys",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "A backup without keys"),
    .why = MESSAGE("rules",
                   "Databases alone bring nothing back: passwords and tokens in them are encrypted, and "
                   "servers do not trust each other without their keystores."),
    .cure = MESSAGE("rules", "Name the secret with the encryption key, and the folder with keystores."),
    .source = "WSO2 API Manager, backup and recovery recommendations",
    .example = {.wrong = R"(=== Deployment.toml
targets = ["vm"]

[[node]]
name = "api-1"
role = "all-in-one"

[api_manager]
websocket = true

«[backup]»
folder = "/srv/backups"
)",
                .right = R"(=== Deployment.toml
targets = ["vm"]

[[node]]
name = "api-1"
role = "all-in-one"

[api_manager]
websocket = true
encryption_key = "apim-encryption-key"

[backup]
folder = "/srv/backups"
)"},
    .check = check};

}
