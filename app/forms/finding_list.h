#pragma once

#include "core/text/diagnostic.h"

#include <QWidget>

#include <cstddef>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace arabesque {

class Session;
class WrappedText;

/// Findings below the thing they are about, each with its cures.
class FindingList final : public QWidget {
    Q_OBJECT

public:
    FindingList(Session& session, QWidget* parent);

    /// What shows a finding stays for one that looks alike: words change with each key.
    void show(const std::vector<Diagnostic>& findings);
    /// As one text, for a screen reader.
    [[nodiscard]] const QString& spoken() const { return m_spoken; }

private:
    struct Entry {
        QWidget* whole;
        WrappedText* text;
        std::vector<QToolButton*> fixes;
    };
    void addEntries();
    [[nodiscard]] Entry entryFor(std::size_t number);
    [[nodiscard]] QToolButton* fixButton(std::size_t number, std::size_t fix, QWidget* parent);
    void showWords();

    Session& m_session;
    QVBoxLayout* m_layout;
    std::vector<Diagnostic> m_findings;
    std::vector<Entry> m_entries;   ///< one for each of the findings
    QString m_spoken;
};

}
