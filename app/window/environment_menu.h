#pragma once

#include <QMenu>

namespace arabesque {

class Session;

/// Chooses the environment that everything is shown for; those of Deployment.toml, each time it opens.
class EnvironmentMenu final : public QMenu {
    Q_OBJECT

public:
    EnvironmentMenu(Session& session, QWidget* parent);

private:
    void fill();

    Session& m_session;
};

}
