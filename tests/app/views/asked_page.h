#pragma once

#include <QEvent>
#include <QWidget>

namespace arabesque::tests {

/// Counts how often it is asked to lay out what is on it.
class AskedPage : public QWidget {
public:
    int asked = 0;

protected:
    bool event(QEvent* event) override {
        if (event->type() == QEvent::LayoutRequest) ++asked;
        return QWidget::event(event);
    }
};

}
