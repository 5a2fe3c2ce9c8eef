#pragma once

#include "app/diagram/diagram_scene.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace arabesque {

class DiagramGestures;
class Session;

/// The diagram as rows: everything that takes part, with what it is connected with. Cells of nodes can be edited.
class NodeTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        RoleColumn,
        RegionColumn,
        ZoneColumn,
        AddressColumn,
        StateColumn,
        FindingsColumn,
        ConnectionsColumn,
        ColumnCount
    };
    static constexpr int choicesRole = Qt::UserRole;   ///< texts to choose from, of cells that have them

    NodeTable(const DiagramScene& scene, DiagramGestures& gestures, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    [[nodiscard]] std::string idOf(int row) const;
    [[nodiscard]] int rowOf(const std::string& id) const;

private:
    void refresh();
    [[nodiscard]] QString textOf(const Box& box, int column) const;
    [[nodiscard]] QStringList choicesOf(const Box& box, int column) const;

    const DiagramScene& m_scene;
    DiagramGestures& m_gestures;
    std::vector<Box> m_boxes;
};

/// Edits cells that have choices with a list of them.
class ChoiceDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
};

}
