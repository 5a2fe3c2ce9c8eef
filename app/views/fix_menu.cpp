#include "app/views/fix_menu.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/theme.h"

#include <QApplication>
#include <QMenu>

namespace arabesque {

void openFixMenu(Session& session, const std::vector<Diagnostic>& findings, QWidget* parent,
                 const QPoint& position, const std::vector<Fix>& actions) {
    auto* menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const Fix& fix) {
        menu->addAction(icon(QStringLiteral("fix"), Role::Accent), translated(fix.title), menu,
                        [&session, fix] { session.applyFix(fix); });
    };
    for (const Diagnostic& finding : findings) {
        menu->addAction(icon(finding.severity), translated(finding.message))->setEnabled(false);
        for (const Fix& fix : finding.fixes) add(fix);
        if (finding.fixes.empty()) {
            menu->addAction(QCoreApplication::translate("fixes", "No quick fix for this finding"))
                ->setEnabled(false);
        }
    }
    if (!findings.empty() && !actions.empty()) menu->addSeparator();
    for (const Fix& action : actions) add(action);
    if (findings.empty() && actions.empty())
        menu->addAction(QCoreApplication::translate("fixes", "Nothing to fix here"))->setEnabled(false);
    menu->popup(position);
}

}
