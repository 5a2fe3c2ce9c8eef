#pragma once

#include "core/text/diagnostic.h"

#include <QDialog>

#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace arabesque {

class Session;

/// Asks where, why and until when a finding is accepted, and writes that into Deployment.toml.
class AcceptDialog final : public QDialog {
    Q_OBJECT

public:
    AcceptDialog(Session& session, Diagnostic finding, QWidget* parent);

private:
    void accept() override;
    void showState();

    Session& m_session;
    Diagnostic m_finding;
    std::vector<std::string> m_subjects;
    QComboBox* m_where;
    QLineEdit* m_reason;
    QCheckBox* m_expires;
    QDateEdit* m_until;
    QLabel* m_refusal;
    QPushButton* m_accept;
};

}
