#include "core/rules/cures.h"
#include "core/rules/kubernetes_names.h"
#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const Deployment& deployment = project.deployment;
    if (!deployment.makesKubernetes()) return;
    for (const ConfigObject& config : deployment.workload.configs)
        for (const ConfigObject::Entry& entry : config.entries) {
            const Origin* place = writtenAt(entry.origins);
            if (place != nullptr && !isConfigKey(entry.key))
                findings.at(place->place())
                    .say({MESSAGE("rules",
                                  "a file is kept under its name, and '%1' is none that Kubernetes takes: "
                                  "letters, digits, dashes, underscores and periods. Rename the file"),
                          entry.key});
        }
    for (const EnvironmentReference& variable : deployment.workload.environment) {
        const Origin* place = writtenAt(variable.key.origins);
        const bool blank = variable.key->find_first_not_of(" \t") == std::string::npos;
        if (place != nullptr && !blank && !isConfigKey(*variable.key))
            findings.at(place->place())
                .say({MESSAGE("rules",
                              "no ConfigMap and no Secret can have the key '%1': letters, digits, dashes, "
                              "underscores and periods. The cluster refuses the file"),
                      *variable.key});
    }
}

}

extern const Rule config_key_is_valid{
    .id = "config-key-is-valid",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A file name that no ConfigMap takes"),
    .why = MESSAGE("rules", "The cluster refuses the ConfigMap or Secret, and the program waits for it."),
    .cure = MESSAGE("rules", "Rename the file, or the key in the object."),
    .source = "c2c 4.0.0, section 6.5; Kubernetes, ConfigMaps",
    .example = {.wrong = R"(=== Cloud.toml
[[cloud.config.maps]]
file = «"data/exchange rates.csv"»
mount_dir = "data"
=== data/exchange rates.csv
EUR,1.08
)",
                .right = R"(=== Cloud.toml
[[cloud.config.maps]]
file = "data/rates.csv"
mount_dir = "data"
=== data/rates.csv
EUR,1.08
)"},
    .check = check};

}
