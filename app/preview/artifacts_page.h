#pragma once

#include "app/session/session.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace arabesque {

/// What is generated: targets and families to switch on and off, every file with what is behind it, and the settings that
/// no file carries.
class ArtifactsPage final : public QWidget {
    Q_OBJECT

public:
    explicit ArtifactsPage(Session& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* makeTargets();
    void setUpLists();
    void refresh();
    void showAnalysis();
    void showSummary(std::size_t files);
    void showFamilies();
    void showNotCarried();
    void showSelected();
    void switchTarget(const std::string& target, bool on);
    void switchFamily(const QTreeWidgetItem& item);
    void submit(const Result<Edit>& edit, const QString& title);

    Session& m_session;
    QTreeWidget* m_list;
    QTreeWidget* m_lost;
    QWidget* m_lostPart;
    QLabel* m_summary;
    QLabel* m_lostTitle;
    std::vector<std::pair<std::string, QCheckBox*>> m_targets;
    bool m_isStale = true;
};

}
