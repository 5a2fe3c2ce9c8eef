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
/// setting carries. Applying makes one step of the history. A right form is written into the file itself, which is no part
/// of the project, and only where its tick says so.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    struct Source {
        std::string name;   ///< as people know the file; right forms are written to it
        std::string text;
    };

    ImportDialog(Session& session, std::vector<Source> sources, QWidget* parent);

    /// Proposals that are ticked.
    [[nodiscard]] int chosen() const;
    /// Right forms that are ticked, of all files.
    [[nodiscard]] int chosenForms() const;

private:
    void build();
    void showResults();
    void addProposals(const ImportResult& result, QTreeWidgetItem* file);
    void addFindings(const ImportResult& result, QTreeWidgetItem* file);
    void addFinding(const ImportResult& result, const ImportFinding& finding, QTreeWidgetItem* forms);
    void addLeft(const ImportResult& result, QTreeWidgetItem* file);
    void showChosen();
    void showDetail();
    /// How the document of the current proposal changes by all that are ticked.
    void showPreview();
    void showDocument();
    /// How a file changes by its right forms that are ticked, or by the current one.
    void showFile(int file);
    void apply();
    void writeRightForms();
    [[nodiscard]] Result<void> writeInto(std::size_t file, const std::vector<const ImportFinding*>& forms);
    void showAgain();
    [[nodiscard]] std::vector<const ImportProposal*> ticked() const;
    [[nodiscard]] std::vector<const ImportFinding*> tickedForms(std::size_t file) const;

    Session& m_session;
    std::vector<Source> m_sources;
    std::shared_ptr<const Analysis> m_analysis;   ///< of the text that proposals are made for
    std::vector<ImportResult> m_results;
    QTreeWidget* m_tree;
    QLabel* m_summary;
    QLabel* m_detail;
    DifferenceView* m_preview;
    QPushButton* m_apply = nullptr;
    QPushButton* m_write = nullptr;
};

}
