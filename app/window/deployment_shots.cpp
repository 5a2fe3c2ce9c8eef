#include "app/window/deployment_shots.h"

#include "app/diagram/diagram_scene.h"
#include "app/diagram/diagram_view.h"
#include "app/diagram/topology_page.h"
#include "app/patterns/patterns_page.h"
#include "app/session/what_if.h"
#include "app/window/import_dialog.h"
#include "app/window/shown_deployment.h"
#include "core/analysis/converting.h"
#include "core/topology/pattern.h"

#include <QTreeWidget>

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* twoZones = R"(
pattern = "active-passive"
[objectives]
peak = 300
[assumptions]
node = "99.50%"
load_balancer = "99.90%"
[load_balancer]
max_fails = 3
zone = "64k"
connect_timeout = "2s"
[load_balancer.vip]
address = "10.0.1.10"
[[region]]
name = "eu"
zones = ["a", "b"]
[[node]]
name = "lb-1"
role = "load-balancer"
zone = "a"
[[node]]
name = "lb-2"
role = "load-balancer"
zone = "b"
state = "standby"
[[node]]
name = "orders-1"
role = "service"
zone = "a"
capacity = 400
[[node]]
name = "orders-2"
role = "service"
zone = "b"
capacity = 250
state = "standby"
start_time = "40s"
)";

/// The products around the program, and what builds, watches and keeps them.
constexpr const char* products = R"(
product = "api-manager"
targets = ["vm", "k8s"]
[objectives]
availability = "99.9%"
rpo = "24h"
[[region]]
name = "eu"
zones = ["a", "b"]
[[node]]
name = "lb"
role = "load-balancer"
zone = "a"
host = "10.0.1.5"
[[node]]
name = "cp-1"
role = "control-plane"
zone = "a"
host = "10.0.1.11"
[[node]]
name = "cp-2"
role = "control-plane"
zone = "b"
host = "10.0.2.11"
[[node]]
name = "tm-1"
role = "traffic-manager"
zone = "a"
host = "10.0.1.12"
[[node]]
name = "gw-1"
role = "gateway"
zone = "a"
host = "10.0.1.13"
[[node]]
name = "gw-2"
role = "gateway"
zone = "b"
host = "10.0.2.13"
[[node]]
name = "mi-1"
role = "micro-integrator"
zone = "b"
host = "10.0.2.14"
[[database]]
name = "apim"
engine = "postgresql"
managed = true
max_connections = 400
[load_balancer]
engine = "haproxy"
affinity = "cookie"
[[component]]
role = "gateway"
min_heap = "2g"
max_heap = "2g"
memory_request = "3Gi"
memory_limit = "3Gi"
[[component]]
role = "micro-integrator"
max_heap = "1g"
memory_limit = "1Gi"
[api_manager]
host = "portal.acme.example"
encryption_key = "am-encryption-key"
[[api_manager.environment]]
name = "Public"
host = "api.acme.example"
[[environment]]
name = "staging"
[[environment]]
name = "production"
[observability]
tracing = "jaeger"
collector = "jaeger.acme.example"
logs = "opensearch"
latency = "500ms"
[pipeline]
systems = ["github", "gitlab"]
registry = "registry.acme.example/team"
approval = ["production"]
[[api]]
name = "Orders"
version = "1.0.0"
[[api_endpoint]]
api = "Orders"
environment = "production"
production = "https://orders.acme.example/v1"
[backup]
daily = 14
)";

/// A deployment that is whole, that lost a zone, and that has no nodes.
void takeWhatIf(Scene& scene) {
    const std::string deployment(scene.session().snapshot()->text("Deployment.toml"));
    scene.replace("Deployment.toml", twoZones);
    scene.page("what-if");
    scene.take(QStringLiteral("what-if"));
    WhatIf::of(scene.session()).setFailed({Failure::Kind::Zone, "eu/a"}, true);
    scene.take(QStringLiteral("what-if-zone"));
    scene.replace("Deployment.toml", "");
    scene.take(QStringLiteral("what-if-empty"));
    scene.replace("Deployment.toml", deployment);
}

/// The diagram: of nothing, of two regions with a node chosen, near by, and with an arrangement to look at.
void takeTopology(Scene& scene) {
    const std::string deployment(scene.session().snapshot()->text("Deployment.toml"));
    scene.replace("Deployment.toml", "");
    scene.page("topology");
    scene.take(QStringLiteral("no-topology"));
    scene.replace("Deployment.toml", twoRegions());
    auto* page = scene.window().findChild<TopologyPage*>();
    if (!page) return;
    page->diagramView().fit();
    page->diagramView().goTo("node:orders-eu-a");
    page->diagramView().setFocus();
    scene.take(QStringLiteral("topology"));
    page->diagramView().setZoom(1);
    page->diagramView().goTo("node:db-us-a");
    scene.take(QStringLiteral("topology-near"));
    page->diagramView().setFocus();
    const auto& lines = page->diagramScene().diagram().lines;
    const auto replication = std::ranges::find(lines, Connection::Kind::Replication, &Line::kind);
    if (replication != lines.end()) page->diagramView().goTo(replication->id);
    scene.take(QStringLiteral("topology-line"));
    page->diagramView().fit();
    page->diagramScene().select({"node:orders-eu-a", "node:orders-us-a"});
    scene.take(QStringLiteral("topology-several"));
    page->diagramScene().setCurrent("node:db-us-a");
    page->previewArrangement();
    scene.settle();
    scene.take(QStringLiteral("topology-arrange"));
    page->dropArrangement();
    WhatIf& whatIf = WhatIf::of(scene.session());
    const std::vector<Failure> all = failuresOf(whatIf.topology());
    const auto zone = std::ranges::find(all, Failure::Kind::Zone, &Failure::kind);
    if (zone != all.end()) whatIf.setFailed(*zone, true);
    scene.settle();
    page->diagramView().fit();
    scene.take(QStringLiteral("topology-failure"));
    whatIf.restoreAll();
    page->showTable();
    scene.take(QStringLiteral("topology-table"));
    scene.replace("Deployment.toml", deployment);
}

/// A pattern before it is applied, and a deployment that has lost a part of its own.
void takePatterns(Scene& scene) {
    const std::string deployment(scene.session().snapshot()->text("Deployment.toml"));
    scene.page("patterns");
    auto* page = scene.window().findChild<PatternsPage*>();
    if (page == nullptr) return;
    page->choose(active_passive);
    scene.take(QStringLiteral("patterns"));
    scene.replace("Deployment.toml",
                  "pattern = \"active-active\"\n\n[[node]]\nname = \"orders-1\"\nrole = \"service\"\n");
    page->choose(active_active);
    scene.take(QStringLiteral("pattern-broken"));
    scene.replace("Deployment.toml", deployment);
}

/// A configuration of NGINX from elsewhere with a wrong form in it, one that says nothing new, and a file that is none.
/// A wrong form of a file with its tick, and how the file changes by it.
void showRightForm(Scene& scene) {
    auto* dialog =
        new ImportDialog(scene.session(),
                         {{"nginx.conf", "# active-passive\nupstream orders {\n    server 10.0.1.11:9090;\n"
                                         "    server 10.0.1.12:9090;\n}\n"}},
                         &scene.window());
    auto* tree = dialog->findChild<QTreeWidget*>();
    for (QTreeWidgetItem* each :
         tree->findItems(QStringLiteral("backup"), Qt::MatchContains | Qt::MatchRecursive)) {
        if (!(each->flags() & Qt::ItemIsUserCheckable) || !each->data(0, Qt::CheckStateRole).isValid())
            continue;
        each->setCheckState(0, Qt::Checked);
        tree->setCurrentItem(each);
    }
    dialog->open();
    scene.takeDialog(QStringLiteral("import"), QStringLiteral("import-right-form"));
}

void takeImports(Scene& scene) {
    const auto show = [&](const char* file, const char* text, const char* name) {
        (new ImportDialog(scene.session(), {{file, text}}, &scene.window()))->open();
        scene.takeDialog(QStringLiteral("import"), QString::fromLatin1(name));
    };
    show("nginx.conf",
         "# active-passive\nupstream orders {\n    least_conn;\n    server 10.0.1.11:9090 max_fails=3;\n"
         "    server 10.0.1.12:9090;\n}\n\nserver {\n    listen 443 ssl;\n    location / {\n"
         "        proxy_pass http://orders;\n        proxy_connect_timeout 2s;\n        add_header "
         "X-Served-By a;\n"
         "    }\n}\n",
         "import");
    showRightForm(scene);
    show("limits.env", "# nothing yet\n", "import-nothing");
    show("notes.txt", "call me\n", "import-unknown");
}

/// Each pattern as the sample becomes one: its diagram and its files for every target.
void takeEachPattern(Scene& scene) {
    const std::string deployment(scene.session().snapshot()->text("Deployment.toml"));
    for (const DeploymentPattern* pattern : allPatterns()) {
        scene.replace("Deployment.toml", "targets = [\"vm\", \"docker\", \"k8s\"]\n");
        const auto edit = convertTo(*pattern, *scene.session().analysis());
        if (!edit) continue;
        scene.session().submit(*edit, QStringLiteral("picture"));
        scene.page("topology");
        if (auto* page = scene.window().findChild<TopologyPage*>()) page->diagramView().fit();
        scene.take(QStringLiteral("pattern-topology-%1").arg(QLatin1String(pattern->id)));
        scene.page("artifacts");
        scene.take(QStringLiteral("pattern-artifacts-%1").arg(QLatin1String(pattern->id)));
    }
    scene.replace("Deployment.toml", deployment);
}

/// Forms of the products' tables, and the files that are made from them.
void takeProducts(Scene& scene) {
    const std::string deployment(scene.session().snapshot()->text("Deployment.toml"));
    scene.replace("Deployment.toml", products);
    scene.page("topology");
    if (auto* page = scene.window().findChild<TopologyPage*>()) page->diagramView().fit();
    scene.take(QStringLiteral("products-topology"));
    scene.page("Deployment.toml");
    for (const auto* key : {"api_manager.host", "component[0].max_heap", "micro_integrator.applications",
                            "observability.metrics", "pipeline.systems", "api_endpoint[0].api",
                            "backup.daily", "serverless.region", "choreo.visibility"}) {
        scene.select("Deployment.toml", key);
        scene.take(QStringLiteral("products-%1")
                       .arg(QLatin1String(key).first(QLatin1String(key).indexOf(QLatin1Char('.')))));
    }
    scene.page("artifacts");
    scene.take(QStringLiteral("products-artifacts"));
    scene.replace("Deployment.toml", deployment);
}

}

void takeDeployments(Scene& scene) {
    takeProducts(scene);
    takeEachPattern(scene);
    takeTopology(scene);
    takeWhatIf(scene);
    takePatterns(scene);
    takeImports(scene);
}

}
