#include "core/schema/deployment_toml.h"

namespace arabesque {

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

void DeploymentToml::declareIntegratorFiles() {
    microIntegrator.gracefulShutdown = duration({
        .path = "micro_integrator.graceful_shutdown",
        .fallback = "\"180s\"",
        .label = MESSAGE("deployment", "Time to end"),
        .summary = MESSAGE("deployment", "Longest time it takes to end what it works on once it is told to "
                                         "stop; who kills it earlier loses that work."),
        .source = "WSO2 Micro Integrator, server.gracefulShutdownTimeout",
    });
    const auto image = [&](const char* path, MessageText note, MessageText label, MessageText summary) {
        return declare<std::string>({.path = path,
                                     .meaning = Meaning::ImageName,
                                     .fallbackNote = note,
                                     .pattern = "[a-z0-9]([-_.:/@A-Za-z0-9]*[A-Za-z0-9])?",
                                     .patternMessage = "an image is written as registry/name:tag",
                                     .label = label,
                                     .summary = summary,
                                     .source = "WSO2 helm-mi, image"});
    };
    microIntegrator.baseImage = image(
        "micro_integrator.base_image", MESSAGE("deployment", "wso2/wso2mi of the profile's release"),
        MESSAGE("deployment", "Base image"), MESSAGE("deployment", "Image that the program is added to."));
    microIntegrator.image =
        image("micro_integrator.image", MESSAGE("deployment", "the package's name and version"),
              MESSAGE("deployment", "Image"), MESSAGE("deployment", "Image that is made."));
    const auto folder = [&](const char* path, const char* fallback, MessageText note, MessageText label,
                            MessageText summary) {
        return declare<std::string>(
            {.path = path,
             .meaning = Meaning::Path,
             .fallback = fallback,
             .fallbackNote = note,
             .pattern = "[A-Za-z0-9][-_.A-Za-z0-9]*(/[A-Za-z0-9][-_.A-Za-z0-9]*)*",
             .patternMessage = "a folder of the project has letters, digits, dashes, dots and underscores",
             .label = label,
             .summary = summary,
             .source = "WSO2 Micro Integrator, container deployment"});
    };
    microIntegrator.applications =
        folder("micro_integrator.applications", "\"carbonapps\"", {}, MESSAGE("deployment", "Applications"),
               MESSAGE("deployment", "Folder of the composite applications (.car) that are deployed."));
    microIntegrator.libraries = folder(
        "micro_integrator.libraries", "", MESSAGE("deployment", "none"), MESSAGE("deployment", "Libraries"),
        MESSAGE("deployment", "Folder of further jars, such as the driver of the database."));
    microIntegrator.folder = folderPath({
        .path = "micro_integrator.folder",
        .fallback = "\"/opt/wso2\"",
        .label = MESSAGE("deployment", "Folder on machines"),
        .summary = MESSAGE("deployment", "Where the distribution is unpacked."),
        .source = "Arabesque",
    });
    microIntegrator.database = declare<std::string>({
        .path = "micro_integrator.database",
        .fallbackNote = MESSAGE("deployment", "that of its pool, else the only one"),
        .label = MESSAGE("deployment", "Database"),
        .summary = MESSAGE("deployment", "Name of the [[database]] that nodes agree through."),
        .source = "WSO2 Micro Integrator, WSO2_COORDINATION_DB",
    });
    microIntegrator.schema = declare<std::string>({
        .path = "micro_integrator.coordination_db",
        .fallback = "\"mi_coordination\"",
        .pattern = "[A-Za-z_][A-Za-z0-9_]{0,62}",
        .patternMessage = "a database is called by letters, digits and underscores",
        .label = MESSAGE("deployment", "Coordination database"),
        .summary = MESSAGE("deployment", "Name of the database inside of it."),
        .source = "WSO2 Micro Integrator, WSO2_COORDINATION_DB",
    });
    microIntegrator.databaseUser = accountName({
        .path = "micro_integrator.database_user",
        .fallback = "\"wso2mi\"",
        .label = MESSAGE("deployment", "Database account"),
        .summary = MESSAGE("deployment", "Account the nodes log in with; its password is never written."),
        .source = "WSO2 Micro Integrator, WSO2_COORDINATION_DB",
    });
    microIntegrator.serviceCatalog = declare<bool>({
        .path = "micro_integrator.service_catalog",
        .fallback = "false",
        .label = MESSAGE("deployment", "Service catalogue"),
        .summary = MESSAGE("deployment", "Whether it registers its services with the API Manager."),
        .source = "WSO2 Micro Integrator, service_catalog",
    });
}

void DeploymentToml::declareControlPlane() {
    table("integration_control_plane", MESSAGE("deployment", "Integration Control Plane"),
          MESSAGE("deployment", "What runtimes tell the Integration Control Plane, which shows whether they "
                                "run."));
    controlPlane.url = declare<std::string>({
        .path = "integration_control_plane.url",
        .fallbackNote = MESSAGE("deployment", "host and runtime port of its node"),
        .pattern = R"(https?://[^\s"'`\\]+)",
        .patternMessage = "an address such as https://icp.example.com:9445",
        .label = MESSAGE("deployment", "Address"),
        .summary = MESSAGE("deployment", "Where runtimes report to: port 9445 of 2.x, 9743 of 1.x."),
        .source = "WSO2 helm-mi, icp values",
    });
    const auto name = [&](const char* path, const char* fallback, MessageText note, MessageText label,
                          MessageText summary) {
        return declare<std::string>({.path = path,
                                     .fallback = fallback,
                                     .fallbackNote = note,
                                     .label = label,
                                     .summary = summary,
                                     .source = "WSO2 Micro Integrator, icp_config"});
    };
    controlPlane.environment =
        name("integration_control_plane.environment", "",
             MESSAGE("deployment", "the environment's name, else dev"), MESSAGE("deployment", "Environment"),
             MESSAGE("deployment", "Environment that runtimes are shown under."));
    controlPlane.project =
        name("integration_control_plane.project", "\"default\"", {}, MESSAGE("deployment", "Project"),
             MESSAGE("deployment", "Project that runtimes are shown under."));
    controlPlane.integration =
        name("integration_control_plane.integration", "", MESSAGE("deployment", "the package's name"),
             MESSAGE("deployment", "Integration"),
             MESSAGE("deployment", "Integration that runtimes are copies of."));
    controlPlane.verifyTls = declare<bool>({
        .path = "integration_control_plane.verify_tls",
        .fallback = "true",
        .label = MESSAGE("deployment", "Check the certificate"),
        .summary = MESSAGE("deployment", "Whether its certificate has to be trusted."),
        .source = "WSO2 Micro Integrator, icp_config.ssl_verify",
    });
}

}
