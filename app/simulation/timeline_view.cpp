#include "app/simulation/timeline_view.h"

#include "app/bridge/text.h"
#include "app/simulation/outcome_tree.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace arabesque {

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent),
      m_list(new QListWidget(this)),
      m_back(new QPushButton(tr("Step &back"), this)),
      m_play(new QPushButton(tr("&Play"), this)),
      m_next(new QPushButton(tr("&Next step"), this)) {
    constexpr std::chrono::milliseconds beat{1200};   // long enough to read a line
    m_clock.setInterval(beat);
    m_list->setAccessibleName(tr("Timeline"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* each : {m_back, m_play, m_next}) buttons->addWidget(each);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    layout->addWidget(m_list, 1);
    connect(m_back, &QPushButton::clicked, this, &TimelineView::stepBack);
    connect(m_play, &QPushButton::clicked, this, &TimelineView::togglePlaying);
    connect(m_next, &QPushButton::clicked, this, &TimelineView::step);
    connect(&m_clock, &QTimer::timeout, this, &TimelineView::advance);
    connect(m_list, &QListWidget::currentRowChanged, this, &TimelineView::updateButtons);
    updateButtons();
}

void TimelineView::showEvents(const std::vector<Event>& events) {
    setPlaying(false);
    m_list->clear();
    for (const Event& each : events) {
        const QString time = timeText(each.seconds, each.atLeast);
        const QString what = translated(each.what);
        m_list->addItem(each.afterRepair ? tr("repaired, and %1 later: %2").arg(time, what)
                                         : tr("%1: %2").arg(time, what));
    }
    updateButtons();
}

int TimelineView::current() const {
    return m_list->currentRow();
}

void TimelineView::step() {
    m_list->setCurrentRow(std::min(current() + 1, m_list->count() - 1));
}

void TimelineView::stepBack() {
    m_list->setCurrentRow(std::max(current() - 1, 0));
}

void TimelineView::togglePlaying() {
    if (!m_play->isEnabled()) return;
    if (!m_isPlaying && current() == m_list->count() - 1) m_list->setCurrentRow(-1);
    setPlaying(!m_isPlaying);
    advance();
}

void TimelineView::advance() {
    if (!m_isPlaying) return;
    step();
    if (current() == m_list->count() - 1) setPlaying(false);
}

void TimelineView::setPlaying(bool playing) {
    m_isPlaying = playing;
    m_play->setText(playing ? tr("&Pause") : tr("&Play"));
    if (playing)
        m_clock.start();
    else
        m_clock.stop();
}

void TimelineView::updateButtons() {
    const bool moves = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    m_back->setEnabled(current() > 0);
    m_next->setEnabled(current() + 1 < m_list->count());
    m_play->setEnabled(m_list->count() > 0 && moves);
    m_play->setToolTip(moves ? QString() : tr("The system asks for no motion; go step by step"));
}

}
