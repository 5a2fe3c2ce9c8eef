#pragma once

#include <QDialog>

#include <filesystem>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace arabesque {

/// A name, a place and a pattern of a project that is made anew.
class NewProjectDialog final : public QDialog {
    Q_OBJECT

public:
    explicit NewProjectDialog(QWidget* parent);

    /// The folder the project is made in: the place and the name.
    [[nodiscard]] std::filesystem::path folder() const;

signals:
    /// The project is there.
    void made(const std::filesystem::path& folder);

private:
    void build();
    void choosePlace();
    void showPattern();
    void check();
    void make();

    QLineEdit* m_name;
    QLineEdit* m_place;
    QListWidget* m_patterns;
    QLabel* m_about;
    QLabel* m_refusal;
    QPushButton* m_create = nullptr;
};

}
