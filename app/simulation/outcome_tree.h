#pragma once

#include "app/session/what_if.h"

#include <QTreeWidget>

namespace arabesque {

/// What failures leave, and what can be said of the deployment: groups of sentences.
class OutcomeTree final : public QTreeWidget {
    Q_OBJECT

public:
    explicit OutcomeTree(QWidget* parent = nullptr);

    void showOutcome(const Outcome& outcome, const DesignReport& design);

private:
    void addParts(const Outcome& outcome);
    void addTimes(const Outcome& outcome);
    void addRisk(const Outcome& outcome);
    void addDesign(const DesignReport& design);
    /// A sentence below a heading, which is made for its first.
    void add(const QString& heading, const QString& text, const QString& iconName = {});
    void addAll(const QString& heading, const std::vector<Message>& messages);
};

/// "at least 3.5s"; seconds as the terminal prints them.
[[nodiscard]] QString timeText(double seconds, bool atLeast);

}
