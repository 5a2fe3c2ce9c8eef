#pragma once

#include "core/text/diagnostic.h"

#include <QDialog>

#include <string>
#include <vector>

class QComboBox;

namespace arabesque {

class DifferenceView;
class Session;

/// What a cure would change, file by file, before it is applied.
class FixPreview final : public QDialog {
    Q_OBJECT

public:
    FixPreview(Session& session, Fix fix, QWidget* parent);

    [[nodiscard]] const DifferenceView& text() const { return *m_text; }

private:
    void showFile(int index);

    Session& m_session;
    Fix m_fix;
    std::vector<std::string> m_names;
    QComboBox* m_files;
    DifferenceView* m_text;
};

/// Opens it, over `window`.
void previewFix(Session& session, const Fix& fix, QWidget* window);

}
