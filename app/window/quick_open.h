#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>

class QLineEdit;
class QListWidget;

namespace arabesque {

/// A list to choose from: type words, choose, Enter.
class QuickOpen final : public QDialog {
    Q_OBJECT

public:
    struct Entry {
        QIcon mark;
        QString title;
        QString detail;
        std::function<void()> run;
    };

    /// `prompt` says what is searched.
    QuickOpen(QList<Entry> entries, const QString& prompt, QWidget* parent);

    void setText(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void choose();

    QList<Entry> m_entries;
    QLineEdit* m_text;
    QListWidget* m_list;
};

}
