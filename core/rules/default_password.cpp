#include "core/rules/rule.h"

namespace arabesque {

namespace {

void check(const Checked& project, Findings& findings) {
    const std::string file(project.configuration);
    const toml::Node* dashboard = project.find(file, {"ballerinax", "wso2.controlplane", "dashboard"});
    if (dashboard == nullptr)
        dashboard = project.find(file, {"ballerinax", "wso2", "controlplane", "dashboard"});
    if (dashboard == nullptr || dashboard->kind != toml::Node::Kind::Table) return;
    const toml::Node* password = dashboard->member("serviceAccountPassword");
    if (password != nullptr && textOf(password) != "bal_secret") return;
    findings.at({file, password != nullptr ? password->range : dashboard->range})
        .say(
            MESSAGE("rules",
                    "the dashboard's account keeps the password that every installation begins with: whoever "
                    "reaches it may stop and start services"));
}

}

extern const Rule default_password{
    .id = "default-password",
    .severity = Severity::Warning,
    .title = MESSAGE("rules", "A password that everybody knows"),
    .why = MESSAGE(
        "rules",
        "It is printed in public pages. Anybody who reaches the dashboard has the rights of the account."),
    .cure = MESSAGE("rules", "Change it in the dashboard, and set it here from a Secret."),
    .source = "ballerinax/wso2.controlplane",
    .example = {.wrong = R"(=== main.bal
import ballerina/http;
import ballerinax/wso2.controlplane as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerinax.wso2.controlplane.dashboard]
url = "https://dashboard:9743"
groupId = "shop"
mgtApiUrl = "https://orders:9264/management/"
serviceAccountPassword = «"bal_secret"»
)",
                .right = R"(=== main.bal
import ballerina/http;
import ballerinax/wso2.controlplane as _;

service /orders on new http:Listener(9090) {
}
=== Config.toml
[ballerinax.wso2.controlplane.dashboard]
url = "https://dashboard:9743"
groupId = "shop"
mgtApiUrl = "https://orders:9264/management/"
serviceAccountPassword = "set from a Secret"
)"},
    .check = check,
    .eachConfiguration = true};

}
