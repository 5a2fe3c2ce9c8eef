#include "app/window/navigator.h"

#include "app/bridge/text.h"
#include "app/views/field_text.h"
#include "app/views/theme.h"
#include "app/views/views.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QTreeWidgetItemIterator>

#include <algorithm>
#include <map>
#include <utility>

namespace arabesque {

namespace {

constexpr int pageRole = Qt::UserRole;
constexpr int sectionRole = Qt::UserRole + 1;

}

Navigator::Navigator(Session& session, QWidget* parent) : QTreeWidget(parent), m_session(session) {
    setObjectName(QStringLiteral("navigator"));
    setAccessibleName(tr("Pages of the project"));
    setHeaderHidden(true);
    setColumnCount(2);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(16);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->resizeSection(1, header()->minimumSectionSize());
    header()->setSectionResizeMode(1, QHeaderView::Fixed);   // else each badge makes all rows be measured
    setFrameShape(QFrame::NoFrame);
    setIndentation(14);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) { go(item); });
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) { go(item); });
    connect(&session, &Session::opened, this, &Navigator::rebuild);
    connect(&session, &Session::analyzed, this, [this] {
        if (takeStructure()) rebuild();
        showBadges();
    });
    connect(&session, &Session::findingsChanged, this, &Navigator::showBadges);
    connect(&session, &Session::edited, this, &Navigator::showBadges);
    connect(&session, &Session::saved, this, &Navigator::showBadges);
    connect(&session.navigation(), &Navigation::pageChanged, this, &Navigator::showPage);
    rebuild();
}

Navigator::Structure Navigator::structure() const {
    Structure all;
    if (!m_session.isOpen()) return all;
    for (const auto& [file, document] : m_session.snapshot()->documents) all.try_emplace(file);
    for (const std::string& file : m_session.formDocuments()) {
        auto& schema = all[file];
        if (m_session.schema(file)) schema = m_session.analysis()->schemas.find(file)->second;
    }
    return all;
}

bool Navigator::takeStructure() {
    Structure now = structure();
    if (now == m_structure) return false;   // a schema that stays the same is the very same one
    m_structure = std::move(now);
    std::string tables;
    for (const auto& [file, schema] : m_structure) {
        tables += file + '\n';
        if (!schema) continue;
        for (const Table& table : schema->tables()) tables += table.path + ' ' + table.labelText + '\n';
    }
    return std::exchange(m_tables, tables) != tables;
}

void Navigator::showEvent(QShowEvent* event) {
    QTreeWidget::showEvent(event);
    scheduleDelayedItemsLayout();   // rows measured before the style was applied are too low
}

void Navigator::rebuild() {
    const QSignalBlocker blocker(this);
    clear();
    m_sources = nullptr;
    m_documents.clear();
    takeStructure();
    if (!m_session.isOpen()) return;
    for (const ViewEntry* view : allViews()) {
        if (view->area != Area::Page) continue;
        auto* item = new QTreeWidgetItem(this, {translated(view->title)});
        item->setIcon(0, icon(QString::fromLatin1(view->icon)));
        item->setData(0, pageRole, QString::fromLatin1(view->id));
    }
    for (const std::string& file : m_session.formDocuments()) addDocument(file);
    for (const auto& [file, document] : m_session.snapshot()->documents) {
        if (file.ends_with(".bal")) {
            addSource(file);
        } else if (!m_session.hasForm(file)) {
            addDocument(file);
        }
    }
    if (m_sources) m_sources->setExpanded(true);
    showBadges();
    showPage();
}

void Navigator::addDocument(const std::string& file) {
    auto* item = new QTreeWidgetItem(this, {toQt(file)});
    item->setIcon(0, icon(QStringLiteral("document")));
    item->setData(0, pageRole, toQt(file));
    m_documents.push_back({file, toQt(file), item, {}});
    item->setToolTip(0, toQt((m_session.place().folder / file).string()));
    if (const Schema* schema = m_session.schema(file)) addSections(*item, *schema, {});
}

/// The outermost tables that have a name or fields of their own; a module's tables stand below its organisation's,
/// which has neither.
void Navigator::addSections(QTreeWidgetItem& item, const Schema& schema, const std::string& above) {
    for (const Table& table : schema.tables()) {
        if (table.path.empty() || parentOf(table.path) != above || table.path.contains("[]")) continue;
        const bool isNamed = labelOf(table) != toQt(std::string(nameOf(table.path)));
        const bool hasFields = std::ranges::any_of(
            schema.fields(), [&](const Field& field) { return parentOf(field.path) == table.path; });
        if (!isNamed && !hasFields) {
            addSections(item, schema, table.path);
            continue;
        }
        auto* section = new QTreeWidgetItem(&item, {labelOf(table)});
        section->setData(0, pageRole, item.data(0, pageRole));
        section->setData(0, sectionRole, toQt(table.path));
    }
}

/// A source below its folders; those of the default module stand directly in the group.
void Navigator::addSource(const std::string& file) {
    if (!m_sources) {
        m_sources = new QTreeWidgetItem(this, {tr("Sources")});
        m_sources->setIcon(0, icon(QStringLiteral("source")));
        m_sources->setFlags(m_sources->flags() & ~Qt::ItemIsSelectable);
    }
    QTreeWidgetItem* folder = m_sources;
    QString name = toQt(file);
    if (const qsizetype slash = name.lastIndexOf(QLatin1Char('/')); slash >= 0) {
        const QString path = name.left(slash);
        name = name.mid(slash + 1);
        for (int i = 0; i < m_sources->childCount(); ++i) {
            if (m_sources->child(i)->text(0) == path) folder = m_sources->child(i);
        }
        if (folder == m_sources) {
            folder = new QTreeWidgetItem(m_sources, {path});
            folder->setIcon(0, icon(QStringLiteral("folder")));
            folder->setFlags(folder->flags() & ~Qt::ItemIsSelectable);
            folder->setExpanded(true);
        }
    }
    auto* item = new QTreeWidgetItem(folder, {name});
    item->setIcon(0, icon(QStringLiteral("file")));
    item->setData(0, pageRole, toQt(file));
    m_documents.push_back({file, name, item, {}});
    item->setToolTip(0, toQt((m_session.place().folder / file).string()));
}

void Navigator::showBadges() {
    if (!m_session.isOpen()) return;
    std::map<std::string, Badge> badges;
    for (const Diagnostic& diagnostic : *m_session.findings()) {
        Badge& badge = badges[diagnostic.place.file];
        ++badge.count;
        badge.worst = std::min(badge.worst, diagnostic.severity);
    }
    int most = 0;
    for (Document& document : m_documents) {
        const bool isThere = m_session.snapshot()->exists(document.file);
        const State state{badges[document.file], m_session.isModified(document.file),
                          colour(isThere ? Role::Text : Role::Muted)};
        most = std::max(most, state.badge.count);
        if (document.shown == state) continue;   // each touch makes the list measure all its rows again
        document.shown = state;
        showState(document, state);
    }
    makeRoomForBadges(most);
}

/// An icon and the digits beside it. The room is kept: all names are painted anew where it changes.
void Navigator::makeRoomForBadges(int most) {
    constexpr int margins = 14;
    const int none = header()->minimumSectionSize();
    const int width =
        iconSize().isValid() ? iconSize().width() : style()->pixelMetric(QStyle::PM_SmallIconSize);
    const int room =
        most > 0 ? width + fontMetrics().horizontalAdvance(QString::number(most)) + margins : none;
    if (header()->sectionSize(1) < room) header()->resizeSection(1, room);
}

void Navigator::showState(const Document& document, const State& state) {
    QTreeWidgetItem& item = *document.item;
    const auto& [count, worst] = state.badge;
    item.setText(0, state.isModified ? document.name + QStringLiteral(" •") : document.name);
    item.setForeground(0, state.text);
    item.setIcon(1, count > 0 ? icon(worst) : QIcon());
    item.setText(1, count > 0 ? QString::number(count) : QString());
    item.setData(0, Qt::AccessibleDescriptionRole,
                 count > 0 ? tr("%n finding(s)", nullptr, count) : QString());
}

void Navigator::showPage() {
    const QString page = toQt(m_session.navigation().page());
    const QTreeWidgetItem* current = currentItem();
    if (current && current->data(0, pageRole).toString() == page) return;
    const QSignalBlocker blocker(this);
    for (QTreeWidgetItemIterator each(this); *each; ++each) {
        QTreeWidgetItem* item = *each;
        if (!item->data(0, sectionRole).isNull() || item->data(0, pageRole).isNull()) continue;
        const bool isHere = item->data(0, pageRole).toString() == page;
        if (item->childCount() > 0) item->setExpanded(isHere);
        if (isHere) setCurrentItem(item);
    }
}

void Navigator::go(QTreeWidgetItem* item) {
    if (item->data(0, pageRole).isNull()) return item->setExpanded(!item->isExpanded());   // a group
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
