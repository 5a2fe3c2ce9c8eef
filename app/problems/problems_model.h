#pragma once

#include "app/session/shown_findings.h"
#include "core/analysis/analysis.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace arabesque {

/// The findings of an analysis, a row each: errors first, then warnings, then notes, each in order of place; behind them,
/// where that is wanted, those that are accepted.
class ProblemsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SeverityColumn, MessageColumn, PlaceColumn, RuleColumn, FixColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// The findings of `list`, and what the analysis has accepted.
    void show(std::shared_ptr<const Analysis> analysis, DiagnosticList list);
    void setShowsAccepted(bool shows);
    [[nodiscard]] bool showsAccepted() const { return m_showsAccepted; }
    /// Null for a finding that is not accepted.
    [[nodiscard]] const AcceptedFinding* accepted(int row) const;
    [[nodiscard]] const Diagnostic* diagnostic(int row) const;
    /// The row of an equal finding; -1 where it is gone.
    [[nodiscard]] int rowOf(const Diagnostic& diagnostic) const;
    [[nodiscard]] int count(Severity severity) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::size_t number;   ///< of the finding, counted on through the accepted ones
        std::size_t line;
    };
    struct Content {
        std::shared_ptr<const Analysis> analysis{};
        DiagnosticList list = std::make_shared<const std::vector<Diagnostic>>();
        std::vector<Row> rows{};

        [[nodiscard]] const Diagnostic& finding(const Row& row) const;
    };
    [[nodiscard]] Content contentOf(std::shared_ptr<const Analysis> analysis, DiagnosticList list) const;
    /// Shows `now`, which differs in the `removed` rows from `first` on: there are `added` in their place.
    void replaceRows(int first, int removed, int added, Content now);
    [[nodiscard]] QString text(const Diagnostic& diagnostic, int column, int row) const;
    /// "Cloud.toml:12".
    [[nodiscard]] QString place(int row) const;

    Content m_content;
    bool m_showsAccepted = false;
};

/// The findings by number, errors first, then warnings, then notes; equal ones keep their order.
[[nodiscard]] std::vector<std::size_t> worstFirst(const std::vector<Diagnostic>& diagnostics);

/// "2 errors, 1 note": kinds there is none of are left out.
[[nodiscard]] QString countsText(const std::vector<Diagnostic>& diagnostics, const QString& separator);

/// "Error", "Warning" or "Note".
[[nodiscard]] QString wordFor(Severity severity);

}
