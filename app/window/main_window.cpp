#include "app/window/main_window.h"

#include "app/bridge/text.h"
#include "app/views/code_view.h"
#include "app/views/layout.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "app/window/commands.h"
#include "app/window/editor_area.h"
#include "app/window/environment_menu.h"
#include "app/window/lazy_dock.h"
#include "app/window/quick_open.h"
#include "app/window/recent_projects.h"
#include "app/window/search_entries.h"
#include "app/window/start_page.h"
#include "app/window/status_line.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace arabesque {

MainWindow::MainWindow(Session& session)
    : m_session(session),
      m_centre(new QStackedWidget(this)),
      m_start(new StartPage(m_centre)),
      m_area(new EditorArea(session, m_centre)),
      m_strip(new MessageStrip(this)),
      m_journal(session),
      m_exports(session),
      m_diskWatch(session) {
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks |
                   QMainWindow::AllowTabbedDocks);
    buildCentre();
    buildMenus();
    buildToolBar();
    buildDocks();
    Navigation& navigation = session.navigation();
    connect(&navigation, &Navigation::placeWanted, m_area,
            [this] { m_area->ensureVisible(QString::fromLatin1(view::source.id)); });
    connect(&navigation, &Navigation::sourceWanted, m_area,
            [this] { m_area->ensureVisible(QString::fromLatin1(view::source.id)); });
    connect(&navigation, &Navigation::settingWanted, m_area,
            [this] { m_area->ensureVisible(QString::fromLatin1(view::forms.id)); });
    connect(&navigation, &Navigation::pageChanged, this, &MainWindow::showTitle);
    connect(&m_journal, &Journal::recovered, this,
            [this](const QStringList& changedElsewhere) { m_recovered = changedElsewhere; });
    connect(&m_diskWatch, &DiskWatch::changed, this, &MainWindow::checkDisk);
    connect(qApp, &QApplication::focusChanged, &session, &Session::endTyping);
    connect(&session, &Session::opened, this, &MainWindow::showProject);
    connect(&session, &Session::modifiedChanged, this, &MainWindow::showTitle);
    connect(&session, &Session::modifiedChanged, this, &MainWindow::showCommands);
    connect(&session, &Session::analyzed, this, &MainWindow::showCommands);
    connect(&session, &Session::told, this, layOutNow);
    connect(&session, &Session::lastExportChanged, this, &MainWindow::showCommands);
    showProject();
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) resize(1280, 720);
}

void MainWindow::buildCentre() {
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_centre, 1);
    m_centre->addWidget(m_start);
    m_centre->addWidget(m_area);
    setCentralWidget(centre);
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseProject);
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::openSample);
    connect(m_start, &StartPage::newWanted, this, &MainWindow::makeProject);
    connect(m_start, &StartPage::recentWanted, this, [this](const QString& path) { open(fromQt(path)); });
    connect(m_area, &EditorArea::modeChanged, this, &MainWindow::remember);
    connect(m_area, &EditorArea::splitterMoved, this, &MainWindow::rememberSoon);
    m_layoutPause.setSingleShot(true);
    m_layoutPause.setInterval(std::chrono::milliseconds(500));
    connect(&m_layoutPause, &QTimer::timeout, this, &MainWindow::remember);
    auto* status = new StatusLine(m_session, this);
    setStatusBar(status);
    const auto showProblems = [this] {
        m_docks[&view::problems]->show();
        m_docks[&view::problems]->raise();
    };
    connect(status, &StatusLine::problemsWanted, this, showProblems);
    connect(&m_session.navigation(), &Navigation::findingsWanted, this, showProblems);
}

QMenu* MainWindow::menu(const MessageText& title) {
    QMenu*& found = m_menus[title.text];
    if (!found) found = menuBar()->addMenu(translated(title));
    return found;
}

void MainWindow::buildMenus() {
    for (const Command& command : allCommands()) {
        addCommand(command);
        const bool editComesNext = QByteArrayView(command.id) == "quit";
        if (!editComesNext) continue;
        auto* edit = menu(MESSAGE("menu", "&Edit"));
        QAction* undo = m_session.history().createUndoAction(this, tr("&Undo"));
        undo->setShortcut(QKeySequence::Undo);
        undo->setIcon(icon(QStringLiteral("undo")));
        QAction* redo = m_session.history().createRedoAction(this, tr("&Redo"));
        redo->setShortcut(QKeySequence::Redo);
        redo->setIcon(icon(QStringLiteral("redo")));
        edit->addActions({undo, redo});
    }
    menu(MESSAGE("menu", "&Tools"))->addMenu(new EnvironmentMenu(m_session, this));
}

void MainWindow::addCommand(const Command& command) {
    QMenu* where = menu(command.menu);
    if (command.beginsGroup) where->addSeparator();
    QAction* action = where->addAction(translated(command.text));
    if (*command.icon) action->setIcon(icon(QString::fromLatin1(command.icon)));
    action->setShortcut(QKeySequence(QString::fromLatin1(command.shortcut), QKeySequence::PortableText));
    action->setObjectName(QString::fromLatin1(command.id));
    connect(action, &QAction::triggered, this, [this, &command] { command.run(*this); });
    m_actions[&command] = action;
}

void MainWindow::buildToolBar() {
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setIconSize(QSize(18, 18));
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    const auto action = [this](const char* id) { return findChild<QAction*>(QString::fromLatin1(id)); };
    bar->addAction(action("open"));
    bar->addAction(action("save"));
    bar->addSeparator();
    for (QAction* step : menu(MESSAGE("menu", "&Edit"))->actions()) bar->addAction(step);
    auto* left = new QWidget(bar);
    left->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(left);
    auto* search = new QToolButton(bar);
    search->setObjectName(QStringLiteral("searchField"));
    search->setIcon(icon(QStringLiteral("search")));
    search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    search->setText(tr("Search commands, settings, files …   %1")
                        .arg(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText)));
    search->setAccessibleName(tr("Search everything"));
    search->setMinimumWidth(380);
    connect(search, &QToolButton::clicked, this, &MainWindow::openSearch);
    bar->addWidget(search);
    auto* right = new QWidget(bar);
    right->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(right);
    auto* primary = new QToolButton(bar);
    primary->setDefaultAction(action("export"));
    primary->setObjectName(QStringLiteral("primary"));
    primary->setIcon(QIcon());
    primary->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addWidget(primary);
    // With a size of its own, a button that comes to be of use does not have the window laid out again.
    for (QAction* each : bar->actions()) {
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(each));
        if (!button) continue;
        button->ensurePolished();
        button->setFixedSize(button->sizeHint().expandedTo(button->minimumSize()));
    }
    for (auto* button : bar->findChildren<QToolButton*>()) {
        if (button->accessibleName().isEmpty() && button->defaultAction()) {
            button->setAccessibleName(button->defaultAction()->text().remove(QLatin1Char('&')));
        }
    }
}

void MainWindow::buildDocks() {
    for (const ViewEntry* view : allViews()) {
        if (view->area == Area::Left || view->area == Area::Right || view->area == Area::Bottom)
            addDock(*view);
    }
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
}

void MainWindow::addDock(const ViewEntry& view) {
    auto* dock = new LazyDock(m_session, view, this);
    const auto area = view.area == Area::Left    ? Qt::LeftDockWidgetArea
                      : view.area == Area::Right ? Qt::RightDockWidgetArea
                                                 : Qt::BottomDockWidgetArea;
    addDockWidget(area, dock);
    QAction* toggle = dock->toggleViewAction();
    toggle->setShortcut(QKeySequence(QString::fromLatin1(view.shortcut), QKeySequence::PortableText));
    menu(MESSAGE("menu", "&View"))->addAction(toggle);
    dock->hide();
    m_docks[&view] = dock;
    connect(dock, &QDockWidget::dockLocationChanged, this, &MainWindow::rememberSoon);
    connect(dock, &QDockWidget::topLevelChanged, this, &MainWindow::rememberSoon);
    connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::rememberSoon);
    connect(dock, &LazyDock::resized, this, &MainWindow::rememberSoon);
    connect(dock, &LazyDock::left, this, &MainWindow::focusEditor);
}

void MainWindow::showProject() {
    const bool isOpen = m_session.isOpen();
    m_centre->setCurrentWidget(isOpen ? static_cast<QWidget*>(m_area) : m_start);
    if (!isOpen) m_start->showRecent(recentProjects());
    if (isOpen && !m_docksShown) {
        m_docksShown = true;
        for (const auto& [view, dock] : m_docks) dock->show();
        const QSettings settings;
        if (!restoreState(settings.value(QStringLiteral("window/state")).toByteArray())) {
            resizeDocks({m_docks[&view::navigator], m_docks[&view::preview]}, {212, 388}, Qt::Horizontal);
            resizeDocks({m_docks[&view::problems]}, {150}, Qt::Vertical);
            resizeDocks({m_docks[&view::navigator], m_docks[&view::help]}, {330, 300}, Qt::Vertical);
        }
        m_area->restoreSplitter(settings.value(QStringLiteral("window/splitter")).toByteArray());
        m_area->setMode(settings.value(QStringLiteral("window/mode"), EditorArea::splitMode()).toString());
    }
    if (isOpen) m_session.navigation().openPage(view::overview.id);
    showTitle();
    showCommands();
}

void MainWindow::showTitle() {
    if (!m_session.isOpen()) return setWindowTitle(tr("Arabesque"));
    const std::string& page = m_session.navigation().page();
    setWindowTitle(tr("%1 — %2[*] — Arabesque").arg(toQt(m_session.snapshot()->name), toQt(page)));
    setWindowModified(m_session.isModified());
    setWindowFilePath(toQt((m_session.place().folder / page).string()));
}

void MainWindow::showCommands() {
    for (const auto& [command, action] : m_actions) {
        const QString obstacle = command->obstacle(*this);
        action->setEnabled(obstacle.isEmpty());
        const QString name = action->text().remove(QLatin1Char('&'));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(!obstacle.isEmpty() ? QStringLiteral("%1\n%2").arg(name, obstacle)
                           : keys.isEmpty()    ? name
                                               : QStringLiteral("%1 (%2)").arg(name, keys));
        action->setStatusTip(obstacle);
    }
}

void MainWindow::showAs(const QString& mode) {
    m_area->setMode(mode);
}

void MainWindow::stepChange(bool backward) {
    auto* view = qobject_cast<CodeView*>(focusWidget());
    for (auto* shown : findChildren<CodeView*>())
        if (!view && shown->isVisible()) view = shown;
    if (!view) return;
    view->setFocus(Qt::ShortcutFocusReason);
    view->stepChange(backward);
}

void MainWindow::openSearch() {
    letChoose(searchEntries(m_session, m_actions, *this),
              tr("Search commands, settings, files and findings"));
}

void MainWindow::letChoose(const QList<QuickOpen::Entry>& entries, const QString& prompt) {
    auto* list = new QuickOpen(entries, prompt, this);
    list->move(mapToGlobal(QPoint((width() - list->width()) / 2, 64)));
    list->open();
}

void MainWindow::focusEditor() {
    m_area->focusEditor();
}

void MainWindow::showAbout() {
    QMessageBox::about(this, tr("About Arabesque"),
                       tr("<h3>Arabesque %1</h3><p>Deployment designer for Ballerina and WSO2 Integrator.</p>"
                          "<p>Apache License 2.0</p>")
                           .arg(version()));
}

QString MainWindow::version() {
    return QStringLiteral(ARABESQUE_VERSION);
}

void MainWindow::remember() const {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    if (m_docksShown) settings.setValue(QStringLiteral("window/state"), saveState());
    if (m_docksShown) settings.setValue(QStringLiteral("window/mode"), m_area->mode());
    if (m_docksShown) settings.setValue(QStringLiteral("window/splitter"), m_area->splitterState());
}

/// Saved on change, so that a crash loses no layout; after a pause, since a drag makes hundreds.
void MainWindow::rememberSoon() {
    if (isVisible() && m_docksShown) m_layoutPause.start();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    rememberSoon();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeave()) return event->ignore();
    remember();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_session.isOpen()) checkDisk();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty()) return;
    const QFileInfo first(urls.front().toLocalFile());
    const bool isProject = first.isDir() || first.suffix() == QLatin1String("bal") ||
                           first.fileName() == QLatin1String("Ballerina.toml");
    if (isProject || !m_session.isOpen()) {
        open(fromQt(first.filePath()));
        return;
    }
    std::vector<std::filesystem::path> files;
    for (const QUrl& url : urls) files.emplace_back(fromQt(url.toLocalFile()));
    importFiles(files);
}

}
