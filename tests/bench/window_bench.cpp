// window_bench FOLDER KEY: opens the project in FOLDER in the designer, types into the text of its Config.toml and into
// the form field of KEY, and prints how long the window's thread is busy with it: each keystroke with all that follows,
// until what was typed is checked and everything is painted. What is held back while somebody types, and shown when they
// pause, is printed by itself.

#include "app/session/session.h"
#include "app/source/source_editor.h"
#include "app/views/theme.h"
#include "app/window/editor_area.h"
#include "app/window/main_window.h"
#include "core/toml/path.h"

#include <QApplication>
#include <QEventLoop>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <utility>
#include <vector>

using namespace arabesque;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int keystrokes = 150;

double since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Milliseconds this thread has worked, without those in which others had the processor.
double worked() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Adds up the time that events take, all kinds of them but those that only wait.
class Application final : public QApplication {
public:
    using QApplication::QApplication;

    QTimer wait;
    double busy = 0;   ///< milliseconds from begin to end of each event
    double work = 0;   ///< the same, of the processor's time

    bool notify(QObject* receiver, QEvent* event) override {
        if (m_isInside || receiver == &wait) return QApplication::notify(receiver, event);
        m_isInside = true;
        const auto begin = Clock::now();
        const double before = worked();
        const bool result = QApplication::notify(receiver, event);
        busy += since(begin);
        work += worked() - before;
        m_isInside = false;
        return result;
    }

private:
    bool m_isInside = false;
};

/// Until `isReady`, and nothing is left to do but to wait for timers that blink or save.
void waitUntil(Application& application, const std::function<bool()>& isReady) {
    constexpr std::chrono::milliseconds step(5);
    for (int quiet = 0; quiet < 4; quiet = isReady() ? quiet + 1 : 0) {
        QEventLoop loop;
        const auto woken = QObject::connect(&application.wait, &QTimer::timeout, &loop, &QEventLoop::quit);
        application.wait.start(step);
        loop.exec();
        QObject::disconnect(woken);
    }
    application.wait.stop();
}

void settle(Application& application, const Session& session) {
    waitUntil(application, [&] { return session.isSettled(); });
}

/// The text is checked, whatever of it may be held back.
bool isChecked(const Session& session) {
    return session.analysis()->revision() == session.snapshot()->revision;
}

double percentile(const std::vector<double>& sorted, double part) {
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

void type(QChar character) {
    const bool back = character == QLatin1Char('\b');
    const int key = back                             ? int(Qt::Key_Backspace)
                    : character == QLatin1Char('\n') ? int(Qt::Key_Return)
                                                     : character.toUpper().unicode();
    for (const auto kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(kind, key, Qt::NoModifier, back ? QString() : QString(character));
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    }
}

/// How long each of several things took, in milliseconds.
struct Times {
    std::vector<double> busy, work;

    void take(Application& application) {
        busy.push_back(std::exchange(application.busy, 0));
        work.push_back(std::exchange(application.work, 0));
    }
    void print(const char* what) {
        if (busy.empty()) return;
        std::ranges::sort(busy);
        std::ranges::sort(work);
        std::printf("  %-30s p50 %6.2f  p99 %6.2f  max %6.2f ms   of the processor p50 %6.2f  p99 %6.2f ms  "
                    "%4zu times\n",
                    what, percentile(busy, 0.50), percentile(busy, 0.99), busy.back(), percentile(work, 0.50),
                    percentile(work, 0.99), busy.size());
        std::fflush(stdout);
    }
};

/// Types `text` over and over, each character checked before the next.
void measure(Application& application, const Session& session, const char* what, const QString& text) {
    if (QApplication::focusWidget() == nullptr) {
        std::fprintf(stderr, "window_bench: nothing has the focus to type into %s\n", what);
        std::exit(EXIT_FAILURE);
    }
    Times keys, pauses;
    for (int i = 0; i < keystrokes; ++i) {
        application.busy = application.work = 0;
        type(text[i % text.size()]);
        waitUntil(application, [&] { return isChecked(session); });
        keys.take(application);
        if (session.isSettled()) continue;
        settle(application, session);
        pauses.take(application);
    }
    keys.print(what);
    pauses.print("  what a pause shows");
}

}

int main(int count, char** words) {
    QCoreApplication::setOrganizationName(QStringLiteral("arabesque-bench"));
    QCoreApplication::setApplicationName(QStringLiteral("window_bench"));
    Application application(count, words);
    applyTheme(application, Scheme::Light);
    const auto key = count == 3 ? toml::readPath(words[2]) : Result<toml::Path>();
    if (count != 3 || !key) {
        std::fputs("usage: window_bench FOLDER KEY\n", stderr);
        return EXIT_FAILURE;
    }
    Session session;
    MainWindow window(session);
    window.resize(1600, 1000);
    window.show();
    window.activateWindow();
    QApplication::processEvents();

    auto begin = Clock::now();
    if (!window.open(words[1])) {
        std::fprintf(stderr, "window_bench: %s cannot be opened\n", words[1]);
        return EXIT_FAILURE;
    }
    settle(application, session);
    std::printf("  %-34s %8.1f ms\n", "open the project, checked", since(begin) - 20);
    for (const auto& [mode, name] : {std::pair{QStringLiteral("source"), "show Config.toml as text"},
                                     std::pair{EditorArea::splitMode(), "show its form beside it"}}) {
        begin = Clock::now();
        window.showAs(mode);
        session.navigation().openPage("Config.toml");
        settle(application, session);
        std::printf("  %-34s %8.1f ms\n", name, since(begin) - 20);
        std::fflush(stdout);
    }
    const Selection setting{"Config.toml", *key};
    // Each is taken back: what is measured is a file as somebody has it, and not one with more and more mistakes. It was
    // edited before, for the first key after saving shows in more places than those that follow.
    const QString line = QStringLiteral("\nnote = \"half\" # x");
    const QString value = QStringLiteral("7\b");
    for (const QString& mode : {QStringLiteral("source"), EditorArea::splitMode()}) {
        window.showAs(mode);
        session.navigation().goToSource(setting);
        settle(application, session);
        auto* editor = qobject_cast<SourceEditor*>(QApplication::focusWidget());
        if (editor == nullptr) {
            std::fputs("window_bench: the text has no focus\n", stderr);
            return EXIT_FAILURE;
        }
        QTextCursor cursor = editor->textCursor();
        cursor.movePosition(QTextCursor::EndOfBlock);
        editor->setTextCursor(cursor);
        type(u' ');
        settle(application, session);
        measure(application, session,
                mode == QLatin1String("source") ? "in the text" : "in the text, form beside it",
                line + QString(line.size(), u'\b'));
        while (session.history().canUndo()) session.history().undo();
        settle(application, session);
    }
    for (const QString& mode : {QStringLiteral("forms"), EditorArea::splitMode()}) {
        window.showAs(mode);
        session.navigation().goToSetting(setting);
        settle(application, session);
        type(u'1');
        settle(application, session);
        measure(application, session,
                mode == QLatin1String("forms") ? "in a field" : "in a field, text beside it", value);
        while (session.history().canUndo()) session.history().undo();
        settle(application, session);
    }
    std::fflush(stdout);
    std::_Exit(EXIT_SUCCESS);
}
