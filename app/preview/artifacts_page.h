#pragma once

#include "app/session/session.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace arabesque {

/// Every generated file: what it is, how large, and which settings shape it.
class ArtifactsPage final : public QWidget {
    Q_OBJECT

public:
    explicit ArtifactsPage(Session& session, QWidget* parent = nullptr);

private:
    void showAnalysis();
    void showSelected();

    Session& m_session;
    QTreeWidget* m_list;
    QLabel* m_summary;
};

}
