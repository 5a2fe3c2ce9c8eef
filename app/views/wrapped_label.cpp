#include "app/views/wrapped_label.h"

#include <QEvent>

namespace arabesque {

WrappedLabel::WrappedLabel(QWidget* parent) : WrappedLabel(QString(), parent) {}

WrappedLabel::WrappedLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int width) const {
    if (text() != m_text) m_known.forget();
    m_text = text();
    return m_known.at(width, [this](int each) { return QLabel::heightForWidth(each); });
}

bool WrappedLabel::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::PolishRequest:
    case QEvent::ContentsRectChange: m_known.forget(); break;
    default: break;
    }
    return QLabel::event(event);
}

}
