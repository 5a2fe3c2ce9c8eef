#include "app/preview/artifact_list.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"
#include "core/analysis/findings_behind.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace arabesque {

namespace {

enum Column { PathColumn, StandingColumn, FindingsColumn, ColumnCount };
constexpr int mostRows = 5;   // without scrolling
constexpr int shownRole = Qt::UserRole + 1;

std::vector<std::string> goneSince(const LastExport& last, const Analysis& analysis) {
    std::vector<std::string> gone;
    for (const auto& [path, lines] : last.artifacts)
        if (!analysis.artifact(path)) gone.push_back(path);
    return gone;
}

}

ArtifactList::ArtifactList(Session& session, QWidget* parent) : QTreeWidget(parent), m_session(session) {
    setAccessibleName(tr("Generated files"));
    setObjectName(QStringLiteral("artifactList"));
    setColumnCount(ColumnCount);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideLeft);   // a file's name says more than its folder's
    setIconSize(QSize(14, 14));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(8);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(PathColumn, QHeaderView::Stretch);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item) emit chosen(fromQt(item->data(PathColumn, Qt::UserRole).toString()));
    });
}

QStringList ArtifactList::paths() const {
    QStringList all;
    for (int i = 0; i < topLevelItemCount(); ++i)
        all << topLevelItem(i)->data(PathColumn, Qt::UserRole).toString();
    return all;
}

QStringList ArtifactList::texts() const {
    QStringList all;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = topLevelItem(i);
        QStringList columns;
        for (int column = 0; column < ColumnCount; ++column)
            if (!item->text(column).isEmpty()) columns << item->text(column);
        all << columns.join(QStringLiteral(" | "));
    }
    return all;
}

/// Touches an item only where something changed: each touch has the list measured and painted again.
void ArtifactList::showStanding(QTreeWidgetItem& item, const Artifact& artifact, std::size_t findings) const {
    const auto& last = m_session.lastExport();
    const std::string* then = last ? last->artifact(artifact.path) : nullptr;
    const bool isChanged = then && *then != fingerprints(artifact.text);
    const QString standing = last && !then ? tr("added") : isChanged ? tr("changed") : QString();
    const QString shown =
        QStringLiteral("%1 %2 %3").arg(standing, colour(Role::Success).name()).arg(findings);
    if (item.data(PathColumn, shownRole).toString() == shown) return;
    item.setData(PathColumn, shownRole, shown);
    item.setText(StandingColumn, standing);
    item.setToolTip(StandingColumn,
                    standing.isEmpty() ? QString() : tr("%1 since the last export").arg(standing));
    item.setForeground(StandingColumn, colour(Role::Success));
    item.setIcon(FindingsColumn, findings > 0 ? icon(QStringLiteral("problems"), Role::Warning) : QIcon());
    item.setText(FindingsColumn, findings > 0 ? QString::number(findings) : QString());
    const QString words = findings > 0
                              ? tr("%n finding(s) about what makes it", nullptr, static_cast<int>(findings))
                              : QString();
    item.setToolTip(FindingsColumn, words);
    item.setData(PathColumn, Qt::AccessibleDescriptionRole,
                 QStringList{standing, words}.join(QLatin1Char(' ')).trimmed());
}

void ArtifactList::showAnalysis() {
    const auto& analysis = m_session.analysis();
    if (!analysis) return clear();
    const auto& last = m_session.lastExport();
    QStringList wanted;
    for (const Artifact& artifact : analysis->artifacts) wanted << toQt(artifact.path);
    const auto made = wanted.size();
    if (last)
        for (const std::string& path : goneSince(*last, *analysis)) wanted << toQt(path);
    const QSignalBlocker blocker(this);
    if (paths() != wanted) {
        clear();
        for (const QString& path : wanted) {
            auto* item = new QTreeWidgetItem(this, {path});
            item->setData(PathColumn, Qt::UserRole, path);
            item->setToolTip(PathColumn, path);
            item->setIcon(PathColumn, icon(QStringLiteral("file")));
        }
    }
    const std::vector<std::size_t> findings = findingsBehind(*analysis);
    for (std::size_t i = 0; i < analysis->artifacts.size(); ++i)
        showStanding(*topLevelItem(static_cast<int>(i)), analysis->artifacts[i], findings[i]);
    for (auto i = static_cast<int>(made); i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* gone = topLevelItem(i);
        gone->setText(StandingColumn, tr("removed"));
        gone->setForeground(StandingColumn, colour(Role::Muted));
        gone->setToolTip(PathColumn, tr("It was in the last export and is not made any more."));
        gone->setFlags(Qt::NoItemFlags);
    }
    fit();
}

void ArtifactList::fit() {
    const int row = std::max(22, sizeHintForRow(0));
    setFixedHeight(std::clamp(topLevelItemCount(), 1, mostRows) * row + 6);
}

void ArtifactList::showChosen(const std::string& path) {
    const QSignalBlocker blocker(this);
    const auto index = paths().indexOf(toQt(path));
    if (index >= 0) setCurrentItem(topLevelItem(static_cast<int>(index)));
}

}
