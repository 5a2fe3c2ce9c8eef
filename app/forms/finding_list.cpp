#include "app/forms/finding_list.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/theme.h"
#include "app/views/wrapped_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

namespace {

/// Whether both take the same pieces to show.
bool looksAlike(const Diagnostic& one, const Diagnostic& other) {
    return one.severity == other.severity && one.fixes.size() == other.fixes.size();
}

}

FindingList::FindingList(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 2, 0, 2);
    m_layout->setSpacing(4);
    hide();
}

void FindingList::show(const std::vector<Diagnostic>& findings) {
    const bool isSameBuild = std::ranges::equal(m_findings, findings, looksAlike);
    m_findings = findings;
    if (!isSameBuild) rebuild();
    showWords();
    setVisible(!m_findings.empty());
}

void FindingList::rebuild() {
    hide();   // what is added to a list in sight has everything around it laid out, each piece once more
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_entries.clear();
    for (std::size_t i = 0; i < m_findings.size(); ++i) m_entries.push_back(entryFor(i));
}

FindingList::Entry FindingList::entryFor(std::size_t number) {
    const Diagnostic& finding = m_findings[number];
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* mark = new QLabel(row);
    mark->setPixmap(icon(finding.severity).pixmap(QSize(15, 15), devicePixelRatioF()));
    mark->setFixedWidth(16);
    auto* text = new WrappedLabel(row);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setObjectName(QString::fromLatin1(nameOf(finding.severity)) + QStringLiteral("Text"));
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_layout->addWidget(row);
    Entry entry{text, {}};
    if (finding.fixes.empty()) return entry;
    auto* fixes = new QWidget(this);
    auto* fixLayout = new QVBoxLayout(fixes);
    fixLayout->setContentsMargins(12, 0, 0, 0);
    fixLayout->setSpacing(0);
    for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
        entry.fixes.push_back(fixButton(number, i, fixes));
        fixLayout->addWidget(entry.fixes.back(), 0, Qt::AlignLeft);
    }
    m_layout->addWidget(fixes);
    return entry;
}

QToolButton* FindingList::fixButton(std::size_t number, std::size_t fix, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("fixButton"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(icon(QStringLiteral("fix"), Role::Accent));
    button->setMinimumWidth(40);   // a long title is cut rather than widening the page
    connect(button, &QToolButton::clicked, this, [this, number, fix] {
        const Fix chosen = m_findings[number].fixes[fix];   // the list changes while it is applied
        m_session.applyFix(chosen);
    });
    return button;
}

void FindingList::showWords() {
    m_spoken.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const QString words = translated(m_findings[i].message);
        m_spoken += words + QLatin1Char(' ');
        m_entries[i].text->setText(words);
        for (std::size_t fix = 0; fix < m_entries[i].fixes.size(); ++fix) {
            QToolButton* button = m_entries[i].fixes[fix];
            const QString title = translated(m_findings[i].fixes[fix].title);
            if (button->text() == title) continue;
            button->setText(title);
            button->setToolTip(title);
            button->setAccessibleName(tr("Fix: %1").arg(title));
        }
    }
}

}
