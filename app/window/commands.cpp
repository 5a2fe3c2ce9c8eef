#include "app/window/commands.h"

#include "app/window/export_bundle.h"
#include "app/window/main_window.h"

#include <QWhatsThis>

namespace arabesque {

namespace {

QString always(const MainWindow&) {
    return {};
}

QString needsProject(const MainWindow& window) {
    return window.session().isOpen() ? QString() : MainWindow::tr("No project is open.");
}

QString needsChanges(const MainWindow& window) {
    const QString closed = needsProject(window);
    return !closed.isEmpty() || window.session().isModified()
               ? closed
               : MainWindow::tr("Nothing has changed since the last save.");
}

QString needsExport(const MainWindow& window) {
    const QString closed = needsProject(window);
    return !closed.isEmpty() || window.session().lastExport()
               ? closed
               : MainWindow::tr("The project was not exported yet: there is nothing to compare with.");
}

QString needsWorkspace(const MainWindow& window) {
    return window.workspace() ? QString() : MainWindow::tr("No package of a workspace is open.");
}

QString needsBundle(const MainWindow& window) {
    const QString closed = needsProject(window);
    return closed.isEmpty() ? obstacleTo(window.session().analysis().get()) : closed;
}

template <const char* target> void setTarget(MainWindow& window) {
    window.session().setTarget(target);
}

constexpr char asWritten[] = "";
constexpr char docker[] = "docker";
constexpr char kubernetes[] = "k8s";
constexpr char openShift[] = "openshift";
constexpr char choreo[] = "choreo";

template <const char* mode> void showAs(MainWindow& window) {
    window.showAs(QString::fromLatin1(mode));
}

constexpr char forms[] = "forms";
constexpr char split[] = "split";
constexpr char source[] = "source";

constexpr MessageText file = MESSAGE("menu", "&File");
constexpr MessageText look = MESSAGE("menu", "&View");
constexpr MessageText go = MESSAGE("menu", "&Go");
constexpr MessageText tools = MESSAGE("menu", "&Tools");
constexpr MessageText help = MESSAGE("menu", "&Help");

const Command commands[] = {
    {"open", file, MESSAGE("command", "&Open project …"), "open", "Ctrl+O", always,
     [](MainWindow& w) { w.chooseProject(); }, true},
    {"new", file, MESSAGE("command", "&New project …"), "add", "Ctrl+N", always,
     [](MainWindow& w) { w.makeProject(); }},
    {"open-file", file, MESSAGE("command", "Open single .&bal file …"), "", "", always,
     [](MainWindow& w) { w.chooseFile(); }},
    {"open-package", file, MESSAGE("command", "Open another pac&kage …"), "", "Ctrl+Shift+O", needsWorkspace,
     [](MainWindow& w) { w.choosePackage(*w.workspace()); }},
    {"sample", file, MESSAGE("command", "Open the sa&mple"), "sample", "", always,
     [](MainWindow& w) { w.openSample(); }},
    {"save", file, MESSAGE("command", "&Save"), "save", "Ctrl+S", needsChanges,
     [](MainWindow& w) { (void)w.save(); }, true, true},
    {"save-copy", file, MESSAGE("command", "Save a &copy …"), "", "Ctrl+Shift+S", needsProject,
     [](MainWindow& w) { w.chooseCopy(); }},
    {"export", file, MESSAGE("command", "&Export bundle …"), "export", "Ctrl+E", needsBundle,
     [](MainWindow& w) { w.chooseExport(false); }, true, true},
    {"export-folder", file, MESSAGE("command", "Export bundle to a &folder …"), "", "Ctrl+Shift+E",
     needsBundle, [](MainWindow& w) { w.chooseExport(true); }},
    {"import", file, MESSAGE("command", "&Import files …"), "", "Ctrl+I", needsProject,
     [](MainWindow& w) { w.chooseImport(); }},
    {"quit", file, MESSAGE("command", "&Quit"), "", "Ctrl+Q", always, [](MainWindow& w) { w.close(); }, false,
     true},
    {"form", look, MESSAGE("command", "&Form"), "form", "Ctrl+1", needsProject, showAs<forms>},
    {"split", look, MESSAGE("command", "&Split"), "split", "Ctrl+2", needsProject, showAs<split>},
    {"source", look, MESSAGE("command", "S&ource"), "source", "Ctrl+3", needsProject, showAs<source>},
    {"quick-open", go, MESSAGE("command", "&Search everything …"), "search", "Ctrl+K", always,
     [](MainWindow& w) { w.openSearch(); }},
    {"next-change", go, MESSAGE("command", "&Next change since the export"), "down", "F7", needsExport,
     [](MainWindow& w) { w.stepChange(false); }, true},
    {"previous-change", go, MESSAGE("command", "&Previous change since the export"), "up", "Shift+F7",
     needsExport, [](MainWindow& w) { w.stepChange(true); }},
    {"editor", go, MESSAGE("command", "&Back to the editor"), "", "Alt+E", needsProject,
     [](MainWindow& w) { w.focusEditor(); }},
    {"target-own", tools, MESSAGE("command", "Generate for the project's &own target"), "", "", needsProject,
     setTarget<asWritten>},
    {"target-docker", tools, MESSAGE("command", "Generate for &Docker"), "", "", needsProject,
     setTarget<docker>},
    {"target-k8s", tools, MESSAGE("command", "Generate for &Kubernetes"), "", "", needsProject,
     setTarget<kubernetes>},
    {"target-openshift", tools, MESSAGE("command", "Generate for Open&Shift"), "", "", needsProject,
     setTarget<openShift>},
    {"target-choreo", tools, MESSAGE("command", "Generate for &Choreo"), "", "", needsProject,
     setTarget<choreo>},
    {"whats-this", help, MESSAGE("command", "&What is this?"), "help", "Shift+F1", always,
     [](MainWindow&) { QWhatsThis::enterWhatsThisMode(); }},
    {"about", help, MESSAGE("command", "&About Arabesque"), "", "", always,
     [](MainWindow& w) { w.showAbout(); }},
};

}

std::span<const Command> allCommands() {
    return commands;
}

}
