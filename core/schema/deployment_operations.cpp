#include "core/schema/deployment_toml.h"

namespace arabesque {

void DeploymentToml::declareComponents() {
    component.all = records("component", MESSAGE("deployment", "Components"),
                            MESSAGE("deployment", "What one server of a role gets: heap, memory and "
                                                  "processors."));
    component.role = declare<std::string>({
        .path = "component[].role",
        .choices = {"\"gateway\"", "\"control-plane\"", "\"traffic-manager\"", "\"key-manager\"",
                    "\"all-in-one\"", "\"micro-integrator\"", "\"integration-control-plane\""},
        .required = true,
        .label = MESSAGE("deployment", "Role"),
        .summary = MESSAGE("deployment", "Role of the nodes that get it."),
        .source = "Arabesque",
    });
    component.minHeap = heap({
        .path = "component[].min_heap",
        .fallbackNote = MESSAGE("deployment", "as the product ships it: 256m"),
        .label = MESSAGE("deployment", "Heap at the start"),
        .summary = MESSAGE("deployment", "Memory for objects at the start (-Xms); servers take all at once."),
        .source = "WSO2 API Manager and Micro Integrator, start scripts",
    });
    component.maxHeap = heap({
        .path = "component[].max_heap",
        .fallbackNote = MESSAGE("deployment", "as the product ships it: 1024m"),
        .label = MESSAGE("deployment", "Heap"),
        .summary = MESSAGE("deployment", "Most memory for objects (-Xmx); Java needs a third on top of it."),
        .source = "WSO2 API Manager and Micro Integrator, start scripts",
    });
    component.javaOptions = declare<std::vector<std::string>>({
        .path = "component[].java_options",
        .fallback = "[]",
        .label = MESSAGE("deployment", "Java options"),
        .summary = MESSAGE("deployment", "Further options of Java, such as [\"-XX:+UseG1GC\"]."),
        .source = "WSO2 API Manager and Micro Integrator, start scripts",
    });
    const auto resource = [&](const char* path, Meaning meaning, MessageText label, MessageText summary) {
        return declare<std::string>({.path = path,
                                     .meaning = meaning,
                                     .fallbackNote = MESSAGE("deployment", "as the official chart has it"),
                                     .pattern = R"([0-9]+(\.[0-9]+)?(m|k|Ki|M|Mi|G|Gi)?)",
                                     .patternMessage = "a quantity is written as 500m, 2Gi or 3",
                                     .label = label,
                                     .summary = summary,
                                     .source = "WSO2 helm-apim 4.7 and helm-mi, resources"});
    };
    component.memoryRequest =
        resource("component[].memory_request", Meaning::Memory, MESSAGE("deployment", "Memory asked for"),
                 MESSAGE("deployment", "Memory that is kept for it on Kubernetes."));
    component.memoryLimit =
        resource("component[].memory_limit", Meaning::Memory, MESSAGE("deployment", "Memory limit"),
                 MESSAGE("deployment", "Memory above which Kubernetes kills it."));
    component.cpuRequest =
        resource("component[].cpu_request", Meaning::Cpu, MESSAGE("deployment", "Processors asked for"),
                 MESSAGE("deployment", "Processors that are kept for it on Kubernetes."));
    component.cpuLimit =
        resource("component[].cpu_limit", Meaning::Cpu, MESSAGE("deployment", "Processor limit"),
                 MESSAGE("deployment", "Processors above which Kubernetes slows it down."));
    component.image = declare<std::string>({
        .path = "component[].image",
        .meaning = Meaning::ImageName,
        .fallbackNote = MESSAGE("deployment", "that of the official chart"),
        .pattern = "[a-z0-9]([-_.:/@A-Za-z0-9]*[A-Za-z0-9])?",
        .patternMessage = "an image is written as registry/name:tag",
        .label = MESSAGE("deployment", "Image"),
        .summary = MESSAGE("deployment", "Image with the driver of the database, built from the product's."),
        .source = "WSO2 helm-apim 4.7 and helm-mi, image",
    });
}

void DeploymentToml::declareObservability() {
    table("observability", MESSAGE("deployment", "Observability"),
          MESSAGE("deployment", "What watches the deployment. The program itself wants an import, a build "
                                "option and keys of Config.toml as well."));
    observability.metrics = choice({
        .path = "observability.metrics",
        .choices = {"\"prometheus\"", "\"none\""},
        .label = MESSAGE("deployment", "Metrics"),
        .summary = MESSAGE("deployment", "Who collects numbers: configuration and alerts are made for it."),
        .source = "WSO2 Integrator, observability",
    });
    observability.scrapeInterval = duration({
        .path = "observability.scrape_interval",
        .fallback = "\"15s\"",
        .label = MESSAGE("deployment", "Scrape interval"),
        .summary = MESSAGE("deployment", "How often numbers are fetched."),
        .source = "Prometheus, configuration",
    });
    observability.tracing = choice({
        .path = "observability.tracing",
        .choices = {"\"none\"", "\"jaeger\"", "\"zipkin\"", "\"otel\""},
        .label = MESSAGE("deployment", "Traces"),
        .summary = MESSAGE("deployment", "Who collects the way of single requests."),
        .source = "WSO2 Integrator, observability",
    });
    observability.collector = declare<std::string>({
        .path = "observability.collector",
        .fallbackNote = MESSAGE("deployment", "localhost"),
        .pattern = "[A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?",
        .patternMessage = "a host is a DNS name or an address, without scheme and port",
        .label = MESSAGE("deployment", "Collector of traces"),
        .summary = MESSAGE("deployment", "Host that traces are sent to."),
        .source = "WSO2 Integrator, observability",
    });
    observability.collectorPort = declare<std::int64_t>({
        .path = "observability.collector_port",
        .meaning = Meaning::Port,
        .fallbackNote = MESSAGE("deployment", "4317 of OTLP, 9411 of Zipkin"),
        .least = 1,
        .most = 65535,
        .label = MESSAGE("deployment", "Its port"),
        .summary =
            MESSAGE("deployment", "Port that traces are sent to. Jaeger's collectors take OTLP on 4317; "
                                  "the library's own default is 55680."),
        .source = "WSO2 Integrator, observability",
    });
    observability.sampling = share({
        .path = "observability.sampling",
        .fallback = "\"100%\"",
        .label = MESSAGE("deployment", "Traced requests"),
        .summary = MESSAGE("deployment", "Share of requests that are traced."),
        .source = "WSO2 Integrator, observability",
    });
    observability.logs = choice({
        .path = "observability.logs",
        .choices = {"\"none\"", "\"opensearch\"", "\"elasticsearch\"", "\"loki\""},
        .label = MESSAGE("deployment", "Logs"),
        .summary = MESSAGE("deployment", "Where Fluent Bit ships logs to."),
        .source = "WSO2 Integrator, observability",
    });
    observability.logStore = declare<std::string>({
        .path = "observability.log_store",
        .fallbackNote = MESSAGE("deployment", "localhost"),
        .pattern = "[A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?",
        .patternMessage = "a host is a DNS name or an address, without scheme and port",
        .label = MESSAGE("deployment", "Log store"),
        .summary = MESSAGE("deployment", "Host that logs are shipped to."),
        .source = "Fluent Bit, outputs",
    });
    observability.latency = duration({
        .path = "observability.latency",
        .fallbackNote = MESSAGE("deployment", "none: no alert"),
        .hint = "\"500ms\"",
        .label = MESSAGE("deployment", "Response time"),
        .summary = MESSAGE("deployment", "99 of 100 requests are to be answered in it; an alert watches."),
        .source = "Arabesque",
    });
    observability.errorShare = share({
        .path = "observability.errors",
        .fallbackNote = MESSAGE("deployment", "what the objective of availability leaves"),
        .hint = "\"1%\"",
        .label = MESSAGE("deployment", "Errors"),
        .summary = MESSAGE("deployment", "Share of requests that may fail; an alert watches."),
        .source = "Arabesque",
    });
    observability.alertAfter = duration({
        .path = "observability.alert_after",
        .fallback = "\"5m\"",
        .label = MESSAGE("deployment", "Alert after"),
        .summary = MESSAGE("deployment", "How long something is wrong before somebody is called."),
        .source = "Prometheus, alerting rules",
    });
}

void DeploymentToml::declarePipeline() {
    table("pipeline", MESSAGE("deployment", "Pipeline"),
          MESSAGE("deployment", "What builds, checks and rolls out at each change of the repository."));
    pipeline.systems = declare<std::vector<std::string>>({
        .path = "pipeline.systems",
        .fallbackNote = MESSAGE("deployment", "none"),
        .choices = {"\"github\"", "\"gitlab\"", "\"jenkins\"", "\"azure\""},
        .label = MESSAGE("deployment", "Systems"),
        .summary = MESSAGE("deployment", "Systems that files are made for."),
        .source = "Arabesque",
    });
    pipeline.branch = declare<std::string>({
        .path = "pipeline.branch",
        .fallback = "\"main\"",
        .pattern = "[A-Za-z0-9][-_./A-Za-z0-9]*",
        .patternMessage = "a branch has letters, digits, dashes, dots, underscores and slashes",
        .label = MESSAGE("deployment", "Branch"),
        .summary = MESSAGE("deployment", "Branch whose changes are rolled out."),
        .source = "Arabesque",
    });
    pipeline.registry = declare<std::string>({
        .path = "pipeline.registry",
        .fallbackNote = MESSAGE("deployment", "the repository of Cloud.toml's image"),
        .pattern = "[a-z0-9]([-_.:/a-z0-9]*[a-z0-9])?",
        .patternMessage = "a registry is written as registry.example.com/team",
        .label = MESSAGE("deployment", "Registry"),
        .summary = MESSAGE("deployment", "Where images are pushed to, such as registry.example.com/team."),
        .source = "Arabesque",
    });
    pipeline.rollout = choice({
        .path = "pipeline.rollout",
        .choices = {"\"kustomize\"", "\"helm\"", "\"gitops\"", "\"machines\"", "\"none\""},
        .label = MESSAGE("deployment", "Rollout"),
        .summary =
            MESSAGE("deployment", "How a new release gets there: overlays applied by kubectl, the chart, "
                                  "a change of the GitOps repository, the scripts for machines, or not "
                                  "at all."),
        .source = "Arabesque",
    });
    pipeline.approval = declare<std::vector<std::string>>({
        .path = "pipeline.approval",
        .fallbackNote = MESSAGE("deployment", "the last environment"),
        .label = MESSAGE("deployment", "Approval"),
        .summary = MESSAGE("deployment", "Environments that are rolled out to when somebody says yes."),
        .source = "Arabesque",
    });
    pipeline.publish = declare<bool>({
        .path = "pipeline.publish",
        .fallback = "false",
        .label = MESSAGE("deployment", "Publish the package"),
        .summary = MESSAGE("deployment", "Whether the package is pushed to Ballerina Central."),
        .source = "Ballerina, bal push",
    });
    pipeline.check = declare<bool>({
        .path = "pipeline.check",
        .fallback = "true",
        .label = MESSAGE("deployment", "Check"),
        .summary =
            MESSAGE("deployment", "Whether arabesque-cli checks the deployment first; its findings are "
                                  "shown beside the code."),
        .source = "Arabesque",
    });
    pipeline.runner = declare<std::string>({
        .path = "pipeline.runner",
        .fallbackNote = MESSAGE("deployment", "ubuntu-24.04, or what the system calls its own"),
        .pattern = "[A-Za-z0-9][-_.A-Za-z0-9]*",
        .patternMessage = "a runner has letters, digits, dashes, dots and underscores",
        .label = MESSAGE("deployment", "Runner"),
        .summary = MESSAGE("deployment", "Machine that the steps run on."),
        .source = "Arabesque",
    });
    pipeline.integratorFolder = declare<std::string>({
        .path = "pipeline.micro_integrator_project",
        .meaning = Meaning::Path,
        .fallbackNote = MESSAGE("deployment", "the repository's root"),
        .pattern = "[A-Za-z0-9][-_.A-Za-z0-9]*(/[A-Za-z0-9][-_.A-Za-z0-9]*)*",
        .patternMessage = "a folder has letters, digits, dashes, dots and underscores",
        .label = MESSAGE("deployment", "Micro Integrator project"),
        .summary = MESSAGE("deployment", "Folder with the pom.xml of the Micro Integrator's project."),
        .source = "WSO2 Micro Integrator, Maven project",
    });
    pipeline.verifyTimeout = duration({
        .path = "pipeline.verify_timeout",
        .fallback = "\"5m\"",
        .label = MESSAGE("deployment", "Time to verify"),
        .summary = MESSAGE("deployment", "Time a rollout may take before it is taken back."),
        .source = "kubectl rollout status, helm upgrade",
    });
}

void DeploymentToml::declareBackup() {
    table("backup", MESSAGE("deployment", "Backup"),
          MESSAGE("deployment", "How databases and what cannot be made again are kept."));
    backup.folder = folderPath({
        .path = "backup.folder",
        .fallbackNote = MESSAGE("deployment", "/var/backups/ and the package's name"),
        .label = MESSAGE("deployment", "Folder"),
        .summary = MESSAGE("deployment", "Where backups are kept; on another machine than the databases."),
        .source = "Arabesque",
    });
    backup.user = accountName({
        .path = "backup.user",
        .fallback = "\"backup\"",
        .label = MESSAGE("deployment", "Database account"),
        .summary = MESSAGE("deployment", "Account that reads all databases; its password is never written."),
        .source = "Arabesque",
    });
    backup.schedule = declare<std::string>({
        .path = "backup.time",
        .fallback = "\"02:00\"",
        .pattern = "([01][0-9]|2[0-3]):[0-5][0-9]",
        .patternMessage = "a time of day is written as 02:00",
        .label = MESSAGE("deployment", "Time of day"),
        .summary = MESSAGE("deployment", "When it is made each day."),
        .source = "systemd.timer(5)",
    });
    backup.daily = declare<std::int64_t>({
        .path = "backup.daily",
        .fallback = "7",
        .least = 1,
        .most = 365,
        .label = MESSAGE("deployment", "Daily backups"),
        .summary = MESSAGE("deployment", "How many of the newest are kept."),
        .source = "Arabesque",
    });
    backup.weekly = declare<std::int64_t>({
        .path = "backup.weekly",
        .fallback = "4",
        .least = 0,
        .most = 520,
        .label = MESSAGE("deployment", "Weekly backups"),
        .summary = MESSAGE("deployment", "How many of Sundays are kept beside them."),
        .source = "Arabesque",
    });
    backup.files = declare<std::vector<std::string>>({
        .path = "backup.files",
        .fallbackNote = MESSAGE("deployment", "configuration, keystores and keys of the products"),
        .label = MESSAGE("deployment", "Files"),
        .summary =
            MESSAGE("deployment", "Further files and folders of the machine that are kept, as absolute "
                                  "paths."),
        .source = "Arabesque",
    });
}

void DeploymentToml::declareServerless() {
    table("serverless", MESSAGE("deployment", "Serverless"),
          MESSAGE("deployment", "Functions of AWS Lambda and Azure Functions, which bal build finds in the "
                                "sources."));
    serverless.region = declare<std::string>({
        .path = "serverless.region",
        .fallback = "\"eu-west-1\"",
        .pattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
        .patternMessage = "a region is written as eu-west-1",
        .label = MESSAGE("deployment", "Region"),
        .summary = MESSAGE("deployment", "Region of AWS that functions run in."),
        .source = "WSO2 Integrator, serverless deployment",
    });
    serverless.functionRole = declare<std::string>({
        .path = "serverless.role",
        .fallbackNote = MESSAGE("deployment", "none: to be filled in"),
        .pattern = "arn:aws[-a-z]*:iam::[0-9]{12}:role/[-+=,.@_/A-Za-z0-9]+",
        .patternMessage = "a role is written as arn:aws:iam::123456789012:role/name",
        .label = MESSAGE("deployment", "Execution role"),
        .summary = MESSAGE("deployment", "Role whose rights the functions of AWS have."),
        .source = "WSO2 Integrator, serverless deployment",
    });
    serverless.memory = declare<std::int64_t>({
        .path = "serverless.memory",
        .fallback = "512",
        .least = 128,
        .most = 10240,
        .label = MESSAGE("deployment", "Memory"),
        .summary = MESSAGE("deployment", "Memory of a function of AWS, in MB."),
        .source = "WSO2 Integrator, serverless deployment",
    });
    serverless.timeout = duration({
        .path = "serverless.timeout",
        .fallback = "\"10s\"",
        .label = MESSAGE("deployment", "Longest run"),
        .summary = MESSAGE("deployment", "Time after which a function of AWS is stopped; at most 15m."),
        .source = "WSO2 Integrator, serverless deployment",
    });
    serverless.layer = declare<std::int64_t>({
        .path = "serverless.layer_version",
        .fallback = "1",
        .least = 1,
        .label = MESSAGE("deployment", "Version of the layer"),
        .summary =
            MESSAGE("deployment", "Version of the layer ballerina-jre21 that functions of AWS run on."),
        .source = "WSO2 Integrator, serverless deployment",
    });
    serverless.app = declare<std::string>({
        .path = "serverless.app",
        .fallbackNote = MESSAGE("deployment", "the package's name"),
        .pattern = "[A-Za-z0-9]([-A-Za-z0-9]{0,58}[A-Za-z0-9])?",
        .patternMessage = "a function app has letters, digits and dashes, at most 60",
        .label = MESSAGE("deployment", "Function app"),
        .summary = MESSAGE("deployment", "Name of the app of Azure Functions."),
        .source = "WSO2 Integrator, serverless deployment",
    });
}

void DeploymentToml::declareChoreo() {
    table("choreo", MESSAGE("deployment", "WSO2 cloud"),
          MESSAGE("deployment", "What .choreo/component.yaml says of the program's endpoints."));
    choreo.visibility = declare<std::vector<std::string>>({
        .path = "choreo.visibility",
        .fallbackNote = MESSAGE("deployment", "Public"),
        .choices = {"\"Public\"", "\"Organization\"", "\"Project\""},
        .label = MESSAGE("deployment", "Visibility"),
        .summary = MESSAGE("deployment", "Who may call the endpoints."),
        .source = "Choreo, component.yaml",
    });
    choreo.openApi = declare<std::string>({
        .path = "choreo.schema",
        .meaning = Meaning::Path,
        .fallbackNote = MESSAGE("deployment", "none: every path is routed"),
        .label = MESSAGE("deployment", "Schema"),
        .summary = MESSAGE("deployment", "OpenAPI file of the endpoints, from the project's folder."),
        .source = "Choreo, component.yaml",
    });
}

}
