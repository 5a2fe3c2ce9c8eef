#include "app/window/quick_open.h"

#include "app/views/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

namespace {

constexpr int mostShown = 60;

bool hasAllWords(const QString& text, const QStringList& words) {
    return std::ranges::all_of(words,
                               [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}

QuickOpen::QuickOpen(QList<Entry> entries, const QString& prompt, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint),
      m_entries(std::move(entries)),
      m_text(new QLineEdit(this)),
      m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("quickOpen"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(prompt);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    m_text->setPlaceholderText(prompt);
    m_text->setAccessibleName(prompt);
    m_text->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize(QSize(16, 16));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    resize(560, 380);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &QuickOpen::filter);
    connect(m_text, &QLineEdit::returnPressed, this, &QuickOpen::choose);
    connect(m_list, &QListWidget::itemClicked, this, &QuickOpen::choose);
    filter({});
}

void QuickOpen::setText(const QString& text) {
    m_text->setText(text);
}

void QuickOpen::filter(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_list->clear();
    for (qsizetype i = 0; i < m_entries.size() && m_list->count() < mostShown; ++i) {
        const Entry& entry = m_entries[i];
        if (!hasAllWords(entry.title + QLatin1Char(' ') + entry.detail, words)) continue;
        auto* item =
            new QListWidgetItem(entry.mark, entry.title + QStringLiteral("   ") + entry.detail, m_list);
        item->setData(Qt::UserRole, static_cast<int>(i));
    }
    m_list->setCurrentRow(0);
}

void QuickOpen::choose() {
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) return;
    const auto run = m_entries[item->data(Qt::UserRole).toInt()].run;
    accept();
    run();
}

bool QuickOpen::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const int step = key.key() == Qt::Key_Down ? 1 : key.key() == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) % m_list->count());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}
