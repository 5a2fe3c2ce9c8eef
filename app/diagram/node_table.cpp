#include "app/diagram/node_table.h"

#include "app/bridge/text.h"
#include "app/diagram/diagram_gestures.h"
#include "core/schema/roles.h"

#include <QComboBox>

namespace arabesque {

NodeTable::NodeTable(const DiagramScene& scene, DiagramGestures& gestures, QObject* parent)
    : QAbstractTableModel(parent), m_scene(scene), m_gestures(gestures), m_boxes(scene.diagram().boxes) {
    connect(&scene, &DiagramScene::shown, this, &NodeTable::refresh);
}

void NodeTable::refresh() {
    const std::vector<Box>& boxes = m_scene.diagram().boxes;
    if (boxes.size() == m_boxes.size()) {   // cells change in place: what is current stays so
        m_boxes = boxes;
        if (!m_boxes.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_boxes = boxes;
    endResetModel();
}

int NodeTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_boxes.size());
}

std::string NodeTable::idOf(int row) const {
    return row >= 0 && row < rowCount() ? m_boxes[static_cast<std::size_t>(row)].id : std::string();
}

int NodeTable::rowOf(const std::string& id) const {
    const auto found = std::ranges::find(m_boxes, id, &Box::id);
    return found == m_boxes.end() ? -1 : static_cast<int>(found - m_boxes.begin());
}

QVariant NodeTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Box& box = m_boxes[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::EditRole) return textOf(box, index.column());
    if (role == choicesRole) return choicesOf(box, index.column());
    if (role == Qt::AccessibleTextRole) {
        const QString text = textOf(box, index.column());
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ") +
               (text.isEmpty() ? tr("none") : text);
    }
    return {};
}

QVariant NodeTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Name"),    tr("Role"),  tr("Region"),   tr("Zone"),
                              tr("Address"), tr("State"), tr("Findings"), tr("Connections")};
    return titles[section];
}

QString NodeTable::textOf(const Box& box, int column) const {
    switch (column) {
    case NameColumn: return titleOf(box);
    case RoleColumn: return box.isNode() ? toQt(box.role) : translated(box.kind);
    case RegionColumn: return toQt(box.region);
    case ZoneColumn: return toQt(box.zone);
    case AddressColumn: return toQt(box.address);
    case StateColumn:
        return box.isNode() ? (box.standby ? QStringLiteral("standby") : QStringLiteral("active"))
                            : QString();
    case FindingsColumn: {
        const BoxItem* item = m_scene.boxItem(box.id);
        return item && item->findings().count() > 0 ? QString::number(item->findings().count()) : QString();
    }
    default: break;
    }
    QStringList asked;
    const Diagram& diagram = m_scene.diagram();
    for (const Line& line : diagram.lines)
        if (diagram.boxes[line.from].id == box.id)
            asked << QStringLiteral("%1 (%2)").arg(titleOf(diagram.boxes[line.to]), toQt(line.label));
    return asked.join(QStringLiteral(", "));
}

QStringList NodeTable::choicesOf(const Box& box, int column) const {
    QStringList choices;
    if (column == RoleColumn)
        for (const NodeRole& role : allRoles()) choices << toQt(role.id);
    if (column == StateColumn) choices << QStringLiteral("active") << QStringLiteral("standby");
    if (column == RegionColumn || column == ZoneColumn) {
        choices << QString();
        for (const Frame& frame : m_scene.diagram().frames)
            if (column == RegionColumn ? !frame.isZone : frame.isZone && frame.region == box.region)
                choices << toQt(frame.name);
    }
    return choices;
}

Qt::ItemFlags NodeTable::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && m_boxes[static_cast<std::size_t>(index.row())].isNode() &&
        index.column() <= StateColumn && index.column() != AddressColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool NodeTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) return false;
    const Box box = m_boxes[static_cast<std::size_t>(index.row())];
    const QString text = value.toString().trimmed();
    if (text == textOf(box, index.column())) return false;
    switch (index.column()) {
    case NameColumn: m_gestures.rename(box.id, text); break;
    case RoleColumn: m_gestures.setRole(box.id, fromQt(text)); break;
    case RegionColumn: m_gestures.place(box.id, fromQt(text), {}); break;
    case ZoneColumn: m_gestures.place(box.id, box.region, fromQt(text)); break;
    case StateColumn: m_gestures.toggleState(box.id); break;
    default: return false;
    }
    return true;
}

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const {
    const QStringList choices = index.data(NodeTable::choicesRole).toStringList();
    if (choices.isEmpty()) return QStyledItemDelegate::createEditor(parent, option, index);
    auto* editor = new QComboBox(parent);
    editor->addItems(choices);
    return editor;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* choices = qobject_cast<QComboBox*>(editor))
        choices->setCurrentText(index.data(Qt::EditRole).toString());
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                  const QModelIndex& index) const {
    if (const auto* choices = qobject_cast<QComboBox*>(editor))
        model->setData(index, choices->currentText());
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

}
