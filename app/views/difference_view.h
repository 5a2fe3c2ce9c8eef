#pragma once

#include "app/views/code_view.h"

#include <string_view>
#include <vector>

namespace arabesque {

/// Two texts as one: lines of the first alone begin with a minus, of the second alone with a plus, and what is alike is
/// shown as far as it helps to find the place.
class DifferenceView final : public CodeView {
    Q_OBJECT

public:
    explicit DifferenceView(QWidget* parent = nullptr);

    void showDifference(std::string_view before, std::string_view after);
    /// Puts the cursor on the first line of the next stretch that differs, or of the one before.
    void step(bool backward);
    /// Number of lines that differ.
    [[nodiscard]] int count() const;

protected:
    void changeEvent(QEvent* event) override;
    [[nodiscard]] QString lineLabel(int line) const override;
    [[nodiscard]] bool hasMarks() const override { return false; }

private:
    enum class Kind { Same, Removed, Added, Skipped };
    struct Line {
        Kind kind;
        std::uint32_t number;   ///< in the text it is from; of a line in both in the second
    };
    void colourLines();

    std::vector<Line> m_lines;
};

}
