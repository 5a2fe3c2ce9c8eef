#include "core/import/guide_form.h"
#include "core/import/read_lines.h"

#include <algorithm>
#include <array>

// Forms of Helm values and of parameters of apictl (topologies.md, sections 4.2 and 4.3).

namespace arabesque {

namespace {

void atKey(const ImportedFile& file, std::initializer_list<std::string_view> path, GuideFindings& findings,
           MessageText right) {
    if (file.kind != ImportKind::HelmValues) return;
    const TreeNode* found = file.documents.front().at(path);
    if (found == nullptr) return;
    std::string name;
    for (const std::string_view step : path) name += (name.empty() ? "" : ".") + std::string(step);
    findings.atLine(
        found->line,
        {MESSAGE("import", "No chart of helm-apim reads `%1`, and none says so: it has no effect"), name},
        {right});
}

void checkControlPlane(const ImportedFile& file, GuideFindings& findings) {
    atKey(file, {"wso2", "deployment", "am", "cp"}, findings,
          MESSAGE("import",
                  "Chart wso2am-acp: wso2.deployment.highAvailability: true for two control planes, and "
                  "wso2.deployment.resources.{requests,limits}"));
}

void checkGateway(const ImportedFile& file, GuideFindings& findings) {
    atKey(file, {"wso2", "deployment", "am", "gateway"}, findings,
          MESSAGE("import",
                  "Chart wso2am-universal-gw: wso2.deployment.{replicas,minReplicas,maxReplicas} and "
                  "wso2.deployment.resources.{requests,limits}"));
}

/// helm-mi does read it.
void checkSubscription(const ImportedFile& file, GuideFindings& findings) {
    if (file.kind != ImportKind::HelmValues) return;
    const TreeNode& values = file.documents.front();
    const bool isApim = values.at({"wso2", "deployment", "am"}) != nullptr ||
                        values.at({"wso2", "apim"}) != nullptr ||
                        values.at({"wso2", "ingress", "gateway"}) != nullptr;
    if (isApim)
        atKey(file, {"wso2", "subscription"}, findings,
              MESSAGE("import", "wso2.deployment.image.imagePullSecrets.{enabled,username,password}"));
}

void checkPersistence(const ImportedFile& file, GuideFindings& findings) {
    atKey(file, {"wso2", "persistence"}, findings,
          MESSAGE("import",
                  "wso2.deployment.persistence.solrIndexing.enabled, and the block of the cloud: aws.efs, "
                  "azure.persistence or gcp.fs"));
}

void checkIngress(const ImportedFile& file, GuideFindings& findings) {
    const char* const keys[] = {"gateway", "portal"};
    for (const char* key : keys)
        atKey(
            file, {"wso2", "ingress", key}, findings,
            MESSAGE("import",
                    "kubernetes.gatewayAPI.gateway.hostname, kubernetes.gatewayAPI.controlPlane.hostname for "
                    "portals; with an ingress controller kubernetes.ingress.gateway.hostname"));
}

bool isScriptOrPipeline(const ImportedFile& file) {
    return file.kind == ImportKind::Script || file.kind == ImportKind::Workflow ||
           file.kind == ImportKind::Text;
}

void checkChart(const ImportedFile& file, GuideFindings& findings) {
    constexpr std::string_view wrong = "wso2/am-pattern-1";
    if (!isScriptOrPipeline(file)) return;
    for (std::size_t at = file.text.find(wrong); at != std::string::npos; at = file.text.find(wrong, at + 1))
        findings.at(
            at,
            {MESSAGE("import",
                     "wso2/am-pattern-1 is a chart of an earlier generation; now there is one release "
                     "for each role")},
            {MESSAGE("import", "wso2/wso2am-all-in-one with wso2.deployment.highAvailability=true, or "
                               "wso2am-acp, wso2am-tm and wso2am-universal-gw")},
            {findings.change({at, at + wrong.size()},
                             "wso2/wso2am-all-in-one --set wso2.deployment.highAvailability=true")});
}

/// Offset of each line that belongs to an element of a block list, after the one with its first key.
std::vector<std::size_t> furtherLines(const ImportedFile& file, const TreeNode& element) {
    const auto lines = linesOf(file.text);
    const std::uint32_t first = element.children.front().line;
    const std::string_view top = lines[first - 1];
    const std::size_t indent = top.find_first_not_of(" -");
    std::vector<std::size_t> offsets;
    for (std::size_t i = first; i < lines.size(); ++i) {
        const std::size_t depth = lines[i].find_first_not_of(" \r");
        if (depth != std::string_view::npos && depth < indent) break;
        if (depth != std::string_view::npos)
            offsets.push_back(static_cast<std::size_t>(lines[i].data() - file.text.data()));
    }
    return offsets;
}

void checkParams(const ImportedFile& file, GuideFindings& findings) {
    if (file.kind != ImportKind::ApictlParams) return;
    for (const TreeNode& each : file.documents.front().find("environments")->children) {
        if (each.children.size() < 2 || each.find("configs") != nullptr ||
            each.children.front().key != "name")
            continue;
        const auto lines = furtherLines(file, each);
        if (lines.empty()) continue;
        const std::size_t depth = file.text.find_first_not_of(' ', lines.front()) - lines.front();
        std::vector<Change> changes;
        for (const std::size_t at : lines) {
            const std::string above = at == lines.front() ? std::string(depth, ' ') + "configs:\n" : "";
            changes.push_back(findings.change({at, at}, above + "  "));
        }
        findings.atLine(
            each.children[1].line,
            {MESSAGE("import",
                     "apictl reads what stands under `configs`: beside `name` it is passed over without "
                     "a word")},
            {MESSAGE("import", "Everything but `name` one level deeper, under `configs:`")},
            std::move(changes));
    }
}

std::string upperCase(std::string_view text) {
    std::string upper;
    for (const char c : text)
        upper += c >= 'a' && c <= 'z'                               ? static_cast<char>(c - 'a' + 'A')
                 : (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ? c
                                                                    : '_';
    return upper;
}

void passwordsIn(const TreeNode& node, const std::string& environment, const std::string& kind,
                 GuideFindings& findings) {
    for (const TreeNode& each : node.children) {
        passwordsIn(each, environment, each.key == "production" || each.key == "sandbox" ? each.key : kind,
                    findings);
        if (each.key != "password" || each.text.empty() || each.text.starts_with("${") || each.range.empty())
            continue;
        const std::string name =
            upperCase(environment) + '_' + (kind.empty() ? "" : upperCase(kind) + '_') + "PASSWORD";
        findings.atLine(each.line,
                        {MESSAGE("import", "A password stands in a file that goes into a repository")},
                        {MESSAGE("import", "A variable that apictl resolves: ${%1}"), name},
                        {findings.change(each.range, "${" + name + '}')});
    }
}

void checkPasswords(const ImportedFile& file, GuideFindings& findings) {
    if (file.kind != ImportKind::ApictlParams) return;
    for (const TreeNode& each : file.documents.front().find("environments")->children)
        passwordsIn(each, std::string(each.textOf("name")), "", findings);
}

}

extern const GuideForm chart_control_plane_replicas{
    .id = "chart-control-plane-replicas",
    .severity = Severity::Error,
    .file = "values.yaml",
    .source = "4.2",
    .check = checkControlPlane,
    .wrong = "wso2:\n  deployment:\n    am:\n      cp:\n        replicas: 2\n",
    .right = "wso2:\n  deployment:\n    highAvailability: true\n"};

extern const GuideForm chart_gateway_replicas{
    .id = "chart-gateway-replicas",
    .severity = Severity::Error,
    .file = "values.yaml",
    .source = "4.2",
    .check = checkGateway,
    .wrong = "wso2:\n  deployment:\n    am:\n      gateway:\n        replicas: 3\n",
    .right = "wso2:\n  deployment:\n    minReplicas: 3\n    maxReplicas: 3\n"};

extern const GuideForm chart_subscription{
    .id = "chart-subscription",
    .severity = Severity::Error,
    .file = "values.yaml",
    .source = "4.2",
    .check = checkSubscription,
    .wrong = "wso2:\n  subscription:\n    username: me\n  apim:\n    version: 4.7.0\n",
    .right = "wso2:\n  deployment:\n    image:\n      imagePullSecrets:\n        enabled: true\n        "
             "username: me\n"};

extern const GuideForm chart_persistence{
    .id = "chart-persistence",
    .severity = Severity::Error,
    .file = "values.yaml",
    .source = "4.2",
    .check = checkPersistence,
    .wrong = "wso2:\n  persistence:\n    enabled: true\n    storageClass: gp3\n",
    .right = "wso2:\n  deployment:\n    persistence:\n      solrIndexing:\n        enabled: true\n"};

extern const GuideForm chart_ingress{.id = "chart-ingress",
                                     .severity = Severity::Error,
                                     .file = "values.yaml",
                                     .source = "4.2",
                                     .check = checkIngress,
                                     .wrong =
                                         "wso2:\n  ingress:\n    gateway:\n      hostname: api.example.com\n",
                                     .right = "wso2:\n  deployment: {}\nkubernetes:\n  gatewayAPI:\n    "
                                              "gateway:\n      hostname: api.example.com\n"};

extern const GuideForm chart_of_patterns{
    .id = "chart-of-patterns",
    .severity = Severity::Error,
    .file = "install.sh",
    .source = "4.2",
    .check = checkChart,
    .wrong = "#!/bin/sh\nhelm install apim wso2/am-pattern-1 --namespace wso2\n",
    .right =
        "#!/bin/sh\nhelm install apim wso2/wso2am-all-in-one --set wso2.deployment.highAvailability=true "
        "--namespace wso2\n"};

extern const GuideForm params_without_configs{
    .id = "params-without-configs",
    .severity = Severity::Error,
    .file = "api_params.yaml",
    .source = "4.3",
    .check = checkParams,
    .wrong =
        "environments:\n- name: staging\n  endpoints:\n    production:\n      url: https://a.example.com\n"
        "- name: production\n  endpoints:\n    production:\n      url: https://b.example.com\n",
    .right = "environments:\n- name: staging\n  configs:\n    endpoints:\n      production:\n        url: "
             "https://a.example.com\n- name: production\n  configs:\n    endpoints:\n      production:\n     "
             "   url: "
             "https://b.example.com\n"};

extern const GuideForm params_with_passwords{
    .id = "params-with-passwords",
    .severity = Severity::Error,
    .file = "api_params.yaml",
    .source = "4.3",
    .check = checkPasswords,
    .wrong = "environments:\n- name: staging\n  configs:\n    security:\n      production:\n        "
             "password: staging_pass\n",
    .right =
        "environments:\n- name: staging\n  configs:\n    security:\n      production:\n        password: "
        "${STAGING_PRODUCTION_PASSWORD}\n"};

}
