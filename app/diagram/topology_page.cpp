#include "app/diagram/topology_page.h"

#include "app/bridge/text.h"
#include "app/diagram/diagram_entries.h"
#include "app/diagram/diagram_gestures.h"
#include "app/diagram/diagram_view.h"
#include "app/diagram/export_diagram.h"
#include "app/diagram/findings_by_box.h"
#include "app/diagram/node_table.h"
#include "app/diagram/node_table_view.h"
#include "app/session/session.h"
#include "app/session/what_if.h"
#include "app/views/fix_menu.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "core/diagram/gestures.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace arabesque {

namespace {

const std::string file(gestures::file);

/// Whether boxes stay where they were shown. Where nobody placed any and regions went, or several parts came at once, as
/// with another pattern, all of it is laid out anew: old places would not fit the new whole.
bool keepsPlaces(const Topology& topology, const Diagram& before) {
    if (std::ranges::any_of(topology.nodes, [](const Node& node) { return node.position.has_value(); }))
        return true;
    const auto isNew = [&](const Region& region) {
        return std::ranges::none_of(
            before.frames, [&](const Frame& frame) { return !frame.isZone && frame.name == *region.name; });
    };
    const auto isNewNode = [&](const Node& node) {
        return std::ranges::none_of(before.boxes,
                                    [&](const Box& box) { return box.isNode() && box.title == *node.name; });
    };
    const auto isRenamed = [&](const Frame& frame) {
        return frame.number && *frame.number < topology.regions.size() &&
               isNew(topology.regions[*frame.number]);
    };
    const auto isGone = [&](const Frame& frame) {
        return !frame.isZone && topology.region(frame.name) == nullptr && !isRenamed(frame);
    };
    return std::ranges::none_of(before.frames, isGone) &&
           std::ranges::count_if(topology.regions, isNew) <= 1 &&
           std::ranges::count_if(topology.nodes, isNewNode) <= 1;
}

}

TopologyPage::TopologyPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_scene(new DiagramScene(this)),
      m_gestures(new DiagramGestures(session, this)),
      m_view(new DiagramView(*m_scene, *m_gestures, this)),
      m_nodes(new NodeTable(*m_scene, *m_gestures, this)),
      m_table(new NodeTableView(*m_nodes, this)),
      m_tabs(new QTabWidget(this)),
      m_stack(new QStackedLayout),
      m_content(new QWidget(this)),
      m_empty(makeEmpty()),
      m_strip(makeStrip()),
      m_verdict(new QLabel(this)),
      m_tried(makeTried()),
      m_hint(new QLabel(this)) {
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    m_gestures->setDiagram(m_scene->diagram());
    build();
    connectParts();
}

/// Children go in the order they came: a cell that is open would hand its text to a model that is gone, and a view that
/// loses its scene scrolls, and would tell it so.
TopologyPage::~TopologyPage() {
    m_scene->disconnect(this);
    m_table->disconnect(this);
    m_table->setModel(nullptr);
    delete m_table;
    delete m_view;
}

void TopologyPage::build() {
    m_tabs->addTab(m_view, tr("Diagram"));
    m_tabs->addTab(m_table, tr("Table"));
    m_tabs->setDocumentMode(true);
    m_tabs->setCornerWidget(makeBar());
    m_hint->setObjectName(QStringLiteral("muted"));
    m_hint->setContentsMargins(12, 4, 12, 4);
    m_hint->setWordWrap(true);
    QSizePolicy keepsRoom = m_hint->sizePolicy();   // the diagram does not jump when something is said
    keepsRoom.setRetainSizeWhenHidden(true);
    m_hint->setSizePolicy(keepsRoom);
    m_hint->setMinimumHeight(m_hint->fontMetrics().height() + 8);
    m_hint->hide();
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(m_strip);
    content->addWidget(m_tried);
    content->addWidget(m_tabs, 1);
    content->addWidget(m_hint);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_stack);
    setFocusProxy(m_view);
}

QWidget* TopologyPage::makeBar() {
    auto* bar = new QWidget(m_tabs);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 2, 8, 2);
    layout->setSpacing(4);
    const auto add = [&](const QString& text, const QString& tip, auto run) {
        auto* button = new QToolButton(bar);
        button->setText(text);
        button->setToolTip(tip);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, run);
        layout->addWidget(button);
        return button;
    };
    add(tr("Add …"), tr("Add a node (Insert)"), [this] { m_view->openAddMenu(); });
    add(tr("Arrange …"), tr("Show an arrangement of all boxes, to apply or to drop"),
        [this] { previewArrangement(); });
    add(tr("Fit"), tr("Show the whole diagram (Ctrl+0)"), [this] { m_view->fit(); });
    auto* exporting = add(tr("Export"), tr("Save the diagram as a picture"), [] {});
    auto* menu = new QMenu(exporting);
    menu->addAction(tr("SVG …"), this, [this] { chooseExport(QStringLiteral("svg"), 1); });
    for (const int scale : {1, 2, 4})
        menu->addAction(tr("PNG at %1 % …").arg(100 * scale), this,
                        [this, scale] { chooseExport(QStringLiteral("png"), scale); });
    menu->addAction(tr("PDF …"), this, [this] { chooseExport(QStringLiteral("pdf"), 1); });
    exporting->setMenu(menu);
    exporting->setPopupMode(QToolButton::InstantPopup);
    return bar;
}

QWidget* TopologyPage::makeStrip() {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("strip"));
    strip->setAttribute(Qt::WA_StyledBackground);
    auto* apply = new QPushButton(tr("Apply arrangement"), strip);
    auto* drop = new QPushButton(tr("Keep positions"), strip);
    connect(apply, &QPushButton::clicked, this, &TopologyPage::applyArrangement);
    connect(drop, &QPushButton::clicked, this, &TopologyPage::dropArrangement);
    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(12, 6, 12, 6);
    auto* text = new QLabel(
        tr("So the boxes would stand. Applying writes the position of every node, as one step."), strip);
    text->setWordWrap(true);
    layout->addWidget(text, 1);
    layout->addWidget(apply);
    layout->addWidget(drop);
    strip->hide();
    return strip;
}

QWidget* TopologyPage::makeTried() {
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("strip"));
    strip->setAttribute(Qt::WA_StyledBackground);
    auto* details = new QPushButton(tr("Details"), strip);
    details->setToolTip(tr("Who takes over and when, what is lost, and what it rests on: the page What if"));
    auto* restore = new QPushButton(tr("Bring all back"), strip);
    connect(details, &QPushButton::clicked, this, [this] { m_session.navigation().openPage("what-if"); });
    connect(restore, &QPushButton::clicked, this, [this] { WhatIf::of(m_session).restoreAll(); });
    auto* layout = new QHBoxLayout(strip);
    layout->setContentsMargins(12, 6, 12, 6);
    m_verdict->setWordWrap(true);
    layout->addWidget(m_verdict, 1);
    layout->addWidget(details);
    layout->addWidget(restore);
    strip->hide();
    return strip;
}

void TopologyPage::showFailures() {
    const WhatIf& whatIf = WhatIf::of(m_session);
    m_tried->setVisible(!whatIf.failures().empty());
    if (whatIf.failures().empty()) return m_scene->showFates({});
    const Outcome outcome = whatIf.outcome();
    QStringList lost;
    for (const Failure& failure : whatIf.failures()) lost << toQt(toText(failure));
    m_verdict->setText(
        tr("Tried: the loss of %1. %2").arg(lost.join(QStringLiteral(", ")), verdictOf(outcome)));
    m_scene->showFates(fatesOf(outcome));
}

QWidget* TopologyPage::makeEmpty() {
    auto* box = new QWidget(this);
    auto* text = new QLabel(
        tr("Deployment.toml lays no node out.\n\nA topology says what runs where: services, load "
           "balancers and databases in zones and regions. Then this diagram shows who asks whom, and "
           "what a failure leaves."),
        box);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setObjectName(QStringLiteral("muted"));
    auto* create = new QPushButton(tr("Add a first service"), box);
    connect(create, &QPushButton::clicked, this, [this] {
        m_gestures->setDiagram(m_scene->diagram());
        if (const std::string added = m_gestures->addNode("service", {}); !added.empty()) m_view->goTo(added);
    });
    auto* layout = new QVBoxLayout(box);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addSpacing(8);
    layout->addWidget(create, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return box;
}

void TopologyPage::connectParts() {
    connect(&m_session, &Session::edited, this, [this](const Edit& edit) {
        if (!changesOf(file, edit).empty()) refresh();
    });
    connect(&m_session, &Session::analyzed, this, &TopologyPage::refresh);
    connect(&m_session, &Session::findingsChanged, this, &TopologyPage::refresh);
    connect(&m_session, &Session::opened, this, [this] {
        m_diagram.reset();
        m_arranged.reset();
        m_isFitted = false;
        refresh();
    });
    connect(&WhatIf::of(m_session), &WhatIf::changed, this, &TopologyPage::showFailures);
    connect(m_gestures, &DiagramGestures::refused, this, &TopologyPage::showHint);
    connect(m_gestures, &DiagramGestures::done, this, [this] { showHint({}); });
    connect(m_view, &DiagramView::hint, this, &TopologyPage::showHint);
    connect(m_view, &DiagramView::activated, this, &TopologyPage::goToForm);
    connect(m_view, &DiagramView::fixesWanted, this, &TopologyPage::openFixes);
    connect(m_view, &DiagramView::badgeClicked, this, &TopologyPage::showFindings);
    connect(m_scene, &DiagramScene::currentChanged, this, &TopologyPage::selectInProject);
    connect(m_scene, &DiagramScene::selectionChanged, this, [this] {
        showHint({});
        selectInTable();
    });
    connect(&m_session.navigation(), &Navigation::selectionChanged, this, &TopologyPage::selectInDiagram);
    connect(m_table, &NodeTableView::chosen, this, &TopologyPage::selectFromTable);
    connect(m_table, &NodeTableView::complained, this, &TopologyPage::showHint);
    connect(m_table, &NodeTableView::deletionWanted, this, [this] {
        if (m_scene->hasSeveral())
            m_gestures->removeGroup(m_scene->selected());
        else if (!m_scene->current().empty())
            m_gestures->remove(std::string(m_scene->current()));
    });
    connect(m_nodes, &QAbstractItemModel::modelReset, this, &TopologyPage::selectInTable);
}

void TopologyPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) showDiagram();
}

void TopologyPage::refresh() {
    m_isStale = true;
    if (isVisible()) showDiagram();
}

/// The picture of the current text; of the last good one while that cannot be read.
void TopologyPage::showDiagram() {
    if (!m_session.isOpen()) return;
    m_isStale = false;
    const toml::Document& document = m_session.document(file);
    if (!document.valid() && m_diagram)
        return showHint(
            tr("Deployment.toml cannot be read just now; the diagram shows its last good state."));
    const auto& analysis = m_session.analysis();
    const Topology topology = topologyOf(document, analysis ? analysis->deployment.workload : Workload());
    m_diagram = diagramOf(topology, m_diagram && keepsPlaces(topology, *m_diagram) ? &*m_diagram : nullptr);
    m_arranged.reset();
    m_strip->hide();
    m_nodes->setNodes(topology.nodes);
    m_scene->show(*m_diagram, findingsByBox(m_session));
    const bool isEmpty = m_diagram->boxes.empty() && m_diagram->frames.empty();
    m_stack->setCurrentWidget(isEmpty ? m_empty : m_content);
    if (!isEmpty && !m_isFitted && isVisible()) {
        m_isFitted = true;
        QMetaObject::invokeMethod(m_view, &DiagramView::fit, Qt::QueuedConnection);   // once it has its size
    }
}

/// With nothing else to say: how many are selected.
void TopologyPage::showHint(const QString& text) {
    const bool tellsCount = text.isEmpty() && m_scene->hasSeveral();
    const int count = static_cast<int>(m_scene->selected().size());
    m_hint->setText(tellsCount ? tr("%n selected: move, place, align or delete them together; Escape lets go "
                                    "of all but one.",
                                    nullptr, count)
                               : text);
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void TopologyPage::showTable() {
    m_tabs->setCurrentWidget(m_table);
}

void TopologyPage::previewArrangement() {
    if (!m_diagram) return;
    const auto& analysis = m_session.analysis();
    m_arranged = arabesque::arrange(
        topologyOf(m_session.document(file), analysis ? analysis->deployment.workload : Workload()));
    m_tabs->setCurrentWidget(m_view);
    m_scene->preview(*m_arranged);
    m_strip->show();
    m_view->fit();
}

void TopologyPage::applyArrangement() {
    if (!m_arranged) return;
    const Diagram arranged = *std::exchange(m_arranged, std::nullopt);
    m_diagram = arranged;   // what has no position of its own goes along
    m_strip->hide();
    m_gestures->arrange(arranged);
    showDiagram();   // where nothing had to be written as well
    m_view->setFocus();
}

void TopologyPage::dropArrangement() {
    if (!std::exchange(m_arranged, std::nullopt)) return;
    m_strip->hide();
    m_scene->show(*m_diagram, findingsByBox(m_session));
    m_view->fit();
    m_view->setFocus();
}

void TopologyPage::selectInProject() {
    const toml::Path entry = entryOf(m_scene->diagram(), m_scene->current());
    if (!entry.empty()) m_session.navigation().select({file, entry});
}

void TopologyPage::selectInTable() {
    m_table->select(m_scene->selected(), m_scene->current());
}

void TopologyPage::selectFromTable() {
    const std::vector<std::string> ids = m_table->selectedIds();
    if (ids.size() > 1) {
        m_scene->select(ids);
        if (m_scene->isSelected(m_table->currentId())) m_scene->join(m_table->currentId());
    } else if (ids.size() == 1) {
        m_scene->setCurrent(ids.front());
    } else if (const std::string id = m_table->currentId(); !id.empty()) {
        m_scene->setCurrent(id);
    }
}

void TopologyPage::selectInDiagram() {
    const Selection& selection = m_session.navigation().selection();
    if (selection.document != file || selection.path.size() < 2) return;
    const toml::Path wanted(selection.path.begin(), selection.path.begin() + 2);
    const Diagram& diagram = m_scene->diagram();
    if (entryOf(diagram, m_scene->current()) == wanted) return;
    if (const std::string id = idOf(diagram, wanted); !id.empty()) m_view->goTo(id);
}

void TopologyPage::openFixes(const std::string& box, const QPoint& position) {
    openFixMenu(m_session, findingsOf(m_session, box), this, position);
}

void TopologyPage::showFindings(const std::string& box) {
    const toml::Path entry = entryOf(m_scene->diagram(), box);
    if (!entry.empty()) m_session.navigation().showFindings({file, entry});
}

void TopologyPage::goToForm(const std::string& id) {
    const toml::Path entry = entryOf(m_scene->diagram(), id);
    if (!entry.empty()) return m_session.navigation().goToSetting({file, entry});
    if (const Line* line = m_scene->line(id)) goToReason(*line);
}

/// Connections that follow from roles are changed where the reason for them stands.
void TopologyPage::goToReason(const Line& line) {
    const auto number = static_cast<std::size_t>(&line - m_scene->diagram().lines.data());
    const auto connections = connectionsOf(topologyOf(m_session.document(file), Workload()));
    if (number >= connections.size()) return;
    const auto& origins = connections[number].origins;
    const auto reason = std::ranges::find_if(origins, [](const Origin& origin) {
        return origin.kind() == Origin::Kind::Setting && origin.document() == file;
    });
    if (reason == origins.end()) return goToForm(m_scene->diagram().boxes[line.from].id);
    const toml::Path setting = m_session.document(file).pathAt(reason->place().range.begin);
    m_session.navigation().goToSetting({file, setting});
}

void TopologyPage::chooseExport(const QString& ending, double scale) {
    const QString chosen = QFileDialog::getSaveFileName(
        this, tr("Export the diagram"), QStringLiteral("%1.%2").arg(toQt(m_session.snapshot()->name), ending),
        QStringLiteral("*.%1").arg(ending));
    if (chosen.isEmpty()) return;
    const auto written = exportDiagram(m_scene->diagram(), fromQt(chosen), scale);
    showHint(written ? tr("%1 was written.").arg(chosen) : translated(written.error().message));
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new TopologyPage(session, parent);
}

}

const ViewEntry view::topology{.id = "topology",
                               .title = MESSAGE("view", "Topology"),
                               .icon = "topology",
                               .area = Area::Page,
                               .shortcut = "",
                               .make = make};

}
