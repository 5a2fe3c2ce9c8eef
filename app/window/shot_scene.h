#pragma once

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/source/source_editor.h"
#include "app/window/editor_area.h"
#include "app/window/main_window.h"
#include "core/toml/rewrite.h"

#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace arabesque {

/// A window on the project, driven like a user would drive it.
class Scene {
public:
    Scene(QString folder, QString theme)
        : m_folder(std::move(folder)), m_theme(std::move(theme)), m_window(m_session) {
        m_window.resize(QSize{1280, 720});
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
        if (m_session.isOpen() && (!m_session.isSettled() || m_session.isTyping())) {
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

}
