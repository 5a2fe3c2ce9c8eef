#include "app/views/theme.h"
#include "tests/support/test_main.h"

#include <QIcon>
#include <QTest>

using namespace arabesque;

class IconsTest final : public QObject {
    Q_OBJECT

private slots:
    void theyHaveTheColourOfTheirRole() {
        const QImage image = icon(QStringLiteral("set"), Role::Error).pixmap(QSize(16, 16)).toImage();
        QCOMPARE(image.pixelColor(8, 8).rgb(), colour(Role::Error).rgb());
    }

    void whereThereIsNoRoomNothingIsDrawn() {
        QTest::failOnWarning();
        for (const QSize size : {QSize(0, 0), QSize(0, 16), QSize(16, 0)})
            QVERIFY(icon(QStringLiteral("set")).pixmap(size).isNull());
    }
};

ARABESQUE_TEST(IconsTest)
#include "icons_test.moc"
