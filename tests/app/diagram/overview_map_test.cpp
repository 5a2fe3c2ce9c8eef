#include "app/diagram/overview_map.h"

#include "app/views/theme.h"
#include "tests/app/diagram/shown_topology.h"
#include "tests/support/test_main.h"

#include <QApplication>

using namespace arabesque;

namespace {

/// Services far apart, so that they are never in sight all at once at 100 %.
std::string services(const std::vector<Point>& places) {
    std::string text;
    for (std::size_t i = 0; i < places.size(); ++i)
        text += "[[node]]\nname = \"n" + std::to_string(i) + "\"\nrole = \"service\"\nposition = [" +
                std::to_string(places[i].x) + ", " + std::to_string(places[i].y) + "]\n\n";
    return text;
}

}

class OverviewMapTest final : public QObject {
    Q_OBJECT

private slots:
    void itStandsInACornerWithoutBoxes() {
        const ShownTopology shown(services({{0, 0}, {0, 1600}, {3000, 1600}}));
        auto* map = shown.view().findChild<OverviewMap*>();
        QVERIFY(map);
        shown.view().setZoom(1);
        for (const char* id : {"node:n0", "node:n1", "node:n2"}) {
            shown.view().goTo(id);
            shown.view().centerOn(shown.scene().placeOf(id).center() + QPointF(250, -150));   // low and left
            QVERIFY(map->isVisible());
            const QRectF covered = shown.view().mapToScene(map->geometry()).boundingRect();
            QVERIFY2(!covered.intersects(shown.scene().placeOf(id)), id);
            QVERIFY(shown.view().viewport()->rect().contains(map->geometry()));
        }
    }

    void itLeavesWhileAllIsInSight() {
        const ShownTopology shown;
        shown.view().fit();
        QVERIFY(!shown.view().findChild<OverviewMap*>()->isVisible());
    }

    /// What is current is told by an outline that stands out from what is around it.
    void theMarkOfALineIsSeenInBothThemes() {
        const ShownTopology shown(services({{40, 40}, {40, 440}}) +
                                  "[[link]]\nfrom = \"n0\"\nto = \"n1\"\nprotocol = \"tcp\"\n");
        shown.view().setZoom(1);
        const auto& lines = shown.scene().diagram().lines;
        const auto link = std::ranges::find_if(lines, [](const Line& line) { return line.link.has_value(); });
        QVERIFY(link != lines.end());
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            applyTheme(*qApp, scheme);
            shown.scene().setCurrent({});
            shown.view().goTo(link->id);
            shown.view().setFocus();
            QCoreApplication::processEvents();
            const QImage marked = shown.view().grab().toImage();
            shown.scene().setCurrent({});
            QCoreApplication::processEvents();
            const QImage plain = shown.view().grab().toImage();
            int outlined = 0;
            for (int y = 0; y < plain.height(); ++y)
                for (int x = 0; x < plain.width(); ++x)
                    if (marked.pixel(x, y) != plain.pixel(x, y) &&
                        marked.pixelColor(x, y) == colour(Role::Accent))
                        ++outlined;
            QVERIFY2(outlined > 200, QByteArray::number(outlined).constData());
        }
    }
};

ARABESQUE_TEST(OverviewMapTest)
#include "overview_map_test.moc"
