#pragma once

#include "app/views/code_view.h"
#include "core/generate/artifact.h"

#include <vector>

namespace arabesque {

/// A generated text: read only, and it says so when typed into.
class ArtifactText final : public CodeView {
    Q_OBJECT

public:
    explicit ArtifactText(QWidget* parent = nullptr);

    /// Marks lines, from 0, as made by the selected setting.
    void light(const std::vector<int>& lines);
    /// Scrolls so that the first lit line is in sight.
    void revealLit();

signals:
    void lineChosen(int line);
    void typedInto();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    [[nodiscard]] bool showsCurrentLine() const override { return hasFocus(); }
    [[nodiscard]] bool hasMarks() const override { return false; }

private:
    std::vector<int> m_lit;
};

}
