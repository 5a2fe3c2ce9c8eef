#include "app/views/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace arabesque {

namespace {

/// Draws "currentColor" in a colour of the theme; disabled ones pale.
class TintedIcon final : public QIconEngine {
public:
    TintedIcon(QString name, Role role) : m_name(std::move(name)), m_role(role) {}

    QIconEngine* clone() const override { return new TintedIcon(m_name, m_role); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, QIcon::Off, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override {
        if (size.isEmpty()) return {};   // of a button that has no room
        QColor tint = colour(m_role);
        if (mode == QIcon::Disabled) tint.setAlphaF(0.4F);
        const QString key = QStringLiteral("%1 %2 %3 %4")
                                .arg(m_name, tint.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(scale);
        QPixmap drawn;
        if (!QPixmapCache::find(key, &drawn)) {
            drawn = drawnIn(tint, size);
            drawn.setDevicePixelRatio(scale);
            QPixmapCache::insert(key, drawn);
        }
        return drawn;
    }

private:
    QPixmap drawnIn(const QColor& tint, const QSize& size) const {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly)) return pixmap;
        QSvgRenderer renderer(file.readAll().replace("currentColor", tint.name().toLatin1()));
        QPainter painter(&pixmap);
        painter.setOpacity(tint.alphaF());
        renderer.render(&painter);
        return pixmap;
    }

    QString m_name;
    Role m_role;
};

}

QIcon icon(const QString& name, Role role) {
    return QIcon(new TintedIcon(name, role));
}

QIcon icon(Severity severity) {
    return icon(QString::fromLatin1(nameOf(severity)), roleOf(severity));
}

}
