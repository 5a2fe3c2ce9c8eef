#include "tests/validators/cluster_projects.h"

#include <QDir>
#include <QRegularExpression>
#include <QtGlobal>

namespace arabesque::tests {

namespace {

constexpr const char* design = R"(format = 1
targets = ["k8s", "openshift"]

[[region]]
name = "eu-west"
role = "primary"
zones = ["a", "b", "c"]
cluster = "https://eu.example.com:6443"

[[region]]
name = "us-east"
role = "standby"
cluster = "us-1"

[[node]]
name = "orders-eu"
role = "service"
region = "eu-west"
replicas = 3

[[node]]
name = "orders-us"
role = "service"
region = "us-east"
state = "standby"
replicas = 2

[kubernetes]
namespace = "retail"
session_affinity = "ClientIP"
network_policy = true

[kubernetes.route]
host = "orders.example.com"
path = "/shop"
class = "internal"
tls_secret = "orders-tls"

[kubernetes.route.annotations]
"cert-manager.io/cluster-issuer" = "internal"
"example.com/note" = "a {{ b }} $(c) # d: 'e' \"f\"\ng"

[kubernetes.disruption_budget]
max_unavailable = "1"

[kubernetes.spread]
over = "topology.kubernetes.io/zone"
when_unsatisfiable = "DoNotSchedule"
min_domains = 2

[kubernetes.startup_probe]
path = "/probes/healthz"
port = 9091
delay = "5s"
period = "2s"
failures = 30

[kubernetes.readiness]
period = "5s"
failures = 2

[kubernetes.shutdown]
grace_period = "60s"
pre_stop = "10s"

[kubernetes.rollout]
max_surge = "1"
max_unavailable = "0"
scale_down_after = "10m"

[gitops]
repository = "https://git.example.com/team/deploy.git"
path = "clusters/orders"

[[environment]]
name = "staging"
set = { "cloud.deployment.max_memory" = "512Mi", "kubernetes.namespace" = "retail-staging", "kubernetes.route.kind" = "http-route", "cloud.deployment.autoscaling.enable" = false }

[[environment]]
name = "production"
config = "Config.production.toml"
set = { "container.image.tag" = "1.3.2", "kubernetes.secrets.store" = "vault", "kubernetes.rollout.strategy" = "Recreate" }
)";

}

void writeClusterProject(const Folder& project) {
    const Folder sample(sampleProject());
    for (const auto& [path, bytes] : sample.content())
        if (!path.endsWith('/')) project.write(path, bytes);
    project.write("Deployment.toml", design);
    project.write("Config.production.toml",
                  project.read("Config.production.toml") + "\n[acme.orders.mail]\npassword = \"hunter2\"\n");
    project.write("keys.toml", "[acme.orders.pay]\napiKey = \"k\"\n");
    project.write("Cloud.toml",
                  project.read("Cloud.toml") + "\n[[cloud.config.secrets]]\nfile = \"keys.toml\"\n");
}

void writePatternProject(const Folder& project, const QByteArray& pattern) {
    const Folder sample(sampleProject());
    for (const auto& [path, bytes] : sample.content())
        if (!path.endsWith('/')) project.write(path, bytes);
    const auto set = [&](const char* key, const char* value) {
        const Run run = cli({"set", project.path(), "Deployment.toml", key, value});
        if (run.exit != 0) qFatal("%s", run.err.constData());
    };
    set("targets", "[\"k8s\", \"openshift\"]");
    const Run run = cli({"pattern", project.path(), pattern});
    if (run.exit != 0) qFatal("%s: %s", pattern.constData(), run.err.constData());
}

QStringList allPatternIds() {
    const Folder project(sampleProject());
    const QString said = QString::fromUtf8(cli({"pattern", project.path()}).out);
    const QString list = said.section("there are: ", 1).section('\n', 0, 0);
    return list.split(QRegularExpression("[^-a-z]+"), Qt::SkipEmptyParts);
}

void generateClusterFiles(const Folder& out, const Folder& project, const char* target) {
    const Run run = cli({"generate", project.path(), "--out", out.path(), "--target", target, "--force"});
    if (overlaysIn(out).isEmpty()) qFatal("%s%s", run.out.constData(), run.err.constData());
}

QStringList overlaysIn(const Folder& out) {
    return QDir(out.path("kustomize/overlays")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

}
