#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace arabesque {

/// Asks for a line, "24" or "24:7", or a key of a TOML document, and goes there.
class GoToBar final : public QFrame {
    Q_OBJECT

public:
    explicit GoToBar(QWidget* parent = nullptr);

    void start();
    /// Why the last place asked for was not found; empty after one that was.
    void showObstacle(const QString& obstacle);

signals:
    void lineWanted(int line, int column);   ///< from 1
    void keyWanted(const QString& key);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void go();
    void close();

    QLineEdit* m_place;
    QLabel* m_obstacle;
};

}
