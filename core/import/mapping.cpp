#include "core/import/mapping.h"

#include <algorithm>

namespace arabesque {

namespace {

constexpr std::string_view cloudToml = "Cloud.toml";
constexpr std::string_view deploymentToml = "Deployment.toml";

// Kubernetes API 1.35: Deployment, Service, HorizontalPodAutoscaler, PodDisruptionBudget, Ingress, NetworkPolicy; Gateway
// API: HTTPRoute
constexpr Mapping kubernetes[] = {
    {"containers[].image", cloudToml, "container.image.repository", convert::imageRepository},
    {"containers[].image", cloudToml, "container.image.name", convert::imageName},
    {"containers[].image", cloudToml, "container.image.tag", convert::imageTag},
    {"containers[].resources.limits.memory", cloudToml, "cloud.deployment.max_memory"},
    {"containers[].resources.limits.cpu", cloudToml, "cloud.deployment.max_cpu"},
    {"containers[].resources.requests.memory", cloudToml, "cloud.deployment.min_memory"},
    {"containers[].resources.requests.cpu", cloudToml, "cloud.deployment.min_cpu"},
    {"containers[].livenessProbe.httpGet.path", cloudToml, "cloud.deployment.probes.liveness.path"},
    {"containers[].livenessProbe.httpGet.port", cloudToml, "cloud.deployment.probes.liveness.port"},
    {"containers[].readinessProbe.httpGet.path", cloudToml, "cloud.deployment.probes.readiness.path"},
    {"containers[].readinessProbe.httpGet.port", cloudToml, "cloud.deployment.probes.readiness.port"},
    {"containers[].readinessProbe.periodSeconds", deploymentToml, "kubernetes.readiness.period",
     convert::seconds},
    {"containers[].readinessProbe.failureThreshold", deploymentToml, "kubernetes.readiness.failures"},
    {"containers[].startupProbe.httpGet.path", deploymentToml, "kubernetes.startup_probe.path"},
    {"containers[].startupProbe.httpGet.port", deploymentToml, "kubernetes.startup_probe.port"},
    {"containers[].startupProbe.initialDelaySeconds", deploymentToml, "kubernetes.startup_probe.delay",
     convert::seconds},
    {"containers[].startupProbe.periodSeconds", deploymentToml, "kubernetes.startup_probe.period",
     convert::seconds},
    {"containers[].startupProbe.failureThreshold", deploymentToml, "kubernetes.startup_probe.failures"},
    {"containers[].lifecycle.preStop.sleep.seconds", deploymentToml, "kubernetes.shutdown.pre_stop",
     convert::seconds},
    {"containers[].lifecycle.preStop.exec.command[1]", deploymentToml, "kubernetes.shutdown.pre_stop",
     convert::seconds},
    {"template.spec.terminationGracePeriodSeconds", deploymentToml, "kubernetes.shutdown.grace_period",
     convert::seconds},
    {"topologySpreadConstraints[].topologyKey", deploymentToml, "kubernetes.spread.over"},
    {"topologySpreadConstraints[].maxSkew", deploymentToml, "kubernetes.spread.max_skew"},
    {"topologySpreadConstraints[].minDomains", deploymentToml, "kubernetes.spread.min_domains"},
    {"topologySpreadConstraints[].whenUnsatisfiable", deploymentToml, "kubernetes.spread.when_unsatisfiable"},
    {"Deployment[].spec.strategy.type", deploymentToml, "kubernetes.rollout.strategy"},
    {"Deployment[].spec.strategy.rollingUpdate.maxSurge", deploymentToml, "kubernetes.rollout.max_surge"},
    {"Deployment[].spec.strategy.rollingUpdate.maxUnavailable", deploymentToml,
     "kubernetes.rollout.max_unavailable"},
    {"Deployment[].metadata.namespace", deploymentToml, "kubernetes.namespace"},
    {"Service[].spec.sessionAffinity", deploymentToml, "kubernetes.session_affinity"},
    {"Service[].metadata.name", cloudToml, "cloud.deployment.internal_domain_name"},
    {"HorizontalPodAutoscaler[].spec.minReplicas", cloudToml, "cloud.deployment.autoscaling.min_replicas"},
    {"HorizontalPodAutoscaler[].spec.maxReplicas", cloudToml, "cloud.deployment.autoscaling.max_replicas"},
    {"metrics[cpu].resource.target.averageUtilization", cloudToml, "cloud.deployment.autoscaling.cpu"},
    {"metrics[memory].resource.target.averageUtilization", cloudToml, "cloud.deployment.autoscaling.memory"},
    {"behavior.scaleDown.stabilizationWindowSeconds", deploymentToml, "kubernetes.rollout.scale_down_after",
     convert::seconds},
    {"PodDisruptionBudget[].spec.minAvailable", deploymentToml, "kubernetes.disruption_budget.min_available"},
    {"PodDisruptionBudget[].spec.maxUnavailable", deploymentToml,
     "kubernetes.disruption_budget.max_unavailable"},
    {"Ingress[].kind", deploymentToml, "kubernetes.route.kind", convert::ingress},
    {"Ingress[].spec.ingressClassName", deploymentToml, "kubernetes.route.class"},
    {"Ingress[].spec.rules[].host", deploymentToml, "kubernetes.route.host"},
    {"Ingress[].spec.rules[].http.paths[].path", deploymentToml, "kubernetes.route.path"},
    {"Ingress[].spec.tls[].secretName", deploymentToml, "kubernetes.route.tls_secret"},
    {"HTTPRoute[].kind", deploymentToml, "kubernetes.route.kind", convert::httpRoute},
    {"HTTPRoute[].spec.hostnames[0]", deploymentToml, "kubernetes.route.host"},
    {"HTTPRoute[].spec.parentRefs[].name", deploymentToml, "kubernetes.route.class"},
    {"HTTPRoute[].spec.rules[].matches[].path.value", deploymentToml, "kubernetes.route.path"},
    {"NetworkPolicy[].kind", deploymentToml, "kubernetes.network_policy", convert::isThere},
};

// what the API server writes itself, defaults it fills in, and names that follow from the program
constexpr Usual usualOfKubernetes[] = {
    {"apiVersion"},
    {"kind"},
    {"status"},
    {"metadata.name"},
    {"metadata.namespace"},
    {"metadata.labels"},
    {"metadata.uid"},
    {"metadata.resourceVersion"},
    {"metadata.creationTimestamp"},
    {"metadata.generation"},
    {"metadata.generateName"},
    {"metadata.selfLink"},
    {"metadata.managedFields"},
    {"metadata.ownerReferences"},
    {"metadata.annotations.\"kubectl.kubernetes.io/last-applied-configuration\""},
    {"metadata.annotations.\"deployment.kubernetes.io/revision\""},
    {"metadata.annotations.\"autoscaling.alpha.kubernetes.io/conditions\""},
    {"spec.selector"},
    {"spec.scaleTargetRef"},
    {"labelSelector"},
    {"matchLabelKeys"},
    {"spec.podSelector"},
    {"spec.progressDeadlineSeconds"},
    {"spec.revisionHistoryLimit"},
    {"dnsPolicy", "ClusterFirst"},
    {"restartPolicy", "Always"},
    {"schedulerName", "default-scheduler"},
    {"imagePullPolicy"},
    {"terminationMessagePath"},
    {"terminationMessagePolicy"},
    {"containers[].name"},
    {"containers[].ports[].name"},
    {"ports[].protocol", "TCP"},
    {"successThreshold", "1"},
    {"livenessProbe.timeoutSeconds"},
    {"readinessProbe.timeoutSeconds"},
    {"startupProbe.timeoutSeconds"},
    {"livenessProbe.httpGet.scheme", "HTTP"},
    {"readinessProbe.httpGet.scheme", "HTTP"},
    {"startupProbe.httpGet.scheme", "HTTP"},
    {"preStop.exec.command[0]", "sleep"},
    {"spec.clusterIP"},
    {"livenessProbe.initialDelaySeconds", "30"},
    {"readinessProbe.initialDelaySeconds", "30"},
    {"livenessProbe.periodSeconds", "10"},
    {"livenessProbe.failureThreshold", "3"},
    {"spec.clusterIPs"},
    {"spec.internalTrafficPolicy"},
    {"spec.ipFamilies"},
    {"spec.ipFamilyPolicy"},
    {"Service[].spec.type", "ClusterIP"},
    {"Service[].spec.ports[].name"},
    {"metrics[].type", "Resource"},
    {"target.type", "Utilization"},
    {"metrics[].resource.name"},
    {"paths[].pathType", "Prefix"},
    {"paths[].backend.service.name"},
    {"parentRefs[].group"},
    {"parentRefs[].kind"},
    {"tls[].hosts"},
    {"backendRefs[].name"},
    {"path.type", "PathPrefix"},
    {"policyTypes"},
    {"spec.finalizers"},
};

// NGINX: core, upstream, proxy, limit_req, limit_conn, realip modules
constexpr Mapping nginx[] = {
    {"upstream[].least_conn", deploymentToml, "load_balancer.method", convert::leastConnections},
    {"upstream[].ip_hash", deploymentToml, "load_balancer.method", convert::ipHash},
    {"upstream[].hash", deploymentToml, "load_balancer.method", convert::nginxHash},
    {"upstream[].random", deploymentToml, "load_balancer.method", convert::randomMethod},
    {"upstream[].server[].max_fails", deploymentToml, "load_balancer.max_fails"},
    {"upstream[].server[].fail_timeout", deploymentToml, "load_balancer.fail_timeout", convert::seconds},
    {"upstream[].server[].slow_start", deploymentToml, "load_balancer.slow_start", convert::seconds},
    {"upstream[].zone[].size", deploymentToml, "load_balancer.zone", convert::lastWord},
    {"upstream[].keepalive", deploymentToml, "load_balancer.keepalive"},
    {"worker_processes", deploymentToml, "load_balancer.workers", convert::nginxWorkers},
    {"server[].listen", deploymentToml, "load_balancer.tls", convert::nginxTls},
    {"server[].server_name", deploymentToml, "dns.name"},
    {"ssl_certificate", deploymentToml, "load_balancer.certificate"},
    {"ssl_certificate_key", deploymentToml, "load_balancer.certificate_key"},
    {"proxy_connect_timeout", deploymentToml, "load_balancer.connect_timeout", convert::seconds},
    {"proxy_read_timeout", deploymentToml, "load_balancer.read_timeout", convert::seconds},
    {"proxy_next_upstream", deploymentToml, "load_balancer.retry_on", convert::nginxRetries},
    {"proxy_next_upstream", deploymentToml, "load_balancer.retry_non_idempotent",
     convert::nginxUnsafeRetries},
    {"client_max_body_size", deploymentToml, "load_balancer.limits.body", convert::bytes},
    {"large_client_header_buffers", deploymentToml, "load_balancer.header_buffer", convert::lastBytes},
    {"limit_req_zone[].rate", deploymentToml, "load_balancer.limits.rate", convert::number},
    {"limit_req[].burst", deploymentToml, "load_balancer.limits.burst"},
    {"limit_conn", deploymentToml, "load_balancer.limits.connections", convert::lastWord},
    {"resolver", deploymentToml, "load_balancer.resolvers"},
    {"health_check[].uri", deploymentToml, "load_balancer.health_check.path"},
    {"health_check[].interval", deploymentToml, "load_balancer.health_check.interval", convert::seconds},
    {"health_check[].fails", deploymentToml, "load_balancer.health_check.fails"},
    {"health_check[].passes", deploymentToml, "load_balancer.health_check.passes"},
    {"health_check[].port", deploymentToml, "load_balancer.health_check.port"},
};

// what every configuration has, and what our own writes by itself
constexpr Usual usualOfNginx[] = {
    {"upstream[].server[].address"},
    {"upstream[].server[].backup"},
    {"upstream[].zone[].size"},
    {"server[].listen"},
    {"listen"},
    {"http2"},
    {"pid"},
    {"error_log"},
    {"access_log"},
    {"log_format"},
    {"worker_connections"},
    {"include"},
    {"server_tokens"},
    {"proxy_pass"},
    {"proxy_http_version"},
    {"proxy_set_header[]"},
    {"proxy_ssl_server_name"},
    {"map"},
    {"return"},
    {"ssl_protocols"},
    {"ssl_session_cache"},
    {"user"},
    {"sendfile"},
    {"tcp_nopush"},
    {"types"},
    {"default_type"},
    {"keepalive_timeout"},
    {"worker_processes", "auto"},
    {"limit_req_zone[]"},
    {"limit_req[]"},
    {"limit_conn_zone"},
    {"limit_req_status"},
    {"limit_conn_status"},
    {"real_ip_header"},
    {"real_ip_recursive"},
    {"proxy_next_upstream", "off"},
};

// HAProxy 3.0 configuration manual
constexpr Mapping haproxy[] = {
    {"balance", deploymentToml, "load_balancer.method", convert::haproxyMethod},
    {"timeout.connect", deploymentToml, "load_balancer.connect_timeout", convert::milliseconds},
    {"timeout.server", deploymentToml, "load_balancer.read_timeout", convert::milliseconds},
    {"server[].inter", deploymentToml, "load_balancer.health_check.interval", convert::milliseconds},
    {"server[].fall", deploymentToml, "load_balancer.health_check.fails"},
    {"server[].rise", deploymentToml, "load_balancer.health_check.passes"},
    {"server[].slowstart", deploymentToml, "load_balancer.slow_start", convert::milliseconds},
    {"option.httpchk", deploymentToml, "load_balancer.health_check.path", convert::lastWord},
};

constexpr Usual usualOfHAProxy[] = {
    {"server[].address"},
    {"server[].backup"},
    {"server[].check"},
    {"global[]"},
    {"bind"},
    {"mode"},
    {"default_backend"},
    {"timeout.client"},
    {"log"},
    {"option.httplog"},
    {"option.forwardfor"},
};

// what bal build's program and our chart take
constexpr Mapping compose[] = {
    {"deploy.resources.limits.memory", cloudToml, "cloud.deployment.max_memory"},
    {"deploy.resources.limits.cpus", cloudToml, "cloud.deployment.max_cpu"},
    {"stop_grace_period", deploymentToml, "kubernetes.shutdown.grace_period", convert::seconds},
};

constexpr Usual usualOfCompose[] = {
    {"version"},  {"name"},        {"image"},       {"build"},           {"ports"},    {"expose"},
    {"networks"}, {"volumes"},     {"depends_on"},  {"restart"},         {"env_file"}, {"container_name"},
    {"hostname"}, {"healthcheck"}, {"environment"}, {"deploy.replicas"},
};

constexpr Mapping helm[] = {
    {"namespace", deploymentToml, "kubernetes.namespace"},
    {"image.tag", cloudToml, "container.image.tag"},
    {"image.repository", cloudToml, "container.image.repository", convert::imageRepository},
    {"image.repository", cloudToml, "container.image.name", convert::imageName},
    {"resources.limits.memory", cloudToml, "cloud.deployment.max_memory"},
    {"resources.limits.cpu", cloudToml, "cloud.deployment.max_cpu"},
    {"resources.requests.memory", cloudToml, "cloud.deployment.min_memory"},
    {"resources.requests.cpu", cloudToml, "cloud.deployment.min_cpu"},
    {"autoscaling.minReplicas", cloudToml, "cloud.deployment.autoscaling.min_replicas"},
    {"autoscaling.maxReplicas", cloudToml, "cloud.deployment.autoscaling.max_replicas"},
    {"autoscaling.enabled", cloudToml, "cloud.deployment.autoscaling.enable"},
    {"autoscaling.targetCPUUtilizationPercentage", cloudToml, "cloud.deployment.autoscaling.cpu"},
    {"terminationGracePeriodSeconds", deploymentToml, "kubernetes.shutdown.grace_period", convert::seconds},
    {"ingress.hosts[].host", deploymentToml, "kubernetes.route.host"},
    {"ingress.className", deploymentToml, "kubernetes.route.class"},
    {"route.host", deploymentToml, "kubernetes.route.host"},
    {"route.class", deploymentToml, "kubernetes.route.class"},
    {"route.path", deploymentToml, "kubernetes.route.path"},
    {"route.tlsSecret", deploymentToml, "kubernetes.route.tls_secret"},
};

// API Manager 4.7 and Micro Integrator 4.6: config-tool/default.json, deployment.toml of the distributions
constexpr Mapping product[] = {
    {"transport.https.properties.proxyPort", deploymentToml, "api_manager.proxy_port"},
    {"keystore.primary.alias", deploymentToml, "api_manager.keystore_alias"},
    {"icp_config.environment", deploymentToml, "integration_control_plane.environment"},
    {"icp_config.project", deploymentToml, "integration_control_plane.project"},
    {"icp_config.integration", deploymentToml, "integration_control_plane.integration"},
    {"icp_config.icp_url", deploymentToml, "integration_control_plane.url"},
    {"icp_config.ssl_verify", deploymentToml, "integration_control_plane.verify_tls"},
};

template <std::size_t Size>
bool isAmong(const Usual (&all)[Size], std::string_view pattern, std::string_view text) {
    return std::ranges::any_of(all, [&](const Usual& each) {
        if (!each.text.empty() && each.text != text) return false;
        const std::size_t at = pattern.find(each.from);
        if (at == std::string_view::npos || (at != 0 && pattern[at - 1] != '.')) return false;
        const std::string_view rest = pattern.substr(at + each.from.size());
        return rest.empty() || rest.front() == '.' || rest.front() == '[';
    });
}

}

std::span<const Mapping> mappingsOf(ImportKind kind) {
    switch (kind) {
    case ImportKind::Kubernetes: return kubernetes;
    case ImportKind::Nginx: return nginx;
    case ImportKind::HAProxy: return haproxy;
    case ImportKind::Compose: return compose;
    case ImportKind::HelmValues: return helm;
    case ImportKind::ProductConfig: return product;
    default: return {};
    }
}

bool isUsual(ImportKind kind, const ImportedValue& value) {
    const std::string pattern = patternOfValue(value.path);
    switch (kind) {
    case ImportKind::Kubernetes: return isAmong(usualOfKubernetes, pattern, value.text);
    case ImportKind::Nginx: return isAmong(usualOfNginx, pattern, value.text);
    case ImportKind::HAProxy: return isAmong(usualOfHAProxy, pattern, value.text);
    case ImportKind::Compose: return isAmong(usualOfCompose, pattern, value.text);
    default: return false;
    }
}

}
