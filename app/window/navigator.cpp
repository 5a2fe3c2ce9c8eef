#include "app/window/navigator.h"

#include "app/bridge/text.h"
#include "app/views/theme.h"
#include "app/views/views.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace arabesque {

namespace {

constexpr int pageRole = Qt::UserRole;
constexpr int sectionRole = Qt::UserRole + 1;

QString titleOf(const Table& table) {
    const QString label = table.labelText.empty() ? translated(table.label) : toQt(table.labelText);
    return label.isEmpty() ? toQt(table.path) : label;
}

}

Navigator::Navigator(Session& session, QWidget* parent) : QTreeWidget(parent), m_session(session) {
    setObjectName(QStringLiteral("navigator"));
    setAccessibleName(tr("Pages of the project"));
    setHeaderHidden(true);
    setColumnCount(2);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(16);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setFrameShape(QFrame::NoFrame);
    setIndentation(14);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setTextElideMode(Qt::ElideMiddle);   // of a path, folder and file name matter
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) { go(item); });
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) { go(item); });
    connect(&session, &Session::opened, this, &Navigator::rebuild);
    connect(&session, &Session::analyzed, this, [this] {
        if (structure() != m_structure) rebuild();
        showBadges();
    });
    connect(&session, &Session::edited, this, &Navigator::showBadges);
    connect(&session, &Session::saved, this, &Navigator::showBadges);
    connect(&session.navigation(), &Navigation::pageChanged, this, &Navigator::showPage);
    rebuild();
}

std::string Navigator::structure() const {
    std::string text;
    if (!m_session.isOpen()) return text;
    for (const auto& [file, document] : m_session.snapshot()->documents) text += file + '\n';
    for (const std::string& file : editableDocuments()) {
        const Schema* schema = m_session.schema(file);
        if (!schema) continue;
        for (const Table& table : schema->tables()) text += table.path + ' ' + table.labelText + '\n';
    }
    return text;
}

void Navigator::rebuild() {
    const QSignalBlocker blocker(this);
    clear();
    m_structure = structure();
    if (!m_session.isOpen()) return;
    for (const ViewEntry* view : allViews()) {
        if (view->area != Area::Page) continue;
        auto* item = new QTreeWidgetItem(this, {translated(view->title)});
        item->setIcon(0, icon(QString::fromLatin1(view->icon)));
        item->setData(0, pageRole, QString::fromLatin1(view->id));
    }
    for (const std::string& file : editableDocuments()) addDocument(file);
    for (const auto& [file, document] : m_session.snapshot()->documents) {
        if (!std::ranges::contains(editableDocuments(), file)) addDocument(file);
    }
    showBadges();
    showPage();
}

void Navigator::addDocument(const std::string& file) {
    auto* item = new QTreeWidgetItem(this, {toQt(file)});
    const Schema* schema = m_session.schema(file);
    const bool isForm = std::ranges::contains(editableDocuments(), file);
    item->setIcon(0, icon(isForm ? QStringLiteral("document") : QStringLiteral("source")));
    item->setData(0, pageRole, toQt(file));
    item->setToolTip(0, toQt((m_session.place().folder / file).string()));
    if (!schema) return;
    for (const Table& table : schema->tables()) {
        const bool isTop = !table.path.empty() && !table.path.contains('.');
        if (!isTop) continue;
        auto* section = new QTreeWidgetItem(item, {titleOf(table)});
        section->setData(0, pageRole, toQt(file));
        section->setData(0, sectionRole, toQt(table.path));
    }
}

void Navigator::showBadges() {
    if (!m_session.isOpen()) return;
    const auto& analysis = m_session.analysis();
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = topLevelItem(i);
        const std::string file = fromQt(item->data(0, pageRole).toString());
        if (!m_session.snapshot()->documents.contains(file) &&
            !std::ranges::contains(editableDocuments(), file))
            continue;
        int count = 0;
        Severity worst = Severity::Info;
        if (analysis) {
            for (const Diagnostic& diagnostic : analysis->diagnostics) {
                if (diagnostic.place.file != file) continue;
                ++count;
                worst = std::min(worst, diagnostic.severity);
            }
        }
        QString name = toQt(file);
        if (m_session.isModified(file)) name += QStringLiteral(" •");
        item->setText(0, name);
        item->setForeground(0, m_session.snapshot()->exists(file) ? colour(Role::Text) : colour(Role::Muted));
        item->setIcon(1, count > 0 ? icon(worst) : QIcon());
        item->setText(1, count > 0 ? QString::number(count) : QString());
        item->setData(0, Qt::AccessibleDescriptionRole,
                      count > 0 ? tr("%n finding(s)", nullptr, count) : QString());
    }
}

void Navigator::showPage() {
    const QString page = toQt(m_session.navigation().page());
    const QTreeWidgetItem* current = currentItem();
    if (current && current->data(0, pageRole).toString() == page) return;
    const QSignalBlocker blocker(this);
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = topLevelItem(i);
        const bool isHere = item->data(0, pageRole).toString() == page;
        item->setExpanded(isHere);
        if (isHere) setCurrentItem(item);
    }
}

void Navigator::go(QTreeWidgetItem* item) {
    const std::string page = fromQt(item->data(0, pageRole).toString());
    const QString section = item->data(0, sectionRole).toString();
    Navigation& navigation = m_session.navigation();
    navigation.openPage(page);
    const auto path = toml::readPath(fromQt(section));
    if (section.isEmpty() || !path) return;
    navigation.goToSetting({page, *path});
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new Navigator(session, parent);
}

}

const ViewEntry view::navigator{.id = "navigator",
                                .title = MESSAGE("view", "Project"),
                                .icon = "sections",
                                .area = Area::Left,
                                .shortcut = "Alt+0",
                                .make = make};

}
