#include "app/views/laid_out_apart.h"

#include <QEvent>
#include <QLayout>

#include <utility>

namespace arabesque {

LaidOutApart::LaidOutApart(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(
        Qt::WA_StaticContents);   // what stays where it is need not be painted for what comes below it
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);   // nothing shines through, so that it can be moved as it was painted
}

void LaidOutApart::setContent(QWidget* content) {
    m_content = content;
    if (!content) return;
    content->setAttribute(Qt::WA_StaticContents);
    content->setGeometry(contentsRect());
    measure();
}

QSize LaidOutApart::withMargins(QSize size) const {
    return size.grownBy(contentsMargins());
}

int LaidOutApart::heightOf(int width) const {
    const QLayout* layout = m_content->layout();
    const int room = width - withMargins({0, 0}).width();
    return withMargins({0, layout->hasHeightForWidth() ? layout->totalHeightForWidth(room)
                                                       : layout->totalSizeHint().height()})
        .height();
}

QSize LaidOutApart::least() const {
    return withMargins(m_content->layout()->totalMinimumSize());
}

int LaidOutApart::heightForWidth(int width) const {
    if (!m_content) return minimumHeight();
    if (!isVisible()) return heightOf(width);   // nobody tells of changes in what is hidden
    return m_known.at(width, [this](int each) { return heightOf(each); });
}

QSize LaidOutApart::sizeHint() const {
    return {minimumSizeHint().width(), heightForWidth(width())};
}

QSize LaidOutApart::minimumSizeHint() const {
    if (!m_content) return {0, minimumHeight()};
    return isVisible() ? m_least : least();
}

void LaidOutApart::measure() {
    if (!m_content) return;
    m_known.forget();
    const QSize now = least();
    const bool isOther = std::exchange(m_least, now) != now;
    if (isOther || heightForWidth(width()) != height()) updateGeometry();
}

void LaidOutApart::layOutAround(const QWidget* widget) {
    for (QWidget* around = widget->parentWidget(); around; around = around->parentWidget()) {
        auto* apart = qobject_cast<LaidOutApart*>(around);
        if (apart) apart->measure();
        if (!apart && !around->layout()) return;
        if (around->layout()) around->layout()->activate();
    }
}

bool LaidOutApart::event(QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::ContentsRectChange && m_content) m_content->setGeometry(contentsRect());
    if (type == QEvent::LayoutRequest || type == QEvent::Show || type == QEvent::ContentsRectChange)
        measure();
    return QWidget::event(event);
}

void LaidOutApart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_content) m_content->setGeometry(contentsRect());
}

}
