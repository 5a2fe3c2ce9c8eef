#include "app/diagram/diagram_scene.h"
#include "core/diagram/arrange.h"
#include "tests/support/big_deployments.h"
#include "tests/support/test_main.h"

#include <QPainter>
#include <QTest>

using namespace arabesque;

namespace {

constexpr qreal scale = 0.1;
constexpr int width = 1600, height = 1000;

/// A part of the scene from afar, in pixels of the whole picture.
QImage picture(DiagramScene& scene, const QRect& part) {
    QImage image(part.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QRectF seen(part.left() / scale, part.top() / scale, part.width() / scale, part.height() / scale);
    scene.render(&painter, QRectF(QPointF(), part.size()), seen);
    return image;
}

int differences(const QImage& one, const QImage& other) {
    int count = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) count += one.pixel(x, y) != other.pixel(x, y) ? 1 : 0;
    return count;
}

int inked(const QImage& image) {
    QImage blank(image.size(), image.format());
    blank.fill(image.pixel(0, 0));
    return differences(image, blank);
}

}

/// Thousands of lines, seen from afar and while the picture moves.
class LinesItemTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_scene.show(arrange(tests::topologyOf(tests::realisticDeployment(1000))), {}); }

    void aStripLooksLikeThatPartOfTheWhole() {
        const QImage whole = picture(m_scene, {0, 0, width, height});
        for (const QRect strip : {QRect(0, 200, width, 12), QRect(500, 0, 12, height)}) {
            const int allowed =
                strip.width() * strip.height() / 50;   // rounding, where lines leave the strip
            QVERIFY(differences(picture(m_scene, strip), whole.copy(strip)) <= allowed);
        }
    }

    void aMovingPictureHasFewerLinesAndComesToRestAsItWas() {
        const QRect all(0, 0, width, height);
        const QImage before = picture(m_scene, all);
        m_scene.setDraft(true);
        const QImage moving = picture(m_scene, all);
        QVERIFY(inked(moving) < inked(before));
        QCOMPARE(picture(m_scene, all), moving);   // the same ones: nothing flickers
        m_scene.setDraft(false);
        QCOMPARE(picture(m_scene, all), before);
    }

    void fewLinesAreDrawnAsTheyAreEvenWhileTheyMove() {
        DiagramScene scene;
        scene.show(arrange(tests::topologyOf(tests::realisticDeployment(20))), {});
        const QImage before = picture(scene, {0, 0, width, height});
        scene.setDraft(true);
        QCOMPARE(picture(scene, {0, 0, width, height}), before);
    }

private:
    DiagramScene m_scene;
};

ARABESQUE_TEST(LinesItemTest)
#include "lines_item_test.moc"
