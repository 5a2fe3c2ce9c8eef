#include "core/diagram/diagram.h"
#include "core/diagram/measures.h"
#include "tests/support/big_deployments.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// Crossings in Graphviz's picture of the same graph in the same frames.
std::size_t crossingsOfDot(const Diagram& diagram) {
    QProcess dot;
    dot.start("dot", {"-Tplain"});
    dot.write(QByteArray::fromStdString(toDot(diagram, true)));
    dot.closeWriteChannel();
    constexpr int patience = 300'000;
    if (!dot.waitForFinished(patience) || dot.exitCode() != 0) qFatal("dot is missing, or drew nothing");
    return crossingsOfPlain(dot.readAllStandardOutput().toStdString());
}

}

class ArrangeTest : public QObject {
    Q_OBJECT

    static void rows() {
        QTest::addColumn<std::string>("text");
        QTest::newRow("deployment of 100 nodes") << realisticDeployment(100);
        QTest::newRow("deployment of 1000 nodes") << realisticDeployment(1000);
        for (const unsigned seed : {1U, 2U, 3U})
            QTest::addRow("layers of 100 nodes, %u", seed) << layeredDeployment(100, seed);
        QTest::newRow("layers of 1000 nodes") << layeredDeployment(1000, 1);
    }

private slots:
    void nothingOverlaps_data() { rows(); }
    void nothingOverlaps() {
        QFETCH(std::string, text);
        const Diagram diagram = arrange(tests::topologyOf(text));
        for (std::size_t i = 0; i < diagram.boxes.size(); ++i)
            for (std::size_t other = 0; other < i; ++other)
                QVERIFY2(!diagram.boxes[i].place.meets(diagram.boxes[other].place),
                         (diagram.boxes[i].id + " and " + diagram.boxes[other].id).c_str());
        for (const Frame& frame : diagram.frames) {
            for (const Frame& other : diagram.frames)
                if (frame.isZone == other.isZone && frame.id != other.id)
                    QVERIFY(!frame.place.meets(other.place));
            for (const Box& box : diagram.boxes) {
                const bool isInside = frame.isZone ? box.region == frame.region && box.zone == frame.name
                                                   : box.region == frame.name;
                QVERIFY2(isInside == frame.place.meets(box.place), (frame.id + " and " + box.id).c_str());
            }
        }
        QVERIFY(diagram == arrange(tests::topologyOf(text)));
    }

    void whatMayRunInAnyZoneStandsAboveThem() {
        const Diagram diagram = arrange(tests::topologyOf(
            "[[region]]\nname = \"eu\"\nzones = [\"a\", \"b\"]\n"
            "[[node]]\nname = \"orders\"\nrole = \"service\"\nregion = \"eu\"\nreplicas = 3\n"));
        QVERIFY(diagram.box("node:orders") && diagram.frame("zone:eu/a") && diagram.frame("zone:eu/b"));
        const Rect& box = diagram.box("node:orders")->place;
        const Rect& first = diagram.frame("zone:eu/a")->place;
        const Rect& second = diagram.frame("zone:eu/b")->place;
        QVERIFY(box.bottom() < first.y);
        QCOMPARE(first.y, second.y);
        QVERIFY(std::abs(box.centre().x - (first.x + second.right()) / 2) <= measures::grid);
    }

    void fewerLinesCrossThanInGraphviz_data() { rows(); }
    void fewerLinesCrossThanInGraphviz() {
        QFETCH(std::string, text);
        const Diagram diagram = arrange(tests::topologyOf(text));
        const std::size_t ours = crossingsOf(diagram);
        const std::size_t theirs = crossingsOfDot(diagram);
        QVERIFY2(ours <= theirs, qPrintable(QStringLiteral("%1 and %2").arg(ours).arg(theirs)));
    }

    void rowsFollowTheWayOfARequest() {
        const Diagram diagram = arrange(
            tests::topologyOf("[dns]\nname = \"x.example\"\n[[node]]\nname = \"db\"\nrole = "
                              "\"database\"\n[[node]]\nname = \"s\"\n"
                              "role = \"service\"\n[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\n"
                              "[[database]]\nname = \"orders\"\nengine = \"postgresql\"\n"));
        std::int64_t y = -1;
        for (const char* id : {"clients", "dns", "node:lb", "node:s", "node:db"}) {
            QVERIFY2(diagram.box(id)->place.y > y, id);
            y = diagram.box(id)->place.y;
        }
    }

    void manyEqualNodesStandInSeveralRows() {
        std::string text = "[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\n";
        for (int i = 0; i < 30; ++i)
            text += "[[node]]\nname = \"s" + std::to_string(i) + "\"\nrole = \"service\"\n";
        const Diagram diagram = arrange(tests::topologyOf(text));
        QVERIFY(diagram.extent.width < 3 * diagram.extent.height);
    }
};

ARABESQUE_TEST(ArrangeTest)
#include "arrange_test.moc"
