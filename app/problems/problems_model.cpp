#include "app/problems/problems_model.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

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

/// Counts lines of one document after the other, each from where it was last asked: findings stand in order of place.
class LineCounter {
public:
    explicit LineCounter(const Snapshot& snapshot) : m_snapshot(snapshot) {}

    /// From 1.
    [[nodiscard]] std::size_t lineOf(const Place& place) {
        if (place.file != m_file || place.range.begin < m_offset) {
            m_file = place.file;
            m_text = m_snapshot.text(place.file);
            m_offset = 0;
            m_line = 1;
        }
        const std::size_t end = std::min(place.range.begin, m_text.size());
        for (; (m_offset = std::min(m_text.find('\n', m_offset), end)) < end; ++m_offset) ++m_line;
        return m_line;
    }

private:
    const Snapshot& m_snapshot;
    std::string_view m_file;
    std::string_view m_text;
    std::size_t m_offset = 0;
    std::size_t m_line = 1;
};

bool readAlike(const Diagnostic& one, const Diagnostic& other) {
    return one.severity == other.severity && one.rule == other.rule && one.place.file == other.place.file &&
           one.fixes.empty() == other.fixes.empty() && one.message.source == other.message.source &&
           one.message.arguments == other.message.arguments;
}

}

const Diagnostic& ProblemsModel::Content::finding(const Row& row) const {
    const std::size_t listed = list->size();
    return row.number < listed ? (*list)[row.number] : analysis->accepted[row.number - listed].finding;
}

ProblemsModel::Content ProblemsModel::contentOf(std::shared_ptr<const Analysis> analysis,
                                                DiagnosticList list) const {
    Content content{std::move(analysis), std::move(list), {}};
    if (!content.analysis) return content;
    const std::size_t listed = content.list->size();
    const std::size_t accepted = m_showsAccepted ? content.analysis->accepted.size() : 0;
    LineCounter lines(*content.analysis->snapshot);
    std::vector<std::size_t> lineOf;
    for (std::size_t i = 0; i < listed + accepted; ++i)
        lineOf.push_back(lines.lineOf(content.finding({i, 0}).place));
    for (const std::size_t number : worstFirst(*content.list))
        content.rows.push_back({number, lineOf[number]});
    for (std::size_t i = listed; i < listed + accepted; ++i) content.rows.push_back({i, lineOf[i]});
    return content;
}

void ProblemsModel::setShowsAccepted(bool shows) {
    m_showsAccepted = shows;
    show(m_content.analysis, m_content.list);
}

void ProblemsModel::show(std::shared_ptr<const Analysis> analysis, DiagnosticList list) {
    Content now = contentOf(std::move(analysis), std::move(list));
    const auto isSame = [&](const Row& before, const Row& after) {
        return before.line == after.line &&
               (before.number < m_content.list->size()) == (after.number < now.list->size()) &&
               readAlike(m_content.finding(before), now.finding(after));
    };
    // What is typed mostly leaves the list as it is; rows that are not touched need not be laid out and painted.
    const auto [before, after] = std::ranges::mismatch(m_content.rows, now.rows, isSame);
    const auto first = static_cast<int>(before - m_content.rows.begin());
    int removed = rowCount() - first;
    int added = static_cast<int>(now.rows.size()) - first;
    for (; removed > 0 && added > 0 &&
           isSame(m_content.rows[static_cast<std::size_t>(first + removed - 1)],
                  now.rows[static_cast<std::size_t>(first + added - 1)]);
         --removed, --added) {}
    replaceRows(first, removed, added, std::move(now));
}

void ProblemsModel::replaceRows(int first, int removed, int added, Content now) {
    const int changed = std::min(removed, added);
    if (removed > added) {
        beginRemoveRows({}, first + added, first + removed - 1);
        m_content = std::move(now);
        endRemoveRows();
    } else if (added > removed) {
        beginInsertRows({}, first + removed, first + added - 1);
        m_content = std::move(now);
        endInsertRows();
    } else {
        m_content = std::move(now);
    }
    if (changed > 0) emit dataChanged(index(first, 0), index(first + changed - 1, ColumnCount - 1));
}

const Diagnostic* ProblemsModel::diagnostic(int row) const {
    if (row < 0 || row >= rowCount()) return nullptr;
    return &m_content.finding(m_content.rows[static_cast<std::size_t>(row)]);
}

const AcceptedFinding* ProblemsModel::accepted(int row) const {
    if (row < 0 || row >= rowCount()) return nullptr;
    const std::size_t number = m_content.rows[static_cast<std::size_t>(row)].number;
    const std::size_t listed = m_content.list->size();
    return number < listed ? nullptr : &m_content.analysis->accepted[number - listed];
}

QString ProblemsModel::place(int row) const {
    return QStringLiteral("%1:%2")
        .arg(toQt(diagnostic(row)->place.file))
        .arg(m_content.rows[static_cast<std::size_t>(row)].line);
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
    return static_cast<int>(std::ranges::count(*m_content.list, severity, &Diagnostic::severity));
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_content.rows.size());
}

int ProblemsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProblemsModel::text(const Diagnostic& diagnostic, int column, int row) const {
    switch (column) {
    case SeverityColumn: return accepted(row) != nullptr ? tr("Accepted") : wordFor(diagnostic.severity);
    case MessageColumn: return translated(diagnostic.message);
    case PlaceColumn: return place(row);
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
            .arg(wordFor(found->severity), place(index.row()), translated(found->message));
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
