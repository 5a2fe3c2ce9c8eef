#include "app/problems/problems_view.h"

#include "app/bridge/text.h"
#include "app/problems/problems_filter.h"
#include "app/problems/problems_list.h"
#include "app/problems/problems_model.h"
#include "app/views/elided_label.h"
#include "app/views/fix_menu.h"
#include "app/views/rule_page.h"
#include "app/views/theme.h"
#include "app/views/views.h"
#include "core/rules/rule.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QStackedLayout>
#include <QToolButton>

namespace arabesque {

namespace {

/// That nothing is wrong, and what follows from that: without a target nothing is generated.
QString allClear(const Analysis& analysis, const QTime& checkedAt) {
    const QString checked = ProblemsView::tr("No problems. Checked at %1 with %n rule(s).", nullptr,
                                             static_cast<int>(allRules().size()))
                                .arg(QLocale().toString(checkedAt, QLocale::ShortFormat));
    if (!analysis.artifacts.empty())
        return checked + QLatin1Char('\n') +
               ProblemsView::tr("%n file(s) are generated for the target %1.", nullptr,
                                static_cast<int>(analysis.artifacts.size()))
                   .arg(toQt(*analysis.deployment.cloud));
    const bool hasTarget = analysis.deployment.target != Deployment::Cloud::None;
    return checked + QLatin1Char('\n') +
           (hasTarget ? ProblemsView::tr("Nothing is generated for the target %1.")
                            .arg(toQt(*analysis.deployment.cloud))
                      : ProblemsView::tr("Nothing is generated yet: choose a build target in Ballerina.toml "
                                         "(build-options, cloud)."));
}

}

ProblemsView::ProblemsView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new ProblemsModel(this)),
      m_filtered(new ProblemsFilter(session, this)),
      m_list(new ProblemsList(this)),
      m_filter(new QLineEdit(this)),
      m_counts(new ElidedLabel(Qt::ElideRight, Role::Text, this)),
      m_empty(new QLabel(this)),
      m_accepted(new QToolButton(this)),
      m_bar(new QWidget(this)),
      m_stack(new QStackedLayout) {
    build();
    makeBar();
    connect(&session, &Session::analyzed, this, &ProblemsView::showAnalysis);
    connect(&session, &Session::findingsChanged, this, &ProblemsView::showAnalysis);
    connect(&session, &Session::opened, m_list, &ProblemsList::narrow);
    connect(&session, &Session::opened, this, &ProblemsView::showAnalysis);
    connect(m_list, &QTreeView::activated, this, &ProblemsView::goTo);
    connect(m_list, &QTreeView::customContextMenuRequested, this, &ProblemsView::openMenu);
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == ProblemsModel::FixColumn) openMenu(m_list->visualRect(index).bottomLeft());
    });
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &ProblemsFilter::setText);
    connect(m_filter, &QLineEdit::textChanged, this, &ProblemsView::showState);
    connect(&session.navigation(), &Navigation::findingsWanted, this,
            [this](const Selection& entry) { m_filter->setText(ProblemsFilter::textFor(entry)); });
    for (const auto* keys : {"Alt+Return", "Ctrl+."}) {
        auto* shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this,
                [this] { openMenu(m_list->visualRect(m_list->currentIndex()).bottomLeft()); });
    }
    auto* about = new QShortcut(QKeySequence(QKeySequence::HelpContents), this);
    about->setContext(Qt::WidgetWithChildrenShortcut);
    connect(about, &QShortcut::activated, this, [this] {
        if (const Diagnostic* found = currentFinding()) openRulePage(found->rule, window());
    });
    const auto addStep = [this](const QKeySequence& keys, int by) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, by] { step(by); });
    };
    addStep(QKeySequence(Qt::Key_F6), 1);
    addStep(QKeySequence(Qt::SHIFT | Qt::Key_F6), -1);
    showAnalysis();
}

void ProblemsView::build() {
    m_filtered->setSourceModel(m_model);
    m_list->showLinesOf(*m_filtered);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Problems of all files"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("muted"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
}

void ProblemsView::makeBar() {
    auto* layout = new QHBoxLayout(m_bar);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(8);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter problems"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(260);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_accepted->setCheckable(true);
    m_accepted->setAutoRaise(true);
    m_accepted->setToolTip(tr("List what Deployment.toml accepts as well"));
    connect(m_accepted, &QToolButton::toggled, this, [this](bool shows) {
        m_model->setShowsAccepted(shows);
        showState();
    });
    layout->addWidget(m_counts);
    layout->addWidget(m_accepted);
    layout->addStretch(1);
    layout->addWidget(m_filter, 1);
}

void ProblemsView::showAnalysis() {
    const Diagnostic* current = currentFinding();
    const std::optional<Diagnostic> kept = current ? std::optional(*current) : std::nullopt;
    m_model->show(m_session.analysis(), m_session.findings());
    m_checkedAt = QTime::currentTime();
    if (kept) {
        if (const int row = m_model->rowOf(*kept); row >= 0) {
            m_list->setCurrentIndex(m_filtered->mapFromSource(m_model->index(row, 0)));
        }
    }
    showState();
}

void ProblemsView::showState() {
    m_counts->setWhole(m_session.analysis() ? countsText(*m_session.findings(), QStringLiteral("  ·  "))
                                            : QString());
    const std::size_t accepted = m_session.analysis() ? m_session.analysis()->accepted.size() : 0;
    m_accepted->setText(tr("%n accepted", nullptr, static_cast<int>(accepted)));
    m_accepted->setVisible(accepted > 0);
    if (!m_session.analysis()) {
        m_empty->setText(m_session.isOpen() ? tr("Checking …")
                                            : tr("Problems of the open project are listed here."));
    } else if (m_model->rowCount() == 0) {
        m_empty->setText(allClear(*m_session.analysis(), m_checkedAt));
    } else {
        m_empty->setText(tr("No problem matches the filter."));
    }
    m_bar->setVisible(m_model->rowCount() > 0 || accepted > 0);
    m_stack->setCurrentWidget(m_filtered->rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    m_list->widen();
}

const Diagnostic* ProblemsView::currentFinding() const {
    return m_model->diagnostic(m_filtered->mapToSource(m_list->currentIndex()).row());
}

void ProblemsView::goTo(const QModelIndex& index) {
    const Diagnostic* found = m_model->diagnostic(m_filtered->mapToSource(index).row());
    if (found) m_session.navigation().goTo(found->place);
}

void ProblemsView::step(int by) {
    const int rows = m_filtered->rowCount();
    if (rows == 0) return;
    const QModelIndex current = m_list->currentIndex();
    const int row = current.isValid() ? (current.row() + by + rows) % rows : by > 0 ? 0 : rows - 1;
    m_list->setCurrentIndex(m_filtered->index(row, 0));
    goTo(m_list->currentIndex());
}

void ProblemsView::openMenu(const QPoint& position) {
    const QPoint where = m_list->viewport()->mapToGlobal(position);
    const int row = m_filtered->mapToSource(m_list->currentIndex()).row();
    if (const AcceptedFinding* accepted = m_model->accepted(row))
        return openAcceptedMenu(m_session, *accepted, this, where);
    if (const Diagnostic* found = m_model->diagnostic(row)) openFixMenu(m_session, {*found}, this, where);
}

namespace {

QWidget* make(Session& session, QWidget* parent) {
    return new ProblemsView(session, parent);
}

}

const ViewEntry view::problems{.id = "problems",
                               .title = MESSAGE("view", "Problems"),
                               .icon = "problems",
                               .area = Area::Bottom,
                               .shortcut = "Alt+1",
                               .make = make};

}
