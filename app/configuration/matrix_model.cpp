#include "app/configuration/matrix_model.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"
#include "core/toml/rewrite.h"

#include <QCoreApplication>

#include <algorithm>

namespace arabesque {

using State = MatrixCell::State;

QString wordFor(State state) {
    switch (state) {
    case State::Default: return QCoreApplication::translate("matrix", "default");
    case State::Inherited: return QCoreApplication::translate("matrix", "inherited");
    case State::Set: return QCoreApplication::translate("matrix", "set here");
    case State::Overridden: return QCoreApplication::translate("matrix", "overridden");
    case State::OnCluster: return QCoreApplication::translate("matrix", "on the cluster");
    case State::Missing: return QCoreApplication::translate("matrix", "missing");
    case State::Refused: return QCoreApplication::translate("matrix", "refused");
    }
    return {};
}

namespace {

QIcon iconFor(State state) {
    switch (state) {
    case State::Default: return icon(QStringLiteral("default"));
    case State::Inherited: return icon(QStringLiteral("file"));
    case State::Set: return icon(QStringLiteral("set"), Role::Accent);
    case State::Overridden: return icon(QStringLiteral("replace"), Role::Accent);
    case State::OnCluster: return icon(QStringLiteral("success"), Role::Success);
    case State::Missing: return icon(Severity::Error);
    case State::Refused: return icon(Severity::Warning);
    }
    return {};
}

Role roleFor(State state) {
    switch (state) {
    case State::Missing: return Role::Error;
    case State::Refused: return Role::Warning;
    case State::Default:
    case State::Inherited: return Role::Muted;
    default: return Role::Text;
    }
}

}

void MatrixModel::show() {
    beginResetModel();
    m_matrix = m_session.analysis() ? matrixOf(*m_session.analysis()) : Matrix{};
    m_shown.clear();
    for (std::size_t i = 0; i < m_matrix.rows.size(); ++i) {
        const auto& cells = m_matrix.rows[i].cells;
        const bool differs = std::ranges::any_of(cells, [&](const MatrixCell& cell) {
            return cell.value != cells.front().value || cell.state == State::Missing;
        });
        if (differs || !m_onlyDifferences) m_shown.push_back(i);
    }
    endResetModel();
}

void MatrixModel::setOnlyDifferences(bool only) {
    m_onlyDifferences = only;
    show();
}

const MatrixRow* MatrixModel::row(int row) const {
    if (row < 0 || row >= rowCount()) return nullptr;
    return &m_matrix.rows[m_shown[static_cast<std::size_t>(row)]];
}

const MatrixCell* MatrixModel::cell(const QModelIndex& index) const {
    const MatrixRow* found = row(index.row());
    if (found == nullptr || index.column() < FilesColumn) return nullptr;
    return &found->cells[static_cast<std::size_t>(index.column() - FilesColumn)];
}

int MatrixModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int MatrixModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstEnvironment + static_cast<int>(m_matrix.environments.size());
}

QString MatrixModel::valueText(const MatrixRow& row, const MatrixCell& cell) const {
    if (cell.state == State::Missing) return wordFor(State::Missing);
    if (cell.state == State::OnCluster) return toQt(cell.from);
    if (!cell.value) return tr("computed");
    return row.secret ? QStringLiteral("••••••") : toQt(*cell.value);
}

QVariant MatrixModel::data(const QModelIndex& index, int role) const {
    const MatrixRow* found = row(index.row());
    if (found == nullptr) return {};
    const MatrixCell* here = cell(index);
    if (here == nullptr) {
        if (role == Qt::DisplayRole) return toQt(toml::toText(found->key));
        return role == Qt::ToolTipRole ? QVariant(toQt(found->document)) : QVariant();
    }
    const QString text = valueText(*found, *here);
    const QString unlike = here->unlikeProduction ? tr(", unlike production") : QString();
    switch (role) {
    case Qt::DisplayRole: return here->unlikeProduction ? QStringLiteral("≠ ") + text : text;
    case Qt::EditRole: return found->secret || !here->value ? QString() : toQt(*here->value);
    case Qt::DecorationRole: return iconFor(here->state);
    case Qt::ForegroundRole: return colour(roleFor(here->state));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return text + QStringLiteral(", ") + wordFor(here->state) + unlike;
    default: return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    if (section == NameColumn) return tr("Setting");
    if (section == FilesColumn) return tr("As the files say");
    return toQt(m_matrix.environments[static_cast<std::size_t>(section - FirstEnvironment)]);
}

Qt::ItemFlags MatrixModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() >= FirstEnvironment ? usual | Qt::ItemIsEditable : usual;
}

bool MatrixModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const MatrixRow* found = row(index.row());
    if (role != Qt::EditRole || found == nullptr || index.column() < FirstEnvironment) return false;
    const std::string text = fromQt(value.toString());
    if (text.empty() || text == fromQt(data(index, Qt::EditRole).toString())) return false;
    const auto environment = static_cast<std::size_t>(index.column() - FirstEnvironment);
    const auto edit =
        setIn(*m_session.analysis(), *found, environment, toml::isValue(text) ? text : toml::quoted(text));
    if (!edit) {
        emit refused(translated(edit.error().message));
        return false;
    }
    m_session.submit(*edit,
                     tr("Change of %1 in %2")
                         .arg(toQt(toml::toText(found->key)), toQt(m_matrix.environments[environment])));
    return true;
}

}
