#pragma once

#include "core/text/edit.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace arabesque {

class DifferenceView;
class Session;
struct DeploymentPattern;

/// The patterns a deployment may be laid out by: what each needs and promises, whether the promise of the declared one
/// holds, and what another one would change, before it is applied.
class PatternsPage final : public QWidget {
    Q_OBJECT

public:
    explicit PatternsPage(Session& session, QWidget* parent = nullptr);

    /// The one that is looked at.
    [[nodiscard]] const DeploymentPattern& chosen() const;
    void choose(const DeploymentPattern& pattern);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* makeDetails();
    /// Shows what is new, or once somebody looks.
    void refresh();
    void showAnalysis();
    void showNames();
    void showChosen();
    void showContract();
    void showChange();
    void apply();

    Session& m_session;
    QListWidget* m_list;
    QLabel* m_title;
    QLabel* m_summary;
    QLabel* m_needs;
    QLabel* m_limits;
    QVBoxLayout* m_contract;
    QLabel* m_state;
    DifferenceView* m_change;
    QPushButton* m_apply;
    std::optional<Edit> m_edit;
    bool m_isStale = true;
};

}
