#include "app/patterns/patterns_page.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/difference_view.h"
#include "app/views/rule_page.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "core/analysis/converting.h"
#include "core/rules/rule.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

namespace {

constexpr const char* file = "Deployment.toml";
constexpr int listWidth = 232;
constexpr int leastHeightOfChange = 160;

QLabel* wrapped(QWidget* parent, const char* name = "") {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(QStringLiteral("sectionTitle"));
    return label;
}

}

PatternsPage::PatternsPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_list(new QListWidget(this)),
      m_title(new QLabel(this)),
      m_summary(wrapped(this)),
      m_needs(wrapped(this)),
      m_limits(wrapped(this)),
      m_contract(new QVBoxLayout),
      m_state(wrapped(this, "muted")),
      m_change(new DifferenceView(this)),
      m_apply(new QPushButton(tr("&Use this pattern"), this)) {
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &PatternsPage::showChosen);
    connect(m_list, &QListWidget::itemActivated, m_apply, qOverload<>(&QWidget::setFocus));
    connect(m_apply, &QPushButton::clicked, this, &PatternsPage::apply);
    connect(&session, &Session::analyzed, this, &PatternsPage::refresh);
    connect(&session, &Session::opened, this, &PatternsPage::refresh);
}

void PatternsPage::build() {
    m_title->setObjectName(QStringLiteral("title"));
    m_list->setAccessibleName(tr("Patterns"));
    m_list->setFixedWidth(listWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const DeploymentPattern* pattern : allPatterns()) m_list->addItem(translated(pattern->label));
    m_change->setAccessibleName(tr("What would change in Deployment.toml"));
    m_change->setMinimumHeight(leastHeightOfChange);
    m_apply->setObjectName(QStringLiteral("primary"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(16);
    auto* left = new QVBoxLayout;
    auto* title = new QLabel(tr("Patterns"), this);
    title->setObjectName(QStringLiteral("title"));
    left->addWidget(title);
    left->addWidget(m_list, 1);
    layout->addLayout(left);
    layout->addWidget(makeDetails(), 1);
    m_list->setCurrentRow(0);
}

QWidget* PatternsPage::makeDetails() {
    auto* details = new QWidget(this);
    auto* facts = new QWidget(details);
    auto* text = new QVBoxLayout(facts);
    text->setContentsMargins(0, 0, 12, 0);
    text->setSpacing(8);
    text->addWidget(m_summary);
    text->addWidget(heading(tr("What must not be"), facts));
    m_contract->setSpacing(0);
    text->addLayout(m_contract);
    text->addWidget(heading(tr("Needs"), facts));
    text->addWidget(m_needs);
    text->addWidget(heading(tr("Does not do"), facts));
    text->addWidget(m_limits);
    text->addStretch(1);
    auto* scroll = new QScrollArea(details);
    scroll->setWidget(facts);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    facts->setAutoFillBackground(false);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_state, 1);
    bottom->addWidget(m_apply);
    auto* layout = new QVBoxLayout(details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(scroll, 3);
    layout->addLayout(bottom);
    layout->addWidget(m_change, 2);
    return details;
}

const DeploymentPattern& PatternsPage::chosen() const {
    return *allPatterns()[static_cast<std::size_t>(std::max(0, m_list->currentRow()))];
}

void PatternsPage::choose(const DeploymentPattern& pattern) {
    const auto all = allPatterns();
    m_list->setCurrentRow(static_cast<int>(std::ranges::find(all, &pattern) - all.begin()));
}

void PatternsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!m_isStale) return;
    const Analysis* analysis = m_session.analysis().get();
    const DeploymentPattern* declared =
        analysis == nullptr ? nullptr : patternOf(analysis->deployment.topology);
    if (declared != nullptr) choose(*declared);
    showAnalysis();
}

void PatternsPage::refresh() {
    m_isStale = true;
    if (isVisible()) showAnalysis();
}

void PatternsPage::showAnalysis() {
    m_isStale = false;
    showNames();
    showChosen();
}

/// The declared one says so in words.
void PatternsPage::showNames() {
    if (m_session.analysis() == nullptr) return;
    const DeploymentPattern* declared = patternOf(m_session.analysis()->deployment.topology);
    for (int row = 0; row < m_list->count(); ++row) {
        const DeploymentPattern* pattern = allPatterns()[static_cast<std::size_t>(row)];
        const QString name = translated(pattern->label);
        m_list->item(row)->setText(pattern == declared ? tr("%1 (declared)").arg(name) : name);
    }
}

void PatternsPage::showChosen() {
    const DeploymentPattern& pattern = chosen();
    m_title->setText(translated(pattern.label));
    m_summary->setText(translated(pattern.summary));
    m_needs->setText(translated(pattern.needs));
    m_limits->setText(translated(pattern.limits));
    if (m_isStale || m_session.analysis() == nullptr) return;
    showContract();
    showChange();
}

/// A line for each rule that holds the deployment to the pattern: a link to its page, and of the declared one whether it
/// is kept.
void PatternsPage::showContract() {
    while (QLayoutItem* item = m_contract->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Analysis& analysis = *m_session.analysis();
    const bool declared = patternOf(analysis.deployment.topology) == &chosen();
    const std::vector<Clause> kept = contractOf(analysis);
    for (std::size_t i = 0; i < chosen().contract.size(); ++i) {
        const Rule* rule = findRule(chosen().contract[i]);
        if (rule == nullptr) continue;
        const bool broken = declared && !kept[i].findings.empty();
        auto* line = new QPushButton(this);
        line->setFlat(true);
        line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        line->setObjectName(QStringLiteral("clause"));
        const QString title = translated(rule->title);
        line->setText(!declared ? title : (broken ? tr("%1: it is so") : tr("%1: no")).arg(title));
        line->setIcon(broken ? icon(Severity::Error)
                             : icon(declared ? QStringLiteral("success") : QStringLiteral("info")));
        line->setToolTip(broken ? translated(kept[i].findings.front()->message) : translated(rule->why));
        line->setAccessibleDescription(line->toolTip());
        connect(line, &QPushButton::clicked, this, [this, rule] { openRulePage(rule->id, window()); });
        m_contract->addWidget(line);
    }
}

void PatternsPage::showChange() {
    const Analysis& analysis = *m_session.analysis();
    const auto edit = convertTo(chosen(), analysis);
    m_edit = edit ? std::optional(*edit) : std::nullopt;
    const bool declared = patternOf(analysis.deployment.topology) == &chosen();
    const bool changes = m_edit && !m_edit->empty();
    m_apply->setEnabled(changes);
    m_apply->setText(declared ? tr("&Mend the deployment") : tr("&Use this pattern"));
    m_change->setVisible(changes);
    const std::string_view before = analysis.snapshot->text(file);
    if (changes) m_change->showDifference(before, applied(before, file, *m_edit));
    if (!edit)
        m_state->setText(translated(edit.error().message));
    else if (changes)
        m_state->setText(tr("This changes %n line(s) of Deployment.toml.", nullptr, m_change->count()));
    else
        m_state->setText(tr("The deployment is laid out like this, and everything holds."));
    m_apply->setToolTip(changes ? QString() : m_state->text());
    m_apply->setAccessibleDescription(m_state->text());
}

void PatternsPage::apply() {
    if (!m_edit || m_session.analysis()->revision() != m_session.snapshot()->revision) return;
    m_session.submit(*m_edit, tr("Lay out as %1").arg(translated(chosen().label)));
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new PatternsPage(session, parent);
}

}

const ViewEntry view::patterns{.id = "patterns",
                               .title = MESSAGE("view", "Patterns"),
                               .icon = "patterns",
                               .area = Area::Page,
                               .shortcut = "",
                               .make = make};

}
