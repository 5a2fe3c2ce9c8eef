#include "app/window/shots.h"

#include "app/bridge/text.h"
#include "app/configuration/compare_environments.h"
#include "app/preview/artifact_text.h"
#include "app/preview/preview_view.h"
#include "app/session/session.h"
#include "app/source/completion_popup.h"
#include "app/source/source_editor.h"
#include "app/views/accept_dialog.h"
#include "app/views/fix_preview.h"
#include "app/views/rule_page.h"
#include "app/views/theme.h"
#include "app/window/deployment_shots.h"
#include "app/window/editor_area.h"
#include "app/window/main_window.h"
#include "app/window/new_project_dialog.h"
#include "app/window/shot_scene.h"
#include "core/toml/rewrite.h"

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

/// Two environments beside each other, and what the program sees in one of them.
void takeEnvironments(Scene& scene) {
    scene.page("environments");
    scene.take(QStringLiteral("environments"));
    (new CompareEnvironments(scene.session(), &scene.window()))->open();
    scene.takeDialog(QStringLiteral("compareEnvironments"), QStringLiteral("compare-environments"));
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
    takeDeployments(scene);
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

/// A workspace asks which of its packages is wanted.
void takeWorkspace(Scene& scene, const QString& scratch) {
    const QString folder = scratch + QStringLiteral("/retail");
    const std::string packages =
        "[workspace]\npackages = [\"billing\", \"orders\", \"stock\", \"web/basket\"]\n";
    if (!writeFolder(fromQt(folder), {{"Ballerina.toml", packages}}, true)) return;
    scene.open(folder);
    scene.takeDialog(QStringLiteral("quickOpen"), QStringLiteral("workspace"));
    scene.take(QStringLiteral("workspace-choice"));
}

int takeTheme(QApplication& application, const QString& folder, const QString& project, Scheme scheme) {
    applyTheme(application, scheme);
    const QTemporaryDir scratch;
    qputenv("XDG_STATE_HOME", QFile::encodeName(scratch.path() + QStringLiteral("/state")));
    QSettings().clear();
    Scene scene(folder, scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    scene.take(QStringLiteral("start"));
    (new NewProjectDialog(&scene.window()))->open();
    scene.takeDialog(QStringLiteral("newProject"), QStringLiteral("new-project"));
    takeWorkspace(scene, scratch.path());
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
