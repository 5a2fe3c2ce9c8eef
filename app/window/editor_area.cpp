#include "app/window/editor_area.h"

#include "app/bridge/text.h"
#include "app/views/field_text.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "app/window/crumbs.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace arabesque {

namespace {

const ViewEntry* pageEntry(const std::string& page) {
    const auto views = allViews();
    const auto found = std::ranges::find_if(
        views, [&](const ViewEntry* view) { return view->area == Area::Page && page == view->id; });
    return found == views.end() ? nullptr : *found;
}

/// Names of the tables around a setting and its own; only the innermost two, for the others are in the navigator.
QStringList crumbsOf(const Schema& schema, const toml::Path& selected) {
    QStringList names;
    toml::Path path;
    for (const toml::Step& step : selected) {
        path.push_back(step);
        const Table* table = schema.table(path);
        const Field* field = schema.field(path);
        if (field) names << labelOf(*field);
        const bool isNamed = table && (!table->labelText.empty() || !table->label.empty());
        if (isNamed && !field) names << labelOf(*table);
    }
    names.removeAll(QString());
    return names.mid(std::max<qsizetype>(0, names.size() - 2));
}

}

EditorArea::EditorArea(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_pages(new QStackedWidget(this)),
      m_documentViews(new QSplitter(this)),
      m_header(new QWidget(this)),
      m_modes(new QWidget(m_header)),
      m_modeButtons(new QButtonGroup(this)),
      m_crumbs(new Crumbs(m_header)),
      m_icon(new QLabel(m_header)),
      m_mode(splitMode()) {
    setObjectName(QStringLiteral("page"));
    makeHeader();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_pages, 1);
    m_documentViews->setChildrenCollapsible(false);
    m_documentViews->setHandleWidth(1);
    connect(m_documentViews, &QSplitter::splitterMoved, this, [this] {
        m_splitterState = m_documentViews->saveState();
        emit splitterMoved();
    });
    m_pages->addWidget(m_documentViews);
    connect(&session.navigation(), &Navigation::pageChanged, this, &EditorArea::showPage);
    connect(&session.navigation(), &Navigation::selectionChanged, this, &EditorArea::showCrumbs);
    connect(&session, &Session::modifiedChanged, this, &EditorArea::showCrumbs);
    showPage();
}

void EditorArea::makeHeader() {
    m_header->setObjectName(QStringLiteral("bar"));
    m_header->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(m_header);
    layout->setContentsMargins(12, 5, 8, 5);
    layout->setSpacing(6);
    layout->addWidget(m_icon);
    layout->addWidget(m_crumbs, 1);
    layout->addWidget(m_modes);
    QSizePolicy keepsPlace = m_modes->sizePolicy();   // the bar is as high where there are no modes
    keepsPlace.setRetainSizeWhenHidden(true);
    m_modes->setSizePolicy(keepsPlace);
    auto* modes = new QHBoxLayout(m_modes);
    modes->setContentsMargins(0, 0, 0, 0);
    modes->setSpacing(0);
    const auto addMode = [&](const QString& id, const QString& title, const QString& iconName, int at) {
        auto* button = new QToolButton(m_modes);
        button->setObjectName(QStringLiteral("segment"));
        button->setText(title);
        button->setIcon(icon(iconName));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setAccessibleName(tr("Show as %1").arg(title));
        button->setProperty("mode", id);
        button->setProperty("first", at == 0);   // frames overlap, but for the first one's
        modes->insertWidget(at, button);
        m_modeButtons->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, id] { setMode(id); });
    };
    for (const ViewEntry* view : allViews()) {
        if (view->area == Area::Document)
            addMode(QString::fromLatin1(view->id), translated(view->title), QString::fromLatin1(view->icon),
                    modes->count());
    }
    addMode(splitMode(), tr("Split"), QStringLiteral("split"), 1);
}

QWidget* EditorArea::viewFor(const ViewEntry& entry) {
    QWidget*& widget = m_views[&entry];
    if (!widget)
        widget = entry.make(m_session,
                            entry.area == Area::Page ? static_cast<QWidget*>(m_pages) : m_documentViews);
    return widget;
}

void EditorArea::setMode(const QString& mode) {
    m_mode = mode;
    showPage();
    emit modeChanged();
}

void EditorArea::ensureVisible(const QString& viewId) {
    if (m_mode != splitMode() && m_mode != viewId) setMode(splitMode());
}

void EditorArea::showPage() {
    if (!m_session.isOpen()) return;
    const std::string& page = m_session.navigation().page();
    const ViewEntry* entry = pageEntry(page);
    m_modes->setVisible(!entry);
    if (entry) {
        QWidget* widget = viewFor(*entry);
        if (m_pages->indexOf(widget) < 0) m_pages->addWidget(widget);
        m_pages->setCurrentWidget(widget);
    } else if (!page.empty()) {
        showDocumentViews();
        m_pages->setCurrentWidget(m_documentViews);
    }
    const QString iconName = entry ? QString::fromLatin1(entry->icon) : QStringLiteral("document");
    m_icon->setPixmap(icon(iconName).pixmap(QSize(16, 16), devicePixelRatioF()));
    showCrumbs();
}

void EditorArea::showDocumentViews() {
    const bool hasForm = m_session.hasForm(m_session.navigation().page());
    const auto* buttons = m_modeButtons;
    for (QAbstractButton* button : buttons->buttons()) {
        const QString mode = button->property("mode").toString();
        button->setEnabled(hasForm || mode == QLatin1String(view::source.id));
        button->setChecked(hasForm ? mode == m_mode : mode == QLatin1String(view::source.id));
    }
    for (const ViewEntry* entry : allViews()) {
        if (entry->area != Area::Document) continue;
        const bool isSource = entry == &view::source;
        const bool shown = hasForm ? m_mode == splitMode() || m_mode == QLatin1String(entry->id) : isSource;
        if (!shown && !m_views.contains(entry)) continue;
        QWidget* widget = viewFor(*entry);
        if (m_documentViews->indexOf(widget) < 0) {
            m_documentViews->insertWidget(isSource ? m_documentViews->count() : 0, widget);
        }
        widget->setVisible(shown);
    }
    const bool isSplit = hasForm && m_mode == splitMode();
    if (isSplit && !std::exchange(m_splitterRestored, true) && !m_splitterState.isEmpty())
        m_documentViews->restoreState(m_splitterState);
}

void EditorArea::showCrumbs() {
    const std::string& page = m_session.navigation().page();
    if (const ViewEntry* entry = pageEntry(page)) return m_crumbs->setPlace(translated(entry->title), {});
    const QString title = m_session.isModified(page) ? toQt(page) + QStringLiteral(" •") : toQt(page);
    const Selection& selection = m_session.navigation().selection();
    const Schema* schema = m_session.schema(page);
    const bool isHere = schema != nullptr && selection.document == page;
    m_crumbs->setPlace(title, isHere ? crumbsOf(*schema, selection.path) : QStringList());
}

QByteArray EditorArea::splitterState() const {
    return m_splitterState;
}

void EditorArea::restoreSplitter(const QByteArray& state) {
    m_splitterState = state;
}

void EditorArea::focusEditor() {
    const auto* shown = m_pages->currentWidget();
    if (shown != m_documentViews) return m_pages->setFocus();
    for (const auto& [entry, widget] : m_views) {
        if (entry->area == Area::Document && widget->isVisible()) return widget->setFocus();
    }
}

}
