#include "core/rules/secrets.h"

#include <algorithm>
#include <array>

namespace arabesque {

namespace {

/// Endings of files that hold a private key or open one.
bool holdsKey(const ConfigObject::Entry& entry) {
    static constexpr std::array<std::string_view, 5> endings{".p12", ".pfx", ".jks", ".key", ".keystore"};
    return std::ranges::any_of(endings,
                               [&](std::string_view ending) { return entry.key.ends_with(ending); }) ||
           entry.bytes.contains("PRIVATE KEY-----");
}

void check(const Checked& project, Findings& findings) {
    if (!project.deployment.makesKubernetes()) return;
    for (const ConfigObject& config : project.deployment.workload.configs) {
        if (config.secret || config.ballerinaConfig) continue;
        const auto key = std::ranges::find_if(config.entries, holdsKey);
        if (key == config.entries.end() || config.files.empty()) continue;
        findings.at(config.files.front().place())
            .say({MESSAGE("rules",
                          "'%1' holds a private key and goes into a ConfigMap, which everybody may read who "
                          "may look at the namespace: mount it as a Secret"),
                  key->key})
            .fix({MESSAGE("rules", "Mount %1 as a Secret"), key->key},
                 asOther(project, config.files, "cloud.secret.files"));
    }
}

}

extern const Rule key_file_in_config_map{
    .id = "key-file-in-config-map",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A private key in a ConfigMap"),
    .why = MESSAGE("rules",
                   "A ConfigMap is kept from nobody who may look at the namespace; with the key others can "
                   "pretend to be the service and read what is sent to it."),
    .cure = MESSAGE("rules", "Put the file below [[cloud.secret.files]], which mounts it the same way."),
    .source = "c2c 4.0.0, sections 6.4 and 6.6",
    .example = {.wrong = R"(=== main.bal
configurable int limits = 10;
=== security/orders.p12
not really a key store
=== Cloud.toml
[[cloud.config.maps]]
file = «"security/orders.p12"»
mount_dir = "/home/ballerina/security"
)",
                .right = R"(=== main.bal
configurable int limits = 10;
=== security/orders.p12
not really a key store
=== Cloud.toml
[[cloud.secret.files]]
file = "security/orders.p12"
mount_dir = "/home/ballerina/security"
)"},
    .check = check};

}
