#include "core/schema/deployment_toml.h"

namespace arabesque {

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
    apiManager.webSub = flag("api_manager.websub", MESSAGE("deployment", "WebSub APIs"),
                             MESSAGE("deployment", "Whether there are any; ports 8021 and 9021."),
                             "WSO2 API Manager 4.7, default ports");
}

void DeploymentToml::declareMicroIntegrator() {
    table("micro_integrator", MESSAGE("deployment", "Micro Integrator"),
          MESSAGE("deployment", "What of the Micro Integrator decides how it may be laid out."));
    microIntegrator.offset = declare<std::int64_t>({
        .path = "micro_integrator.offset",
        .fallback = "10",
        .least = 0,
        .most = 50000,
        .label = MESSAGE("deployment", "Port offset"),
        .summary =
            MESSAGE("deployment", "Added to 8280 and 8243; shipped as 10, so that 8290 and 8253 serve."),
        .source = "WSO2 Micro Integrator, default.json",
    });
    microIntegrator.scheduledWork = declare<bool>({
        .path = "micro_integrator.scheduled_work",
        .fallback = "false",
        .label = MESSAGE("deployment", "Scheduled work"),
        .summary =
            MESSAGE("deployment", "Whether there are tasks, message processors, or inbound endpoints that "
                                  "poll or receive events."),
        .source = "WSO2 Micro Integrator, deployment",
    });
    microIntegrator.coordination = declare<bool>({
        .path = "micro_integrator.coordination",
        .fallback = "false",
        .label = MESSAGE("deployment", "Coordination"),
        .summary = MESSAGE("deployment", "Whether WSO2_COORDINATION_DB is set, through which nodes agree who "
                                         "runs a task."),
        .source = "WSO2 Micro Integrator, deployment",
    });
    microIntegrator.taskServers = declare<std::int64_t>({
        .path = "micro_integrator.task_servers",
        .fallbackNote = MESSAGE("deployment", "not waited for"),
        .least = 1,
        .label = MESSAGE("deployment", "Task servers"),
        .summary = MESSAGE("deployment", "task_server_count: all tasks pause while fewer nodes live."),
        .source = "WSO2 Micro Integrator, task resolvers",
    });
    microIntegrator.heartbeat = duration({
        .path = "micro_integrator.heartbeat",
        .fallback = "\"5s\"",
        .label = MESSAGE("deployment", "Heartbeat"),
        .summary = MESSAGE("deployment", "Time between two heartbeats, the same on all nodes."),
        .source = "WSO2 Micro Integrator, RDBMSConstantUtils",
    });
    microIntegrator.heartbeatRetries = declare<std::int64_t>({
        .path = "micro_integrator.heartbeat_retries",
        .fallback = "3",
        .least = 1,
        .label = MESSAGE("deployment", "Missed heartbeats"),
        .summary = MESSAGE("deployment", "Heartbeats missed until a node counts as lost."),
        .source = "WSO2 Micro Integrator, RDBMSConstantUtils",
    });
    microIntegrator.longestPause = duration({
        .path = "micro_integrator.longest_pause",
        .fallbackNote = MESSAGE("deployment", "unknown"),
        .label = MESSAGE("deployment", "Longest pause"),
        .summary = MESSAGE("deployment", "Longest garbage collection or network pause that was measured."),
        .source = "Arabesque",
    });
    microIntegrator.clockSynchronised = declare<bool>({
        .path = "micro_integrator.synchronised_clocks",
        .fallback = "true",
        .label = MESSAGE("deployment", "Synchronised clocks"),
        .summary = MESSAGE("deployment", "Whether all nodes take their time from NTP."),
        .source = "WSO2 Micro Integrator, deployment",
    });
}

}
