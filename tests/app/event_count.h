#pragma once

#include <QEvent>
#include <QWidget>

namespace arabesque {

/// Counts how often a widget gets an event, such as to be painted or laid out.
class EventCount final : public QObject {
public:
    EventCount(QWidget& widget, QEvent::Type type) : m_type(type) { widget.installEventFilter(this); }

    int count = 0;

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        count += event->type() == m_type;
        return false;
    }

private:
    QEvent::Type m_type;
};

}
