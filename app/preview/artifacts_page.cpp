#include "app/preview/artifacts_page.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "core/analysis/findings_behind.h"
#include "core/analysis/outputs.h"
#include "core/toml/path.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

namespace {

enum Column { NameColumn, LinesColumn, SizeColumn, FindingsColumn, SettingsColumn, ColumnCount };
enum LostColumn { SettingColumn, TargetColumn, WhyColumn, LostColumnCount };

constexpr int pathRole = Qt::UserRole;         // of a file
constexpr int familyRole = Qt::UserRole + 1;   // of a family

QString settingsOf(const Artifact& artifact) {
    const auto& origins = artifact.originTable.all();
    const auto set = std::ranges::count(origins, Origin::Kind::Setting, &Origin::kind);
    const auto defaults = std::ranges::count(origins, Origin::Kind::Default, &Origin::kind);
    return ArtifactsPage::tr("%1 set, %2 default").arg(set).arg(defaults);
}

QString findingsText(std::size_t count) {
    return count == 0 ? QString() : ArtifactsPage::tr("%n finding(s)", nullptr, static_cast<int>(count));
}

void setUp(QTreeWidget& list, const QStringList& headers, int stretched, const QString& name) {
    list.setColumnCount(static_cast<int>(headers.size()));
    list.setHeaderLabels(headers);
    list.header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list.header()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    list.header()->setStretchLastSection(false);
    list.setAccessibleName(name);
    list.setFrameShape(QFrame::NoFrame);
    list.setUniformRowHeights(true);
}

/// Files of a family stand below it by their path, without the part that all of them begin with.
std::size_t sharedFolder(const std::vector<const Artifact*>& artifacts) {
    std::string_view shared = artifacts.front()->path;
    shared = shared.substr(0, shared.rfind('/') + 1);
    for (const Artifact* each : artifacts)
        while (!each->path.starts_with(shared))
            shared = shared.substr(0, shared.rfind('/', shared.size() - 2) + 1);
    return shared.size();
}

}

ArtifactsPage::ArtifactsPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_list(new QTreeWidget(this)),
      m_lost(new QTreeWidget(this)),
      m_lostPart(new QWidget(this)),
      m_summary(new QLabel(this)),
      m_lostTitle(new QLabel(this)) {
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        const QString path = item ? item->data(NameColumn, pathRole).toString() : QString();
        if (!path.isEmpty()) m_session.navigation().selectArtifact(fromQt(path));
    });
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int column) {
        if (column == NameColumn && item->data(NameColumn, familyRole).isValid()) switchFamily(*item);
    });
    connect(m_lost, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        const auto path = toml::readPath(fromQt(item->text(SettingColumn)));
        if (path) m_session.navigation().goToSetting({"Deployment.toml", *path});
    });
    connect(&session, &Session::analyzed, this, &ArtifactsPage::refresh);
    connect(&session, &Session::opened, this, &ArtifactsPage::refresh);
    connect(&session.navigation(), &Navigation::artifactChanged, this, &ArtifactsPage::showSelected);
}

void ArtifactsPage::build() {
    auto* title = new QLabel(tr("Artifacts"), this);
    title->setObjectName(QStringLiteral("title"));
    m_summary->setObjectName(QStringLiteral("muted"));
    m_summary->setWordWrap(true);
    setUpLists();
    auto* lost = new QVBoxLayout(m_lostPart);
    lost->setContentsMargins(0, 8, 0, 0);
    lost->addWidget(m_lostTitle);
    lost->addWidget(m_lost, 1);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_list);
    parts->addWidget(m_lostPart);
    parts->setChildrenCollapsible(false);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_summary);
    layout->addWidget(makeTargets());
    layout->addWidget(parts, 1);
}

void ArtifactsPage::setUpLists() {
    setUp(*m_list, {tr("Family and file"), tr("Lines"), tr("Size"), tr("Findings"), tr("Settings behind it")},
          NameColumn, tr("Generated files"));
    setUp(*m_lost, {tr("Setting"), tr("Target"), tr("Why")}, WhyColumn, tr("Settings that no file carries"));
    m_lost->setRootIsDecorated(false);
    m_lostTitle->setObjectName(QStringLiteral("sectionTitle"));
    m_lostTitle->setBuddy(m_lost);
}

QWidget* ArtifactsPage::makeTargets() {
    auto* part = new QWidget(this);
    auto* layout = new QGridLayout(part);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setHorizontalSpacing(16);
    auto* label = new QLabel(tr("Files for"), part);
    label->setObjectName(QStringLiteral("sectionTitle"));
    layout->addWidget(label, 0, 0);
    constexpr int columns = 4;   // more in a row would widen the window
    for (const Target& target : allTargets()) {
        auto* box = new QCheckBox(translated(target.label), part);
        const std::string id(target.id);
        connect(box, &QCheckBox::clicked, this, [this, id](bool on) { switchTarget(id, on); });
        const auto number = static_cast<int>(m_targets.size());
        layout->addWidget(box, number / columns, 1 + number % columns);
        m_targets.emplace_back(id, box);
    }
    layout->setColumnStretch(1 + columns, 1);
    return part;
}

void ArtifactsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) showAnalysis();
}

void ArtifactsPage::refresh() {
    m_isStale = true;
    if (isVisible()) showAnalysis();
}

void ArtifactsPage::showAnalysis() {
    m_isStale = false;
    const auto& analysis = m_session.analysis();
    const bool editable = analysis && m_session.hasForm("Deployment.toml");
    for (const auto& [target, box] : m_targets) {
        box->setEnabled(editable);
        box->setChecked(analysis && isTarget(*analysis, target));
    }
    showSummary(analysis ? analysis->artifacts.size() : 0);
    showFamilies();
    showNotCarried();
}

void ArtifactsPage::showSummary(std::size_t files) {
    m_summary->setText(
        files == 0 ? tr("Nothing is generated yet: choose below what files are for, or a build target in "
                        "Ballerina.toml.")
                   : tr("%n file(s), generated from the text as it stands. Choose one to see it in the "
                        "preview; untick a family to leave it out.",
                        nullptr, static_cast<int>(files)));
}

void ArtifactsPage::showFamilies() {
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const auto& analysis = m_session.analysis();
    if (!analysis) return;
    const QLocale locale;
    const std::vector<std::size_t> behind = findingsBehind(*analysis);
    const auto findingsOf = [&](const Artifact* artifact) {
        return behind[static_cast<std::size_t>(artifact - analysis->artifacts.data())];
    };
    for (const FamilyOutput& output : outputsOf(*analysis)) {
        auto* family = new QTreeWidgetItem(m_list, {translated(output.family->label)});
        family->setIcon(NameColumn, icon(QStringLiteral("folder")));
        family->setToolTip(NameColumn, translated(output.family->summary));
        family->setData(NameColumn, familyRole, toQt(output.family->id));
        family->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        family->setCheckState(NameColumn, output.wanted ? Qt::Checked : Qt::Unchecked);
        family->setText(SettingsColumn,
                        output.artifacts.empty()
                            ? output.wanted ? tr("nothing to make here") : tr("left out")
                            : tr("%n file(s)", nullptr, static_cast<int>(output.artifacts.size())));
        std::size_t findings = 0;
        const std::size_t shared = output.artifacts.empty() ? 0 : sharedFolder(output.artifacts);
        for (const Artifact* each : output.artifacts) {
            findings = std::max(findings, findingsOf(each));
            auto* item = new QTreeWidgetItem(
                family,
                {toQt(each->path.substr(shared)),
                 each->binary ? QString() : locale.toString(static_cast<qlonglong>(each->lines.size())),
                 locale.formattedDataSize(static_cast<qint64>(each->text.size())),
                 findingsText(findingsOf(each)), settingsOf(*each)});
            item->setIcon(NameColumn, icon(QStringLiteral("file")));
            item->setData(NameColumn, pathRole, toQt(each->path));
            item->setToolTip(NameColumn, toQt(each->path));
            for (const int column : {LinesColumn, SizeColumn})
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
        family->setExpanded(true);
    }
    showSelected();
}

void ArtifactsPage::showNotCarried() {
    m_lost->clear();
    const auto& analysis = m_session.analysis();
    const std::vector<NotCarried> all = analysis ? notCarriedOver(*analysis) : std::vector<NotCarried>();
    m_lostPart->setVisible(!all.empty());
    m_lostTitle->setText(tr("Not carried over: %n setting(s) that no file has a place for", nullptr,
                            static_cast<int>(all.size())));
    for (const NotCarried& each : all) {
        const auto target = std::ranges::find(allTargets(), each.target, &Target::id);
        auto* item = new QTreeWidgetItem(
            m_lost, {toQt(each.setting.key()), translated(target->label), translated(each.why)});
        item->setToolTip(WhyColumn, translated(each.why));
    }
}

void ArtifactsPage::showSelected() {
    const QSignalBlocker blocker(m_list);
    const QString wanted = toQt(m_session.navigation().artifact());
    for (QTreeWidgetItemIterator item(m_list); *item; ++item) {
        if ((*item)->data(NameColumn, pathRole).toString() == wanted && !wanted.isEmpty())
            m_list->setCurrentItem(*item);
    }
}

void ArtifactsPage::switchTarget(const std::string& target, bool on) {
    if (!m_session.analysis()) return;
    const auto named = std::ranges::find(allTargets(), target, &Target::id);
    submit(arabesque::switchTarget(*m_session.analysis(), target, on),
           on ? tr("Make files for %1").arg(translated(named->label))
              : tr("Make no files for %1").arg(translated(named->label)));
}

void ArtifactsPage::switchFamily(const QTreeWidgetItem& item) {
    if (!m_session.analysis()) return;
    const bool on = item.checkState(NameColumn) == Qt::Checked;
    submit(arabesque::switchFamily(*m_session.analysis(),
                                   fromQt(item.data(NameColumn, familyRole).toString()), on),
           on ? tr("Make %1").arg(item.text(NameColumn)) : tr("Leave %1 out").arg(item.text(NameColumn)));
}

/// What cannot be changed, such as a text that does not parse, shows as it was: the problems say why.
void ArtifactsPage::submit(const Result<Edit>& edit, const QString& title) {
    if (edit)
        m_session.submit(*edit, title);
    else
        showAnalysis();
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new ArtifactsPage(session, parent);
}

}

const ViewEntry view::artifacts{.id = "artifacts",
                                .title = MESSAGE("view", "Artifacts"),
                                .icon = "artifacts",
                                .area = Area::Page,
                                .shortcut = "",
                                .make = make};

}
