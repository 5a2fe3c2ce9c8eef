#pragma once

#include "core/import/import.h"

#include <QDialog>

#include <memory>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace arabesque {

class DifferenceView;
class Session;

/// What files that run elsewhere ask of the project: each proposal with a tick, wrong forms with their right form, and what no
/// setting carries. Applying makes one step of the history.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    struct Source {
        std::string name;   ///< as people know the file
        std::string text;
    };

    ImportDialog(Session& session, const std::vector<Source>& sources, QWidget* parent);

    /// Proposals that are ticked.
    [[nodiscard]] int chosen() const;

private:
    void build();
    void showResults();
    void addProposals(const ImportResult& result, QTreeWidgetItem* file);
    void addFindings(const ImportResult& result, QTreeWidgetItem* file);
    void addLeft(const ImportResult& result, QTreeWidgetItem* file);
    void showChosen();
    void showDetail();
    /// How the document of the current proposal changes by all that are ticked.
    void showPreview();
    void apply();
    [[nodiscard]] std::vector<const ImportProposal*> ticked() const;

    Session& m_session;
    std::shared_ptr<const Analysis> m_analysis;   ///< of the text that proposals are made for
    std::vector<ImportResult> m_results;
    QTreeWidget* m_tree;
    QLabel* m_summary;
    QLabel* m_detail;
    DifferenceView* m_preview;
    QPushButton* m_apply = nullptr;
};

}
