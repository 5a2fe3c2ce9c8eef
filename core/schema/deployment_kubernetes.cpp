#include "core/schema/deployment_toml.h"

namespace arabesque {

namespace {

constexpr const char* numberOrShare = R"([0-9]+|[0-9]{1,2}%|100%)";
constexpr const char* numberOrShareMessage = "a number of replicas or a percentage, such as 1 or 50%";

}

void DeploymentToml::declareKubernetes() {
    table("kubernetes", MESSAGE("deployment", "Kubernetes"),
          MESSAGE("deployment", "What Cloud.toml cannot say."));
    kubernetes.nameSpace = declare<std::string>({
        .path = "kubernetes.namespace",
        .fallbackNote = MESSAGE("deployment", "the cluster's current one"),
        .pattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
        .patternMessage = "a namespace has lower-case letters, digits and dashes",
        .longest = 63,
        .longestMessage = "a namespace has at most 63 characters",
        .label = MESSAGE("deployment", "Namespace"),
        .summary = MESSAGE("deployment", "Namespace all objects are made in."),
        .source = "Kubernetes API, object names",
    });
    kubernetes.sessionAffinity = declare<std::string>({
        .path = "kubernetes.session_affinity",
        .fallback = "\"None\"",
        .choices = {"\"None\"", "\"ClientIP\""},
        .label = MESSAGE("deployment", "Session affinity"),
        .summary = MESSAGE("deployment", "Whether the Service sends a client's address to the same pod."),
        .source = "Kubernetes API, Service",
    });
    kubernetes.networkPolicy = declare<bool>({
        .path = "kubernetes.network_policy",
        .fallback = "false",
        .label = MESSAGE("deployment", "Network policy"),
        .summary = MESSAGE("deployment", "Lets only the serving ports through."),
        .source = "Kubernetes API, NetworkPolicy",
    });
    table("kubernetes.disruption_budget", MESSAGE("deployment", "Disruption budget"),
          MESSAGE("deployment", "How many pods a drain of a machine may take at once."));
    kubernetes.minAvailable = declare<std::string>({
        .path = "kubernetes.disruption_budget.min_available",
        .fallbackNote = MESSAGE("deployment", "no budget"),
        .pattern = numberOrShare,
        .patternMessage = numberOrShareMessage,
        .label = MESSAGE("deployment", "At least available"),
        .summary = MESSAGE("deployment", "Pods that have to stay. As many as there are replicas blocks every "
                                         "drain."),
        .source = "Kubernetes API, PodDisruptionBudget",
    });
    kubernetes.maxUnavailable = declare<std::string>({
        .path = "kubernetes.disruption_budget.max_unavailable",
        .fallbackNote = MESSAGE("deployment", "no budget"),
        .pattern = numberOrShare,
        .patternMessage = numberOrShareMessage,
        .label = MESSAGE("deployment", "At most unavailable"),
        .summary =
            MESSAGE("deployment", "Pods that may be gone at once. \"1\" suits every number of replicas."),
        .source = "Kubernetes API, PodDisruptionBudget",
    });
}

void DeploymentToml::declareRoute() {
    table("kubernetes.route", MESSAGE("deployment", "Route"),
          MESSAGE("deployment", "How requests from outside reach the Service."));
    kubernetes.routeKind = declare<std::string>({
        .path = "kubernetes.route.kind",
        .fallback = "\"ingress\"",
        .choices = {"\"ingress\"", "\"http-route\""},
        .label = MESSAGE("deployment", "Kind"),
        .summary = MESSAGE("deployment", "An Ingress, or an HTTPRoute of the Gateway API."),
        .source = "Kubernetes API, Ingress; Gateway API",
    });
    kubernetes.routeHost = declare<std::string>({
        .path = "kubernetes.route.host",
        .fallbackNote = MESSAGE("deployment", "no route is made"),
        .pattern = R"((\*\.)?[a-z0-9]([-.a-z0-9]*[a-z0-9])?)",
        .patternMessage = "a host is a DNS name in lower case",
        .label = MESSAGE("deployment", "Host"),
        .summary = MESSAGE("deployment", "Name clients use, such as orders.example.com."),
        .source = "Kubernetes API, Ingress",
    });
    kubernetes.routePath = declare<std::string>({
        .path = "kubernetes.route.path",
        .fallback = "\"/\"",
        .pattern = "/.*",
        .patternMessage = "a path begins with a slash",
        .label = MESSAGE("deployment", "Path"),
        .summary = MESSAGE("deployment", "Requests below it go to the Service."),
        .source = "Kubernetes API, Ingress",
    });
    kubernetes.routePort = declare<std::int64_t>({
        .path = "kubernetes.route.port",
        .meaning = Meaning::Port,
        .fallbackNote = MESSAGE("deployment", "the first port of the program"),
        .least = 1,
        .most = 65535,
        .label = MESSAGE("deployment", "Port"),
        .summary = MESSAGE("deployment", "Port of the Service it leads to."),
        .source = "Kubernetes API, Ingress",
    });
    kubernetes.routeTlsSecret = declare<std::string>({
        .path = "kubernetes.route.tls_secret",
        .fallbackNote = MESSAGE("deployment", "no TLS"),
        .label = MESSAGE("deployment", "TLS secret"),
        .summary = MESSAGE("deployment", "Name of the Secret with certificate and key."),
        .source = "Kubernetes API, Ingress",
    });
    kubernetes.routeClass = declare<std::string>({
        .path = "kubernetes.route.class",
        .fallbackNote = MESSAGE("deployment", "the cluster's default"),
        .label = MESSAGE("deployment", "Class or gateway"),
        .summary = MESSAGE("deployment", "The ingress class, or the name of the Gateway."),
        .source = "Kubernetes API, Ingress; Gateway API",
    });
    ballerina::Type texts;
    texts.kind = ballerina::Type::Kind::Map;
    texts.text = "map<string>";
    texts.parts.emplace_back();
    texts.parts.back().kind = ballerina::Type::Kind::String;
    texts.parts.back().text = "string";
    declare<std::string>({
        .path = routeAnnotations,
        .type = ValueType::Any,
        .label = MESSAGE("deployment", "Annotations"),
        .summary =
            MESSAGE("deployment", "What the ingress controller or the gateway is told besides, such as "
                                  "\"cert-manager.io/cluster-issuer\" = \"internal\"."),
        .source = "Kubernetes API, Ingress",
        .typeText = "keys and values",
        .programType = ProgramType(std::move(texts)),
    });
}

void DeploymentToml::declareSpread() {
    table("kubernetes.spread", MESSAGE("deployment", "Spread"),
          MESSAGE("deployment", "How replicas are spread over zones."));
    kubernetes.spreadKey = declare<std::string>({
        .path = "kubernetes.spread.over",
        .fallbackNote = MESSAGE("deployment", "not spread"),
        .choices = {"\"topology.kubernetes.io/zone\"", "\"kubernetes.io/hostname\""},
        .closedChoice = false,
        .label = MESSAGE("deployment", "Over"),
        .summary = MESSAGE("deployment", "The label of machines whose values are the places."),
        .source = "Kubernetes API, topologySpreadConstraints",
    });
    kubernetes.maxSkew = declare<std::int64_t>({
        .path = "kubernetes.spread.max_skew",
        .fallback = "1",
        .least = 1,
        .label = MESSAGE("deployment", "Largest difference"),
        .summary = MESSAGE("deployment", "Between the place with most and the one with fewest pods."),
        .source = "Kubernetes API, topologySpreadConstraints",
    });
    kubernetes.whenUnsatisfiable = declare<std::string>({
        .path = "kubernetes.spread.when_unsatisfiable",
        .fallback = "\"ScheduleAnyway\"",
        .choices = {"\"ScheduleAnyway\"", "\"DoNotSchedule\""},
        .label = MESSAGE("deployment", "When it cannot be"),
        .summary = MESSAGE("deployment", "DoNotSchedule leaves pods pending while a zone is gone."),
        .source = "Kubernetes API, topologySpreadConstraints",
    });
    kubernetes.minDomains = declare<std::int64_t>({
        .path = "kubernetes.spread.min_domains",
        .fallbackNote = MESSAGE("deployment", "not asked for"),
        .least = 1,
        .label = MESSAGE("deployment", "Places at least"),
        .summary = MESSAGE("deployment", "With fewer places, pods stay pending under DoNotSchedule."),
        .source = "Kubernetes API, topologySpreadConstraints",
    });
    kubernetes.spreadPerRevision = declare<bool>({
        .path = "kubernetes.spread.per_revision",
        .fallback = "true",
        .label = MESSAGE("deployment", "Each revision by itself"),
        .summary = MESSAGE("deployment", "Counts only pods of the same revision, so that a rolling update is "
                                         "spread as well (matchLabelKeys)."),
        .source = "Kubernetes API, topologySpreadConstraints",
    });
}

void DeploymentToml::declareProbes() {
    table("kubernetes.startup_probe", MESSAGE("deployment", "Startup probe"),
          MESSAGE("deployment", "Holds the other probes back until the program has started."));
    kubernetes.startupPath = declare<std::string>({
        .path = "kubernetes.startup_probe.path",
        .fallbackNote = MESSAGE("deployment", "no startup probe"),
        .pattern = "/.*",
        .patternMessage = "the path of a probe begins with a slash",
        .label = MESSAGE("deployment", "Path"),
        .summary = MESSAGE("deployment", "Resource that answers once the program has started."),
        .source = "Kubernetes API, Probe",
    });
    kubernetes.startupPort = declare<std::int64_t>({
        .path = "kubernetes.startup_probe.port",
        .meaning = Meaning::Port,
        .fallbackNote = MESSAGE("deployment", "the first port of the program"),
        .least = 1,
        .most = 65535,
        .label = MESSAGE("deployment", "Port"),
        .summary = MESSAGE("deployment", "Port that is asked."),
        .source = "Kubernetes API, Probe",
    });
    kubernetes.startupDelay = duration({
        .path = "kubernetes.startup_probe.delay",
        .fallback = "\"0s\"",
        .label = MESSAGE("deployment", "Delay"),
        .summary = MESSAGE("deployment", "Time before the first look."),
        .source = "Kubernetes API, Probe",
    });
    kubernetes.startupPeriod = duration({
        .path = "kubernetes.startup_probe.period",
        .fallback = "\"10s\"",
        .label = MESSAGE("deployment", "Period"),
        .summary = MESSAGE("deployment", "Time between two looks."),
        .source = "Kubernetes API, Probe",
    });
    kubernetes.startupFailures = declare<std::int64_t>({
        .path = "kubernetes.startup_probe.failures",
        .fallback = "3",
        .least = 1,
        .label = MESSAGE("deployment", "Failures"),
        .summary = MESSAGE("deployment", "Failed looks until the pod is started again."),
        .source = "Kubernetes API, Probe",
    });
    table("kubernetes.readiness", MESSAGE("deployment", "Readiness"),
          MESSAGE("deployment", "How fast a pod that stopped answering is left out."));
    kubernetes.readinessPeriod = duration({
        .path = "kubernetes.readiness.period",
        .fallback = "\"10s\"",
        .label = MESSAGE("deployment", "Period"),
        .summary = MESSAGE("deployment", "Time between two looks."),
        .source = "Kubernetes API, Probe",
    });
    kubernetes.readinessFailures = declare<std::int64_t>({
        .path = "kubernetes.readiness.failures",
        .fallback = "3",
        .least = 1,
        .label = MESSAGE("deployment", "Failures"),
        .summary = MESSAGE("deployment", "Failed looks until it gets no more requests."),
        .source = "Kubernetes API, Probe",
    });
}

void DeploymentToml::declareRollout() {
    table("kubernetes.shutdown", MESSAGE("deployment", "Shutdown"),
          MESSAGE("deployment", "Time a pod has to finish its requests."));
    kubernetes.gracePeriod = duration({
        .path = "kubernetes.shutdown.grace_period",
        .fallback = "\"30s\"",
        .label = MESSAGE("deployment", "Grace period"),
        .summary =
            MESSAGE("deployment", "Time from the order to stop until it is killed; the wait below counts "
                                  "against it."),
        .source = "Kubernetes, pod lifecycle",
    });
    kubernetes.preStop = duration({
        .path = "kubernetes.shutdown.pre_stop",
        .fallback = "\"15s\"",
        .label = MESSAGE("deployment", "Wait before"),
        .summary =
            MESSAGE("deployment", "Time in which balancers learn that the pod goes; code-to-cloud writes "
                                  "15 seconds."),
        .source = "c2c 4.0.0, section 6.3",
    });
    kubernetes.shutdownTime = duration({
        .path = "kubernetes.shutdown.time",
        .fallbackNote = MESSAGE("deployment", "3m of the Micro Integrator, else unknown"),
        .label = MESSAGE("deployment", "Time to stop"),
        .summary = MESSAGE("deployment", "Time the program takes to finish after the signal."),
        .source = "WSO2 Micro Integrator, default.json",
    });
    table("kubernetes.rollout", MESSAGE("deployment", "Rollout"),
          MESSAGE("deployment", "How a new version replaces the old one."));
    kubernetes.strategy = declare<std::string>({
        .path = "kubernetes.rollout.strategy",
        .fallback = "\"RollingUpdate\"",
        .choices = {"\"RollingUpdate\"", "\"Recreate\""},
        .label = MESSAGE("deployment", "Strategy"),
        .summary = MESSAGE("deployment", "Recreate stops the old version first: there is an outage."),
        .source = "Kubernetes API, Deployment",
    });
    kubernetes.surge = declare<std::string>({
        .path = "kubernetes.rollout.max_surge",
        .fallback = "\"25%\"",
        .pattern = numberOrShare,
        .patternMessage = numberOrShareMessage,
        .label = MESSAGE("deployment", "Additional pods"),
        .summary = MESSAGE("deployment", "Pods above the number of replicas while it lasts."),
        .source = "Kubernetes API, Deployment",
    });
    kubernetes.unavailable = declare<std::string>({
        .path = "kubernetes.rollout.max_unavailable",
        .fallback = "\"25%\"",
        .pattern = numberOrShare,
        .patternMessage = numberOrShareMessage,
        .label = MESSAGE("deployment", "Missing pods"),
        .summary = MESSAGE("deployment", "Pods that may be missing while it lasts."),
        .source = "Kubernetes API, Deployment",
    });
    kubernetes.scaleDownAfter = duration({
        .path = "kubernetes.rollout.scale_down_after",
        .fallback = "\"5m\"",
        .label = MESSAGE("deployment", "Scale down after"),
        .summary = MESSAGE("deployment", "Time the load has to stay low before pods are taken away."),
        .source = "Kubernetes API, HorizontalPodAutoscaler",
    });
}

}
