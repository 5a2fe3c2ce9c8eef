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

void fill(DiagramScene& scene, std::size_t nodes) {
    scene.show(arrange(tests::topologyOf(tests::realisticDeployment(nodes))), {});
}

}

/// What is left out of boxes while the picture moves.
class BoxItemTest : public QObject {
    Q_OBJECT

private slots:
    void ofManyBoxesSmallTextComesBackAtRest() {
        DiagramScene scene;
        fill(scene, 1000);
        const QImage atRest = halfSize(scene);
        scene.setDraft(true);
        QVERIFY(halfSize(scene) != atRest);
        scene.setDraft(false);
        QCOMPARE(halfSize(scene), atRest);
    }
    void fewBoxesKeepTheirText() {
        DiagramScene scene;
        fill(scene, 20);
        const QImage atRest = halfSize(scene);
        scene.setDraft(true);
        QCOMPARE(halfSize(scene), atRest);
    }
};

ARABESQUE_TEST(BoxItemTest)
#include "box_item_test.moc"
