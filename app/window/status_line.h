#pragma once

#include "app/session/session.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace arabesque {

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
    QLabel* m_path;
    QLabel* m_cursor;
    QLabel* m_lineEnd;
    QLabel* m_target;
    QToolButton* m_environment;
    QToolButton* m_counts;
};

}
