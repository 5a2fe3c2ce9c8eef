#pragma once

#include "app/session/session.h"

#include <QScrollArea>

class QLabel;

namespace arabesque {

/// What there is to know about the selected setting.
class HelpView final : public QScrollArea {
    Q_OBJECT

public:
    explicit HelpView(Session& session, QWidget* parent = nullptr);

private:
    void showSelection();

    Session& m_session;
    QLabel* m_text;
};

}
