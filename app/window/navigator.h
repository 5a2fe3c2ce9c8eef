#pragma once

#include "app/session/session.h"

#include <QTreeWidget>

namespace arabesque {

/// The pages of the project: overview, documents with their sections, sources, generated files.
class Navigator final : public QTreeWidget {
    Q_OBJECT

public:
    explicit Navigator(Session& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void rebuild();
    void addDocument(const std::string& file);
    void addSections(QTreeWidgetItem& item, const Schema& schema, const std::string& above);
    void addSource(const std::string& file);
    struct Badge {
        int count = 0;
        Severity worst = Severity::Info;
    };
    void showBadge(QTreeWidgetItem& item, const Badge& badge);
    [[nodiscard]] std::vector<QTreeWidgetItem*> documentItems() const;
    void showBadges();
    void showPage();
    void go(QTreeWidgetItem* item);
    [[nodiscard]] std::string structure() const;

    Session& m_session;
    std::string m_structure;
    QTreeWidgetItem* m_sources = nullptr;   ///< the group of the sources; null where there are none
};

}
