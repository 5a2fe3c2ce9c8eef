#include "app/window/import_dialog.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/difference_view.h"
#include "app/views/theme.h"
#include "core/files/disk.h"
#include "core/files/project_files.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace arabesque {

namespace {

enum Column { Name, Now, There, LineNumber };

constexpr int indexRole = Qt::UserRole;          // of a proposal among those of all files
constexpr int detailRole = Qt::UserRole + 1;     // what is said of an item below the tree
constexpr int documentRole = Qt::UserRole + 2;   // that a proposal changes
constexpr int fileRole = Qt::UserRole + 3;       // number of the file that a wrong form is in
constexpr int findingRole =
    Qt::UserRole + 4;   // number of a finding in its file, if its right form can be written
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

/// What an item holds, where it holds anything.
std::optional<std::size_t> numberOf(const QTreeWidgetItem* item, int role) {
    const QVariant held = item == nullptr ? QVariant() : item->data(Name, role);
    if (!held.isValid()) return {};
    return static_cast<std::size_t>(held.toInt());
}

}

ImportDialog::ImportDialog(Session& session, std::vector<Source> sources, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_sources(std::move(sources)),
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
        m_analysis = std::make_shared<const Analysis>(
            analyze(session.snapshot(), session.options(), m_analysis.get()));
    for (const Source& each : m_sources) m_results.push_back(importFile(*m_analysis, each.name, each.text));
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
    m_write = buttons->addButton(tr("&Write right forms"), QDialogButtonBox::ActionRole);
    m_write->setToolTip(tr("Writes the right forms that are ticked into the imported files themselves"));
    connect(m_apply, &QPushButton::clicked, this, &ImportDialog::apply);
    connect(m_write, &QPushButton::clicked, this, &ImportDialog::writeRightForms);
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
        item->setText(There, each.unset ? tr("nothing: remove it") : toQt(each.there));
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
    for (const ImportFinding& each : result.findings) addFinding(result, each, forms);
}

void ImportDialog::addFinding(const ImportResult& result, const ImportFinding& finding,
                              QTreeWidgetItem* forms) {
    const bool mechanical = !finding.edit.empty();
    QTreeWidgetItem* item =
        group(forms, tr("Line %1: %2").arg(finding.line).arg(translated(finding.message)));
    item->setIcon(Name, icon(finding.severity));
    QTreeWidgetItem* right = group(item, tr("Right: %1").arg(translated(finding.right)));
    QString detail = tr("%1. Right: %2").arg(translated(finding.message), translated(finding.right));
    if (mechanical) {
        detail +=
            QLatin1Char('\n') + tr("Tick it to have the right form written into %1.").arg(toQt(result.file));
        item->setCheckState(Name, Qt::Unchecked);
    }
    for (QTreeWidgetItem* one : {item, right}) {
        one->setData(Name, detailRole, detail);
        one->setData(Name, fileRole, static_cast<int>(&result - m_results.data()));
        if (mechanical) one->setData(Name, findingRole, static_cast<int>(&finding - result.findings.data()));
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

std::vector<const ImportFinding*> ImportDialog::tickedForms(std::size_t file) const {
    std::vector<const ImportFinding*> forms;
    for (QTreeWidgetItemIterator at(m_tree, QTreeWidgetItemIterator::Checked); *at != nullptr; ++at)
        if (const auto finding = numberOf(*at, findingRole); finding && numberOf(*at, fileRole) == file)
            forms.push_back(&m_results[file].findings[*finding]);
    return forms;
}

int ImportDialog::chosen() const {
    return static_cast<int>(ticked().size());
}

int ImportDialog::chosenForms() const {
    std::size_t forms = 0;
    for (std::size_t file = 0; file < m_results.size(); ++file) forms += tickedForms(file).size();
    return static_cast<int>(forms);
}

void ImportDialog::showChosen() {
    const auto proposals = static_cast<int>(proposalsOf(m_results).size());
    m_apply->setEnabled(chosen() > 0);
    m_write->setEnabled(chosenForms() > 0);
    m_write->setVisible(std::ranges::any_of(m_results, [](const ImportResult& each) {
        return !std::ranges::all_of(each.findings, &Edit::empty, &ImportFinding::edit);
    }));
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
    const auto file = numberOf(m_tree->currentItem(), fileRole);
    if (file && numberOf(m_tree->currentItem(), findingRole)) return showFile(static_cast<int>(*file));
    showDocument();
}

void ImportDialog::showDocument() {
    const auto wanted = ticked();
    m_preview->setVisible(!wanted.empty());
    m_preview->setAccessibleName(tr("What changes in the project"));
    const QTreeWidgetItem* item = m_tree->currentItem();
    std::string document = item == nullptr ? "" : fromQt(item->data(Name, documentRole).toString());
    if (wanted.empty()) return;
    if (document.empty()) document = wanted.front()->document;
    const auto edit = editOf(*m_analysis, wanted);
    const std::string_view before = m_analysis->snapshot->text(document);
    m_preview->showDifference(before, edit ? applied(before, document, *edit) : std::string(before));
}

void ImportDialog::showFile(int file) {
    const auto index = static_cast<std::size_t>(file);
    const ImportResult& result = m_results[index];
    const ImportFinding* current = &result.findings[*numberOf(m_tree->currentItem(), findingRole)];
    auto forms = tickedForms(index);
    if (!std::ranges::contains(forms, current)) forms = {current};
    m_preview->setVisible(true);
    m_preview->setAccessibleName(tr("What changes in %1").arg(toQt(result.file)));
    const std::string& before = m_sources[index].text;
    m_preview->showDifference(before, withRightForms(result, forms, before));
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

void ImportDialog::writeRightForms() {
    QStringList written;
    QString refusal;
    for (std::size_t file = 0; file < m_results.size() && refusal.isEmpty(); ++file) {
        const auto forms = tickedForms(file);
        if (forms.empty()) continue;
        if (const auto saved = writeInto(file, forms); saved)
            written << toQt(m_sources[file].name);
        else
            refusal = translated(saved.error().message);
    }
    if (!written.isEmpty()) showAgain();
    QStringList said;
    if (!written.isEmpty())
        said << tr("Right forms were written into %1.").arg(written.join(QStringLiteral(", ")));
    if (!refusal.isEmpty()) said << refusal;
    m_detail->setText(said.join(QLatin1Char('\n')));
}

/// The file as it was shown, or nothing: what somebody else wrote into it since is not overwritten.
Result<void> ImportDialog::writeInto(std::size_t file, const std::vector<const ImportFinding*>& forms) {
    Source& source = m_sources[file];
    const auto now = disk::readFile(source.name);
    if (!now) return std::unexpected(now.error());
    if (*now != source.text)
        return failure(
            {MESSAGE("import", "'%1' has changed meanwhile, and nothing was written into it: close this "
                               "window and import it again"),
             source.name});
    std::string text = withRightForms(m_results[file], forms, source.text);
    if (auto saved = writeFile(source.name, text); !saved) return saved;
    source.text = std::move(text);
    m_results[file] = importFile(*m_analysis, source.name, source.text);
    return {};
}

/// What the files say now; proposals that were not wanted stay so.
void ImportDialog::showAgain() {
    std::set<QString> unwanted;
    for (QTreeWidgetItemIterator at(m_tree, QTreeWidgetItemIterator::NotChecked); *at != nullptr; ++at)
        if (numberOf(*at, indexRole)) unwanted.insert((*at)->text(Name));
    {
        const QSignalBlocker quiet(m_tree);
        m_tree->clear();
        showResults();
        for (QTreeWidgetItemIterator at(m_tree); *at != nullptr; ++at)
            if (numberOf(*at, indexRole) && unwanted.contains((*at)->text(Name)))
                (*at)->setCheckState(Name, Qt::Unchecked);
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    }
    showChosen();
}

}
