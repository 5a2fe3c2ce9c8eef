#pragma once

#include "app/session/session.h"

#include <QTreeWidget>

namespace arabesque {

/// The generated files, each with what became of it since the last export and how many findings are about what makes
/// it. Files that were exported and are not made any more stand at the end.
class ArtifactList final : public QTreeWidget {
    Q_OBJECT

public:
    explicit ArtifactList(Session& session, QWidget* parent = nullptr);

    /// Rebuilt only when files come or go.
    void showAnalysis();
    void showChosen(const std::string& path);
    [[nodiscard]] QStringList texts() const;

signals:
    void chosen(const std::string& path);

private:
    [[nodiscard]] QStringList paths() const;
    void showStanding(QTreeWidgetItem& item, const Artifact& artifact, std::size_t findings) const;
    void fit();

    Session& m_session;
};

}
