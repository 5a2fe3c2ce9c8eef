#include "app/window/main_window.h"

#include "app/bridge/text.h"
#include "app/session/in_background.h"
#include "app/views/theme.h"
#include "app/window/compare_dialog.h"
#include "app/window/editor_area.h"
#include "app/window/export_bundle.h"
#include "app/window/import_dialog.h"
#include "app/window/new_project_dialog.h"
#include "app/window/recent_projects.h"
#include "app/window/sample.h"
#include "app/window/start_page.h"
#include "core/files/disk.h"
#include "core/files/project_search.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>

// What the window does with files: opens, saves, exports, and minds what others do to them.

namespace arabesque {

bool MainWindow::open(const std::filesystem::path& path) {
    const auto folder = path.filename() == "Ballerina.toml" ? path.parent_path() : path;
    std::error_code error;
    if (const auto workspace = workspaceAround(folder);
        workspace && std::filesystem::equivalent(workspace->folder, folder, error)) {
        askForPackage(*workspace);
        return false;
    }
    if (!mayLeave()) return false;
    const auto package = packageAround(path);   // of a source inside one, the whole is opened
    if (auto opened = m_session.open(package.value_or(path)); !opened) {
        m_strip->show(MessageStrip::Kind::Error, translated(opened.error().message));
        return false;
    }
    m_strip->hide();
    noteWorkspace();
    if (const auto recovered = std::exchange(m_recovered, {}))
        m_strip->show(MessageStrip::Kind::Info,
                      recovered->isEmpty()
                          ? tr("Changes that were not saved when the program ended are here again.")
                          : tr("Changes that were not saved when the program ended are here again, together "
                               "with what another program changed since in %1.")
                                .arg(recovered->join(QStringLiteral(", "))),
                      {{tr("Drop them"), [this] { m_session.history().undo(); }}});
    else if (m_journal.isSharedWithAnother())
        m_strip->show(MessageStrip::Kind::Info,
                      tr("This project is open in another window too. What is saved there appears here as a "
                         "change on disk."));
    rememberProject(toQt(m_session.place().folder.string() +
                         (m_session.place().singleFile.empty() ? "" : "/" + m_session.place().singleFile)));
    const std::string page =
        path.lexically_normal().lexically_relative(m_session.place().folder).generic_string();
    if (package && m_session.snapshot()->documents.contains(page)) m_session.navigation().openPage(page);
    return true;
}

/// Later, as the window may not be shown yet; the strip stays where the list is closed without a choice.
void MainWindow::askForPackage(const Workspace& workspace) {
    m_strip->show(MessageStrip::Kind::Info,
                  tr("%1 is a workspace of %n package(s): one is open at a time.", nullptr,
                     static_cast<int>(workspace.packages.size()))
                      .arg(toQt(workspace.folder.filename().string())),
                  {{tr("Choose a package"), [this, workspace] { choosePackage(workspace); }}});
    QTimer::singleShot(0, this, [this, workspace] { choosePackage(workspace); });
}

void MainWindow::noteWorkspace() {
    m_workspace = workspaceAround(m_session.place().folder);
    showCommands();
}

void MainWindow::choosePackage(const Workspace& workspace) {
    QList<QuickOpen::Entry> entries;
    for (const std::string& package : workspace.packages) {
        const std::filesystem::path place = workspace.placeOf(package);
        const bool isOpen = m_session.isOpen() && m_session.place().folder == place;
        entries.append({icon(QStringLiteral("folder")),
                        toQt(place.lexically_relative(workspace.folder).generic_string()),
                        isOpen ? tr("open now") : QString(), [this, place] { open(place); }});
    }
    letChoose(entries, tr("Choose a package of %1").arg(toQt(workspace.folder.filename().string())));
}

void MainWindow::chooseProject() {
    const QString path =
        QFileDialog::getExistingDirectory(this, tr("Open project: a folder with Ballerina.toml"));
    if (!path.isEmpty()) open(fromQt(path));
}

void MainWindow::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open single Ballerina file"), {},
                                                      tr("Ballerina sources (*.bal)"));
    if (!path.isEmpty()) open(fromQt(path));
}

void MainWindow::openSample() {
    const auto copied = copySample();
    if (!copied) return m_strip->show(MessageStrip::Kind::Error, translated(copied.error().message));
    open(*copied);
}

void MainWindow::makeProject() {
    auto* dialog = new NewProjectDialog(this);
    connect(dialog, &NewProjectDialog::made, this,
            [this](const std::filesystem::path& folder) { open(folder); });
    dialog->open();
}

void MainWindow::chooseImport() {
    const QStringList chosen = QFileDialog::getOpenFileNames(this, tr("Files that run elsewhere"));
    std::vector<std::filesystem::path> files;
    for (const QString& each : chosen) files.emplace_back(fromQt(each));
    if (!files.empty()) importFiles(files);
}

void MainWindow::importFiles(const std::vector<std::filesystem::path>& files) {
    std::vector<ImportDialog::Source> sources;
    for (const std::filesystem::path& file : files) {
        auto bytes = disk::readFile(file);
        if (!bytes) return showRefusal(bytes.error());
        sources.push_back({file.string(), *std::move(bytes)});
    }
    (new ImportDialog(m_session, sources, this))->open();
}

bool MainWindow::save() {
    auto saved = m_session.save();
    if (saved) {
        if (m_strip->text() == m_diskMessage) m_strip->hide();
        return true;
    }
    if (!checkStillThere(m_session.place())) {
        showGone(saved.error());
    } else {
        showRefusal(saved.error());
    }
    return false;
}

void MainWindow::showRefusal(const Error& error) {
    m_diskMessage = tr("%1. Nothing is lost: what you changed is still here.").arg(translated(error.message));
    m_strip->show(
        MessageStrip::Kind::Error, m_diskMessage,
        {{tr("Try again"), [this] { (void)save(); }}, {tr("Save a copy"), [this] { chooseCopy(); }}});
}

void MainWindow::chooseCopy() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Save a copy into a new folder inside"));
    if (!folder.isEmpty()) saveCopyTo(fromQt(folder + QLatin1Char('/') + toQt(m_session.snapshot()->name)));
}

bool MainWindow::saveCopyTo(const std::filesystem::path& folder) {
    if (const auto saved = m_session.saveCopy(folder); !saved) {
        showRefusal(saved.error());
        return false;
    }
    const std::string page = m_session.navigation().page();
    const std::filesystem::path& single = m_session.place().singleFile;
    if (const auto opened = m_session.open(folder / single); !opened) {
        m_strip->show(MessageStrip::Kind::Error, translated(opened.error().message));
        return false;
    }
    noteWorkspace();
    m_session.navigation().openPage(page);
    rememberProject(toQt((folder / single).string()));
    m_strip->show(MessageStrip::Kind::Success,
                  tr("You work on the copy in %1 now.").arg(toQt(folder.string())));
    return true;
}

void MainWindow::chooseExport(bool toFolder) {
    const QString name = toQt(m_session.snapshot()->name);
    const QString path =
        toFolder ? QFileDialog::getExistingDirectory(this, tr("Export bundle into a new folder inside"))
                 : QFileDialog::getSaveFileName(this, tr("Export bundle"), name + QStringLiteral(".zip"),
                                                tr("Archives (*.zip *.tar.gz)"));
    if (path.isEmpty()) return;
    exportTo(fromQt(toFolder ? path + QLatin1Char('/') + name + QStringLiteral("-bundle") : path));
}

void MainWindow::exportTo(const std::filesystem::path& path) {
    const auto work = [place = m_session.place(), snapshot = m_session.snapshot(),
                       options = m_session.options(),
                       path] { return exportBundle(place, snapshot, options, path); };
    inBackground(work).then(
        this, [this, folderBefore = m_session.place().folder](const Result<Exported>& result) {
            if (!result) {
                m_strip->show(MessageStrip::Kind::Error, translated(result.error().message));
                emit exported();
                return;
            }
            if (m_session.isOpen() && m_session.place().folder == folderBefore)
                m_session.noteExport(result->state);
            showExported(*result);
            emit exported();
        });
}

void MainWindow::showExported(const Exported& made) {
    QString text =
        tr("Exported %n file(s), %1, to %2. Values of secrets are left out: fill in their templates before "
           "you deploy.",
           nullptr, static_cast<int>(made.files))
            .arg(QLocale().formattedDataSize(static_cast<qint64>(made.bytes)),
                 toQt(made.path.filename().string()));
    const QString folder = toQt(made.path.parent_path().string());
    QList<MessageStrip::Action> actions{
        {tr("Open folder"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }}};
    if (made.notCarried > 0) {
        text += QLatin1Char(' ') +
                tr("%n setting(s) have no place in any file.", nullptr, static_cast<int>(made.notCarried));
        actions.push_back({tr("Which"), [this] { m_session.navigation().openPage("artifacts"); }});
    }
    m_strip->show(MessageStrip::Kind::Success, text, actions);
}

void MainWindow::checkDisk() {
    if (!m_session.isOpen()) return;
    const auto changes = m_session.changedOnDisk();
    if (!changes) return showGone(changes.error());
    if (!changes->empty()) return showChangesOnDisk(*changes);
    if (m_strip->text() == m_diskMessage) m_strip->hide();   // it is as it was again
}

void MainWindow::showChangesOnDisk(const std::vector<Session::ChangeOnDisk>& changes) {
    QStringList changed;
    QStringList removed;
    bool isMineToo = false;
    for (const auto& change : changes) {
        (change.text ? changed : removed) << toQt(change.file);
        isMineToo = isMineToo || m_session.isModified(change.file);
    }
    QStringList sentences;
    if (!changed.isEmpty()) sentences << tr("%1 changed on disk.").arg(changed.join(QStringLiteral(", ")));
    if (!removed.isEmpty())
        sentences << tr("%1 was removed on disk.").arg(removed.join(QStringLiteral(", ")));
    if (isMineToo) sentences << tr("It has changes here too that are not saved.");
    m_diskMessage = sentences.join(QLatin1Char(' '));
    m_strip->show(MessageStrip::Kind::Warning, m_diskMessage,
                  {{tr("Reload"), [this] { m_session.reloadFromDisk(); }},
                   {tr("Keep mine"), [this] { m_session.keepMine(); }},
                   {tr("Compare"), [this] { compareWithDisk(); }}});
}

void MainWindow::showGone(const Error& error) {
    m_diskMessage = tr("%1. Everything shown here is kept: save it there again, or save a copy elsewhere.")
                        .arg(translated(error.message));
    m_strip->show(MessageStrip::Kind::Error, m_diskMessage,
                  {{tr("Save there again"),
                    [this] {
                        if (auto saved = m_session.saveEverything(); !saved) showRefusal(saved.error());
                    }},
                   {tr("Save a copy"), [this] { chooseCopy(); }}});
}

void MainWindow::compareWithDisk() {
    const auto changes = m_session.changedOnDisk();
    if (!changes || changes->empty()) return checkDisk();
    showChangesOnDisk(*changes);   // nothing is decided yet
    std::vector<CompareDialog::Pair> pairs;
    for (const auto& change : *changes)
        pairs.push_back(
            {change.file, change.text.value_or(""), std::string(m_session.snapshot()->text(change.file))});
    auto* dialog = new CompareDialog(std::move(pairs), this);
    connect(dialog, &CompareDialog::reloadWanted, this, [this] {
        m_session.reloadFromDisk();
        m_strip->hide();
    });
    connect(dialog, &CompareDialog::keepWanted, this, [this] {
        m_session.keepMine();
        m_strip->hide();
    });
    dialog->open();
}

bool MainWindow::mayLeave() {
    if (!m_session.isModified()) return true;
    QMessageBox question(QMessageBox::Question, tr("Unsaved changes"),
                         tr("%1 has changes that are not saved.").arg(toQt(m_session.snapshot()->name)),
                         QMessageBox::NoButton, this);
    const auto* saving = question.addButton(tr("Save"), QMessageBox::AcceptRole);
    const auto* dropping = question.addButton(tr("Discard changes"), QMessageBox::DestructiveRole);
    question.addButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() == saving) return save();
    return question.clickedButton() == dropping;
}

}
