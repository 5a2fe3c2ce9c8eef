#include "core/schema/known_modules.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

namespace arabesque {

namespace {

// Declarations are Ballerina, so that they are read like a program's own.

constexpr const char* log = R"bal(
# The least severe messages that are written.
configurable "DEBUG"|"INFO"|"WARN"|"ERROR" level = "INFO";
# How a message is laid out: logfmt for people, json for tools.
configurable "logfmt"|"json" format = "logfmt";
type ModuleLevel record {|
    # The module, as in acme/orders or acme/orders.storage.
    readonly string name;
    # The least severe messages of that module.
    "DEBUG"|"INFO"|"WARN"|"ERROR" level;
|};
# Levels of single modules, instead of the general one.
configurable table<ModuleLevel> key(name) modules = table [];
# Pairs added to every message; not msg, message, time, level, error, stackTrace or module.
configurable record {} keyValues = {};
type Rotation record {|
    # When a new file is begun.
    "SIZE_BASED"|"TIME_BASED"|"BOTH" policy = "BOTH";
    # Largest file, in bytes.
    int maxFileSize = 10485760;
    # Longest time one file is written to, in seconds.
    int maxAge = 86400;
    # How many earlier files are kept.
    int maxBackupFiles = 10;
|};
type Destination record {|
    # A standard stream, or file.
    "stderr"|"stdout"|"file" 'type = "file";
    # The file, whose name ends in .log; of a file only.
    string path?;
    # What happens to an existing file; of a file only.
    "APPEND"|"TRUNCATE" mode = "APPEND";
    # How files follow each other; of a file only.
    Rotation rotation?;
|};
# Where messages go. The default is the standard error stream, not output, and any entry replaces it.
configurable Destination[] destinations = [{'type: "stderr"}];
# Leave out what the program marks as sensitive.
configurable boolean enableSensitiveDataMasking = false;
)bal";

constexpr const char* observe = R"bal(
# Metrics and tracing together; works only in a program built with observabilityIncluded.
configurable boolean enabled = false;
# Who receives both; without it or the two names below the program stops at its start.
configurable string provider = "";
# Measure requests, errors and times; works only in a program built with observabilityIncluded.
configurable boolean metricsEnabled = false;
# Who receives metrics, such as prometheus or otel; its module must be imported.
configurable string metricsReporter = "";
# Record the way of each request; works only in a program built with observabilityIncluded.
configurable boolean tracingEnabled = false;
# Who receives traces, such as jaeger, zipkin or otel; its module must be imported.
configurable string tracingProvider = "";
# Write metrics into the log, as the Integration Control Plane with OpenSearch reads them.
configurable boolean metricsLogsEnabled = false;
)bal";

constexpr const char* http = R"bal(
# Port of services on the default listener; listeners with a port in the source keep theirs.
configurable int defaultListenerPort = 9090;
type RequestLimits record {|
    # Longest address of a request, in characters.
    int maxUriLength = 4096;
    # Largest headers of a request, in bytes.
    int maxHeaderSize = 8192;
    # Largest body of a request, in bytes; -1 is any.
    int maxEntityBodySize = -1;
|};
type Http1Settings record {|
    # Whether connections stay open between requests.
    "AUTO"|"ALWAYS"|"NEVER" keepAlive = "AUTO";
    # Most requests of one connection under way at once.
    int maxPipelinedRequests = 10;
|};
type ListenerConfig record {|
    # Address the listener binds to.
    string host = "0.0.0.0";
    # Settings of HTTP/1 connections.
    Http1Settings http1Settings?;
    # Certificates, keys and protocols of TLS.
    anydata secureSocket?;
    # Highest version that is spoken.
    string httpVersion = "2.0";
    # Longest time a connection may be silent, in seconds with a decimal point.
    decimal timeout?;
    # Value of the Server header.
    string server?;
    # Limits of a request.
    RequestLimits requestLimits?;
    # Longest time requests may take after a stop, in seconds with a decimal point.
    decimal gracefulStopTimeout?;
    # Settings of the socket.
    anydata socketConfig?;
    # First window of an HTTP/2 stream, in bytes.
    int http2InitialWindowSize = 65535;
    # Most streams of one HTTP/2 connection.
    int http2MaxActiveStreams = 100;
    # How long an idle connection waits before it is closed, in seconds with a decimal point.
    decimal minIdleTimeInStaleState = 300;
    # How often idle connections are looked for, in seconds with a decimal point.
    decimal timeBetweenStaleEviction = 30;
|};
# The default listener; listeners made in the source keep their own settings.
configurable ListenerConfig defaultListenerConfig = {};
# Most connections of a client at once; -1 is any number.
configurable int maxActiveConnections = -1;
# Most idle connections a client keeps.
configurable int maxIdleConnections = 100;
# Longest wait for a connection, in seconds with a decimal point.
configurable decimal waitTime = 30;
# Most streams of one HTTP/2 connection of a client.
configurable int maxActiveStreamsPerConnection = 100;
# Least idle time before a connection is closed, in seconds with a decimal point.
configurable decimal minEvictableIdleTime = 300;
# How often idle connections are looked for, in seconds with a decimal point.
configurable decimal timeBetweenEvictionRuns = 30;
# How long a stale HTTP/2 connection is kept, in seconds with a decimal point.
configurable decimal minIdleTimeInStaleState = 300;
# How often stale connections are looked for, in seconds with a decimal point.
configurable decimal timeBetweenStaleEviction = 30;
# Write every message on the wire to the console.
configurable boolean traceLogConsole = false;
type LogFile record {|
    # The file that is written.
    string path;
    # How files follow each other.
    anydata rotation?;
|};
type TraceLog record {|
    # Write to the console.
    boolean console = false;
    # Deprecated: name the file under file.
    string path?;
    # The file that is written.
    LogFile file?;
    # Host messages are sent to.
    string host?;
    # Port messages are sent to.
    int port?;
|};
# Where messages on the wire are written.
configurable TraceLog traceLogAdvancedConfig = {};
type AccessLog record {|
    # Write to the console.
    boolean console = false;
    # One line of text, or JSON.
    "flat"|"json" format = "flat";
    # What is written of each request; left out, the usual.
    string[] attributes?;
    # Deprecated: name the file under file.
    string path?;
    # The file that is written.
    LogFile file?;
|};
# A line for each request.
configurable AccessLog accessLogConfig = {};
)bal";

constexpr const char* prometheus = R"bal(
# Address metrics are served at.
configurable string host = "0.0.0.0";
# Port of /metrics. One that is taken prints a line and the program goes on.
configurable int port = 9797;
)bal";

constexpr const char* jaeger = R"bal(
# Host of the collector.
configurable string agentHostname = "localhost";
# Port of the collector; present OTLP collectors listen on 4317.
configurable int agentPort = 55680;
# How requests are chosen; any other name prints a line and means const.
configurable "const"|"ratelimiting"|"probabilistic" samplerType = "const";
# 1.0 is all for const, a rate or a probability for the others; with a decimal point.
configurable decimal samplerParam = 1;
# How often traces are sent, in milliseconds.
configurable int reporterFlushInterval = 1000;
# Most spans that wait to be sent.
configurable int reporterBufferSize = 10000;
)bal";

constexpr const char* otel = R"bal(
# Where traces go; with http/protobuf the full address with /v1/traces.
configurable string tracesEndpoint = "http://localhost:4317";
# How traces are sent.
configurable "grpc"|"http/protobuf" tracesProtocol = "grpc";
# How requests are chosen, such as parentbased_always_on.
configurable string tracesSampler = "parentbased_always_on";
# Argument of the sampler, with a decimal point.
configurable decimal tracesSamplerArg = 1;
# Longest time for sending, in milliseconds.
configurable int tracesExporterTimeoutMillis = 10000;
# Most spans in one message.
configurable int tracesMaxExportBatchSize = 512;
# Headers of each message, as name=value,name=value.
configurable string tracesExporterHeaders = "";
# What is said of this program with traces; names with a period stand in quotes.
configurable map<string> tracesResourceAttributes = {};
# Where metrics go; with http/protobuf the full address with /v1/metrics.
configurable string metricsEndpoint = "http://localhost:4317";
# How metrics are sent.
configurable "grpc"|"http/protobuf" metricsProtocol = "grpc";
# How often metrics are sent, in milliseconds; more than 0.
configurable int metricsExportIntervalMillis = 60000;
# Name of this program among metrics.
configurable string metricsServiceName = "";
# Put in front of each metric's name.
configurable string metricsPrefix = "";
# Headers of each message, as name=value,name=value.
configurable string metricsExporterHeaders = "";
# What is said of this program with metrics; names with a period stand in quotes.
configurable map<string> metricsResourceAttributes = {};
# Write traces to the console too.
configurable boolean tracesLogConsole = false;
# Write traces to this file too.
configurable string tracesLogFile = "";
# The least severe messages that are written.
configurable string tracesLogLevel = "info";
)bal";

constexpr const char* choreo = R"bal(
# Host that receives metrics and traces.
configurable string reporterHostname = "periscope.choreo.dev";
# Port of that host.
configurable int reporterPort = 443;
# Send over TLS.
configurable boolean reporterUseSSL = true;
# What the program proves itself with.
configurable string applicationSecret = "";
)bal";

constexpr const char* bridge = R"bal(
# Environment of the console the program belongs to.
configurable string environment = ?;
# Project of the console the program belongs to.
configurable string project = ?;
# Name of the integration in the console.
configurable string integration = ?;
# What the program proves itself with.
configurable string secret = ?;
# Address of the console.
configurable string serverUrl = "https://localhost:9445";
# Name of this runtime. Replicas that share a file must not share a name: leave it out, and one is made up.
configurable string runtime = "";
# How often the program reports, in seconds.
configurable int heartbeatInterval = 10;
# Certificate of the console, a PEM file.
configurable string cert = "";
# Check the console's certificate; its own documentation says the default is false.
configurable boolean enableSSL = false;
# Let the console manage workflows.
configurable boolean enableWorkflowManagement = false;
)bal";

constexpr const char* controlPlane = R"bal(
# Key store of the program's own management service; the default is below BALLERINA_HOME, which plain jars lack.
configurable string keyStorePath = "";
# Password of the key store.
configurable string keyStorePassword = "";
# Trust store for the dashboard's certificate; the default is below BALLERINA_HOME, which plain jars lack.
configurable string trustStorePath = "";
# Password of the trust store.
configurable string trustStorePassword = "";
# Port of the program's own management service.
configurable int icpServicePort = 9264;
type Dashboard record {|
    # Address of the dashboard.
    string url;
    # Group the program belongs to.
    string groupId;
    # Address the dashboard reaches the program at.
    string mgtApiUrl;
    # How often the program reports, in seconds.
    int heartbeatInterval = 10;
    # How long services may take to start, in seconds with a decimal point.
    decimal waitTimeForServicesInSeconds = 5;
    # Name of this node; made up when left out.
    string nodeId?;
    # User the dashboard comes with.
    string serviceAccount = "bal_admin";
    # Password of that user; the default is the same everywhere, so change it.
    string serviceAccountPassword = "bal_secret";
|};
# The dashboard the program reports to.
configurable Dashboard dashboard = ?;
)bal";

}

const std::vector<KnownModule>& knownModules() {
    static const std::vector<KnownModule> modules{
        {"ballerina", "log", "ballerina/log, February 2026", {"ballerina/http"}, log},
        {"ballerina", "observe", "ballerina/observe, March 2026", {"ballerina/http"}, observe},
        {"ballerina", "http", "ballerina/http, July 2026", {}, http},
        {"ballerina", "otel", "ballerina/otel, with 2201.14.0", {}, otel},
        {"ballerinax", "prometheus", "ballerinax/prometheus", {}, prometheus},
        {"ballerinax", "jaeger", "ballerinax/jaeger", {}, jaeger},
        {"ballerinax", "choreo", "ballerinax/choreo", {}, choreo},
        {"wso2", "icp.runtime.bridge", "wso2/icp.runtime.bridge", {}, bridge},
        {"ballerinax", "wso2.controlplane", "ballerinax/wso2.controlplane", {}, controlPlane},
    };
    return modules;
}

const std::vector<ballerina::Configurable>& KnownModule::configurables() const {
    static std::mutex guard;
    static std::map<std::string, std::vector<ballerina::Configurable>> read;
    const std::lock_guard lock(guard);
    const auto [known, isNew] = read.try_emplace(section());
    if (isNew)
        known->second = ballerina::scan({{.file = organisation + '/' + name,
                                          .module = {},
                                          .text = std::make_shared<const std::string>(declarations)}})
                            .configurables;
    return known->second;
}

bool links(const std::vector<ballerina::Import>& imports, const KnownModule& module) {
    return std::ranges::any_of(imports, [&](const ballerina::Import& import) {
        const std::string name = import.organisation + '/' + import.module;
        return name == module.organisation + '/' + module.name ||
               std::ranges::contains(module.bringers, name);
    });
}

}
