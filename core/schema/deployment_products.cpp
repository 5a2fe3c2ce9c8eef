#include "core/schema/deployment_toml.h"

namespace arabesque {

namespace {

constexpr const char* hostPattern = "[A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?";
constexpr const char* hostMessage = "a host is a DNS name, without scheme and port";

}

void DeploymentToml::declareApiManager() {
    table("api_manager", MESSAGE("deployment", "API Manager"),
          MESSAGE("deployment", "What of the WSO2 API Manager decides how it may be laid out."));
    const auto flag = [&](const char* path, MessageText label, MessageText summary, const char* source) {
        return declare<bool>(
            {.path = path, .fallback = "false", .label = label, .summary = summary, .source = source});
    };
    apiManager.shape = declare<std::string>({
        .path = "api_manager.multi_region",
        .fallback = "\"replicated-databases\"",
        .choices = {"\"replicated-databases\"", "\"central-control-plane\""},
        .label = MESSAGE("deployment", "Over several regions"),
        .summary =
            MESSAGE("deployment", "replicated-databases: everything in each region. "
                                  "central-control-plane: gateways and traffic managers in each region, "
                                  "the rest in one."),
        .source = "WSO2 API Manager, multi data centre patterns",
    });
    apiManager.encryptionKey = declare<std::string>({
        .path = "api_manager.encryption_key",
        .fallbackNote = MESSAGE("deployment", "none: nodes cannot read each other's data"),
        .label = MESSAGE("deployment", "Encryption key"),
        .summary = MESSAGE("deployment", "Name of the secret with the key that all nodes share; not the key "
                                         "itself."),
        .source = "WSO2 helm-apim 4.7",
    });
    apiManager.multiTenancy = flag("api_manager.multi_tenancy", MESSAGE("deployment", "Tenants"),
                                   MESSAGE("deployment", "Whether several tenants are used."),
                                   "WSO2 API Manager, multi data centre patterns");
    apiManager.eventPublishers =
        flag("api_manager.event_publishers", MESSAGE("deployment", "Events to other regions"),
             MESSAGE("deployment",
                     "Whether control planes publish notifications to those of other regions, on port "
                     "5672. It is not set up out of the box."),
             "WSO2 API Manager, multi data centre patterns");
    apiManager.autoscaledGateways =
        flag("api_manager.autoscaled_gateways", MESSAGE("deployment", "Autoscaled gateways"),
             MESSAGE("deployment", "Whether gateways are started and stopped with the load."),
             "WSO2 helm-apim 4.7");
    apiManager.sharedCounters =
        flag("api_manager.shared_counters", MESSAGE("deployment", "Shared counters"),
             MESSAGE("deployment", "Whether traffic managers count in one Redis store."),
             "WSO2 helm-apim 4.7, distributed throttling");
    apiManager.federatedLogin =
        flag("api_manager.federated_login", MESSAGE("deployment", "Federated login"),
             MESSAGE("deployment", "Whether people log in at another identity provider; headers get long."),
             "WSO2 API Manager, production deployment guidelines");
    apiManager.webSocket = flag("api_manager.websocket", MESSAGE("deployment", "WebSocket APIs"),
                                MESSAGE("deployment", "Whether there are any; ports 8099 and 9099."),
                                "WSO2 API Manager 4.7, default ports");
    apiManager.allowCredentials =
        flag("api_manager.allow_credentials", MESSAGE("deployment", "Credentials across origins"),
             MESSAGE("deployment", "Whether browsers send cookies and authorisation to other origins."),
             "WSO2 API Manager 4.7, cors.allow_credentials");
    apiManager.webSub = flag("api_manager.websub", MESSAGE("deployment", "WebSub APIs"),
                             MESSAGE("deployment", "Whether there are any; ports 8021 and 9021."),
                             "WSO2 API Manager 4.7, default ports");
}

void DeploymentToml::declareApiManagerData() {
    apiManager.host = declare<std::string>({
        .path = "api_manager.host",
        .fallbackNote =
            MESSAGE("deployment", "the name clients find the deployment by, else each node's own"),
        .pattern = hostPattern,
        .patternMessage = hostMessage,
        .label = MESSAGE("deployment", "Host of the portals"),
        .summary = MESSAGE("deployment", "Name that people open the publisher and the developer portal at."),
        .source = "WSO2 API Manager 4.7, server.hostname",
    });
    apiManager.proxyPort = declare<std::int64_t>({
        .path = "api_manager.proxy_port",
        .meaning = Meaning::Port,
        .fallbackNote = MESSAGE("deployment", "443 behind a load balancer, else none"),
        .least = 1,
        .most = 65535,
        .label = MESSAGE("deployment", "Port in front"),
        .summary = MESSAGE("deployment", "Port of the load balancer that addresses in pages are made with."),
        .source = "WSO2 API Manager 4.7, transport.https.properties.proxyPort",
    });
    apiManager.offset = declare<std::int64_t>({
        .path = "api_manager.offset",
        .fallback = "0",
        .least = 0,
        .most = 50000,
        .label = MESSAGE("deployment", "Port offset"),
        .summary = MESSAGE("deployment", "Added to every port of every node, so that two fit one machine."),
        .source = "WSO2 API Manager 4.7, server.offset",
    });
    apiManager.database = declare<std::string>({
        .path = "api_manager.database",
        .fallbackNote = MESSAGE("deployment", "that of the control planes' pool, else the only one"),
        .label = MESSAGE("deployment", "Database"),
        .summary = MESSAGE("deployment", "Name of the [[database]] that holds both databases below."),
        .source = "Arabesque",
    });
    const auto schema = [&](const char* path, const char* fallback, MessageText label, MessageText summary) {
        return declare<std::string>(
            {.path = path,
             .fallback = fallback,
             .pattern = "[A-Za-z_][A-Za-z0-9_]{0,62}",
             .patternMessage = "a database is called by letters, digits and underscores",
             .label = label,
             .summary = summary,
             .source = "WSO2 API Manager 4.7, databases"});
    };
    apiManager.apimSchema =
        schema("api_manager.apim_db", "\"apim_db\"", MESSAGE("deployment", "APIs and tokens"),
               MESSAGE("deployment", "Name of the database of APIs, subscriptions and tokens."));
    apiManager.sharedSchema =
        schema("api_manager.shared_db", "\"shared_db\"", MESSAGE("deployment", "Users and registry"),
               MESSAGE("deployment", "Name of the database of users and of what tenants share."));
    apiManager.databaseUser = accountName({
        .path = "api_manager.database_user",
        .fallback = "\"wso2carbon\"",
        .label = MESSAGE("deployment", "Database account"),
        .summary = MESSAGE("deployment", "Account the nodes log in with; its password is never written."),
        .source = "WSO2 API Manager 4.7, databases",
    });
    apiManager.admin = accountName({
        .path = "api_manager.admin",
        .fallback = "\"admin\"",
        .label = MESSAGE("deployment", "Administrator"),
        .summary = MESSAGE("deployment", "Account the nodes log in to each other with; its password is never "
                                         "written."),
        .source = "WSO2 API Manager 4.7, super_admin",
    });
    const auto store = [&](const char* path, const char* fallback, MessageText label, MessageText summary) {
        return declare<std::string>(
            {.path = path,
             .fallback = fallback,
             .pattern = "[A-Za-z0-9][-_.A-Za-z0-9]*",
             .patternMessage = "a name of letters, digits, dashes, dots and underscores",
             .label = label,
             .summary = summary,
             .source = "WSO2 API Manager 4.7, keystore and truststore"});
    };
    apiManager.keystore =
        store("api_manager.keystore", "\"wso2carbon.jks\"", MESSAGE("deployment", "Keystore"),
              MESSAGE("deployment", "File with the keys all nodes share."));
    apiManager.keystoreAlias =
        store("api_manager.keystore_alias", "\"wso2carbon\"", MESSAGE("deployment", "Alias"),
              MESSAGE("deployment", "Of the key in it."));
    apiManager.truststore =
        store("api_manager.truststore", "\"client-truststore.jks\"", MESSAGE("deployment", "Truststore"),
              MESSAGE("deployment", "File with the certificates that are trusted."));
    apiManager.folder = folderPath({
        .path = "api_manager.folder",
        .fallback = "\"/opt/wso2\"",
        .label = MESSAGE("deployment", "Folder on machines"),
        .summary = MESSAGE("deployment", "Where releases of the distributions are unpacked."),
        .source = "Arabesque",
    });
    apiManager.user = accountName({
        .path = "api_manager.user",
        .fallback = "\"wso2carbon\"",
        .label = MESSAGE("deployment", "Account on machines"),
        .summary = MESSAGE("deployment", "Account the servers run as."),
        .source = "Arabesque",
    });
    apiManager.allowOrigins = declare<std::vector<std::string>>({
        .path = "api_manager.allow_origins",
        .fallback = "[\"*\"]",
        .label = MESSAGE("deployment", "Origins"),
        .summary = MESSAGE("deployment", "Web pages that may call APIs from a browser, such as "
                                         "[\"https://shop.example.com\"]."),
        .source = "WSO2 API Manager 4.7, cors.allow_origins",
    });
}

void DeploymentToml::declareGatewayEnvironments() {
    gatewayEnvironment.all =
        records("api_manager.environment", MESSAGE("deployment", "Gateway environments"),
                MESSAGE("deployment", "What gateways serve under one name and host; APIs are deployed to "
                                      "them. Without any there is one, called Default."));
    gatewayEnvironment.name =
        entryName("api_manager.environment[].name",
                  MESSAGE("deployment", "As the publisher shows it; gateways name it as their label."));
    gatewayEnvironment.type = choice({
        .path = "api_manager.environment[].type",
        .choices = {"\"hybrid\"", "\"production\"", "\"sandbox\""},
        .label = MESSAGE("deployment", "Type"),
        .summary = MESSAGE("deployment", "Which tokens it takes: of production, of the sandbox, or both."),
        .source = "WSO2 API Manager 4.7, apim.gateway.environment",
    });
    gatewayEnvironment.host = declare<std::string>({
        .path = "api_manager.environment[].host",
        .fallbackNote =
            MESSAGE("deployment", "the name clients find the deployment by, else that of its first "
                                  "gateway"),
        .pattern = hostPattern,
        .patternMessage = hostMessage,
        .label = MESSAGE("deployment", "Host"),
        .summary = MESSAGE("deployment", "Name that clients call its APIs at."),
        .source = "WSO2 API Manager 4.7, apim.gateway.environment",
    });
    gatewayEnvironment.inConsole = declare<bool>({
        .path = "api_manager.environment[].display_in_api_console",
        .fallback = "true",
        .label = MESSAGE("deployment", "In the console"),
        .summary = MESSAGE("deployment", "Whether the developer portal tries APIs out there."),
        .source = "WSO2 API Manager 4.7, apim.gateway.environment",
    });
}

void DeploymentToml::declareApis() {
    api.all = records("api", MESSAGE("deployment", "APIs"),
                      MESSAGE("deployment", "APIs of the API Manager that a pipeline brings from one "
                                            "environment to the next with apictl."));
    api.name = entryName("api[].name", MESSAGE("deployment", "Name of the API, such as EmployeeAPI."));
    api.version = declare<std::string>({
        .path = "api[].version",
        .pattern = "[A-Za-z0-9][-_.A-Za-z0-9]*",
        .patternMessage = "a version has letters, digits, dashes, dots and underscores",
        .required = true,
        .label = MESSAGE("deployment", "Version"),
        .summary = MESSAGE("deployment", "Version of the API, such as 1.0.0."),
        .source = "apictl, export api",
    });
    api.archive = declare<std::string>({
        .path = "api[].archive",
        .meaning = Meaning::Path,
        .fallbackNote = MESSAGE("deployment", "exported from the first environment"),
        .pattern = "[A-Za-z0-9][-_.A-Za-z0-9]*(/[A-Za-z0-9][-_.A-Za-z0-9]*)*",
        .patternMessage = "a path inside the repository has letters, digits, dashes, dots and underscores",
        .label = MESSAGE("deployment", "Project or archive"),
        .summary = MESSAGE("deployment", "Folder or archive of the API in the repository."),
        .source = "apictl, import api",
    });
    apiEndpoint.all = records("api_endpoint", MESSAGE("deployment", "What APIs call"),
                              MESSAGE("deployment", "What an API calls in an environment: its params file."));
    apiEndpoint.api = declare<std::string>({
        .path = "api_endpoint[].api",
        .required = true,
        .label = MESSAGE("deployment", "API"),
        .summary = MESSAGE("deployment", "Name of the [[api]]."),
        .source = "Arabesque",
    });
    apiEndpoint.environment = declare<std::string>({
        .path = "api_endpoint[].environment",
        .required = true,
        .label = MESSAGE("deployment", "Environment"),
        .summary = MESSAGE("deployment", "Name of the [[environment]]; apictl knows it by the same name."),
        .source = "apictl, params environments[].name",
    });
    const auto address = [&](const char* path, const char* source, MessageText label, MessageText summary) {
        return declare<std::string>(
            {.path = path,
             .pattern = R"((https?|wss?)://[^\s"'`\\]+)",
             .patternMessage = "an endpoint is an address such as https://orders.example.com/v1",
             .label = label,
             .summary = summary,
             .source = source});
    };
    apiEndpoint.production = address(
        "api_endpoint[].production", "apictl, params configs.endpoints.production",
        MESSAGE("deployment", "Production"), MESSAGE("deployment", "Address called with production tokens."));
    apiEndpoint.sandbox = address("api_endpoint[].sandbox", "apictl, params configs.endpoints.sandbox",
                                  MESSAGE("deployment", "Sandbox"),
                                  MESSAGE("deployment", "Address called with sandbox tokens."));
    apiEndpoint.user = declare<std::string>({
        .path = "api_endpoint[].user",
        .fallbackNote = MESSAGE("deployment", "none: the endpoint asks for none"),
        .label = MESSAGE("deployment", "Account"),
        .summary = MESSAGE("deployment", "Account of basic authentication; its password is never written."),
        .source = "apictl, params configs.security",
    });
    apiEndpoint.gatewayEnvironment = declare<std::string>({
        .path = "api_endpoint[].gateway_environment",
        .fallbackNote = MESSAGE("deployment", "the first there is"),
        .label = MESSAGE("deployment", "Gateway environment"),
        .summary = MESSAGE("deployment", "Gateway environment the API is deployed to."),
        .source = "apictl, params configs.deploymentEnvironments",
    });
    apiEndpoint.gatewayHost = declare<std::string>({
        .path = "api_endpoint[].gateway_host",
        .fallbackNote = MESSAGE("deployment", "that of the gateway environment"),
        .pattern = hostPattern,
        .patternMessage = hostMessage,
        .label = MESSAGE("deployment", "Host"),
        .summary = MESSAGE("deployment", "Name the API is called at there: its virtual host."),
        .source = "apictl, params configs.deploymentEnvironments",
    });
}

}
