#include "core/rules/secrets.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes()) return;
    for (const ConfigObject& config : project.deployment.workload.configs) {
        if (config.secret || !config.ballerinaConfig) continue;
        for (const ConfigObject::Entry& entry : config.entries)
            for (const WrittenSecret& secret : secretsIn(project, entry))
                findings.at(secret.place)
                    .say({MESSAGE("rules",
                                  "the value of '%1' goes into the ConfigMap '%2' in clear text, which "
                                  "everybody may read who may look at the namespace: mount the file as a "
                                  "Secret"),
                          secret.name, *config.name})
                    .fix({MESSAGE("rules", "Mount %1 as a Secret"), entry.key},
                         asOther(project, config.files, "cloud.config.secrets"));
    }
}

}

extern const Rule secret_in_config_map{
    .id = "secret-in-config-map",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A secret in a ConfigMap"),
    .why = MESSAGE(
        "rules", "A ConfigMap is neither encrypted nor kept from anybody who may look at the namespace, and "
                 "it is shown whole by kubectl, dashboards and backups."),
    .cure = MESSAGE(
        "rules", "Put the file below [[cloud.config.secrets]]. It is read the same way, and a file without "
                 "the secrets may stay a ConfigMap."),
    .source = "c2c 4.0.0, section 6.5; Config.toml reference, section 7",
    .example = {.wrong = R"(=== main.bal
configurable string dbPassword = ?;
=== Config.toml
dbPassword = «"opensesame"»
=== Cloud.toml
[[cloud.config.files]]
file = "Config.toml"
name = "orders-config"
)",
                .right = R"(=== main.bal
configurable string dbPassword = ?;
=== Config.toml
dbPassword = "opensesame"
=== Cloud.toml
[[cloud.config.secrets]]
file = "Config.toml"
name = "orders-config"
)"},
    .check = check};

}
