#include "app/window/compare_dialog.h"

#include "app/bridge/text.h"
#include "app/views/difference_view.h"
#include "app/views/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace arabesque {

CompareDialog::CompareDialog(std::vector<Pair> pairs, QWidget* parent)
    : QDialog(parent),
      m_pairs(std::move(pairs)),
      m_files(new QComboBox(this)),
      m_summary(new QLabel(this)),
      m_text(new DifferenceView(this)) {
    setObjectName(QStringLiteral("compare"));
    setWindowTitle(tr("Changed on disk"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(820, 560);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(makeBar());
    m_text->setAccessibleName(tr("Lines that differ"));
    m_text->setFrameShape(QFrame::StyledPanel);
    layout->addWidget(m_text, 1);
    layout->addWidget(makeButtons());
    for (const Pair& pair : m_pairs) m_files->addItem(toQt(pair.file));
    connect(m_files, &QComboBox::currentIndexChanged, this, &CompareDialog::showPair);
    showPair(0);
    m_text->setFocus();
}

QWidget* CompareDialog::makeBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_files->setAccessibleName(tr("File"));
    m_files->setMinimumWidth(160);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("muted"));
    layout->addWidget(m_files);
    layout->addWidget(m_summary, 1);
    const auto addStep = [&](const QString& iconName, const QString& name, bool backward) {
        auto* button = new QToolButton(bar);
        button->setIcon(icon(iconName));
        button->setAccessibleName(name);
        button->setShortcut(QKeySequence(backward ? QStringLiteral("Alt+Up") : QStringLiteral("Alt+Down")));
        button->setToolTip(
            QStringLiteral("%1 (%2)").arg(name, button->shortcut().toString(QKeySequence::NativeText)));
        button->setAutoRaise(true);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, backward] { m_text->step(backward); });
    };
    addStep(QStringLiteral("up"), tr("Previous difference"), true);
    addStep(QStringLiteral("down"), tr("Next difference"), false);
    return bar;
}

QWidget* CompareDialog::makeButtons() {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* reload = buttons->addButton(tr("Reload from disk"), QDialogButtonBox::ActionRole);
    auto* keep = buttons->addButton(tr("Keep mine"), QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);   // decides nothing
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reload, &QPushButton::clicked, this, [this] {
        emit reloadWanted();
        accept();
    });
    connect(keep, &QPushButton::clicked, this, [this] {
        emit keepWanted();
        accept();
    });
    return buttons;
}

void CompareDialog::showPair(int index) {
    const Pair& pair = m_pairs[static_cast<std::size_t>(index)];
    m_text->showDifference(pair.onDisk, pair.mine);
    m_summary->setText(
        tr("%n line(s) of difference: − is on the disk, + is in this window.", nullptr, m_text->count()));
}

}
