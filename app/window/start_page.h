#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace arabesque {

/// What the window shows without a project.
class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void showRecent(const QStringList& paths);

signals:
    void openWanted();
    void newWanted();
    void sampleWanted();
    void recentWanted(const QString& path);

private:
    QLabel* m_recentTitle;
    QVBoxLayout* m_recent;
};

}
