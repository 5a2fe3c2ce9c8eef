#include "app/forms/finding_list.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace arabesque {

FindingList::FindingList(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 2, 0, 2);
    m_layout->setSpacing(4);
    hide();
}

void FindingList::show(const std::vector<Diagnostic>& findings) {
    QString signature;
    for (const Diagnostic& finding : findings) {
        signature += toQt(finding.rule) + translated(finding.message);
        for (const Fix& fix : finding.fixes) {
            signature += translated(fix.title);
            for (const Change& change : fix.edit.changes) {
                signature += QStringLiteral("%1:%2:%3")
                                 .arg(change.range.begin)
                                 .arg(change.range.end)
                                 .arg(toQt(change.text));
            }
        }
    }
    if (signature == m_signature) return;
    m_signature = signature;
    m_spoken.clear();
    hide();   // what is added to a list in sight has everything around it laid out, each piece once more
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    for (const Diagnostic& finding : findings) add(finding);
    setVisible(!findings.empty());
}

void FindingList::add(const Diagnostic& finding) {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* mark = new QLabel(row);
    mark->setPixmap(icon(finding.severity).pixmap(QSize(15, 15), devicePixelRatioF()));
    mark->setFixedWidth(16);
    auto* text = new QLabel(translated(finding.message), row);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setObjectName(QString::fromLatin1(nameOf(finding.severity)) + QStringLiteral("Text"));
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_layout->addWidget(row);
    m_spoken += translated(finding.message) + QLatin1Char(' ');
    if (finding.fixes.empty()) return;
    auto* fixes = new QWidget(this);
    auto* fixLayout = new QVBoxLayout(fixes);
    fixLayout->setContentsMargins(12, 0, 0, 0);
    fixLayout->setSpacing(0);
    for (const Fix& fix : finding.fixes) {
        auto* button = new QToolButton(fixes);
        button->setObjectName(QStringLiteral("fixButton"));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(icon(QStringLiteral("fix"), Role::Accent));
        button->setText(translated(fix.title));
        button->setToolTip(translated(fix.title));
        button->setMinimumWidth(40);   // a long title is cut rather than widening the page
        button->setAccessibleName(tr("Fix: %1").arg(translated(fix.title)));
        fixLayout->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QToolButton::clicked, this, [this, fix] { m_session.applyFix(fix); });
    }
    m_layout->addWidget(fixes);
}

}
