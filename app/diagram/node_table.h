#pragma once

#include "app/diagram/diagram_scene.h"
#include "core/toml/path.h"

#include <QAbstractTableModel>

namespace arabesque {

class DiagramGestures;

/// The diagram as rows: everything that takes part, with what it is connected with. What the file holds can be edited.
class NodeTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        RoleColumn,
        RegionColumn,
        ZoneColumn,
        HostColumn,
        PortColumn,
        CopiesColumn,
        StateColumn,
        FindingsColumn,
        ConnectionsColumn,
        ColumnCount
    };
    static constexpr int choicesRole = Qt::UserRole;   ///< texts to choose from, of cells that have them
    static constexpr int sortRole = Qt::UserRole + 1;
    /// What takes effect where nothing is written.
    static constexpr int fallbackRole = Qt::UserRole + 2;

    NodeTable(const DiagramScene& scene, DiagramGestures& gestures, QObject* parent = nullptr);

    /// The nodes of the diagram that is shown next: what their entries say.
    void setNodes(std::vector<Node> nodes) { m_nodes = std::move(nodes); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// Why a cell cannot hold a text; empty: it can.
    [[nodiscard]] QString complaintAbout(const QModelIndex& index, const QString& text) const;
    [[nodiscard]] std::string idOf(int row) const;
    [[nodiscard]] int rowOf(const std::string& id) const;

private:
    void refresh();
    [[nodiscard]] const Box& boxAt(const QModelIndex& index) const {
        return m_boxes[static_cast<std::size_t>(index.row())];
    }
    [[nodiscard]] const Node* nodeOf(const Box& box) const;
    /// The setting a cell shows as it is written; empty: it shows something else.
    [[nodiscard]] toml::Path settingOf(const Box& box, int column) const;
    /// What takes effect, written or not.
    [[nodiscard]] QString textOf(const Box& box, int column) const;
    [[nodiscard]] bool isWritten(const Box& box, int column) const;
    [[nodiscard]] QString connectionsOf(const Box& box) const;
    [[nodiscard]] QStringList choicesOf(const Box& box, int column) const;
    [[nodiscard]] QString accessibleText(const QModelIndex& index) const;
    [[nodiscard]] QVariant sortKey(const Box& box, int column) const;

    const DiagramScene& m_scene;
    DiagramGestures& m_gestures;
    std::vector<Box> m_boxes;
    std::vector<Node> m_nodes;
};

}
