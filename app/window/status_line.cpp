#include "app/window/status_line.h"

#include "app/bridge/editor_text.h"
#include "app/bridge/text.h"
#include "app/problems/problems_model.h"
#include "app/views/elided_label.h"
#include "app/views/theme.h"
#include "app/window/environment_menu.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace arabesque {

StatusLine::StatusLine(Session& session, QWidget* parent)
    : QStatusBar(parent),
      m_session(session),
      m_path(new ElidedLabel(Qt::ElideMiddle, Role::Muted, this)),
      m_cursor(new QLabel(this)),
      m_lineEnd(new QLabel(this)),
      m_target(new QLabel(this)),
      m_environment(new QToolButton(this)),
      m_counts(new QToolButton(this)) {
    setSizeGripEnabled(false);
    m_counts->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_counts->setToolTip(tr("Open the list of problems"));
    m_counts->setAccessibleName(m_counts->toolTip());
    addWidget(m_counts);
    m_path->setContentsMargins(8, 2, 8, 2);
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_path, 1);
    for (QLabel* label : {m_cursor, m_lineEnd, m_target}) addPermanentWidget(label);
    // With a size of its own, text that changes with each keystroke does not have the window laid out again;
    // that of the counts only grows.
    m_cursor->setText(tr("Line %1, column %2").arg(99'999).arg(999));
    m_cursor->setFixedSize(m_cursor->sizeHint());
    m_environment->setMenu(new EnvironmentMenu(session, m_environment));
    m_environment->setPopupMode(QToolButton::InstantPopup);
    m_environment->setAutoRaise(true);
    m_environment->setToolTip(tr("The environment that everything is shown for"));
    m_environment->setAccessibleName(m_environment->toolTip());
    addPermanentWidget(m_environment);
    connect(m_counts, &QToolButton::clicked, this, &StatusLine::problemsWanted);
    connect(&session, &Session::analyzed, this, &StatusLine::showAnalysis);
    connect(&session, &Session::findingsChanged, this, &StatusLine::showAnalysis);
    connect(&session, &Session::opened, this, &StatusLine::showAnalysis);
    connect(&session.navigation(), &Navigation::cursorChanged, this, &StatusLine::showCursor);
    connect(&session.navigation(), &Navigation::pageChanged, this, &StatusLine::showCursor);
    connect(&session.navigation(), &Navigation::selectionChanged, this, &StatusLine::showCursor);
    showAnalysis();
    showCursor();
}

void StatusLine::showCursor() {
    const Navigation& navigation = m_session.navigation();
    const bool isDocument = m_session.isOpen() && m_session.snapshot()->documents.contains(navigation.page());
    const auto [cursorLine, cursorColumn] = navigation.cursor();
    m_cursor->setText(isDocument ? tr("Line %1, column %2").arg(cursorLine).arg(cursorColumn) : QString());
    m_lineEnd->setText(!isDocument                                                        ? QString()
                       : lineEndOf(m_session.snapshot()->text(navigation.page())) == "\n" ? tr("LF")
                                                                                          : tr("CRLF"));
    m_path->setWhole(isDocument ? toQt(toml::toText(navigation.selection().path)) : QString());
}

void StatusLine::showAnalysis() {
    const auto& analysis = m_session.analysis();
    m_counts->setVisible(analysis != nullptr);
    m_target->setVisible(analysis != nullptr);
    m_environment->setVisible(analysis != nullptr);
    if (!analysis) return;
    const auto count = [&](Severity severity) {
        return static_cast<int>(std::ranges::count(*m_session.findings(), severity, &Diagnostic::severity));
    };
    const int errors = count(Severity::Error);
    const int warnings = count(Severity::Warning);
    const Severity worst = errors > 0 ? Severity::Error : warnings > 0 ? Severity::Warning : Severity::Info;
    if (m_worst != worst) {   // an icon that is set anew has the window laid out and painted again
        m_worst = worst;
        m_counts->setIcon(worst == Severity::Info ? icon(QStringLiteral("success"), Role::Success)
                                                  : icon(worst));
    }
    const QString counts = countsText(*m_session.findings(), QStringLiteral(", "));
    m_counts->setText(counts.isEmpty() ? tr("No problems") : counts);
    m_counts->setAccessibleName(m_counts->text());
    m_counts->setFixedSize(m_counts->sizeHint().expandedTo(m_counts->minimumSize()));
    const std::string& cloud = *analysis->deployment.cloud;
    m_target->setText(
        cloud.empty()
            ? tr("No target")
            : tr("Target: %1 · code-to-cloud %2").arg(toQt(cloud), toQt(*analysis->deployment.release)));
    const auto& environment = analysis->deployment.environment;
    m_environment->setText(environment ? tr("Environment: %1").arg(toQt(*environment->name))
                                       : tr("Environment: none"));
    m_environment->setAccessibleName(m_environment->text());
    m_target->setToolTip(
        tr("The build option 'cloud' in Ballerina.toml, and the profile in Deployment.toml"));
}

}
