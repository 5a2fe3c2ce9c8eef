#pragma once

#include "core/text/diagnostic.h"

#include <chrono>
#include <memory>
#include <vector>

namespace arabesque {

/// Diagnostics that an analysis holds, or some of them; never null.
using DiagnosticList = std::shared_ptr<const std::vector<Diagnostic>>;

/// The findings the window shows. While somebody types, none comes up that was not shown when they began: half a word
/// is no mistake yet. It does once they pause, or leave what they typed into. What is mended goes at once. Time is
/// handed in.
class ShownFindings {
public:
    using Time = std::chrono::steady_clock::time_point;
    /// As long as nobody types, typing goes on.
    static constexpr std::chrono::milliseconds pause{350};

    /// Another project.
    void reset() { *this = {}; }
    /// The text changed by a keystroke, or by something that was meant as it is: a fix, a step back.
    void typed(const Edit& edit, Time now);
    void changed(const Edit& edit);
    /// What was typed is complete.
    void leave();
    /// What is wrong with the current text.
    void analyzed(DiagnosticList found, Time now);
    /// Shows what waited, if it has waited long enough; true where something did.
    [[nodiscard]] bool release(Time now);

    [[nodiscard]] const DiagnosticList& list() const { return m_list; }
    [[nodiscard]] bool holdsBack() const { return m_list != m_found; }

private:
    [[nodiscard]] bool isTyping(Time now) const { return m_isTyping && now - m_lastKey < pause; }
    void show(DiagnosticList list);

    DiagnosticList m_found = std::make_shared<const std::vector<Diagnostic>>();   ///< by the latest analysis
    DiagnosticList m_list = m_found;                                              ///< what is shown of them
    std::vector<ByteRange> m_ranges;   ///< of each in the list, where edits since have moved it
    Time m_lastKey;
    bool m_isTyping = false;
};

}
