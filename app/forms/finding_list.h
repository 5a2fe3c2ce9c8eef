#pragma once

#include "core/text/diagnostic.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace arabesque {

class Session;

/// Findings below the thing they are about, each with its cures.
class FindingList final : public QWidget {
    Q_OBJECT

public:
    FindingList(Session& session, QWidget* parent);

    /// Rebuilt only when the findings differ.
    void show(const std::vector<Diagnostic>& findings);
    /// As one text, for a screen reader.
    [[nodiscard]] const QString& spoken() const { return m_spoken; }

private:
    void add(const Diagnostic& finding);

    Session& m_session;
    QVBoxLayout* m_layout;
    QString m_spoken;
    QString m_signature;
};

}
