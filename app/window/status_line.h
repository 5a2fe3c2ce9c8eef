#pragma once

#include "app/session/session.h"

#include <QStatusBar>

#include <optional>

class QLabel;
class QToolButton;

namespace arabesque {

class ElidedLabel;

/// Cursor, line end, target and counts of the open project.
class StatusLine final : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusLine(Session& session, QWidget* parent = nullptr);

signals:
    void problemsWanted();

private:
    void showCursor();
    void showAnalysis();

    Session& m_session;
    ElidedLabel* m_path;
    QLabel* m_cursor;
    QLabel* m_lineEnd;
    QLabel* m_target;
    QToolButton* m_environment;
    QToolButton* m_counts;
    std::optional<Severity> m_worst;   ///< of the counts, as their icon says; a note is as good as nothing
};

}
