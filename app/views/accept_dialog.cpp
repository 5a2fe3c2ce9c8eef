#include "app/views/accept_dialog.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "core/analysis/accepting.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace arabesque {

namespace {

constexpr int usualDays = 90;

}

AcceptDialog::AcceptDialog(Session& session, Diagnostic finding, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_finding(std::move(finding)),
      m_subjects(subjectsOf(*session.analysis(), m_finding)),
      m_where(new QComboBox(this)),
      m_reason(new QLineEdit(this)),
      m_expires(new QCheckBox(tr("&Until"), this)),
      m_until(new QDateEdit(QDate::currentDate().addDays(usualDays), this)),
      m_refusal(new QLabel(this)) {
    setObjectName(QStringLiteral("accept"));
    setWindowTitle(tr("Accept a finding"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(560);
    auto* message = new QLabel(translated(m_finding.message), this);
    message->setWordWrap(true);
    for (const std::string& subject : m_subjects)
        m_where->addItem(subject.empty() ? tr("Everywhere in the project") : tr("At %1").arg(toQt(subject)));
    m_reason->setPlaceholderText(tr("Why is that right here? Whoever reads it next year will ask."));
    m_until->setCalendarPopup(true);
    m_until->setEnabled(false);
    m_until->setAccessibleName(tr("Last day"));
    m_refusal->setObjectName(QStringLiteral("muted"));
    m_refusal->setWordWrap(true);
    auto* until = new QHBoxLayout;
    until->addWidget(m_expires);
    until->addWidget(m_until);
    until->addStretch(1);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setSpacing(10);
    form->addRow(message);
    form->addRow(tr("&Where"), m_where);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(QString(), until);
    form->addRow(m_refusal);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Accept"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &AcceptDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, this, &AcceptDialog::showState);
    connect(m_expires, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
    m_reason->setFocus();
    showState();
}

void AcceptDialog::showState() {
    const bool hasReason = !m_reason->text().trimmed().isEmpty();
    m_accept->setEnabled(hasReason);
    m_accept->setToolTip(hasReason ? QString() : tr("A reason is needed"));
    m_refusal->setText(
        tr("Written to Deployment.toml as [[accepted]]. The finding is no longer listed and does not stop a "
           "pipeline; the list of problems can show it and take this back."));
}

void AcceptDialog::accept() {
    if (!m_accept->isEnabled()) return;
    const std::string until =
        m_expires->isChecked() ? fromQt(m_until->date().toString(Qt::ISODate)) : std::string();
    const auto subject = m_subjects[static_cast<std::size_t>(m_where->currentIndex())];
    const auto edit = arabesque::accept(*m_session.analysis(), m_finding.rule, subject,
                                        fromQt(m_reason->text().trimmed()), until);
    if (!edit) return m_refusal->setText(translated(edit.error().message));
    m_session.submit(*edit, tr("Accept a finding"));
    QDialog::accept();
}

}
