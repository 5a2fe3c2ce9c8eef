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
    Setting<std::string> kubernetesVersion, nginxVersion, apiManagerVersion, microIntegratorVersion;

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
        Setting<std::string> version, nodeId;
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
    } database;

    struct {
        Records all;
        Setting<std::string> role, database, validationQuery;
        Setting<std::int64_t> maxActive, minIdle;
        Setting<Duration> maxWait;
        Setting<bool> autoCommit;
    } pool;

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
            autoscaledGateways;
    } apiManager;

    struct {
        Setting<bool> scheduledWork, coordination, clockSynchronised;
        Setting<std::int64_t> taskServers, offset;
        Setting<Duration> heartbeat, longestPause;
        Setting<std::int64_t> heartbeatRetries;
    } microIntegrator;

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
    void declareApiManager();
    void declareMicroIntegrator();
    void declareEnvironments();
    void declareAccepted();

    Records table(const char* path, MessageText label, MessageText summary);
    Records records(const char* path, MessageText label, MessageText summary);
    /// The key of an entry that others refer to it by.
    Setting<std::string> entryName(const char* path, MessageText summary);
    Setting<Duration> duration(Field field);
    Setting<std::string> share(Field field);   ///< a percentage
};

/// The one instance; lives as long as the program.
[[nodiscard]] const DeploymentToml& deploymentToml();

}
