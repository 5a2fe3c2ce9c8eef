#include "app/preview/artifacts_page.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"
#include "app/views/views.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

namespace {

enum Column { PathColumn, LinesColumn, SizeColumn, SettingsColumn, ColumnCount };

QString settingsOf(const Artifact& artifact) {
    const auto& origins = artifact.originTable.all();
    const auto set = std::ranges::count(origins, Origin::Kind::Setting, &Origin::kind);
    const auto defaults = std::ranges::count(origins, Origin::Kind::Default, &Origin::kind);
    return ArtifactsPage::tr("%1 set, %2 default").arg(set).arg(defaults);
}

QTreeWidgetItem* folderItem(QTreeWidget& list, const QString& folder) {
    for (int i = 0; i < list.topLevelItemCount(); ++i) {
        if (list.topLevelItem(i)->text(PathColumn) == folder) return list.topLevelItem(i);
    }
    auto* item = new QTreeWidgetItem(&list, {folder});
    item->setIcon(PathColumn, icon(QStringLiteral("folder")));
    item->setFirstColumnSpanned(true);
    item->setFlags(Qt::ItemIsEnabled);
    item->setExpanded(true);
    return item;
}

}

ArtifactsPage::ArtifactsPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_list(new QTreeWidget(this)), m_summary(new QLabel(this)) {
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(8);
    auto* title = new QLabel(tr("Artifacts"), this);
    title->setObjectName(QStringLiteral("title"));
    m_summary->setObjectName(QStringLiteral("muted"));
    m_summary->setWordWrap(true);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderLabels({tr("File"), tr("Lines"), tr("Size"), tr("Settings behind it")});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(PathColumn, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_list->setAccessibleName(tr("Generated files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(true);
    layout->addWidget(title);
    layout->addWidget(m_summary);
    layout->addSpacing(8);
    layout->addWidget(m_list, 1);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && item->parent()) {
            m_session.navigation().selectArtifact(fromQt(item->data(PathColumn, Qt::UserRole).toString()));
        }
    });
    connect(&session, &Session::analyzed, this, &ArtifactsPage::showAnalysis);
    connect(&session, &Session::opened, this, &ArtifactsPage::showAnalysis);
    connect(&session.navigation(), &Navigation::artifactChanged, this, &ArtifactsPage::showSelected);
    showAnalysis();
}

void ArtifactsPage::showAnalysis() {
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const auto& analysis = m_session.analysis();
    const auto count = analysis ? analysis->artifacts.size() : 0;
    m_list->setVisible(count > 0);
    m_summary->setText(
        count == 0
            ? tr("Nothing is generated yet: choose a build target in Ballerina.toml, or mend the errors.")
            : tr("%n file(s), generated from the text as it stands. Choose one to see it in the preview.",
                 nullptr, static_cast<int>(count)));
    if (!analysis) return;
    const QLocale locale;
    for (const Artifact& each : analysis->artifacts) {
        const QString path = toQt(each.path);
        const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
        auto* item = new QTreeWidgetItem(
            folderItem(*m_list, slash < 0 ? QStringLiteral(".") : path.left(slash)),
            {path.mid(slash + 1),
             each.binary ? QString() : locale.toString(static_cast<qlonglong>(each.lines.size())),
             locale.formattedDataSize(static_cast<qint64>(each.text.size())), settingsOf(each)});
        item->setIcon(PathColumn, icon(QStringLiteral("file")));
        item->setData(PathColumn, Qt::UserRole, path);
        for (const int column : {LinesColumn, SizeColumn})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    showSelected();
}

void ArtifactsPage::showSelected() {
    const QSignalBlocker blocker(m_list);
    const QString wanted = toQt(m_session.navigation().artifact());
    for (QTreeWidgetItemIterator item(m_list); *item; ++item) {
        if ((*item)->data(PathColumn, Qt::UserRole).toString() == wanted && !wanted.isEmpty())
            m_list->setCurrentItem(*item);
    }
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
