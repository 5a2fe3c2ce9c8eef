#pragma once

#include "app/session/session.h"

#include <QColor>
#include <QTreeWidget>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

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

        friend bool operator==(const Badge&, const Badge&) = default;
    };
    /// What an item says of its document.
    struct State {
        Badge badge;
        bool isModified = false;
        QColor text;

        friend bool operator==(const State&, const State&) = default;
    };
    struct Document {
        std::string file;
        QString name;
        QTreeWidgetItem* item;
        std::optional<State> shown;
    };
    void makeRoomForBadges(int most);
    static void showState(const Document& document, const State& state);
    void showBadges();
    void showPage();
    void go(QTreeWidgetItem* item);
    /// What the items are made of: documents and, where one has a form, its schema.
    using Structure = std::map<std::string, std::shared_ptr<const Schema>, std::less<>>;
    [[nodiscard]] Structure structure() const;
    /// Takes over the structure of now; false where the items would be the same.
    bool takeStructure();

    Session& m_session;
    Structure m_structure;
    std::string m_tables;   ///< of the structure, with their names
    std::vector<Document> m_documents;
    QTreeWidgetItem* m_sources = nullptr;   ///< the group of the sources; null where there are none
};

}
