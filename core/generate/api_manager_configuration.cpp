#include "core/generate/api_manager_configuration.h"

#include "core/generate/api_manager_database.h"
#include "core/generate/topology_reasons.h"
#include "core/model/address.h"

#include <algorithm>
#include <cmath>

namespace arabesque {

namespace {

using Text = Sourced<std::string>;

const auto& keys() {
    return deploymentToml().apiManager;
}

Text hostNameOf(const ApiManagerServer& server) {
    if (server.isControl()) return portalHostOf(server.topology, server.node);
    return server.node.is("gateway") ? gatewayHostOf(server) : server.node.host;
}

void writeServer(ApiManagerConfiguration& file) {
    const ApiManagerServer& server = file.server();
    file.because(server.release.origins);
    file.table("server");
    file.text("hostname", hostNameOf(server));
    if (isIpAddress(*server.node.host)) file.text("node_ip", server.node.host);
    file.number("offset", file.topology().value(keys().offset));
    if (server.isControl() || server.node.is("key-manager"))
        file.text("base_path", "${carbon.protocol}://${carbon.host}:${carbon.management.port}");
    file.text("server_role", server.program.serverRole);
    file.because({});
    file.table("super_admin");
    file.text("username", file.topology().value(keys().admin));
    file.secret("password", "WSO2_ADMIN_PASSWORD", "Password of the administrator, the same on all servers");
    file.flag("create_admin_account", true);
    file.table("user_store");
    file.text("type", "database_unique_id");
}

void writePool(ApiManagerConfiguration& file, const ApiManagerDatabase& database, const std::string& name) {
    if (database.pool == nullptr) return;
    const Pool& pool = *database.pool;
    constexpr double milliseconds = 1000;
    const auto wait = static_cast<std::int64_t>(std::llround(pool.maxWait->seconds * milliseconds));
    file.table("database." + name + ".pool_options");
    file.number("maxActive", pool.maxActive);
    file.number("minIdle", pool.minIdle);
    file.number("maxWait", {wait, pool.maxWait.origins});
    file.flag("defaultAutoCommit", pool.autoCommit);
    file.text("validationQuery", Text{database.validationQuery(), pool.validationQuery.origins});
    file.flag("testOnBorrow", true);
    file.flag("testWhileIdle", true);
    file.number("validationInterval", {30000, {layout("WSO2 helm-apim 4.7, poolParameters")}});
}

void writeDatabase(ApiManagerConfiguration& file, const ApiManagerDatabase& database, const std::string& name,
                   const std::string& variable, Setting<std::string> schema) {
    file.table("database." + name);
    file.text("type", database.type());
    const auto called = file.topology().value(schema);
    if (database.host.empty())
        file.secret("url", variable + "_URL", "Address of " + name + ": " + database.url(*called));
    else
        file.text("url", Text{database.url(*called), called.origins});
    file.text("username", file.topology().value(keys().databaseUser));
    file.secret("password", variable + "_PASSWORD", "Password of the account in " + name);
    file.text("driver", database.driver());
    writePool(file, database, name);
}

void writeDatabases(ApiManagerConfiguration& file) {
    const Node& node = file.server().node;
    const ApiManagerDatabase database = apiManagerDatabaseOf(file.topology(), node);
    if (!keepsData(database, node)) return;
    file.because(database.origins);
    // gateways and traffic managers look users up and keep nothing of their own
    const bool both = !node.is("gateway") && !node.is("traffic-manager");
    if (both) writeDatabase(file, database, "apim_db", "WSO2_APIM_DB", keys().apimSchema);
    writeDatabase(file, database, "shared_db", "WSO2_SHARED_DB", keys().sharedSchema);
    file.because({});
}

/// PKCS#12 by the usual endings, else Java's own format.
std::string typeOfStore(std::string_view file) {
    return file.ends_with(".p12") || file.ends_with(".pfx") ? "PKCS12" : "JKS";
}

void writeStores(ApiManagerConfiguration& file) {
    const auto store = file.topology().value(keys().keystore);
    for (const char* each : {"tls", "primary", "internal"}) {
        file.table("keystore." + std::string(each));
        file.text("type", Text{typeOfStore(*store), store.origins});
        file.text("file_name", store);
        file.text("alias", file.topology().value(keys().keystoreAlias));
        file.secret("password", "WSO2_KEYSTORE_PASSWORD",
                    "Password of the keystore, the same on all servers");
        file.secret("key_password", "WSO2_KEYSTORE_KEY_PASSWORD", "Password of the key in the keystore");
    }
    const auto trusted = file.topology().value(keys().truststore);
    file.table("truststore");
    file.text("type", Text{typeOfStore(*trusted), trusted.origins});
    file.text("file_name", trusted);
    file.secret("password", "WSO2_TRUSTSTORE_PASSWORD", "Password of the truststore");
}

void writeEncryption(ApiManagerConfiguration& file) {
    const auto key = file.topology().value(keys().encryptionKey);
    if (key->empty()) return;
    file.because(key.origins);
    file.table("encryption");
    file.text("internal_crypto_provider",
              "org.wso2.carbon.crypto.provider.SymmetricKeyInternalCryptoProvider");
    file.secret("key", "WSO2_ENCRYPTION_KEY",
                "Key that all servers share, from before the first start; kept as '" + *key + "'");
    file.because({});
}

void writeTransport(ApiManagerConfiguration& file) {
    const ApiManagerServer& server = file.server();
    if (!server.isControl()) return;
    const auto port = proxyPortOf(file.topology(), server.node);
    if (!port) return;
    file.because(port->origins);
    file.table("transport.https.properties");
    file.number("proxyPort", *port);
    file.because({});
}

void writeOrigins(ApiManagerConfiguration& file) {
    if (!file.server().servesApis()) return;
    file.table("apim.cors");
    file.flag("enable", true);
    file.list("allow_origins", file.topology().value(keys().allowOrigins));
    file.flag("allow_credentials", file.topology().value(keys().allowCredentials));
}

}

ApiManagerConfiguration::ApiManagerConfiguration(const ApiManagerServer& server)
    : m_server(server),
      m_writer(server.path("deployment.toml"), "api-manager",
               server.reasons("WSO2 API Manager 4.7, deployment.toml")) {
    m_writer.comment("repository/conf/deployment.toml of " + *server.node.name);
}

void ApiManagerConfiguration::text(std::string_view key, const Text& value) {
    m_writer.text(key, *value, joined(value.origins, m_because));
}

void ApiManagerConfiguration::number(std::string_view key, const Sourced<std::int64_t>& value) {
    m_writer.number(key, *value, joined(value.origins, m_because));
}

void ApiManagerConfiguration::flag(std::string_view key, const Sourced<bool>& value) {
    m_writer.flag(key, *value, joined(value.origins, m_because));
}

void ApiManagerConfiguration::list(std::string_view key, const Sourced<std::vector<std::string>>& values) {
    m_writer.list(key, *values, joined(values.origins, m_because));
}

void ApiManagerConfiguration::secret(std::string_view key, const std::string& variable,
                                     const std::string& description) {
    m_writer.text(key, "$env{" + variable + '}', m_because);
    if (!std::ranges::contains(m_secrets, variable, &ApiManagerSecret::variable))
        m_secrets.push_back({variable, description, m_because});
}

void ApiManagerConfiguration::account() {
    m_writer.text("username", "$ref{super_admin.username}", m_because);
    m_writer.text("password", "$ref{super_admin.password}", m_because);
}

ApiManagerFile apiManagerConfigurationOf(const ApiManagerServer& server) {
    ApiManagerConfiguration file(server);
    writeServer(file);
    writeDatabases(file);
    writeStores(file);
    writeEncryption(file);
    writeWiring(file);
    writeOrigins(file);
    writeTransport(file);
    std::vector<ApiManagerSecret> secrets = file.secrets();
    return {std::move(file).take(), std::move(secrets)};
}

}
