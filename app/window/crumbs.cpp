#include "app/window/crumbs.h"

#include "app/views/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace arabesque {

Crumbs::Crumbs(QWidget* parent) : QWidget(parent) {
    constexpr int least = 40;
    setMinimumWidth(least);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void Crumbs::setPlace(const QString& page, const QStringList& inside) {
    if (page == m_page && inside == m_inside) return;
    m_page = page;
    m_inside = inside;
    setAccessibleName((QStringList{page} + inside).join(QStringLiteral(" ▸ ")));
    update();
}

QSize Crumbs::sizeHint() const {
    return {0, fontMetrics().height()};
}

void Crumbs::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    int left = 0;
    const auto draw = [&](ShapedTexts& texts, const QString& text) {
        const QRect room(left, 0, std::max(0, width() - left), height());
        texts.draw(painter, QStyle::visualRect(layoutDirection(), rect(), room),
                   QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), text);
        left += painter.fontMetrics().horizontalAdvance(text);
    };
    draw(m_bold, m_page);
    painter.setFont(font());
    painter.setPen(colour(Role::Muted));
    for (const QString& name : m_inside) draw(m_plain, QStringLiteral(" ▸ ") + name);
}

}
