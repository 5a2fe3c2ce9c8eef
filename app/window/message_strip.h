#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace arabesque {

/// One message above the work, with what can be done about it; it stays until closed or replaced.
class MessageStrip final : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Info, Success, Warning, Error };
    struct Action {
        QString title;
        std::function<void()> run;
    };

    explicit MessageStrip(QWidget* parent = nullptr);

    void show(Kind kind, const QString& text, const QList<Action>& actions = {});
    [[nodiscard]] QString text() const;
    /// Presses the button of that title; false where there is none.
    bool take(const QString& title);

private:
    QLabel* m_mark;
    QLabel* m_text;
    QHBoxLayout* m_actions;
};

}
