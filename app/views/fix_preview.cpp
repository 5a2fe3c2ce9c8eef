#include "app/views/fix_preview.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "app/views/difference_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

FixPreview::FixPreview(Session& session, Fix fix, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_fix(std::move(fix)),
      m_files(new QComboBox(this)),
      m_text(new DifferenceView(this)) {
    setObjectName(QStringLiteral("fixPreview"));
    setWindowTitle(translated(m_fix.title));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 480);
    for (const Change& change : m_fix.edit.changes)
        if (!std::ranges::contains(m_names, change.file)) m_names.push_back(change.file);
    for (const std::string& name : m_names) m_files->addItem(toQt(name));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    auto* bar = new QHBoxLayout;
    auto* label = new QLabel(tr("%n change(s). One step of Undo takes all of it back.", nullptr,
                                static_cast<int>(m_fix.edit.changes.size())),
                             this);
    label->setObjectName(QStringLiteral("muted"));
    label->setWordWrap(true);
    m_files->setAccessibleName(tr("File"));
    m_files->setMinimumWidth(160);
    bar->addWidget(m_files);
    bar->addWidget(label, 1);
    layout->addLayout(bar);
    m_text->setAccessibleName(tr("Lines that change"));
    m_text->setFrameShape(QFrame::StyledPanel);
    layout->addWidget(m_text, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* apply = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
    apply->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_session.applyFix(m_fix);
        accept();
    });
    layout->addWidget(buttons);
    connect(m_files, &QComboBox::currentIndexChanged, this, &FixPreview::showFile);
    showFile(0);
    apply->setFocus();
}

void FixPreview::showFile(int index) {
    const auto& analysis = m_session.analysis();
    if (!analysis || index < 0) return;
    const std::string& name = m_names[static_cast<std::size_t>(index)];
    const std::string_view before = analysis->snapshot->text(name);
    m_text->showDifference(before, applied(before, name, m_fix.edit));
}

void previewFix(Session& session, const Fix& fix, QWidget* window) {
    (new FixPreview(session, fix, window))->open();
}

}
