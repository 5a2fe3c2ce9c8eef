#include "app/window/shots.h"

#include "app/bridge/text.h"
#include "app/diagram/diagram_view.h"
#include "app/diagram/topology_page.h"
#include "app/patterns/patterns_page.h"
#include "app/preview/artifact_text.h"
#include "app/preview/preview_view.h"
#include "app/session/session.h"
#include "app/session/what_if.h"
#include "app/source/completion_popup.h"
#include "app/source/source_editor.h"
#include "app/views/accept_dialog.h"
#include "app/views/fix_preview.h"
#include "app/views/rule_page.h"
#include "app/views/theme.h"
#include "app/window/editor_area.h"
#include "app/window/main_window.h"
#include "app/window/shown_deployment.h"
#include "core/toml/rewrite.h"
#include "core/topology/pattern.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QPainter>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolTip>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace arabesque {

namespace {

constexpr QSize size{1280, 720};

/// A window on the project, driven like a user would drive it.
class Scene {
public:
    Scene(QString folder, QString theme)
        : m_folder(std::move(folder)), m_theme(std::move(theme)), m_window(m_session) {
        m_window.resize(size);
        m_window.show();
    }

    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] MainWindow& window() { return m_window; }
    [[nodiscard]] int failures() const { return m_failures; }

    bool open(const QString& project) {
        const bool opened = m_window.open(fromQt(project));
        settle();
        return opened;
    }

    void page(const std::string& page, const QString& mode = EditorArea::splitMode()) {
        m_window.showAs(mode);
        m_session.navigation().openPage(page);
        settle();
    }

    void select(const std::string& document, const char* key) {
        const auto path = toml::readPath(key);
        if (path) m_session.navigation().goToSetting({document, *path});
        settle();
    }

    void replace(const std::string& file, const std::string& text) {
        m_session.submit(difference(file, m_session.snapshot()->text(file), text), QStringLiteral("picture"));
        settle();
    }

    void set(const std::string& file, const char* key, std::string_view value) {
        const auto edit =
            toml::set(file, m_session.document(file), toml::readPath(key).value_or(toml::Path{}), value);
        if (edit) m_session.submit(*edit, QStringLiteral("picture"));
        settle();
    }

    /// Waits until the analysis says what the text means and everything is laid out.
    void settle() {
        if (m_session.isOpen() && !m_session.isSettled()) {
            QEventLoop loop;
            const auto leave = QObject::connect(&m_session, &Session::analyzed, &loop, &QEventLoop::quit);
            QTimer::singleShot(20000, &loop,
                               &QEventLoop::quit);   // a picture of a hang is better than a hang
            loop.exec();
            QObject::disconnect(leave);
        }
        for (int turn = 0; turn < 4; ++turn) QCoreApplication::processEvents();
    }

    /// Applies the first cure of each finding.
    void mendAll() {
        for (int most = 20; most > 0; --most) {
            const auto analysis = m_session.analysis();
            const auto curable = std::ranges::find_if(
                analysis->diagnostics, [](const Diagnostic& each) { return !each.fixes.empty(); });
            if (curable == analysis->diagnostics.end()) return;
            m_session.applyFix(curable->fixes.front());
            settle();
        }
    }

    /// Dialogs are windows of their own.
    void takeDialog(const QString& objectName, const QString& name) {
        settle();
        auto* dialog = m_window.findChild<QDialog*>(objectName);
        if (!dialog) return;
        if (!dialog->grab().save(QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_theme))) ++m_failures;
        dialog->close();
    }

    /// The editor of a document's text, where it is shown.
    [[nodiscard]] SourceEditor* editor(const std::string& file) {
        const auto editors = m_window.findChildren<SourceEditor*>();
        const auto shown =
            std::ranges::find_if(editors, [&](const SourceEditor* each) { return each->file() == file; });
        return shown == editors.end() ? nullptr : *shown;
    }

    /// Waits until the strip above the work shows.
    void waitForStrip() {
        for (int turn = 0; turn < 100 && m_window.strip().isHidden(); ++turn) {
            QEventLoop loop;
            QTimer::singleShot(20, &loop, &QEventLoop::quit);
            loop.exec();
        }
    }

    void take(const QString& name) {
        settle();
        const QString path = QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_theme);
        QPixmap picture = m_window.grab();
        QPainter painter(&picture);
        for (QWidget* popup : QApplication::topLevelWidgets()) {   // lists and menus are windows of their own
            const bool isOver = popup->windowType() == Qt::Popup || popup->windowType() == Qt::ToolTip;
            if (popup->isVisible() && isOver) popup->render(&painter, m_window.mapFromGlobal(popup->pos()));
        }
        painter.end();
        if (!picture.save(path)) ++m_failures;
        std::printf("%s\n", qPrintable(path));
    }

private:
    QString m_folder;
    QString m_theme;
    Session m_session;
    MainWindow m_window;
    int m_failures = 0;
};

QString stemOf(const std::string& file) {
    return toQt(file).section(QLatin1Char('.'), 0, 0).toLower();
}

void takeDocuments(Scene& scene) {
    for (const std::string& file : editableDocuments()) {
        for (const QString& mode :
             {QStringLiteral("forms"), EditorArea::splitMode(), QStringLiteral("source")}) {
            scene.page(file, mode);
            scene.take(QStringLiteral("%1-%2").arg(
                stemOf(file), mode == QLatin1String("forms") ? QStringLiteral("form") : mode));
        }
    }
    for (const auto& [file, document] : scene.session().snapshot()->documents) {
        if (!file.ends_with(".bal")) continue;
        scene.page(file);
        scene.take(QStringLiteral("ballerina-source"));
        break;
    }
}

void takeArtifacts(Scene& scene) {
    scene.page("artifacts");
    scene.take(QStringLiteral("artifacts"));
    scene.page("Cloud.toml");
    std::vector<std::string> kinds;
    for (const Artifact& artifact : std::vector(scene.session().analysis()->artifacts)) {
        const bool isNew = !std::ranges::contains(kinds, artifact.generator);
        if (!isNew || artifact.binary) continue;
        kinds.push_back(artifact.generator);
        scene.session().navigation().selectArtifact(artifact.path);
        scene.select("Cloud.toml", artifact.generator.contains("docker") ? "container.image.base"
                                                                         : "cloud.deployment.max_memory");
        scene.take(QStringLiteral("preview-%1").arg(toQt(artifact.generator)));
    }
    if (auto* preview = scene.window().findChild<PreviewView*>()) {
        QTextCursor memory = preview->text()->document()->find(QStringLiteral("memory: "));
        memory.clearSelection();
        preview->text()->setTextCursor(memory);
        emit preview->text()->lineChosen(memory.blockNumber());
        scene.take(QStringLiteral("preview-reasons"));
    }
    scene.session().navigation().selectArtifact({});
}

/// What the menu of cures opens.
void takeFixes(Scene& scene) {
    const std::vector<Diagnostic> findings = scene.session().analysis()->diagnostics;
    const auto curable =
        std::ranges::find_if(findings, [](const Diagnostic& each) { return !each.fixes.empty(); });
    if (curable == findings.end()) return;
    previewFix(scene.session(), curable->fixes.front(), &scene.window());
    scene.takeDialog(QStringLiteral("fixPreview"), QStringLiteral("fix-preview"));
    openRulePage(curable->rule, &scene.window());
    scene.takeDialog(QStringLiteral("rulePage"), QStringLiteral("rule-page"));
    (new AcceptDialog(scene.session(), *curable, &scene.window()))->open();
    scene.takeDialog(QStringLiteral("accept"), QStringLiteral("accept"));
}

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

/// Two environments beside each other, and what the program sees in one of them.
void takeEnvironments(Scene& scene) {
    scene.page("environments");
    scene.take(QStringLiteral("environments"));
    scene.page("Config.production.toml");
    scene.take(QStringLiteral("environment-configuration"));
    scene.page("configuration");
    scene.take(QStringLiteral("configuration"));
    scene.session().setEnvironment("production");
    scene.settle();
    if (auto* start = scene.window().findChild<QComboBox*>(QStringLiteral("start")))
        start->setCurrentIndex(2);
    scene.take(QStringLiteral("configuration-kubernetes"));
    scene.session().setEnvironment({});
    scene.settle();
    const std::string deployment(scene.session().snapshot()->text("Deployment.toml"));
    scene.replace("Deployment.toml", "");
    scene.page("environments");
    scene.take(QStringLiteral("no-environments"));
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
    page->previewArrangement();
    scene.settle();
    scene.take(QStringLiteral("topology-arrange"));
    page->dropArrangement();
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

/// Lists that open at the cursor.
void takeLists(Scene& scene) {
    scene.page("Cloud.toml", QStringLiteral("source"));
    SourceEditor* editor = scene.editor("Cloud.toml");
    if (!editor) return;
    const std::string cloud(scene.session().snapshot()->text("Cloud.toml"));
    const std::string typed = "max_cpu = \"1000m\"\n";
    if (const auto at = cloud.find(typed); at != std::string::npos) {
        scene.replace("Cloud.toml", std::string(cloud).insert(at + typed.size(), "\n\n"));
        editor->goTo({at + typed.size() + 1, at + typed.size() + 1});
        editor->moveCursor(QTextCursor::EndOfLine);
        editor->complete();
        scene.take(QStringLiteral("completion"));
        editor->completion().close();
        scene.replace("Cloud.toml", cloud);
    }
    const auto& diagnostics = scene.session().analysis()->diagnostics;
    const auto fixable = std::ranges::find_if(diagnostics, [](const Diagnostic& each) {
        return !each.fixes.empty() && each.place.file == "Cloud.toml";
    });
    if (fixable == diagnostics.end()) return;
    editor->goTo(fixable->place.range);
    const int position = editor->textCursor().position();
    QToolTip::showText(editor->viewport()->mapToGlobal(editor->cursorRect().bottomLeft()),
                       editor->hoverText(position), editor);
    scene.take(QStringLiteral("hover"));
    QToolTip::hideText();
    editor->openFixes();
    scene.take(QStringLiteral("fix-menu"));
    if (QWidget* menu = QApplication::activePopupWidget()) menu->close();
}

void takeProblems(Scene& scene) {
    const std::string cloud(scene.session().snapshot()->text("Cloud.toml"));
    scene.page("Cloud.toml", QStringLiteral("forms"));
    scene.set("Cloud.toml", "cloud.deployment.max_memory", "\"512 MB\"");
    scene.select("Cloud.toml", "cloud.deployment.max_memory");
    scene.take(QStringLiteral("field-fix"));
    scene.replace("Cloud.toml", cloud);
    scene.page("Cloud.toml");
    const auto& diagnostics = scene.session().analysis()->diagnostics;
    const auto fixable = std::ranges::find_if(diagnostics, [](const Diagnostic& each) {
        return !each.fixes.empty() && each.place.file == "Cloud.toml";
    });
    if (fixable != diagnostics.end()) scene.session().navigation().goTo(fixable->place);
    scene.take(QStringLiteral("problems-fix"));
    scene.replace("Cloud.toml", cloud + "\n[cloud.deployment\nmax_memory = \n");
    scene.take(QStringLiteral("not-parsed"));
    scene.replace("Cloud.toml", "");
    scene.replace("Cloud.toml", cloud);
}

void takeProject(Scene& scene, const QString& scratch) {
    scene.take(QStringLiteral("overview"));
    takeDocuments(scene);
    takeArtifacts(scene);
    scene.page("Cloud.toml", QStringLiteral("forms"));
    scene.select("Cloud.toml", "cloud.deployment.autoscaling.min_replicas");
    scene.take(QStringLiteral("cloud-field"));
    scene.select("Cloud.toml", "cloud.secret.envs[0].name");
    scene.take(QStringLiteral("cloud-records"));
    takeLists(scene);
    takeFixes(scene);
    takeEnvironments(scene);
    takeTopology(scene);
    takeWhatIf(scene);
    takePatterns(scene);
    scene.page("Config.toml", QStringLiteral("forms"));
    scene.select("Config.toml", "acme.orders.taxRates");
    scene.take(QStringLiteral("config-map"));
    takeProblems(scene);
    scene.window().openSearch();
    scene.takeDialog(QStringLiteral("quickOpen"), QStringLiteral("search"));
    scene.page("overview");
    scene.mendAll();
    QEventLoop exported;
    QObject::connect(&scene.window(), &MainWindow::exported, &exported, &QEventLoop::quit);
    scene.window().exportTo(fromQt(scratch + QStringLiteral("/order-service.zip")));
    exported.exec();
    scene.take(QStringLiteral("export-summary"));
    while (scene.session().isModified() && scene.session().history().canUndo())
        scene.session().history().undo();   // else another project is opened after a question only
}

/// A package with nothing but its manifest and one source.
QString makeBarePackage(const QString& scratch) {
    const QString folder = scratch + QStringLiteral("/bare-service");
    const std::vector<NewFile> files{
        {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"bare_service\"\nversion = \"0.1.0\"\n"},
        {"main.bal", "import ballerina/http;\n\nservice / on new http:Listener(9090) {\n    resource "
                     "function get hello() returns "
                     "string => \"hello\";\n}\n"}};
    return writeFolder(fromQt(folder), files, true) ? folder : QString();
}

/// A package whose records hold lists of records.
QString makeNestedPackage(const QString& scratch) {
    const QString folder = scratch + QStringLiteral("/gateway");
    const std::vector<NewFile> files{
        {"Ballerina.toml", "[package]\norg = \"acme\"\nname = \"gateway\"\nversion = \"2.1.0\"\n"},
        {"Config.toml",
         "# Where requests go.\n\n[[acme.gateway.backends]]\nid = \"stock\"\nurl = "
         "\"https://stock.acme.example\"\n\n[[acme.gateway.backends.routes]]\npath = \"/items\"\n"
         "methods = [\"GET\", \"HEAD\"]\n\n[[acme.gateway.backends.routes]]\npath = "
         "\"/reservations\"\nmethods = [\"POST\"]\n\n[[acme.gateway.backends]]\nid = \"mail\"\nurl = "
         "\"https://mail.acme.example\"\n"},
        {"main.bal",
         "# A path that is passed on.\ntype Route record {|\n    # Path of the request.\n    string path;\n"
         "    # Methods that are let through.\n    string[] methods = [\"GET\"];\n"
         "    # Longest wait for an answer, in seconds.\n    decimal timeout = 30.0;\n|};\n\n"
         "# A server behind the gateway.\ntype Backend record {|\n    # Name in logs and metrics.\n"
         "    readonly string id;\n    # Its address.\n    string url;\n    # Token it asks for.\n"
         "    string token?;\n    # What is passed on to it.\n    Route[] routes = [];\n|};\n\n"
         "# Servers requests are passed on to.\nconfigurable table<Backend> key(id) backends = table [];\n"}};
    return writeFolder(fromQt(folder), files, true) ? folder : QString();
}

/// Records inside records, and a file that somebody else changes meanwhile.
void takeNested(Scene& scene, const QString& project) {
    scene.open(project);
    scene.page("Config.toml", QStringLiteral("forms"));
    scene.select("Config.toml", "acme.gateway.backends[0].routes[1].path");
    scene.take(QStringLiteral("config-nested"));
    scene.page("main.bal");
    scene.take(QStringLiteral("ballerina-records"));
    scene.page("Config.toml");
    const std::string theirs =
        "# Where requests go, by name.\n" + std::string(scene.session().snapshot()->text("Config.toml"));
    scene.set("Config.toml", "acme.gateway.backends[1].url", "\"https://post.acme.example\"");
    scene.set("Config.toml", "acme.gateway.backends[0].routes[1].timeout", "5.0");
    if (!writeFile(fromQt(project + QStringLiteral("/Config.toml")), theirs)) return;
    scene.waitForStrip();
    scene.take(QStringLiteral("changed-on-disk"));
    if (scene.window().strip().take(MainWindow::tr("Compare")))
        scene.takeDialog(QStringLiteral("compare"), QStringLiteral("compare"));
    while (scene.session().isModified() && scene.session().history().canUndo())
        scene.session().history().undo();
    scene.session().keepMine();
    scene.session().reloadFromDisk();
}

int takeTheme(QApplication& application, const QString& folder, const QString& project, Scheme scheme) {
    applyTheme(application, scheme);
    const QTemporaryDir scratch;
    qputenv("XDG_STATE_HOME", QFile::encodeName(scratch.path() + QStringLiteral("/state")));
    QSettings().clear();
    Scene scene(folder, scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    scene.take(QStringLiteral("start"));
    if (!project.isEmpty() && !scene.open(project)) return 2;
    if (scene.session().isOpen()) takeProject(scene, scratch.path());
    scene.open(scratch.path());
    scene.take(QStringLiteral("invalid-project"));
    if (!scene.session().isOpen() || !scene.session().isModified()) {
        scene.open(makeBarePackage(scratch.path()));
        for (const auto* file : {"Cloud.toml", "Config.toml"}) {
            scene.page(file);
            scene.take(QStringLiteral("empty-%1").arg(stemOf(file)));
        }
        scene.mendAll();
        scene.take(QStringLiteral("no-target"));
        takeNested(scene, makeNestedPackage(scratch.path()));
    }
    return scene.failures() == 0 ? 0 : 1;
}

}

int takeShots(QApplication& application, const QString& folder, const QString& project) {
    const QTemporaryDir
        settings;   // the user's own layout stays out of the pictures, and the pictures out of it
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "arabesque: cannot make %s\n", qPrintable(folder));
        return 2;
    }
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        if (const int code = takeTheme(application, folder, project, scheme); code != 0) return code;
    }
    return 0;
}

}
