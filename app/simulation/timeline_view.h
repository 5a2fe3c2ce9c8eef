#pragma once

#include "core/topology/outcome.h"

#include <QTimer>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace arabesque {

/// What happens when, as a list that can be stepped through and played, one event after the other.
class TimelineView final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);

    void showEvents(const std::vector<Event>& events);
    /// The row that has happened last; -1 before the first.
    [[nodiscard]] int current() const;
    [[nodiscard]] bool isPlaying() const { return m_isPlaying; }

public slots:
    void step();
    void stepBack();
    /// Starts from the first event once the last has been; without effect on a system that wants no motion.
    void togglePlaying();
    /// One beat of the clock: shows the next event while it is played.
    void advance();

private:
    void setPlaying(bool playing);
    void updateButtons();

    QListWidget* m_list;
    QPushButton *m_back, *m_play, *m_next;
    QTimer m_clock;
    bool m_isPlaying = false;
};

}
