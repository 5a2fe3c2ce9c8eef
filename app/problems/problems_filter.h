#pragma once

#include "app/session/session.h"

#include <QSortFilterProxyModel>

namespace arabesque {

/// Findings by words, or by the entry they are in: "in:Deployment.toml:node[2]".
class ProblemsFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    /// Borrows the session, which outlives it.
    ProblemsFilter(Session& session, QObject* parent);

    void setText(const QString& text);
    [[nodiscard]] static QString textFor(const Selection& entry);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Session& m_session;
    std::optional<Selection> m_entry;
};

}
