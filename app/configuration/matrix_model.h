#pragma once

#include "app/session/session.h"
#include "core/analysis/matrix.h"

#include <QAbstractTableModel>

namespace arabesque {

/// Settings by environments: a row a setting, and columns for its name, the project's files and each environment. Cells of
/// environments are edited as TOML values; text that is none becomes a string.
class MatrixModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, FilesColumn, FirstEnvironment };

    explicit MatrixModel(Session& session, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_session(session) {}

    void show();
    void setOnlyDifferences(bool only);
    [[nodiscard]] const Matrix& matrix() const { return m_matrix; }
    [[nodiscard]] const MatrixRow* row(int row) const;
    /// Null for the name.
    [[nodiscard]] const MatrixCell* cell(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    /// An edit that could not be made, and why.
    void refused(const QString& reason);

private:
    [[nodiscard]] QString valueText(const MatrixRow& row, const MatrixCell& cell) const;

    Session& m_session;
    Matrix m_matrix;
    std::vector<std::size_t> m_shown;   ///< numbers of rows
    bool m_onlyDifferences = false;
};

/// "set here", "missing", …
[[nodiscard]] QString wordFor(MatrixCell::State state);

}
