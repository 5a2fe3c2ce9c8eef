#include "app/diagram/box_item.h"
#include "app/diagram/diagram_scene.h"
#include "tests/support/big_deployments.h"
#include "tests/support/test_main.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace arabesque;

namespace {

/// A box of the scene at half its size.
QImage halfSize(DiagramScene& scene) {
    const QRectF box = scene.placeOf(scene.diagram().boxes.front().id);
    QImage image(box.size().toSize() / 2, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, image.rect(), box);
    return image;
}

/// How much of a text is seen: what all points of it lack to be as light as the box.
int ink(const QImage& image) {
    int sum = 0;
    for (int y = image.height() / 8; y < image.height() * 7 / 8; ++y)
        for (int x = image.width() / 3; x < image.width() * 9 / 10; ++x)
            sum += 255 - qGray(image.pixel(x, y));
    return sum;
}

void fill(DiagramScene& scene, std::size_t nodes) {
    scene.show(arrange(tests::topologyOf(tests::realisticDeployment(nodes))), {});
}

}

/// How boxes are drawn while the picture moves.
class BoxItemTest : public QObject {
    Q_OBJECT

private slots:
    void ofManyBoxesTheTextIsSeenInMotionAndExactAtRest() {
        DiagramScene scene;
        fill(scene, 1000);
        const QImage atRest = halfSize(scene);
        scene.setDraft(true);
        const QImage inMotion = halfSize(scene);
        QVERIFY(inMotion != atRest);   // drawn smaller, not anew
        QVERIFY2(std::abs(ink(inMotion) - ink(atRest)) < ink(atRest) / 5,
                 qPrintable(QStringLiteral("%1 %2").arg(ink(inMotion)).arg(ink(atRest))));
        scene.setDraft(false);
        QCOMPARE(halfSize(scene), atRest);
    }
    void aFateIsSeenInMotionAtOnce() {
        DiagramScene scene;
        fill(scene, 1000);
        scene.setDraft(true);
        const QImage before = halfSize(scene);
        const Box& box = scene.diagram().boxes.front();
        scene.showFates({{box.id, {Fate::Kind::TakesOver, {}}}});
        const QImage after = halfSize(scene);
        QVERIFY(ink(after) != ink(before));
        QVERIFY(scene.boxItem(box.id)->fate());
    }
    void fewBoxesAreAlwaysExact() {
        DiagramScene scene;
        fill(scene, 20);
        const QImage atRest = halfSize(scene);
        scene.setDraft(true);
        QCOMPARE(halfSize(scene), atRest);
    }
};

ARABESQUE_TEST(BoxItemTest)
#include "box_item_test.moc"
