#pragma once

#include "core/schema/duration.h"
#include "core/schema/schema.h"

namespace arabesque {

/// Deployment.toml: what the three files of Ballerina cannot say. Without it a project behaves as code-to-cloud of the
/// newest release makes it. Handles are grouped by table; times are spans such as "30s".
class DeploymentToml : public Schema {
public:
    DeploymentToml();

    Setting<std::int64_t> format;
    Setting<std::string> pattern;   ///< id of a pattern of core/topology
    Setting<std::string> product;   ///< integrator, api-manager or micro-integrator
    Setting<std::vector<std::string>> targets;
    Setting<std::vector<std::string>> leaveOut;   ///< ids of families

    Setting<std::string> c2c;   ///< release of code-to-cloud whose output is made
    Setting<bool> assumeDefaultListener;
    Setting<std::string> kubernetesVersion, nginxVersion, apiManagerVersion, microIntegratorVersion,
        controlPlaneVersion;

    /// What the deployment has to reach. A rate is in requests per second, a share is a percentage such as "99.9%".
    struct {
        Setting<Duration> recoveryTime, recoveryPoint, decisionTime;
        Setting<std::string> availability;
        Setting<std::int64_t> peak;
    } objectives;

    /// Planning values of the estimate of availability: shares of time that one of each kind is there.
    struct {
        Setting<std::string> node, loadBalancer, database, zone, region, failedSwitch;
    } assumptions;

    struct {
        Records all;
        Setting<std::string> name, role, cluster, vip;
        Setting<std::vector<std::string>> zones;
    } region;

    struct {
        Records all;
        Setting<std::string> name, role, region, zone, host, state, database;
        Setting<std::int64_t> port, replicas, capacity;
        Setting<Duration> startTime;
        Setting<bool> background;   ///< polls or runs timers
        Setting<std::string> version, nodeId, gatewayEnvironment;
        Setting<Point> position;
    } node;

    struct {
        Records all;
        Setting<std::string> from, to, protocol;
        Setting<std::int64_t> port;
        Setting<bool> required;
    } link;

    struct {
        Setting<bool> managed;
        Setting<std::string> engine, method, affinity, zone;
        Setting<std::int64_t> maxFails, workers, keepalive;
        Setting<Duration> failTimeout, connectTimeout, readTimeout, slowStart;
        Setting<std::vector<std::string>> retryOn;
        Setting<bool> retryNonIdempotent, resolve, behindProxy, tls, encryptUpstream;
        Setting<std::int64_t> headerBuffer;   ///< in bytes
        Setting<std::string> mode, certificate, certificateKey, accessLog;
        Setting<std::vector<std::string>> trustedProxies, resolvers;
    } loadBalancer;

    /// What one client may ask for.
    struct {
        Setting<std::int64_t> body;   ///< bytes
        Setting<std::int64_t> rate, burst, connections;
    } limits;

    struct {
        Setting<std::string> path;
        Setting<std::int64_t> port, fails, passes;
        Setting<Duration> interval, timeout;
    } healthCheck;

    struct {
        Setting<std::string> address, interface, initialState;
        Setting<std::int64_t> routerId, priority, standbyPriority, checkWeight, checkFails;
        Setting<Duration> advertInterval, checkInterval;
        Setting<bool> checkProcess, preempt, unicast;
    } vip;

    struct {
        Setting<std::string> name, method;
        Setting<Duration> ttl, checkInterval;
        Setting<std::int64_t> checkFails;
    } dns;

    struct {
        Records all;
        Setting<std::string> name, engine, replication, promotion, writers, conflicts;
        Setting<Duration> promotionTime, lag;
        Setting<std::int64_t> maxConnections, reservedConnections;
        Setting<bool> managed, degradesToAsynchronous;
        Setting<std::vector<std::string>> schemas;   ///< names of the databases inside of the server
    } database;

    struct {
        Records all;
        Setting<std::string> role, database, validationQuery;
        Setting<std::int64_t> maxActive, minIdle;
        Setting<Duration> maxWait;
        Setting<bool> autoCommit;
    } pool;

    /// What one server of a role gets. Heaps as Java writes them, memory and processors as Kubernetes does.
    struct {
        Records all;
        Setting<std::string> role, minHeap, maxHeap, memoryRequest, memoryLimit, cpuRequest, cpuLimit, image;
        Setting<std::vector<std::string>> javaOptions;
    } component;

    /// A table of texts by name; see Topology::texts.
    static constexpr const char* routeAnnotations = "kubernetes.route.annotations";
    struct {
        Setting<std::string> nameSpace, sessionAffinity;
        Setting<bool> networkPolicy;
        Setting<std::string> routeKind, routeHost, routePath, routeTlsSecret, routeClass;
        Setting<std::int64_t> routePort;
        Setting<std::string> minAvailable,
            maxUnavailable;   ///< of the disruption budget: numbers or percentages
        Setting<std::string> spreadKey, whenUnsatisfiable;
        Setting<std::int64_t> maxSkew, minDomains;
        Setting<bool> spreadPerRevision;
        Setting<std::string> startupPath;
        Setting<std::int64_t> startupPort, startupFailures;
        Setting<Duration> startupDelay, startupPeriod;
        Setting<Duration> readinessPeriod;
        Setting<std::int64_t> readinessFailures;
        Setting<Duration> gracePeriod, preStop, shutdownTime;
        Setting<std::string> strategy, surge, unavailable;
        Setting<Duration> scaleDownAfter;
        Setting<std::string> secretStore, secretStoreKind, secretKey;
        Setting<Duration> secretRefresh;
    } kubernetes;

    /// How a program runs on a machine of its own.
    struct {
        Setting<std::string> user, folder, java, maxHeap, build;
        Setting<std::vector<std::string>> javaOptions;
        Setting<Duration> startTimeout, stopTimeout;
    } machine;

    struct {
        Setting<std::string> repository, revision, path, project;
        Setting<Duration> interval;
        Setting<bool> prune;
    } gitops;

    struct {
        Setting<std::string> shape, encryptionKey;
        Setting<bool> multiTenancy, federatedLogin, webSocket, webSub, eventPublishers, sharedCounters,
            autoscaledGateways, allowCredentials;
        Setting<std::string> host, database, apimSchema, sharedSchema, databaseUser, admin;
        Setting<std::string> keystore, keystoreAlias, truststore, folder, user;
        Setting<std::int64_t> proxyPort, offset;
        Setting<std::vector<std::string>> allowOrigins;
    } apiManager;

    /// What gateways serve under one name and host. Without any there is one, called Default.
    struct {
        Records all;
        Setting<std::string> name, type, host;
        Setting<bool> inConsole;
    } gatewayEnvironment;

    /// APIs that a pipeline brings from one environment to the next, and what they call there.
    struct {
        Records all;
        Setting<std::string> name, version, archive;
    } api;
    struct {
        Records all;
        Setting<std::string> api, environment, production, sandbox, user, gatewayEnvironment, gatewayHost;
    } apiEndpoint;

    struct {
        Setting<bool> scheduledWork, coordination, clockSynchronised;
        Setting<std::int64_t> taskServers, offset;
        Setting<Duration> heartbeat, longestPause, gracefulShutdown;
        Setting<std::int64_t> heartbeatRetries;
        Setting<std::string> baseImage, image, applications, libraries, database, schema, databaseUser,
            folder;
        Setting<bool> serviceCatalog;
    } microIntegrator;

    struct {
        Setting<std::string> url, environment, project, integration;
        Setting<bool> verifyTls;
    } controlPlane;   ///< the Integration Control Plane

    struct {
        Setting<std::string> metrics, tracing, collector, logs, logStore, errorShare;
        Setting<std::int64_t> collectorPort;
        Setting<Duration> scrapeInterval, latency, alertAfter;
        Setting<std::string> sampling;
    } observability;

    struct {
        Setting<std::vector<std::string>> systems, approval;
        Setting<std::string> branch, registry, rollout, runner, integratorFolder;
        Setting<bool> publish, check;
        Setting<Duration> verifyTimeout;
    } pipeline;

    struct {
        Setting<std::string> folder, user, schedule;
        Setting<std::int64_t> daily, weekly;
        Setting<std::vector<std::string>> files;
    } backup;

    /// Functions of AWS Lambda and Azure Functions.
    struct {
        Setting<std::string> region, functionRole, app;
        Setting<std::int64_t> memory, layer;
        Setting<Duration> timeout;
    } serverless;

    /// What the console of the WSO2 cloud is told in the repository.
    struct {
        Setting<std::vector<std::string>> visibility;
        Setting<std::string> openApi;
    } choreo;

    Records environments;
    Setting<std::string> environmentName, environmentConfig;
    Setting<std::string> environmentSet;   ///< a table: settings of other documents by path

    Records accepted;
    Setting<std::string> acceptedRule, acceptedSubject, acceptedReason;
    Setting<std::string> acceptedUntil;   ///< a date

private:
    void declarePattern();
    void declareProfile();
    void declareObjectives();
    void declareAssumptions();
    void declareRegions();
    void declareNodes();
    void declareLinks();
    void declareLoadBalancer();
    void declareRetries();
    void declareHealthCheck();
    void declareLimits();
    void declareVip();
    void declareDns();
    void declareDatabases();
    void declarePools();
    void declareKubernetes();
    void declareRoute();
    void declareSpread();
    void declareProbes();
    void declareRollout();
    void declareClusterSecrets();
    void declareFamilies();
    void declareMachines();
    void declareGitOps();
    void declareComponents();
    void declareApiManager();
    void declareApiManagerData();
    void declareGatewayEnvironments();
    void declareApis();
    void declareMicroIntegrator();
    void declareIntegratorFiles();
    void declareControlPlane();
    void declareObservability();
    void declarePipeline();
    void declareBackup();
    void declareServerless();
    void declareChoreo();
    void declareEnvironments();
    void declareAccepted();

    Records table(const char* path, MessageText label, MessageText summary);
    Records records(const char* path, MessageText label, MessageText summary);
    /// The key of an entry that others refer to it by.
    Setting<std::string> entryName(const char* path, MessageText summary);
    Setting<Duration> duration(Field field);
    Setting<std::string> share(Field field);    ///< a percentage
    Setting<std::string> choice(Field field);   ///< the first is the default
    Setting<std::string> heap(Field field);     ///< as Java writes it: "1024m"
    Setting<std::string> folderPath(Field field);
    Setting<std::string> accountName(Field field);
};

/// The one instance; lives as long as the program.
[[nodiscard]] const DeploymentToml& deploymentToml();

}
