#include "app/simulation/what_if_page.h"

#include "app/bridge/text.h"
#include "app/views/views.h"
#include "core/text/diff.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

namespace {

constexpr int numberRole = Qt::UserRole;

QString headingOf(Failure::Kind kind) {
    switch (kind) {
    case Failure::Kind::Node: return WhatIfPage::tr("Nodes");
    case Failure::Kind::Host: return WhatIfPage::tr("Machines");
    case Failure::Kind::Zone: return WhatIfPage::tr("Zones");
    case Failure::Kind::Region: return WhatIfPage::tr("Regions");
    case Failure::Kind::Link: return WhatIfPage::tr("Connections");
    case Failure::Kind::Balancer: return WhatIfPage::tr("Balancers' programs");
    case Failure::Kind::Database: return WhatIfPage::tr("Databases");
    case Failure::Kind::Dns: return WhatIfPage::tr("DNS");
    }
    return {};
}

}

WhatIfPage::WhatIfPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_whatIf(WhatIf::of(session)),
      m_summary(new QLabel(this)),
      m_stack(new QStackedLayout),
      m_parts(new QTreeWidget(this)),
      m_restore(new QPushButton(tr("&Restore all"), this)),
      m_capacityBar(new QProgressBar(this)),
      m_capacity(new QLabel(this)),
      m_outcome(new OutcomeTree(this)),
      m_timeline(new TimelineView(this)),
      m_content(makeContent()),
      m_empty(makeEmpty()) {
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(&m_whatIf, &WhatIf::changed, this, &WhatIfPage::refresh);
    connect(m_restore, &QPushButton::clicked, &m_whatIf, &WhatIf::restoreAll);
    connect(m_parts, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) {
        const QVariant number = item->data(0, numberRole);
        if (number.isValid())
            m_whatIf.setFailed(m_shown[number.toUInt()], item->checkState(0) == Qt::Checked);
    });
}

void WhatIfPage::build() {
    auto* title = new QLabel(tr("What if"), this);
    title->setObjectName(QStringLiteral("title"));
    m_summary->setObjectName(QStringLiteral("muted"));
    m_summary->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_summary);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
}

QWidget* WhatIfPage::makeContent() {
    m_parts->setHeaderHidden(true);
    m_parts->setFrameShape(QFrame::NoFrame);
    m_parts->setAccessibleName(tr("What can fail"));
    m_capacityBar->setTextVisible(false);
    m_capacityBar->setAccessibleName(tr("Capacity left"));
    m_capacity->setWordWrap(true);
    auto* splitter = new QSplitter(this);
    auto* left = new QWidget(splitter);
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 8, 0);
    leftLayout->addWidget(m_parts, 1);
    leftLayout->addWidget(m_restore, 0, Qt::AlignLeft);
    auto* right = new QSplitter(Qt::Vertical, splitter);
    auto* outcome = new QWidget(right);
    auto* outcomeLayout = new QVBoxLayout(outcome);
    outcomeLayout->setContentsMargins(8, 0, 0, 0);
    outcomeLayout->addWidget(m_capacity);
    outcomeLayout->addWidget(m_capacityBar);
    outcomeLayout->addWidget(m_outcome, 1);
    right->addWidget(outcome);
    right->addWidget(m_timeline);
    right->setStretchFactor(0, 2);
    right->setStretchFactor(1, 1);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

QWidget* WhatIfPage::makeEmpty() {
    auto* box = new QWidget(this);
    auto* text = new QLabel(
        tr("Deployment.toml lays out no nodes yet.\n\nOnce there are some, parts of the deployment can "
           "be failed here to see what still serves, who takes over and when."),
        box);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setObjectName(QStringLiteral("muted"));
    auto* create = new QPushButton(tr("Lay out a first node"), box);
    connect(create, &QPushButton::clicked, this, &WhatIfPage::declareFirstNode);
    auto* layout = new QVBoxLayout(box);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addSpacing(8);
    layout->addWidget(create, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return box;
}

void WhatIfPage::declareFirstNode() {
    const std::string before(m_session.snapshot()->text("Deployment.toml"));
    std::string after = before;
    if (!after.empty() && !after.ends_with('\n')) after += '\n';
    after += std::string(after.empty() ? "" : "\n") + "[[node]]\nname = \"app-1\"\nrole = \"service\"\n";
    m_session.submit(difference("Deployment.toml", before, after), tr("Lay out a first node"));
}

void WhatIfPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale) showOutcome();
}

void WhatIfPage::refresh() {
    m_isStale = true;
    if (isVisible()) showOutcome();
}

void WhatIfPage::showOutcome() {
    m_isStale = false;
    const bool empty = m_whatIf.topology().nodes.empty();
    m_stack->setCurrentWidget(empty ? m_empty : m_content);
    if (empty) {
        m_summary->clear();
        return;
    }
    showParts();
    const Outcome outcome = m_whatIf.outcome();
    const Recovery* outage = outcome.longestOutage();
    QStringList parts{
        !outcome.data ? tr("Clients are not served.")
        : outage == nullptr
            ? tr("Clients are served.")
            : tr("Clients are served again after %1.").arg(timeText(outage->seconds(), outage->lowerBound))};
    if (outcome.control)
        parts << (*outcome.control ? tr("The control path works.") : tr("The control path does not work."));
    if (m_whatIf.failures().empty()) parts << tr("Nothing has failed: tick what should.");
    m_summary->setText(parts.join(QLatin1Char(' ')));
    m_restore->setEnabled(!m_whatIf.failures().empty());
    showCapacity(outcome.capacity);
    m_outcome->showOutcome(outcome, m_whatIf.design());
    m_timeline->showEvents(outcome.timeline);
    m_timeline->setVisible(!outcome.timeline.empty());
}

void WhatIfPage::showParts() {
    const QSignalBlocker blocker(m_parts);
    const std::vector<Failure> all = failuresOf(m_whatIf.topology());
    if (all != m_shown) {
        m_shown = all;
        m_parts->clear();
        for (std::size_t number = 0; number < all.size(); ++number) {
            auto* item = new QTreeWidgetItem(groupOf(all[number].kind), {toQt(all[number].name)});
            item->setData(0, numberRole, static_cast<uint>(number));
        }
        for (int i = 0; i < m_parts->topLevelItemCount(); ++i)
            m_parts->topLevelItem(i)->setExpanded(m_parts->topLevelItem(i)->text(0) !=
                                                  headingOf(Failure::Kind::Link));
    }
    for (QTreeWidgetItemIterator item(m_parts); *item != nullptr; ++item) {
        const QVariant number = (*item)->data(0, numberRole);
        if (number.isValid())
            (*item)->setCheckState(0,
                                   m_whatIf.isFailed(m_shown[number.toUInt()]) ? Qt::Checked : Qt::Unchecked);
    }
}

QTreeWidgetItem* WhatIfPage::groupOf(Failure::Kind kind) {
    const QString heading = headingOf(kind);
    for (int i = 0; i < m_parts->topLevelItemCount(); ++i)
        if (m_parts->topLevelItem(i)->text(0) == heading) return m_parts->topLevelItem(i);
    return new QTreeWidgetItem(m_parts, {heading});
}

void WhatIfPage::showCapacity(const Capacity& capacity) {
    const bool known = capacity.before && capacity.left && *capacity.before > 0;
    m_capacityBar->setVisible(known);
    QString text = tr("%1 of %2 copies serve.").arg(capacity.copiesLeft).arg(capacity.copiesBefore);
    if (known) {
        m_capacityBar->setRange(0, static_cast<int>(*capacity.before));
        m_capacityBar->setValue(static_cast<int>(*capacity.left));
        text = tr("%1 of %2 requests per second are left.").arg(*capacity.left).arg(*capacity.before) +
               QLatin1Char(' ') + text;
    }
    if (const auto enough = capacity.isEnough())
        text +=
            QLatin1Char(' ') + (*enough ? tr("That is enough for the peak of %1.").arg(*capacity.peak)
                                        : tr("That is not enough for the peak of %1.").arg(*capacity.peak));
    m_capacity->setText(text);
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new WhatIfPage(session, parent);
}

}

const ViewEntry view::what_if{.id = "what-if",
                              .title = MESSAGE("view", "What if"),
                              .icon = "what-if",
                              .area = Area::Page,
                              .shortcut = "",
                              .make = make};

}
