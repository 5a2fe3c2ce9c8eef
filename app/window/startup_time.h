#pragma once

#include <chrono>

class QWidget;

namespace arabesque {

/// Measures how long the first picture takes, from two beginnings: the start of the process (as the kernel notes
/// it, in steps of 10 ms) and the first line of main (exact).
class StartupClock {
public:
    StartupClock() : m_begin(std::chrono::steady_clock::now()) {}

    /// Prints one line when `window` has been painted, and quits.
    void reportFirstPaint(QWidget& window) const;

private:
    std::chrono::steady_clock::time_point m_begin;
};

}
