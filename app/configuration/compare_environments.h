#pragma once

#include "core/analysis/analysis.h"

#include <QDialog>

#include <map>
#include <string>

class QComboBox;
class QLabel;
class QListWidget;

namespace arabesque {

class DifferenceView;
class Session;

/// The generated files of two environments, those that differ beside each other. Secrets are notes what to fill in, as in
/// a bundle.
class CompareEnvironments final : public QDialog {
    Q_OBJECT

public:
    CompareEnvironments(Session& session, QWidget* parent);

    /// By name; empty: as the files say.
    void compare(const std::string& before, const std::string& after);
    [[nodiscard]] const QListWidget& files() const { return *m_files; }
    [[nodiscard]] const DifferenceView& text() const { return *m_text; }

private:
    void build();
    void showFiles();
    void showFile(const QString& path);
    [[nodiscard]] const Artifacts& artifactsOf(const std::string& environment);
    [[nodiscard]] static std::string chosen(const QComboBox& box);

    Session& m_session;
    std::map<std::string, Artifacts> m_made;   ///< by environment
    QComboBox* m_before;
    QComboBox* m_after;
    QListWidget* m_files;
    QLabel* m_summary;
    DifferenceView* m_text;
};

}
