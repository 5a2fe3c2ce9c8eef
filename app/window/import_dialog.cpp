#include "app/window/import_dialog.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/difference_view.h"
#include "app/views/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

namespace {

enum Column { Name, Now, There, LineNumber };

constexpr int indexRole = Qt::UserRole;          // of a proposal among those of all files
constexpr int detailRole = Qt::UserRole + 1;     // what is said of an item below the tree
constexpr int documentRole = Qt::UserRole + 2;   // that a proposal changes
constexpr int settingWidth = 540;
constexpr int valueWidth = 160;
constexpr int lineWidth = 60;
constexpr QSize usualSize{1000, 660};
constexpr int previewHeight = 170;

/// The setting in words, with where it is written.
QString named(const ImportProposal& proposal) {
    const QString place = toQt(proposal.setting());
    return proposal.label.empty() ? place : QStringLiteral("%1 (%2)").arg(translated(proposal.label), place);
}

QTreeWidgetItem* group(QTreeWidgetItem* file, const QString& title) {
    auto* item = new QTreeWidgetItem(file, {title});
    item->setFirstColumnSpanned(true);
    item->setExpanded(true);
    return item;
}

}

ImportDialog::ImportDialog(Session& session, const std::vector<Source>& sources, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_analysis(session.analysis()),
      m_tree(new QTreeWidget(this)),
      m_summary(new QLabel(this)),
      m_detail(new QLabel(this)),
      m_preview(new DifferenceView(this)) {
    setObjectName(QStringLiteral("import"));
    setWindowTitle(tr("Import"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usualSize);
    if (!m_analysis || m_analysis->revision() != session.snapshot()->revision)
        m_analysis = std::make_shared<const Analysis>(analyze(session.snapshot(), session.options()));
    for (const Source& each : sources) m_results.push_back(importFile(*m_analysis, each.name, each.text));
    build();
    showResults();
    connect(m_tree, &QTreeWidget::itemChanged, this, &ImportDialog::showChosen);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ImportDialog::showDetail);
    if (m_tree->topLevelItemCount() > 0) m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->setFocus();
    showChosen();
}

void ImportDialog::build() {
    m_tree->setAccessibleName(tr("What the files ask for"));
    m_tree->setHeaderLabels({tr("Setting"), tr("Now"), tr("There"), tr("Line")});
    m_tree->setColumnWidth(Name, settingWidth);
    m_tree->setColumnWidth(Now, valueWidth);
    m_tree->setColumnWidth(There, valueWidth);
    m_tree->header()->resizeSection(LineNumber, lineWidth);
    m_tree->setWordWrap(true);
    m_summary->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_detail->setObjectName(QStringLiteral("muted"));
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_preview->setAccessibleName(tr("What changes in the project"));
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->setFixedHeight(previewHeight);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_apply = buttons->addButton(tr("&Apply"), QDialogButtonBox::ActionRole);
    m_apply->setDefault(true);
    connect(m_apply, &QPushButton::clicked, this, &ImportDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_detail);
    layout->addWidget(m_preview);
    layout->addWidget(buttons);
}

void ImportDialog::showResults() {
    for (const ImportResult& each : m_results) {
        auto* file = new QTreeWidgetItem(m_tree, {toQt(each.file)});
        file->setFirstColumnSpanned(true);
        file->setExpanded(true);
        if (each.refusal) {
            file->setIcon(Name, icon(Severity::Error));
            file->setData(Name, detailRole, translated(*each.refusal));
            continue;
        }
        const QString kind = translated(nameOf(each.kind));
        file->setData(Name, detailRole,
                      each.counterpart.empty()
                          ? tr("Read as %1.").arg(kind)
                          : tr("Read as %1 and compared with %2, which this project generates.")
                                .arg(kind, toQt(each.counterpart)));
        addProposals(each, file);
        addFindings(each, file);
        addLeft(each, file);
        if (file->childCount() == 0) group(file, tr("Nothing differs."));
    }
}

void ImportDialog::addProposals(const ImportResult& result, QTreeWidgetItem* file) {
    const auto all = proposalsOf(m_results);
    for (const ImportProposal& each : result.proposals) {
        const auto found = std::ranges::find(all, &each);
        if (found == all.end()) continue;   // another file asks for it already
        auto* item = new QTreeWidgetItem(file);
        item->setText(Name, named(each));
        item->setText(Now, each.now.empty() ? tr("nothing") : toQt(each.now));
        item->setText(There, toQt(each.there));
        item->setText(LineNumber, QString::number(each.line));
        item->setCheckState(Name, Qt::Checked);
        item->setData(Name, documentRole, toQt(each.document));
        item->setData(Name, indexRole, static_cast<int>(found - all.begin()));
        item->setData(Name, detailRole,
                      tr("%1: from line %2 of %3.").arg(named(each)).arg(each.line).arg(toQt(result.file)));
    }
}

void ImportDialog::addFindings(const ImportResult& result, QTreeWidgetItem* file) {
    if (result.findings.empty()) return;
    QTreeWidgetItem* forms = group(file, tr("Wrong forms in the file"));
    for (const ImportFinding& each : result.findings) {
        QTreeWidgetItem* item = group(forms, tr("Line %1: %2").arg(each.line).arg(translated(each.message)));
        item->setIcon(Name, icon(each.severity));
        QTreeWidgetItem* right = group(item, tr("Right: %1").arg(translated(each.right)));
        for (QTreeWidgetItem* one : {item, right})
            one->setData(Name, detailRole,
                         tr("%1. Right: %2").arg(translated(each.message), translated(each.right)));
    }
}

void ImportDialog::addLeft(const ImportResult& result, QTreeWidgetItem* file) {
    if (result.notUnderstood.empty()) return;
    QTreeWidgetItem* left = group(file, tr("Not taken over"));
    for (const NotUnderstood& each : result.notUnderstood) {
        const QString what = QStringLiteral("%1: %2").arg(toQt(each.path), translated(each.why));
        group(left, tr("Line %1: %2").arg(each.line).arg(what))->setData(Name, detailRole, what);
    }
}

std::vector<const ImportProposal*> ImportDialog::ticked() const {
    const auto all = proposalsOf(m_results);
    std::vector<const ImportProposal*> wanted;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* file = m_tree->topLevelItem(i);
        for (int k = 0; k < file->childCount(); ++k) {
            const QVariant index = file->child(k)->data(Name, indexRole);
            if (index.isValid() && file->child(k)->checkState(Name) == Qt::Checked)
                wanted.push_back(all[static_cast<std::size_t>(index.toInt())]);
        }
    }
    return wanted;
}

int ImportDialog::chosen() const {
    return static_cast<int>(ticked().size());
}

void ImportDialog::showChosen() {
    const auto proposals = static_cast<int>(proposalsOf(m_results).size());
    m_apply->setEnabled(chosen() > 0);
    showPreview();
    const bool clean =
        std::ranges::all_of(m_results, [](const ImportResult& each) { return each.isClean(); });
    if (clean)
        m_summary->setText(tr("Nothing differs: the project says what the files say."));
    else if (proposals == 0)
        m_summary->setText(tr("Nothing in the files changes the project."));
    else
        m_summary->setText(tr("%1 of %2 proposals are ticked. Nothing changes before you apply them.")
                               .arg(chosen())
                               .arg(proposals));
}

void ImportDialog::showDetail() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    m_detail->setText(item == nullptr ? QString() : item->data(Name, detailRole).toString());
    showPreview();
}

void ImportDialog::showPreview() {
    const auto wanted = ticked();
    m_preview->setVisible(!wanted.empty());
    const QTreeWidgetItem* item = m_tree->currentItem();
    std::string document = item == nullptr ? "" : fromQt(item->data(Name, documentRole).toString());
    if (wanted.empty()) return;
    if (document.empty()) document = wanted.front()->document;
    const auto edit = editOf(*m_analysis, wanted);
    const std::string_view before = m_analysis->snapshot->text(document);
    m_preview->showDifference(before, edit ? applied(before, document, *edit) : std::string(before));
}

void ImportDialog::apply() {
    if (m_session.snapshot()->revision != m_analysis->snapshot->revision)
        return m_detail->setText(
            tr("The project has changed meanwhile: close this window and import again."));
    const auto edit = editOf(*m_analysis, ticked());
    if (!edit) return m_detail->setText(translated(edit.error().message));
    m_session.submit(*edit, tr("Import"));
    accept();
}

}
