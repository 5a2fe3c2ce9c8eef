#pragma once

#include "app/session/disk_watch.h"
#include "app/session/journal.h"
#include "app/session/session.h"
#include "app/window/message_strip.h"
#include "app/window/quick_open.h"
#include "core/files/project_files.h"

#include <QMainWindow>
#include <QTimer>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace arabesque {

class EditorArea;
class StartPage;
class StatusLine;
struct Command;
struct Exported;
struct ViewEntry;

/// Assembles the views and the commands; decides nothing about documents.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Session& session);

    [[nodiscard]] static QString version();
    [[nodiscard]] Session& session() const { return m_session; }
    [[nodiscard]] MessageStrip& strip() const { return *m_strip; }
    [[nodiscard]] EditorArea& editorArea() const { return *m_area; }
    /// In which the open project is a package.
    [[nodiscard]] const std::optional<Workspace>& workspace() const { return m_workspace; }

    // What commands do.
    /// Of a workspace one package: lets people choose it, and returns false for now.
    bool open(const std::filesystem::path& path);
    void chooseProject();
    void choosePackage(const Workspace& workspace);
    void chooseFile();
    void openSample();
    void makeProject();
    bool save();
    void chooseCopy();
    /// Writes the project as it stands to a new folder and goes on there.
    bool saveCopyTo(const std::filesystem::path& folder);
    void chooseExport(bool toFolder);
    void exportTo(const std::filesystem::path& path);
    void chooseImport();
    /// Shows what files that run elsewhere ask of the project.
    void importFiles(const std::vector<std::filesystem::path>& files);
    void showAs(const QString& mode);
    void openSearch();
    /// In the text with the focus, else in the first one shown.
    void stepChange(bool backward);
    void focusEditor();
    void showAbout();

signals:
    void exported();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCentre();
    void buildMenus();
    void buildToolBar();
    void buildDocks();
    void addCommand(const Command& command);
    void addDock(const ViewEntry& view);
    void letChoose(const QList<QuickOpen::Entry>& entries, const QString& prompt);
    void showCommands();
    void showProject();
    void showTitle();
    void showExported(const Exported& made);
    void askForPackage(const Workspace& workspace);
    void noteWorkspace();
    void checkDisk();
    void showChangesOnDisk(const std::vector<Session::ChangeOnDisk>& changes);
    void showGone(const Error& error);
    void showRefusal(const Error& error);
    void compareWithDisk();
    void remember() const;
    void rememberSoon();
    [[nodiscard]] bool mayLeave();
    [[nodiscard]] QMenu* menu(const MessageText& title);

    Session& m_session;
    QStackedWidget* m_centre;
    StartPage* m_start;
    EditorArea* m_area;
    MessageStrip* m_strip;
    Journal m_journal;
    ExportMemory m_exports;
    DiskWatch m_diskWatch;
    std::optional<Workspace> m_workspace;
    QString m_diskMessage;   ///< of the strip while it speaks of the disk
    /// While a project opens: there is something, and documents that another program changed since.
    std::optional<QStringList> m_recovered;
    std::map<std::string, QMenu*> m_menus;
    std::map<const Command*, QAction*> m_actions;
    std::map<const ViewEntry*, QDockWidget*> m_docks;
    QTimer m_layoutPause;
    bool m_docksShown = false;
};

}
