#include "core/rules/layout.h"

namespace arabesque {

extern const Rule shared_encryption_key;

namespace {

void check(const Checked& project, Findings& findings) {
    if (!project.demands(shared_encryption_key.id) ||
        !project.deployment.topology.value(deploymentToml().apiManager.encryptionKey)->empty())
        return;
    findings.at(placeOfPattern(project))
        .say({MESSAGE("rules", "no encryption key is named: nodes cannot read each other's data")})
        .fix(MESSAGE("rules", "Name a secret for it"),
             Layout(project).set({"api_manager", "encryption_key"}, "\"apim-encryption-key\"").edit());
}

}

const Rule shared_encryption_key{
    .id = "shared-encryption-key",
    .severity = Severity::Error,
    .title = MESSAGE("rules", "No common encryption key"),
    .why = MESSAGE("rules", "Each node makes a key of its own, and none can read what another wrote; the "
                            "charts of 4.7 stop without one."),
    .cure = MESSAGE("rules",
                    "Name the secret that holds the key, the same for all nodes, before the first start."),
    .source = "WSO2 helm-apim 4.7, encryption.key",
    .example = {.wrong = R"(=== Deployment.toml
pattern = «"distributed"»
product = "api-manager"

[[database]]
name = "apim"
managed = true

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "gateway-2"
role = "gateway"

[[node]]
name = "control-plane-1"
role = "control-plane"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"
)",
                .right = R"(=== Deployment.toml
pattern = "distributed"
product = "api-manager"

[[database]]
name = "apim"
managed = true

[[node]]
name = "gateway-1"
role = "gateway"

[[node]]
name = "gateway-2"
role = "gateway"

[[node]]
name = "control-plane-1"
role = "control-plane"

[[node]]
name = "lb-1"
role = "load-balancer"

[[node]]
name = "lb-2"
role = "load-balancer"
state = "standby"

[load_balancer]
zone = "64k"
connect_timeout = "2s"

[load_balancer.vip]
address = "10.0.1.10"

[api_manager]
encryption_key = "apim-encryption-key"
)"},
    .check = check};

}
