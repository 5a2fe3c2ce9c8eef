#include "app/forms/finding_list.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/theme.h"
#include "app/views/wrapped_text.h"

#include <QAction>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
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
    auto* copy = new QAction(icon(QStringLiteral("copy")), tr("Copy"), this);
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_spoken.trimmed()); });
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    hide();
}

void FindingList::show(const std::vector<Diagnostic>& findings) {
    if (findings.empty() && m_findings.empty()) return;   // of most fields
    const auto [before, now] = std::ranges::mismatch(m_findings, findings, looksAlike);
    const auto kept = static_cast<std::size_t>(now - findings.begin());
    m_findings = findings;
    while (m_entries.size() > kept) {
        delete m_entries.back().whole;
        m_entries.pop_back();
    }
    if (kept < m_findings.size()) addEntries();
    showWords();
    setVisible(!m_findings.empty());
}

void FindingList::addEntries() {
    hide();   // what is added to a list in sight has everything around it laid out, each piece once more
    while (m_entries.size() < m_findings.size()) {
        m_entries.push_back(entryFor(m_entries.size()));
        m_layout->addWidget(m_entries.back().whole);
    }
}

FindingList::Entry FindingList::entryFor(std::size_t number) {
    const Diagnostic& finding = m_findings[number];
    auto* whole = new QWidget(this);
    auto* layout = new QGridLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    auto* mark = new QLabel(whole);
    mark->setPixmap(icon(finding.severity).pixmap(QSize(15, 15), devicePixelRatioF()));
    mark->setFixedWidth(16);
    auto* text = new WrappedText(roleOf(finding.severity), whole);
    layout->addWidget(mark, 0, 0, Qt::AlignTop);
    layout->addWidget(text, 0, 1);
    Entry entry{whole, text, {}};
    if (finding.fixes.empty()) return entry;
    auto* fixes = new QWidget(whole);
    auto* fixLayout = new QVBoxLayout(fixes);
    fixLayout->setContentsMargins(12, 0, 0, 0);
    fixLayout->setSpacing(0);
    for (std::size_t i = 0; i < finding.fixes.size(); ++i) {
        entry.fixes.push_back(fixButton(number, i, fixes));
        fixLayout->addWidget(entry.fixes.back(), 0, Qt::AlignLeft);
    }
    layout->addWidget(fixes, 1, 0, 1, 2);
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
