#include "core/import/guide_form.h"
#include "core/import/read_lines.h"

#include <algorithm>

// Forms of deployment.toml of API Manager (topologies.md, section 4.1).

namespace arabesque {

namespace {

/// deployment.toml read, and what is asked of it most.
class Product {
public:
    explicit Product(const ImportedFile& file) : m_file(file) {}

    [[nodiscard]] bool isOne() const { return m_file.kind == ImportKind::ProductConfig && m_file.toml; }
    [[nodiscard]] const toml::Node* find(const toml::Path& path) const { return m_file.toml->find(path); }
    [[nodiscard]] std::string text(const toml::Path& path) const {
        const toml::Node* node = find(path);
        return node == nullptr || node->value == nullptr ? std::string() : node->value->text;
    }
    /// A gateway says so by its role, or by the labels it serves.
    [[nodiscard]] bool isGateway() const {
        return text({"server", "server_role"}) == "gateway-worker" ||
               find({"apim", "sync_runtime_artifacts", "gateway"}) != nullptr;
    }
    /// Host of the control plane, by what the file points at.
    [[nodiscard]] std::string controlPlane() const {
        for (const char* table : {"throttling", "key_manager", "event_hub"})
            if (const std::string host = hostOf(text({"apim", table, "service_url"})); !host.empty())
                return host;
        return {};
    }
    [[nodiscard]] ByteRange rangeOf(const toml::Path& path) const { return find(path)->value->range; }
    [[nodiscard]] std::size_t end() const { return m_file.text.size(); }
    /// Behind the line where a value stands.
    [[nodiscard]] std::size_t behindLineOf(const toml::Path& path) const {
        return std::min(m_file.text.find('\n', rangeOf(path).end), m_file.text.size() - 1) + 1;
    }
    /// A new table at the end, with a blank line before it.
    [[nodiscard]] std::string table(const std::string& lines) const {
        return (m_file.text.ends_with('\n') ? "\n" : "\n\n") + lines;
    }

    static std::string hostOf(std::string_view url) {
        const std::size_t begin = url.find("://");
        if (begin == std::string_view::npos) return {};
        url.remove_prefix(begin + 3);
        return std::string(url.substr(0, url.find_first_of(":/")));
    }

private:
    const ImportedFile& m_file;
};

void checkEnvironment(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    if (!product.isOne()) return;
    const toml::Node* table = product.find({"apim", "gateway", "environment"});
    if (table == nullptr || table->kind != toml::Node::Kind::Table || table->section == nullptr) return;
    const ByteRange header = table->section->headerRange;
    const std::string name = product.text({"apim", "gateway", "environment", "name"});
    if (!product.isGateway())
        return findings.at(
            header.begin,
            {MESSAGE("import", "[apim.gateway.environment] is read as an array: written as a table it is "
                               "not read")},
            {MESSAGE("import", "[[apim.gateway.environment]]")},
            {findings.change(header, "[[apim.gateway.environment]]")});
    std::size_t end = header.end;
    for (const toml::Entry& entry : table->section->entries) end = entry.range.end;
    findings.at(
        header.begin,
        {MESSAGE("import",
                 "Gateway environments are declared on the control plane; a gateway names only those it "
                 "serves")},
        {MESSAGE("import", "[apim.sync_runtime_artifacts.gateway] with gateway_labels = [\"%1\"] here, and "
                           "[[apim.gateway.environment]] in the file of the control plane"),
         name},
        {findings.change({header.begin, end},
                         "[apim.sync_runtime_artifacts.gateway]\ngateway_labels = [\"" + name + "\"]")});
}

void checkScheme(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    const toml::Path path{"apim", "throttling", "service_url"};
    if (!product.isOne() || !product.text(path).starts_with("ws")) return;
    const std::string right = "https://" + Product::hostOf(product.text(path)) + ":9443/services/";
    findings.at(
        product.rangeOf(path).begin,
        {MESSAGE("import", "The policies of the traffic manager are fetched over HTTPS, from /services/")},
        {MESSAGE("import", "service_url = \"%1\""), right},
        {findings.change(product.rangeOf(path), '"' + right + '"')});
}

void checkDecisions(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    const toml::Path path{"apim", "throttling", "service_url"};
    if (!product.isOne() || product.text(path).empty() ||
        product.find({"apim", "throttling", "throttle_decision_endpoints"}) != nullptr)
        return;
    const std::string host = Product::hostOf(product.text(path));
    const std::size_t at = product.behindLineOf(path);
    findings.at(
        product.rangeOf(path).begin,
        {MESSAGE("import", "Without throttle_decision_endpoints no decision of the traffic manager arrives")},
        {MESSAGE("import", "throttle_decision_endpoints = [\"tcp://%1:5672\"], one for each traffic manager"),
         host},
        {findings.change({at, at}, "throttle_decision_endpoints = [\"tcp://" + host + ":5672\"]\n")});
}

void checkUrlGroup(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    const toml::Path path{"apim", "throttling", "service_url"};
    if (!product.isOne() || product.text(path).empty() ||
        product.find({"apim", "throttling", "url_group"}) != nullptr)
        return;
    const std::string host = Product::hostOf(product.text(path));
    findings.at(
        product.rangeOf(path).begin,
        {MESSAGE("import",
                 "Without [[apim.throttling.url_group]] requests are not counted by the traffic manager")},
        {MESSAGE("import", "One [[apim.throttling.url_group]] for each traffic manager, on 9611 and 9711")},
        {findings.change({product.end(), product.end()},
                         product.table("[[apim.throttling.url_group]]\ntraffic_manager_urls = [\"tcp://" +
                                       host + ":9611\"]\ntraffic_manager_auth_urls = [\"ssl://" + host +
                                       ":9711\"]\n"))});
}

void checkEventHub(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    if (!product.isOne() || !product.isGateway() || product.find({"apim", "event_hub"}) != nullptr) return;
    const std::string host = product.controlPlane();
    if (host.empty()) return;
    findings.at(
        0,
        {MESSAGE("import", "Without [apim.event_hub] the gateway hears of no deployment and no revocation")},
        {MESSAGE("import",
                 "[apim.event_hub] with service_url and event_listening_endpoints of every control plane")},
        {findings.change(
            {product.end(), product.end()},
            product.table("[apim.event_hub]\nenable = true\nusername = \"$env{APIM_ADMIN_USER}\"\n"
                          "password = \"$env{APIM_ADMIN_PASSWORD}\"\nservice_url = \"https://" +
                          host + ":9443/services/\"\nevent_listening_endpoints = [\"tcp://" + host +
                          ":5672\"]\n"))});
}

void checkCredentials(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    const toml::Path path{"apim", "key_manager", "service_url"};
    if (!product.isOne() || product.text(path).empty() ||
        product.find({"apim", "key_manager", "username"}) != nullptr)
        return;
    const std::size_t at = product.behindLineOf(path);
    findings.at(product.rangeOf(path).begin,
                {MESSAGE("import", "The key manager refuses calls without username and password")},
                {MESSAGE("import",
                         "username and password beside it, as references such as $env{APIM_ADMIN_PASSWORD}")},
                {findings.change({at, at}, "username = \"$env{APIM_ADMIN_USER}\"\n"
                                           "password = \"$env{APIM_ADMIN_PASSWORD}\"\n")});
}

void checkRole(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    const toml::Path path{"server", "server_role"};
    if (!product.isOne() || product.text(path) != "gateway-worker") return;
    findings.at(
        product.rangeOf(path).begin,
        {MESSAGE("import",
                 "\"gateway-worker\" belongs to 4.4 and earlier, and to the charts: since 4.5 the gateway "
                 "is a distribution of its own")},
        {MESSAGE("import", "server_role = \"default\" on machines since 4.5")},
        {findings.change(product.rangeOf(path), "\"default\"")});
}

/// Texts of a list with another port.
void portInList(const Product& product, const toml::Path& path, std::string_view port,
                GuideFindings& findings, std::vector<Change>& changes) {
    const toml::Node* list = product.find(path);
    if (list == nullptr || list->value == nullptr) return;
    for (const toml::Value& each : list->value->elements) {
        const std::size_t at = each.text.rfind(":5672");
        if (at == std::string::npos) continue;
        changes.push_back(
            findings.change(each.range, '"' + each.text.substr(0, at) + ':' + std::string(port) + '"'));
    }
}

void checkPublishing(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    if (!product.isOne()) return;
    const toml::Node* groups = product.find({"apim", "event_hub", "publish", "url_group"});
    if (groups == nullptr) return;
    for (std::size_t i = 0; i < groups->elements.size(); ++i) {
        std::vector<Change> changes;
        const toml::Path group{"apim", "event_hub", "publish", "url_group", i};
        toml::Path urls = group, secure = group;
        urls.emplace_back("urls");
        secure.emplace_back("auth_urls");
        portInList(product, urls, "9611", findings, changes);
        portInList(product, secure, "9711", findings, changes);
        if (changes.empty()) continue;
        const std::size_t at = changes.front().range.begin;
        findings.at(
            at,
            {MESSAGE("import",
                     "Events are published to the binary receiver; 5672 is the broker they are read from")},
            {MESSAGE("import", "urls on 9611 and auth_urls on 9711")}, std::move(changes));
    }
}

void checkDuplicate(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    if (!product.isOne()) return;
    const std::string host = product.text({"server", "hostname"}),
                      address = product.text({"server", "node_ip"});
    for (const char* table : {"throttling", "event_hub"}) {
        const toml::Path path{"apim", table, "event_duplicate_url"};
        const toml::Node* node = product.find(path);
        if (node == nullptr || node->value == nullptr) continue;
        std::vector<std::string> urls{node->value->text};
        for (const toml::Value& each : node->value->elements) urls.push_back(each.text);
        for (const std::string& url : urls) {
            const std::string there = Product::hostOf(url);
            if (there.empty() || (there != host && there != address && there != "localhost")) continue;
            findings.at(
                node->value->range.begin,
                {MESSAGE("import",
                         "event_duplicate_url points at this node itself, so its events come back to it")},
                {MESSAGE("import", "The address of the other node: tcp://PEER:5672")});
        }
    }
}

void checkDatabase(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    if (!product.isOne()) return;
    const bool several = product.find({"apim", "event_hub", "event_duplicate_url"}) != nullptr ||
                         product.find({"apim", "throttling", "event_duplicate_url"}) != nullptr ||
                         file.text.contains("WSO2_COORDINATION_DB");
    if (!several) return;
    for (const ImportedValue& each : file.values)
        if (each.path.contains("database") && (each.text.starts_with("jdbc:h2:") || each.text == "h2"))
            findings.atLine(
                each.line, {MESSAGE("import", "H2 is a file of one node: two nodes do not share it")},
                {MESSAGE("import",
                         "A database server that all nodes reach: mysql, postgre, mssql or oracle")});
}

void checkCloudToml(const ImportedFile& file, GuideFindings& findings) {
    const Product product(file);
    if (!product.isOne()) return;
    const toml::Node* table = product.find({"cloud", "deployment", "autoscaling"});
    if (table == nullptr) return;
    for (const char* key : {"cpu", "memory"})
        if (const toml::Node* wrong = table->member(std::string(key) + "_threshold"))
            findings.at(wrong->keyRange.begin,
                        {MESSAGE("import", "Cloud.toml has no key '%1_threshold', and the build stops at it"),
                         std::string(key)},
                        {MESSAGE("import", "The key is '%1'"), std::string(key)},
                        {findings.change(wrong->keyRange, key)});
}

}

extern const GuideForm gateway_environment_shape{
    .id = "gateway-environment-shape",
    .severity = Severity::Error,
    .file = "deployment.toml",
    .source = "4.1",
    .check = checkEnvironment,
    .wrong = "[server]\nhostname = \"cp.example.com\"\n\n[apim.gateway.environment]\nname = \"Production\"\n",
    .right =
        "[server]\nhostname = \"cp.example.com\"\n\n[[apim.gateway.environment]]\nname = \"Production\"\n"};

extern const GuideForm throttling_url_scheme{
    .id = "throttling-url-scheme",
    .severity = Severity::Error,
    .file = "deployment.toml",
    .source = "4.1",
    .check = checkScheme,
    .wrong = "[apim.throttling]\nservice_url = \"wss://cp.example.com:9443/\"\nthrottle_decision_endpoints = "
             "[]\nurl_group = []\n",
    .right = "[apim.throttling]\nservice_url = "
             "\"https://cp.example.com:9443/services/\"\nthrottle_decision_endpoints = []\nurl_group = []\n"};

extern const GuideForm throttle_decisions_missing{
    .id = "throttle-decisions-missing",
    .severity = Severity::Error,
    .file = "deployment.toml",
    .source = "4.1",
    .check = checkDecisions,
    .wrong = "[apim.throttling]\nservice_url = \"https://tm.example.com:9443/services/\"\nurl_group = []\n",
    .right = "[apim.throttling]\nservice_url = \"https://tm.example.com:9443/services/\"\n"
             "throttle_decision_endpoints = [\"tcp://tm.example.com:5672\"]\nurl_group = []\n"};

extern const GuideForm throttle_url_group_missing{
    .id = "throttle-url-group-missing",
    .severity = Severity::Error,
    .file = "deployment.toml",
    .source = "4.1",
    .check = checkUrlGroup,
    .wrong = "[apim.throttling]\nservice_url = \"https://tm.example.com:9443/services/\"\n"
             "throttle_decision_endpoints = [\"tcp://tm.example.com:5672\"]\n",
    .right =
        "[apim.throttling]\nservice_url = \"https://tm.example.com:9443/services/\"\n"
        "throttle_decision_endpoints = [\"tcp://tm.example.com:5672\"]\n\n[[apim.throttling.url_group]]\n"
        "traffic_manager_urls = [\"tcp://tm.example.com:9611\"]\n"
        "traffic_manager_auth_urls = [\"ssl://tm.example.com:9711\"]\n"};

extern const GuideForm event_hub_missing{
    .id = "event-hub-missing",
    .severity = Severity::Error,
    .file = "deployment.toml",
    .source = "4.1",
    .check = checkEventHub,
    .wrong = "[apim.sync_runtime_artifacts.gateway]\ngateway_labels = [\"Default\"]\n\n[apim.key_manager]\n"
             "service_url = \"https://cp.example.com:9443/services/\"\nusername = \"$env{U}\"\n",
    .right = "[apim.sync_runtime_artifacts.gateway]\ngateway_labels = [\"Default\"]\n\n[apim.key_manager]\n"
             "service_url = \"https://cp.example.com:9443/services/\"\nusername = "
             "\"$env{U}\"\n\n[apim.event_hub]\n"
             "enable = true\nusername = \"$env{APIM_ADMIN_USER}\"\npassword = \"$env{APIM_ADMIN_PASSWORD}\"\n"
             "service_url = \"https://cp.example.com:9443/services/\"\n"
             "event_listening_endpoints = [\"tcp://cp.example.com:5672\"]\n"};

extern const GuideForm key_manager_credentials{
    .id = "key-manager-credentials",
    .severity = Severity::Error,
    .file = "deployment.toml",
    .source = "4.1",
    .check = checkCredentials,
    .wrong = "[apim.key_manager]\nservice_url = \"https://cp.example.com:9443/services/\"\n",
    .right = "[apim.key_manager]\nservice_url = \"https://cp.example.com:9443/services/\"\n"
             "username = \"$env{APIM_ADMIN_USER}\"\npassword = \"$env{APIM_ADMIN_PASSWORD}\"\n"};

extern const GuideForm server_role_of_earlier_releases{.id = "server-role-of-earlier-releases",
                                                       .severity = Severity::Info,
                                                       .file = "deployment.toml",
                                                       .source = "4.1",
                                                       .check = checkRole,
                                                       .wrong =
                                                           "[server]\nserver_role = \"gateway-worker\"\n",
                                                       .right = "[server]\nserver_role = \"default\"\n"};

extern const GuideForm publish_group_port{
    .id = "publish-group-port",
    .severity = Severity::Error,
    .file = "deployment.toml",
    .source = "4.1",
    .check = checkPublishing,
    .wrong = "[[apim.event_hub.publish.url_group]]\nurls = [\"tcp://cp-1.example.com:5672\"]\n"
             "auth_urls = [\"ssl://cp-1.example.com:5672\"]\n",
    .right = "[[apim.event_hub.publish.url_group]]\nurls = [\"tcp://cp-1.example.com:9611\"]\n"
             "auth_urls = [\"ssl://cp-1.example.com:9711\"]\n"};

extern const GuideForm event_duplicate_is_itself{
    .id = "event-duplicate-is-itself",
    .severity = Severity::Error,
    .file = "deployment.toml",
    .source = "4.1",
    .check = checkDuplicate,
    .wrong = "[server]\nhostname = \"cp-1.example.com\"\n\n[apim.event_hub]\nevent_duplicate_url = "
             "[\"tcp://cp-1.example.com:5672\"]\n",
    .right = "[server]\nhostname = \"cp-1.example.com\"\n\n[apim.event_hub]\nevent_duplicate_url = "
             "[\"tcp://cp-2.example.com:5672\"]\n"};

extern const GuideForm h2_of_several_nodes{
    .id = "h2-of-several-nodes",
    .severity = Severity::Error,
    .file = "deployment.toml",
    .source = "6, R44",
    .check = checkDatabase,
    .wrong = "[apim.event_hub]\nevent_duplicate_url = "
             "[\"tcp://cp-2.example.com:5672\"]\n\n[database.apim_db]\ntype = \"h2\"\n",
    .right = "[apim.event_hub]\nevent_duplicate_url = "
             "[\"tcp://cp-2.example.com:5672\"]\n\n[database.apim_db]\ntype = \"mysql\"\n"};

extern const GuideForm autoscaling_threshold_keys{
    .id = "autoscaling-threshold-keys",
    .severity = Severity::Error,
    .file = "Cloud.toml",
    .source = "4.5",
    .check = checkCloudToml,
    .wrong = "[cloud.deployment.autoscaling]\ncpu_threshold = 70\nmemory_threshold = 80\n",
    .right = "[cloud.deployment.autoscaling]\ncpu = 70\nmemory = 80\n"};

}
