#pragma once

#include "app/session/session.h"
#include "core/analysis/scenario.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace arabesque {

/// Which value each configurable variable really has when the program starts, where it comes from and what lost; for a way
/// of starting it that is chosen here. What is typed here stays in the window: it may hold secrets.
class ConfigurationPage final : public QWidget {
    Q_OBJECT

public:
    explicit ConfigurationPage(Session& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* makeStart();
    [[nodiscard]] Start start() const;
    /// Shows what is new, or once somebody looks.
    void refresh();
    void showResolution();
    void showSummary(const Scenario& scenario, const Resolution& resolution);
    void addValue(const ResolvedValue& value);
    void addMessage(const RuntimeMessage& message);
    [[nodiscard]] QString placeText(const Place& place) const;
    void follow(const QVariant& place);
    void filter();

    Session& m_session;
    QComboBox* m_where;
    QPlainTextEdit* m_variables;
    QLineEdit* m_arguments;
    QLabel* m_summary;
    QLineEdit* m_filter;
    QTreeWidget* m_values;
    QListWidget* m_messages;
    QTimer m_pause;
    bool m_isStale = true;
};

}
