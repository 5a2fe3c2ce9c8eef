#pragma once

#include "app/session/session.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace arabesque {

/// The project at a glance: what it is, what it serves, what becomes of it, what is wrong.
class OverviewPage final : public QScrollArea {
    Q_OBJECT

public:
    explicit OverviewPage(Session& session, QWidget* parent = nullptr);

private:
    [[nodiscard]] QLabel* addCard(const QString& title, int row, int column);
    void showAnalysis();
    [[nodiscard]] QString packageText(const Analysis& analysis) const;
    [[nodiscard]] QString servicesText(const Analysis& analysis) const;
    [[nodiscard]] QString filesText(const Analysis& analysis) const;
    [[nodiscard]] QString stateText(const Analysis& analysis) const;
    void follow(const QString& link);

    Session& m_session;
    QGridLayout* m_cards;
    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_package;
    QLabel* m_services;
    QLabel* m_files;
    QLabel* m_state;
};

}
