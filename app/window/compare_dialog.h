#pragma once

#include <QDialog>

#include <string>
#include <vector>

class QComboBox;
class QLabel;

namespace arabesque {

class DifferenceView;

/// What the disk holds and what the window holds, file by file, and which of the two shall stay.
class CompareDialog final : public QDialog {
    Q_OBJECT

public:
    struct Pair {
        std::string file;
        std::string onDisk;
        std::string mine;
    };

    CompareDialog(std::vector<Pair> pairs, QWidget* parent);

    [[nodiscard]] const DifferenceView& text() const { return *m_text; }

signals:
    void reloadWanted();
    void keepWanted();

private:
    [[nodiscard]] QWidget* makeBar();
    [[nodiscard]] QWidget* makeButtons();
    void showPair(int index);

    std::vector<Pair> m_pairs;
    QComboBox* m_files;
    QLabel* m_summary;
    DifferenceView* m_text;
};

}
