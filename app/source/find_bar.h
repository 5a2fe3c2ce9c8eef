#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace arabesque {

class CodeView;

/// Finds and replaces in a text. Replacements are typed into the text, so they join its history.
class FindBar final : public QFrame {
    Q_OBJECT

public:
    explicit FindBar(QWidget* parent = nullptr);

    /// The text searched from now on, or none.
    void setView(CodeView* view);
    void start();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMatches();
    void step(bool backward);
    void replace();
    void replaceAll();
    void close();

    CodeView* m_view = nullptr;
    QLineEdit* m_text;
    QLineEdit* m_replacement;
    QLabel* m_count;
    QToolButton* m_expression;
};

}
