#include "app/forms/form_page.h"

#include "app/bridge/text.h"
#include "app/forms/field_row.h"
#include "app/forms/starter_text.h"
#include "app/forms/unknown_section.h"
#include "app/views/fix_menu.h"
#include "app/views/layout.h"
#include "app/views/theme.h"
#include "app/views/wrapped_text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMoveEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arabesque {

namespace {

constexpr int narrowBelow = 560;
constexpr std::size_t longForm = 300;    ///< more fields than anybody made by hand
constexpr std::size_t mostFilled = 16;   ///< runs whose rows are kept

}

FormPage::FormPage(Session& session, std::string file, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_file(std::move(file)),
      m_stack(new QStackedLayout(this)),
      m_scroll(new QScrollArea(this)),
      m_notParsed(new QFrame(this)),
      m_notParsedText(new WrappedText(Role::Text, m_notParsed)) {
    build();
    connect(&session, &Session::edited, this, &FormPage::onEdited);
    const auto refreshAll = [this] {
        m_isStale = true;
        refresh();
    };
    connect(&session, &Session::analyzed, this, refreshAll);
    connect(&session, &Session::findingsChanged, this, refreshAll);
    connect(&session, &Session::typingPaused, this, &FormPage::refresh);
    connect(&session.navigation(), &Navigation::selectionChanged, this, &FormPage::showCurrent);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { followFocus(now); });
    auto* toSource = new QShortcut(QKeySequence(Qt::Key_F4), this);
    toSource->setContext(Qt::WidgetWithChildrenShortcut);
    connect(toSource, &QShortcut::activated, this, [this] {
        const Selection& selected = m_session.navigation().selection();
        m_session.navigation().goToSource(m_current                     ? m_current->selection()
                                          : selected.document == m_file ? selected
                                                                        : Selection{m_file, {}});
    });
    for (const auto* keys : {"Alt+Return", "Ctrl+."}) {
        auto* fixes = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
        fixes->setContext(Qt::WidgetWithChildrenShortcut);
        connect(fixes, &QShortcut::activated, this, [this] {
            if (!m_current) return;
            const QWidget* input = m_current->input();
            openFixMenu(m_session, m_findings.at(m_current->path()), this,
                        input->mapToGlobal(input->rect().bottomLeft()));
        });
    }
    refresh();
}

FormPage::~FormPage() {
    disconnect(qApp, nullptr, this,
               nullptr);   // fields that go pass the focus on, to a page that is half gone
}

void FormPage::build() {
    auto* form = new QWidget(this);
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_notParsed->setObjectName(QStringLiteral("litStrip"));
    auto* notParsed = new QVBoxLayout(m_notParsed);
    notParsed->setContentsMargins(12, 5, 12, 5);
    notParsed->addWidget(m_notParsedText);
    m_notParsed->hide();
    layout->addWidget(makeBar());
    layout->addWidget(m_notParsed);
    layout->addWidget(m_scroll, 1);
    m_scroll->setObjectName(QStringLiteral("page"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->installEventFilter(this);
    m_scroll->viewport()->setAttribute(Qt::WA_StaticContents);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &FormPage::fillInSight);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &FormPage::fillInSight);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &FormPage::stayThere);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::actionTriggered, this,
            [this] { m_staysThere = false; });
    m_stack->addWidget(form);
    m_stack->addWidget(makeEmptyState());
}

QWidget* FormPage::makeBar() {
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("pageBody"));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 4);
    layout->setSpacing(6);
    auto* text = new QLineEdit(bar);
    text->setPlaceholderText(tr("Filter settings"));
    text->setAccessibleName(tr("Filter settings of %1").arg(toQt(m_file)));
    text->setClearButtonEnabled(true);
    text->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    layout->addWidget(text, 1);
    const auto addToggle = [&](const QString& name, const QString& iconName, bool RowFilter::* member) {
        auto* toggle = new QToolButton(bar);
        toggle->setObjectName(QStringLiteral("chip"));
        toggle->setText(name);
        toggle->setIcon(icon(iconName));
        toggle->setToolTip(tr("%1 settings only").arg(name));
        m_toggles.push_back(toggle);
        toggle->setCheckable(true);
        toggle->setAccessibleName(tr("%1 settings only").arg(name));
        layout->addWidget(toggle);
        connect(toggle, &QToolButton::toggled, this, [this, member](bool on) {
            m_filter.*member = on;
            applyFilter();
        });
    };
    addToggle(tr("Modified"), QStringLiteral("set"), &RowFilter::onlySet);
    addToggle(tr("Problems"), QStringLiteral("problems"), &RowFilter::onlyFindings);
    connect(text, &QLineEdit::textChanged, this, [this](const QString& filter) {
        m_filter.text = filter.trimmed();
        applyFilter();
    });
    return bar;
}

QWidget* FormPage::makeEmptyState() {
    auto* page = new QWidget(this);
    page->setObjectName(QStringLiteral("page"));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(12);
    auto* mark = new QLabel(page);
    mark->setPixmap(icon(QStringLiteral("document")).pixmap(QSize(40, 40), devicePixelRatioF()));
    auto* title = new QLabel(tr("There is no %1 yet").arg(toQt(m_file)), page);
    title->setObjectName(QStringLiteral("sectionTitle"));
    m_emptyText = new QLabel(page);
    m_emptyText->setObjectName(QStringLiteral("muted"));
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setMinimumWidth(200);
    m_emptyText->setMaximumWidth(420);
    auto* create = new QPushButton(tr("Create %1 for this package").arg(toQt(m_file)), page);
    create->setObjectName(QStringLiteral("primary"));
    create->setAccessibleName(create->text());
    layout->addStretch(1);
    layout->addWidget(mark, 0, Qt::AlignCenter);
    layout->addWidget(title, 0, Qt::AlignCenter);
    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(m_emptyText, 8);
    centred->addStretch(1);
    layout->addLayout(centred);
    layout->addWidget(create, 0, Qt::AlignCenter);
    layout->addStretch(2);
    connect(create, &QPushButton::clicked, this, &FormPage::create);
    return page;
}

void FormPage::create() {
    const Schema* schema = m_session.schema(m_file);
    if (!schema) return;
    m_session.submit(Edit{{Change{m_file, {}, starterText(*schema)}}},
                     tr("creation of %1").arg(toQt(m_file)));
}

void FormPage::buildSections() {
    const QScopedValueRollback filling(m_isFilling, true);   // where the page is scrolled to comes later
    m_current = nullptr;
    m_isSeen = false;
    m_followed = {};
    m_filled.clear();
    m_sections.clear();
    delete m_scroll->takeWidget();
    m_body = new QWidget;
    m_body->setObjectName(QStringLiteral("pageBody"));
    m_body->installEventFilter(this);
    m_body->setAttribute(Qt::WA_StaticContents);
    m_bodyLayout = new QVBoxLayout(m_body);
    m_bodyLayout->setContentsMargins(12, 4, 12, 24);
    m_bodyLayout->setSpacing(4);
    for (const FormSection& section : sectionsOf(*m_schema)) {
        m_sections.push_back(new FormSectionBox(m_session, *m_schema, section, m_body));
        m_bodyLayout->addWidget(m_sections.back());
    }
    m_letters = QStringLiteral("abcdijklmnopqrsuwxyz");   // the others open menus
    const bool isShort = m_schema->fields().size() <= longForm;
    for (FormSectionBox* section : m_sections) {
        for (RowBlock* block : section->blocks()) {
            if (isShort) block->fill();
        }
    }
    for (FieldRow* row : rows()) row->takeMnemonic(m_letters);
    m_unknown = new UnknownSection(m_session, m_file, m_body);
    m_bodyLayout->addWidget(m_unknown);
    m_nothingFound = new QLabel(m_body);
    m_nothingFound->setObjectName(QStringLiteral("muted"));
    m_nothingFound->setAlignment(Qt::AlignCenter);
    m_nothingFound->setWordWrap(true);
    m_nothingFound->setMargin(32);
    m_bodyLayout->addWidget(m_nothingFound);
    m_bodyLayout->addStretch(1);
    setNarrow(width() < narrowBelow);
    m_scroll->setWidget(m_body);
}

void FormPage::fillInSight() {
    if (!m_body || m_isFilling || !m_schema || m_schema->fields().size() <= longForm) return;
    const QScopedValueRollback filling(m_isFilling, true);
    layOutNow();
    const bool isLaidOut = isVisible() && m_body->height() >= m_body->minimumSizeHint().height();
    if (!isLaidOut) return;   // until then everything seems to be in sight
    QScrollBar* bar = m_scroll->verticalScrollBar();
    const int top = bar->value();
    const int screen = m_scroll->viewport()->height();
    std::vector<RowBlock*> near;
    int grown = 0;   // above what is in sight
    for (FormSectionBox* section : m_sections) {
        if (section->isHidden() || section->isFolded()) continue;
        for (RowBlock* block : section->blocks()) {
            if (block->isHidden()) continue;
            const int begin = block->mapTo(m_body, QPoint()).y();
            const int end = begin + block->height();
            const bool isNear = end > top - screen && begin < top + 2 * screen;
            if (isNear) near.push_back(block);
            if (isNear && !block->isFilled()) {
                const int before = block->height();
                block->fill();
                for (FieldRow* row : block->rows()) row->takeMnemonic(m_letters);
                if (end <= top) grown += block->heightForWidth(block->width()) - before;
            } else if (block->isFilled() && !std::ranges::contains(m_filled, block)) {
                m_filled.push_back(block);   // its row was asked for
            }
        }
    }
    std::erase_if(m_filled, [&](RowBlock* block) { return std::ranges::contains(near, block); });
    emptyLongUnseen(near.size());
    m_filled.insert(m_filled.end(), near.begin(), near.end());
    if (grown == 0) return;
    layOutNow();
    bar->setValue(top + grown);
}

/// Who goes back and forth between places finds them made; of all others the rows are given back.
void FormPage::emptyLongUnseen(std::size_t inSight) {
    const QWidget* focus = QApplication::focusWidget();
    const std::size_t filled = m_filled.size() + inSight;
    std::size_t surplus = filled > mostFilled ? filled - mostFilled : 0;
    std::erase_if(m_filled, [&](RowBlock* block) {
        const bool isUsed =
            (focus && block->isAncestorOf(focus)) || (m_current && block->isAncestorOf(m_current));
        if (surplus == 0 || isUsed) return false;
        --surplus;
        block->empty();
        return true;
    });
}

void FormPage::onEdited(const Edit& edit) {
    const auto isMine = [this](const Change& change) { return change.file == m_file; };
    if (std::ranges::none_of(edit.changes, isMine)) return;
    m_isStale = true;
    refresh();
}

void FormPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_followed = {};
    refresh();
    fillInSight();   // what was made before is laid out now
}

void FormPage::refresh() {
    if (!m_isStale || !m_session.isOpen() || !isVisibleTo(window()) || !m_session.isAtHand(m_file)) return;
    const auto& analysis = m_session.analysis();
    if (!analysis) return;
    const auto schema = analysis->schemas.find(m_file);
    if (schema == analysis->schemas.end()) return;
    if (m_schema && isTypedBeside()) {   // what moves rows waits: half a key is no setting yet
        for (FieldRow* row : rows()) row->refresh(m_findings);
        return;
    }
    m_isStale = false;
    if (!m_schema || !haveSameForm(*m_schema, *schema->second)) {
        const auto before = m_schema;   // rows of the old form refer to it until they are gone
        m_schema = schema->second;
        buildSections();
    }
    m_stack->setCurrentIndex(m_session.snapshot()->exists(m_file) ? 0 : 1);
    m_emptyText->setText(
        m_schema->fields().empty()
            ? tr("The program declares nothing that can be configured here.")
            : translated(m_schema->table("") ? m_schema->table("")->summary : MessageText{}));
    m_emptyText->setVisible(!m_emptyText->text().isEmpty());
    if (m_findings.analysis() != analysis)
        m_findings = Findings(analysis, m_session.findings(), m_file);
    else if (m_findings.list() != m_session.findings())
        m_findings = m_findings.with(m_session.findings(), m_file);
    const toml::Document& document = m_session.document(m_file);
    showNotParsed(document);
    m_bodyLayout->setEnabled(false);   // one layout for all that changes
    for (FormSectionBox* section : m_sections) section->refresh(m_findings);
    m_unknown->refresh(m_findings);
    showFiltered();
    m_bodyLayout->setEnabled(true);
    showCurrent();
    fillInSight();
}

bool FormPage::isTypedBeside() const {
    const QWidget* focus = QApplication::focusWidget();
    return m_session.isTyping() && !(focus && isAncestorOf(focus));
}

/// Said when the finding is, for half a word that is being typed beside the form is no mistake yet; until all is mended.
void FormPage::showNotParsed(const toml::Document& document) {
    if (document.valid()) return m_notParsed->hide();
    const auto& error = document.errors().front();
    const auto isSaid = [&](const Diagnostic& finding) {
        return finding.place.file == m_file && finding.place.range.begin == error.range.begin;
    };
    if (std::ranges::none_of(*m_findings.list(), isSaid)) return;
    const auto line = std::ranges::count(document.text().substr(0, error.range.begin), '\n') + 1;
    m_notParsedText->setText(tr("Line %1 does not parse: %2. The fields show what is intact.")
                                 .arg(line)
                                 .arg(translated(error.message)));
    m_notParsed->show();
}

void FormPage::setFilter(const RowFilter& filter) {
    m_filter = filter;
    applyFilter();
}

void FormPage::applyFilter() {
    if (!m_schema) return;
    showFiltered();
    fillInSight();
}

void FormPage::showFiltered() {
    bool any = false;
    for (FormSectionBox* section : m_sections) {
        const bool shown = section->filter(m_filter);
        any = any || shown;
    }
    m_unknown->setVisible(m_unknown->hasKeys() && !m_filter.onlySet && m_filter.text.isEmpty());
    any = any || !m_unknown->isHidden();
    m_nothingFound->setText(
        m_sections.empty() ? tr("The program declares nothing that can be configured here.")
        : m_filter.onlyFindings && m_filter.text.isEmpty() ? tr("No setting has a problem.")
        : m_filter.onlySet && m_filter.text.isEmpty()      ? tr("Every setting has its default.")
                                                           : tr("No setting matches the filter."));
    m_nothingFound->setVisible(!any);
}

std::vector<FieldRow*> FormPage::rows() const {
    std::vector<FieldRow*> all;
    for (const FormSectionBox* section : m_sections) {
        const auto more = section->rows();
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

void FormPage::reveal(const toml::Path& path, bool focus) {
    if (QWidget* unknown = m_unknown ? m_unknown->rowFor(path) : nullptr) {
        m_unknown->setFolded(false);
        layOutNow();
        m_scroll->ensureWidgetVisible(unknown, 0, 80);
        if (focus) m_unknown->inputFor(path)->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (toml::Path outer = path; !outer.empty(); outer.pop_back()) {
        for (FormSectionBox* section : m_sections) {
            if (FieldRow* row = section->reveal(outer)) {
                section->setFolded(false);
                layOutNow();
                m_scroll->ensureWidgetVisible(row, 0, 80);
                if (focus) row->input()->setFocus(Qt::OtherFocusReason);
                return;
            }
            if (FormSectionBox* found = section->sectionFor(outer)) {
                found->setFolded(false);
                layOutNow();
                m_scroll->verticalScrollBar()->setValue(found->mapTo(m_body, QPoint()).y());
                return;
            }
        }
    }
}

void FormPage::followFocus(QWidget* now) {
    if (!now || !isAncestorOf(now)) return;
    for (QWidget* widget = now; widget && widget != this; widget = widget->parentWidget()) {
        if (const auto* row = qobject_cast<FieldRow*>(widget))
            return m_session.navigation().select(row->selection());
    }
    const toml::Path unknown = m_unknown ? m_unknown->pathOf(now) : toml::Path{};
    if (!unknown.empty()) m_session.navigation().select({m_file, unknown});
}

void FormPage::showCurrent() {
    const Selection& selection = m_session.navigation().selection();
    FieldRow* current = nullptr;
    if (selection.document == m_file) {
        for (toml::Path path = selection.path; !path.empty() && !current; path.pop_back()) {
            for (FormSectionBox* section : m_sections) {
                if (!current) current = section->reveal(path);
            }
        }
    }
    if (m_current && m_current != current) m_current->setCurrent(false);
    m_current = current;
    if (current) current->setCurrent(true);
    follow();
}

void FormPage::follow() {
    const Navigation& navigation = m_session.navigation();
    const Selection& selection = navigation.selection();
    if (!isVisible() || selection.document != m_file || selection == m_followed) return;
    const bool isFirst = m_followed.document.empty();
    m_followed = selection;
    const QWidget* focus = QApplication::focusWidget();
    const bool isWorkedIn = focus && isAncestorOf(focus);
    m_staysThere = !isWorkedIn && (isFirst || !navigation.isTyped());
    stayThere();
}

/// What is above a setting may grow after it was scrolled to: the page is laid out later where it was just opened.
void FormPage::stayThere() {
    if (!m_staysThere || m_isFilling) return;
    const QScopedValueRollback once(m_staysThere, false);   // what is made on the way changes the range
    reveal(m_followed.path, false);
}

/// Rows that somebody has seen stay where they are on the screen when the strip above them comes or goes.
bool FormPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_body && event->type() == QEvent::Paint) m_isSeen = true;
    if (watched == m_scroll && event->type() == QEvent::Move && m_isSeen) {
        const auto& move = static_cast<const QMoveEvent&>(*event);
        QScrollBar* bar = m_scroll->verticalScrollBar();
        bar->setValue(bar->value() + move.pos().y() - move.oldPos().y());
    }
    return QWidget::eventFilter(watched, event);
}

void FormPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    setNarrow(width() < narrowBelow);
    if (isVisible()) layOutNow();   // else: Qt forgets to tell a size that comes out of it
}

void FormPage::setNarrow(bool narrow) {
    for (FormSectionBox* section : m_sections) section->setNarrow(narrow);
    for (QToolButton* toggle : m_toggles)
        toggle->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
}

}
