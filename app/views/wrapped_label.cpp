#include "app/views/wrapped_label.h"

#include <QEvent>

#include <algorithm>

namespace arabesque {

WrappedLabel::WrappedLabel(QWidget* parent) : WrappedLabel(QString(), parent) {}

WrappedLabel::WrappedLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int width) const {
    if (text() != m_text) m_known.fill({});
    m_text = text();
    const auto known = std::ranges::find(m_known, width, &Known::width);
    if (known != m_known.end()) return known->height;
    const Known added{width, QLabel::heightForWidth(width)};
    m_known[m_oldest] = added;
    m_oldest = (m_oldest + 1) % m_known.size();
    return added.height;
}

bool WrappedLabel::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::PolishRequest:
    case QEvent::ContentsRectChange: m_known.fill({}); break;
    default: break;
    }
    return QLabel::event(event);
}

}
