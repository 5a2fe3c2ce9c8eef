#include "app/window/environment_menu.h"

#include "app/bridge/text.h"
#include "app/session/session.h"

#include <QActionGroup>

namespace arabesque {

EnvironmentMenu::EnvironmentMenu(Session& session, QWidget* parent)
    : QMenu(tr("En&vironment"), parent), m_session(session) {
    connect(this, &QMenu::aboutToShow, this, &EnvironmentMenu::fill);
}

void EnvironmentMenu::fill() {
    clear();
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& text, const std::string& name) {
        QAction* action = addAction(text, this, [this, name] { m_session.setEnvironment(name); });
        action->setCheckable(true);
        action->setChecked(m_session.environment() == name);
        group->addAction(action);
    };
    add(tr("As the files say"), {});
    if (m_session.analysis())
        for (const Environment& each : m_session.analysis()->deployment.environments)
            add(toQt(*each.name), *each.name);
    addSeparator();
    addAction(tr("Compare environments"), this, [this] {
        m_session.navigation().openPage("environments");
    })->setEnabled(m_session.isOpen());
}

}
