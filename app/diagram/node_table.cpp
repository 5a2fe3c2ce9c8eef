#include "app/diagram/node_table.h"

#include "app/bridge/text.h"
#include "app/diagram/diagram_gestures.h"
#include "app/views/theme.h"
#include "core/schema/roles.h"

#include <algorithm>

namespace arabesque {

namespace {

/// What takes effect may come from another setting.
template <class T> bool isSet(const Sourced<T>& value, const toml::Path& setting) {
    return !value.origins.empty() && value.origins.front().kind() == Origin::Kind::Setting &&
           value.origins.front().key() == toml::toText(setting);
}

}

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

const Node* NodeTable::nodeOf(const Box& box) const {
    return box.isNode() && box.end.number < m_nodes.size() ? &m_nodes[box.end.number] : nullptr;
}

toml::Path NodeTable::settingOf(const Box& box, int column) const {
    if (box.end.kind == End::Kind::Dns && column == HostColumn)
        return {std::string("dns"), std::string("name")};
    if (!box.isNode()) return {};
    const char* key = column == HostColumn     ? "host"
                      : column == PortColumn   ? "port"
                      : column == CopiesColumn ? "replicas"
                                               : nullptr;
    if (key == nullptr) return {};
    return {std::string("node"), box.end.number, std::string(key)};
}

QVariant NodeTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Box& box = boxAt(index);
    const QString text = textOf(box, index.column());
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::EditRole: return isWritten(box, index.column()) ? text : QString();
    case fallbackRole: return isWritten(box, index.column()) ? QString() : text;
    case choicesRole: return choicesOf(box, index.column());
    case sortRole: return sortKey(box, index.column());
    case Qt::AccessibleTextRole: return accessibleText(index);
    case Qt::ToolTipRole: return text;   // cells may be too narrow for it
    case Qt::ForegroundRole:
        return isWritten(box, index.column()) ? QVariant() : QVariant(colour(Role::Muted));
    default: return {};
    }
}

QString NodeTable::accessibleText(const QModelIndex& index) const {
    const QString title = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    const QString text = textOf(boxAt(index), index.column());
    const QString said = text.isEmpty() ? tr("none") : text;
    return isWritten(boxAt(index), index.column()) ? tr("%1: %2").arg(title, said)
                                                   : tr("%1: %2, by default").arg(title, said);
}

QVariant NodeTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Name"), tr("Role"),   tr("Region"), tr("Zone"),     tr("Host"),
                              tr("Port"), tr("Copies"), tr("State"),  tr("Findings"), tr("Connections")};
    return titles[section];
}

QString NodeTable::textOf(const Box& box, int column) const {
    const Node* node = nodeOf(box);
    switch (column) {
    case NameColumn: return titleOf(box);
    case RoleColumn: return box.isNode() ? toQt(box.role) : translated(box.kind);
    case RegionColumn: return toQt(box.region);
    case ZoneColumn: return toQt(box.zone);
    case HostColumn: return toQt(node ? *node->host : box.address);
    case PortColumn: return node && *node->port > 0 ? QString::number(*node->port) : QString();
    case CopiesColumn: return box.isNode() ? QString::number(box.copies) : QString();
    case StateColumn:
        return box.isNode() ? (box.standby ? QStringLiteral("standby") : QStringLiteral("active"))
                            : QString();
    case FindingsColumn: {
        const BoxItem* item = m_scene.boxItem(box.id);
        return item && item->findings().count() > 0 ? QString::number(item->findings().count()) : QString();
    }
    default: return connectionsOf(box);
    }
}

bool NodeTable::isWritten(const Box& box, int column) const {
    const Node* node = nodeOf(box);
    if (!node) return true;
    const toml::Path setting = settingOf(box, column);
    switch (column) {
    case HostColumn: return isSet(node->host, setting);
    case PortColumn: return isSet(node->port, setting);
    case CopiesColumn: return isSet(node->replicas, setting);
    default: return true;
    }
}

QString NodeTable::connectionsOf(const Box& box) const {
    QStringList asked;
    const Diagram& diagram = m_scene.diagram();
    for (const Line& line : diagram.lines)
        if (diagram.boxes[line.from].id == box.id)
            asked << QStringLiteral("%1 (%2)").arg(titleOf(diagram.boxes[line.to]), toQt(line.label));
    return asked.join(QStringLiteral(", "));
}

QVariant NodeTable::sortKey(const Box& box, int column) const {
    const QString text = textOf(box, column);
    if (column == PortColumn || column == CopiesColumn || column == FindingsColumn) return text.toInt();
    return text;
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
    if (!index.isValid()) return flags;
    const Box& box = boxAt(index);
    const bool isNamed = box.end.kind == End::Kind::ManagedDatabase && index.column() == NameColumn;
    const bool isOfNode = box.isNode() && index.column() <= StateColumn;
    if (isOfNode || isNamed || !settingOf(box, index.column()).empty()) flags |= Qt::ItemIsEditable;
    return flags;
}

QString NodeTable::complaintAbout(const QModelIndex& index, const QString& text) const {
    if (index.column() == NameColumn) return m_gestures.complaintAboutName(boxAt(index).id, text);
    const toml::Path setting = settingOf(boxAt(index), index.column());
    return setting.empty() ? QString() : m_gestures.complaintAbout(setting, text);
}

bool NodeTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable)) return false;
    const Box box = boxAt(index);
    const QString text = value.toString().trimmed();
    if (text == data(index, Qt::EditRole).toString()) return false;
    if (const toml::Path setting = settingOf(box, index.column()); !setting.empty())
        return m_gestures.setValue(setting, text);
    switch (index.column()) {
    case NameColumn: return m_gestures.rename(box.id, text);
    case RoleColumn: m_gestures.setRole(box.id, fromQt(text)); break;
    case RegionColumn: m_gestures.place(box.id, fromQt(text), {}); break;
    case ZoneColumn: m_gestures.place(box.id, box.region, fromQt(text)); break;
    case StateColumn: m_gestures.toggleState(box.id); break;
    default: return false;
    }
    return true;
}

}
