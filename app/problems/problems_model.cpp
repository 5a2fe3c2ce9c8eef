#include "app/problems/problems_model.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"
#include "core/text/line_index.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <numeric>

namespace arabesque {

QString wordFor(Severity severity) {
    switch (severity) {
    case Severity::Error: return QCoreApplication::translate("problems", "Error");
    case Severity::Warning: return QCoreApplication::translate("problems", "Warning");
    case Severity::Info: return QCoreApplication::translate("problems", "Note");
    }
    return {};
}

std::vector<std::size_t> worstFirst(const std::vector<Diagnostic>& diagnostics) {
    std::vector<std::size_t> order(diagnostics.size());
    std::ranges::iota(order, std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return diagnostics[i].severity; });
    return order;
}

QString countsText(const std::vector<Diagnostic>& diagnostics, const QString& separator) {
    const auto count = [&](Severity severity) {
        return static_cast<int>(std::ranges::count(diagnostics, severity, &Diagnostic::severity));
    };
    QStringList parts;
    if (const int errors = count(Severity::Error); errors > 0)
        parts << QCoreApplication::translate("problems", "%n error(s)", nullptr, errors);
    if (const int warnings = count(Severity::Warning); warnings > 0)
        parts << QCoreApplication::translate("problems", "%n warning(s)", nullptr, warnings);
    if (const int notes = count(Severity::Info); notes > 0)
        parts << QCoreApplication::translate("problems", "%n note(s)", nullptr, notes);
    return parts.join(separator);
}

namespace {

const Diagnostic& findingAt(const Analysis& analysis, std::size_t number) {
    const std::size_t listed = analysis.diagnostics.size();
    return number < listed ? analysis.diagnostics[number] : analysis.accepted[number - listed].finding;
}

}

void ProblemsModel::setShowsAccepted(bool shows) {
    m_showsAccepted = shows;
    show(m_analysis);
}

void ProblemsModel::show(std::shared_ptr<const Analysis> analysis) {
    std::vector<std::size_t> order =
        analysis ? worstFirst(analysis->diagnostics) : std::vector<std::size_t>{};
    if (analysis && m_showsAccepted)
        for (std::size_t i = 0; i < analysis->accepted.size(); ++i)
            order.push_back(analysis->diagnostics.size() + i);
    std::vector<QString> places;
    std::map<std::string, LineIndex, std::less<>> lines;
    for (const std::size_t number : order) {
        const auto& [file, range] = findingAt(*analysis, number).place;
        const auto index = lines.try_emplace(file, analysis->snapshot->text(file)).first;
        places.push_back(QStringLiteral("%1:%2").arg(toQt(file)).arg(index->second.lineOf(range.begin)));
    }
    const auto readsAlike = [&](std::size_t before, std::size_t now) {
        const Diagnostic& one = findingAt(*m_analysis, before);
        const Diagnostic& other = findingAt(*analysis, now);
        return (before < m_analysis->diagnostics.size()) == (now < analysis->diagnostics.size()) &&
               one.severity == other.severity && one.rule == other.rule &&
               one.fixes.empty() == other.fixes.empty() && one.message.english() == other.message.english();
    };
    // What is typed mostly leaves the list as it is, and a list that is not reset need not be laid out and painted.
    const bool isSame =
        m_analysis && analysis && places == m_places && std::ranges::equal(m_order, order, readsAlike);
    if (!isSame) beginResetModel();
    m_analysis = std::move(analysis);
    m_order = std::move(order);
    m_places = std::move(places);
    if (!isSame) endResetModel();
}

const Diagnostic* ProblemsModel::diagnostic(int row) const {
    if (!m_analysis || row < 0 || row >= rowCount()) return nullptr;
    return &findingAt(*m_analysis, m_order[static_cast<std::size_t>(row)]);
}

const AcceptedFinding* ProblemsModel::accepted(int row) const {
    if (!m_analysis || row < 0 || row >= rowCount()) return nullptr;
    const std::size_t number = m_order[static_cast<std::size_t>(row)],
                      listed = m_analysis->diagnostics.size();
    return number < listed ? nullptr : &m_analysis->accepted[number - listed];
}

int ProblemsModel::rowOf(const Diagnostic& wanted) const {
    for (int row = 0; row < rowCount(); ++row) {
        const Diagnostic& each = *diagnostic(row);
        if (each.rule == wanted.rule && each.place.file == wanted.place.file &&
            each.message.english() == wanted.message.english())
            return row;
    }
    return -1;
}

int ProblemsModel::count(Severity severity) const {
    if (!m_analysis) return 0;
    return static_cast<int>(std::ranges::count(m_analysis->diagnostics, severity, &Diagnostic::severity));
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_analysis ? 0 : static_cast<int>(m_order.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProblemsModel::text(const Diagnostic& diagnostic, int column, int row) const {
    switch (column) {
    case SeverityColumn: return accepted(row) != nullptr ? tr("Accepted") : wordFor(diagnostic.severity);
    case MessageColumn: return translated(diagnostic.message);
    case PlaceColumn: return m_places[static_cast<std::size_t>(row)];
    case RuleColumn: return toQt(diagnostic.rule);
    default: return diagnostic.fixes.empty() ? QString() : tr("Fix");
    }
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    const Diagnostic* found = diagnostic(index.row());
    if (!found) return {};
    switch (role) {
    case Qt::DisplayRole: return text(*found, index.column(), index.row());
    case Qt::DecorationRole:
        if (index.column() == SeverityColumn)
            return accepted(index.row()) != nullptr ? icon(QStringLiteral("success")) : icon(found->severity);
        if (index.column() == FixColumn && !found->fixes.empty())
            return icon(QStringLiteral("fix"), Role::Accent);
        return {};
    case Qt::ForegroundRole:
        if (accepted(index.row()) != nullptr) return colour(Role::Muted);
        if (index.column() == SeverityColumn) return colour(roleOf(found->severity));
        if (index.column() >= PlaceColumn)
            return colour(index.column() == FixColumn ? Role::Accent : Role::Muted);
        return {};
    case Qt::ToolTipRole: return translated(found->message);
    case Qt::AccessibleTextRole:
        return index.column() == FixColumn && found->fixes.empty()
                   ? tr("No quick fix")
                   : text(*found, index.column(), index.row());
    case Qt::AccessibleDescriptionRole:
        return tr("%1 in %2: %3")
            .arg(wordFor(found->severity), m_places[static_cast<std::size_t>(index.row())],
                 translated(found->message));
    default: return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
    switch (section) {
    case SeverityColumn: return tr("Severity");
    case MessageColumn: return tr("Message");
    case PlaceColumn: return tr("Place");
    case RuleColumn: return tr("Rule");
    default: return tr("Cure");
    }
}

}
