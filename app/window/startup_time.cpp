#include "app/window/startup_time.h"

#include <QCoreApplication>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <fstream>
#include <string>
#include <time.h>
#include <unistd.h>

namespace arabesque {

namespace {

/// Milliseconds since the kernel started this process; -1 where it does not say.
double sinceProcessStart() {
    std::ifstream stat("/proc/self/stat");
    std::string text;
    if (!std::getline(stat, text) || !text.contains(')')) return -1;
    std::size_t at = text.rfind(')') + 1;
    for (int field = 2; field < 21; ++field)
        at = text.find(' ', at + 1);   // field 22 is the start time, in ticks
    const double ticks = std::stod(text.substr(at));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double seconds = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
    return (seconds - ticks / static_cast<double>(sysconf(_SC_CLK_TCK))) * 1000;
}

class FirstPaint final : public QObject {
public:
    FirstPaint(QWidget& window, std::chrono::steady_clock::time_point begin)
        : QObject(&window), m_begin(begin) {
        window.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        // The paint event of a window comes last before its content is handed to the screen in the same turn.
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            QTimer::singleShot(0, this, &FirstPaint::report);
        }
        return false;
    }

private:
    void report() {
        const std::chrono::duration<double, std::milli> sinceMain =
            std::chrono::steady_clock::now() - m_begin;
        std::printf(
            "first paint: %.0f ms since process start (kernel, steps of 10 ms), %.1f ms since main began\n",
            sinceProcessStart(), sinceMain.count());
        std::fflush(stdout);
        std::_Exit(0);
    }

    std::chrono::steady_clock::time_point m_begin;
    bool m_seen = false;
};

}

void StartupClock::reportFirstPaint(QWidget& window) const {
    new FirstPaint(window, m_begin);
}

}
