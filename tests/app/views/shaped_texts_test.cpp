#include "app/views/shaped_texts.h"

#include "tests/support/test_main.h"

#include <QImage>
#include <QTest>

#include <cstdlib>
#include <functional>

using namespace arabesque;

namespace {

constexpr QRect room(20, 10, 160, 30);

/// What `paint` draws into `room` of a white picture.
QImage painted(const std::function<void(QPainter&)>& paint) {
    QImage picture(200, 50, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    paint(painter);
    return picture;
}

QRect ink(const QImage& picture) {
    QRegion marked;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (qGray(picture.pixel(x, y)) < 200) marked += QRect(x, y, 1, 1);
    return marked.boundingRect();
}

bool isNear(const QRect& one, const QRect& other) {
    return std::abs(one.left() - other.left()) <= 1 && std::abs(one.right() - other.right()) <= 1 &&
           std::abs(one.top() - other.top()) <= 1 && std::abs(one.bottom() - other.bottom()) <= 1;
}

}

class ShapedTextsTest final : public QObject {
    Q_OBJECT

private slots:
    void textsStandWhereThePainterPutsThem_data() {
        QTest::addColumn<Qt::Alignment>("alignment");
        QTest::newRow("left") << Qt::Alignment(Qt::AlignLeft);
        QTest::newRow("right") << Qt::Alignment(Qt::AlignRight);
        QTest::newRow("middle") << Qt::Alignment(Qt::AlignHCenter);
    }

    void textsStandWhereThePainterPutsThem() {
        QFETCH(Qt::Alignment, alignment);
        const QString text = QStringLiteral("Config.toml:12");
        const QRect wanted = ink(painted([&](QPainter& painter) {
            painter.drawText(room, static_cast<int>(alignment | Qt::AlignVCenter), text);
        }));
        ShapedTexts texts;
        for (int time = 0; time < 2; ++time) {
            const QRect drawn =
                ink(painted([&](QPainter& painter) { texts.draw(painter, room, alignment, text); }));
            QVERIFY(isNear(drawn, wanted));
        }
    }

    void whatHasNoRoomIsShortened() {
        ShapedTexts texts;
        const QString text = QStringLiteral("the value of this key is not one of those that it can have");
        const QRect drawn =
            ink(painted([&](QPainter& painter) { texts.draw(painter, room, Qt::AlignLeft, text); }));
        QVERIFY(room.contains(drawn));
        QVERIFY(drawn.width() > room.width() / 2);
    }

    void anotherFontIsShapedAnew() {
        ShapedTexts texts;
        const auto inkIn = [&](int pixels) {
            return ink(painted([&](QPainter& painter) {
                QFont font = painter.font();
                font.setPixelSize(pixels);
                painter.setFont(font);
                texts.draw(painter, room, Qt::AlignLeft, QStringLiteral("12"));
            }));
        };
        const QRect small = inkIn(10), large = inkIn(20), again = inkIn(10);
        QVERIFY(large.height() > small.height() * 3 / 2);
        QCOMPARE(again, small);
    }

    void angleBracketsAreText() {
        ShapedTexts texts;
        const QRect drawn = ink(painted([&](QPainter& painter) {
            texts.draw(painter, room, Qt::AlignLeft, QStringLiteral("<b></b>"));
        }));
        QVERIFY(drawn.width() > 20);
    }
};

ARABESQUE_TEST(ShapedTextsTest)

#include "shaped_texts_test.moc"
