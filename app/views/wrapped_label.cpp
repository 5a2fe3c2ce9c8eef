#include "app/views/wrapped_label.h"

#include <QEvent>

namespace arabesque {

WrappedLabel::WrappedLabel(QWidget* parent) : WrappedLabel(QString(), parent) {}

WrappedLabel::WrappedLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int width) const {
    if (width != m_width || text() != m_text) {
        m_height = QLabel::heightForWidth(width);
        m_width = width;
        m_text = text();
    }
    return m_height;
}

bool WrappedLabel::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::PolishRequest:
    case QEvent::ContentsRectChange: m_width = -1; break;
    default: break;
    }
    return QLabel::event(event);
}

}
