#include "app/views/fix_menu.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/accept_dialog.h"
#include "app/views/fix_preview.h"
#include "app/views/rule_page.h"
#include "app/views/theme.h"
#include "core/analysis/accepting.h"
#include "core/analysis/fixing.h"
#include "core/rules/rule.h"

#include <QApplication>
#include <QMenu>

namespace arabesque {

namespace {

QString tr(const char* text, int count = -1) {
    return QCoreApplication::translate("fixes", text, nullptr, count);
}

class FixMenu {
public:
    FixMenu(Session& session, QWidget* parent) : m_session(session), m_menu(new QMenu(parent)) {
        m_menu->setAttribute(Qt::WA_DeleteOnClose);
    }

    void add(const Diagnostic& finding) {
        m_menu->addAction(icon(finding.severity), translated(finding.message))->setEnabled(false);
        for (const Fix& fix : finding.fixes) add(fix);
        if (finding.fixes.empty()) addText(tr("No quick fix for this finding"));
        addAllOf(finding);
        addAcceptance(finding);
        addPage(finding.rule);
    }

    void add(const Fix& fix) {
        const bool shown = fix.edit.changes.size() > 1;
        m_menu->addAction(icon(QStringLiteral("fix"), Role::Accent),
                          translated(fix.title) + (shown ? QStringLiteral(" …") : QString()), m_menu,
                          [&session = m_session, fix, shown, window = m_menu->parentWidget()->window()] {
                              if (shown)
                                  previewFix(session, fix, window);
                              else
                                  session.applyFix(fix);
                          });
    }

    void addText(const QString& text) { m_menu->addAction(text)->setEnabled(false); }

    void addListAgain(const AcceptedFinding& accepted) {
        m_menu->addAction(icon(accepted.finding.severity), translated(accepted.finding.message))
            ->setEnabled(false);
        const auto edit = listAgain(*m_session.analysis(), accepted);
        QAction* again = m_menu->addAction(
            icon(QStringLiteral("undo")), tr("List it again"), m_menu,
            [&session = m_session, edit] { session.submit(*edit, tr("List an accepted finding again")); });
        again->setEnabled(edit && !edit->empty());
        addPage(accepted.finding.rule);
    }

    void separate() { m_menu->addSeparator(); }
    [[nodiscard]] bool isEmpty() const { return m_menu->isEmpty(); }
    void popup(const QPoint& position) { m_menu->popup(position); }

private:
    void addAllOf(const Diagnostic& finding) {
        const auto& analysis = m_session.analysis();
        if (!analysis || finding.fixes.empty()) return;
        const auto all = fixableOf(*analysis, finding.rule);
        if (all.size() < 2) return;
        const Fix fix{MESSAGE("fixes", "Fix all of this kind"), firstFixes(all)};
        m_menu->addAction(icon(QStringLiteral("fix"), Role::Accent),
                          tr("Fix all %n of this kind …", static_cast<int>(all.size())), m_menu,
                          [&session = m_session, fix, window = m_menu->parentWidget()->window()] {
                              previewFix(session, fix, window);
                          });
    }

    void addAcceptance(const Diagnostic& finding) {
        if (!m_session.analysis() || findRule(finding.rule) == nullptr) return;
        m_menu->addAction(tr("Accept it with a reason …"), m_menu,
                          [&session = m_session, finding, window = m_menu->parentWidget()->window()] {
                              (new AcceptDialog(session, finding, window))->open();
                          });
    }

    void addPage(const std::string& rule) {
        if (findRule(rule) == nullptr) return;
        m_menu->addAction(icon(QStringLiteral("help")), tr("About the rule %1").arg(toQt(rule)), m_menu,
                          [rule, window = m_menu->parentWidget()->window()] { openRulePage(rule, window); });
    }

    Session& m_session;
    QMenu* m_menu;
};

}

void openFixMenu(Session& session, const std::vector<Diagnostic>& findings, QWidget* parent,
                 const QPoint& position, const std::vector<Fix>& actions) {
    FixMenu menu(session, parent);
    for (const Diagnostic& finding : findings) menu.add(finding);
    if (!findings.empty() && !actions.empty()) menu.separate();
    for (const Fix& action : actions) menu.add(action);
    if (menu.isEmpty()) menu.addText(tr("Nothing to fix here"));
    menu.popup(position);
}

void openAcceptedMenu(Session& session, const AcceptedFinding& accepted, QWidget* parent,
                      const QPoint& position) {
    FixMenu menu(session, parent);
    menu.addListAgain(accepted);
    menu.popup(position);
}

}
