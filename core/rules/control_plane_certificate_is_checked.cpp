#include "core/rules/deployment_table.h"
#include "core/toml/rewrite.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const auto verify = project.deployment.topology.written(deploymentToml().controlPlane.verifyTls);
    if (!verify || **verify) return;
    const DeploymentTable table(project, {"integration_control_plane"});
    findings.at(table.place("verify_tls"))
        .say(MESSAGE("rules",
                     "runtimes hand their secret to whoever answers at the address of the control plane"))
        .fix(MESSAGE("rules", "Check the certificate"), table.set("verify_tls", "true"));
}

}

extern const Rule control_plane_certificate_is_checked{
    .id = "control-plane-certificate-is-checked",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A control plane whose certificate nobody checks"),
    .why = MESSAGE("rules", "Whoever answers at the address gets the secret that runtimes report with, and "
                            "may tell them what to do."),
    .cure = MESSAGE("rules", "Trust its certificate in the runtimes' truststore instead."),
    .source = "WSO2 Micro Integrator 4.6, icp_config",
    .example = {.wrong = R"(=== Deployment.toml
product = "micro-integrator"

[integration_control_plane]
url = "https://icp.acme.org:9445"
verify_tls = «false»
)",
                .right = R"(=== Deployment.toml
product = "micro-integrator"

[integration_control_plane]
url = "https://icp.acme.org:9445"
verify_tls = true
)"},
    .check = check};

}
