#include "core/diagram/diagram.h"
#include "tests/support/big_deployments.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <limits>
#include <set>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// Two zones of a region with a server each.
const std::string twoZones =
    "[[region]]\nname = \"eu\"\nzones = [\"a\", \"b\"]\n"
    "[[node]]\nname = \"one\"\nrole = \"service\"\nzone = \"a\"\nhost = \"10.0.0.1\"\n"
    "[[node]]\nname = \"two\"\nrole = \"service\"\nzone = \"b\"\nstate = \"standby\"\n";

std::string node(const std::string& name, const std::string& more) {
    return "[[node]]\nname = \"" + name + "\"\nrole = \"service\"\n" + more;
}

bool encloses(const Rect& outer, const Rect& inner) {
    return united(outer, inner) == outer;
}

}

class DiagramTest : public QObject {
    Q_OBJECT

private slots:
    void boxesSayWhatTheyStandFor() {
        const Diagram diagram = diagramOf(tests::topologyOf(twoZones));
        const Box* one = diagram.box("node:one");
        QVERIFY(one && one->isNode());
        QCOMPARE(one->title, "one");
        QCOMPARE(one->kind.english(), "Service");
        QCOMPARE(one->address, "10.0.0.1:9090");
        QVERIFY(!one->standby && diagram.box("node:two")->standby);
        QVERIFY(diagram.box("clients"));
        QVERIFY(!diagram.box("dns"));
    }

    void framesLieAroundWhatIsInThem() {
        const Diagram diagram = diagramOf(tests::topologyOf(twoZones));
        const Frame* region = diagram.frame("region:eu");
        QVERIFY(region && !region->isZone && region->number == 0u);
        for (const auto& [zone, box] : {std::pair("zone:eu/a", "node:one"), {"zone:eu/b", "node:two"}}) {
            QVERIFY(encloses(diagram.frame(zone)->place, diagram.box(box)->place));
            QVERIFY(encloses(region->place, diagram.frame(zone)->place));
        }
        QVERIFY(!diagram.frame("zone:eu/a")->place.meets(diagram.frame("zone:eu/b")->place));
        QVERIFY(!region->place.meets(diagram.box("clients")->place));
    }

    void anEmptyRegionIsThereToo() {
        const Diagram diagram = diagramOf(tests::topologyOf("[[region]]\nname = \"eu\"\nzones = [\"a\"]\n"));
        QCOMPARE(diagram.frames.size(), 2u);
        QVERIFY(diagram.frame("zone:eu/a")->place.width > 0);
        QVERIFY(encloses(diagram.frame("region:eu")->place, diagram.frame("zone:eu/a")->place));
    }

    void placesThatNoRegionDeclaresAreDrawn() {
        const Diagram diagram =
            diagramOf(tests::topologyOf(node("x", "region = \"mars\"\nzone = \"dome\"\n")));
        QVERIFY(!diagram.frame("region:mars")->number);
        QVERIFY(diagram.frame("zone:mars/dome"));
    }

    void linesSayHowTheyConnect() {
        const Diagram diagram = diagramOf(tests::topologyOf(
            "[[node]]\nname = \"lb\"\nrole = \"load-balancer\"\n" + node("s", "") +
            "[[node]]\nname = \"pay\"\nrole = \"external\"\n[[link]]\nfrom = \"nobody\"\nto = \"s\"\n"
            "[[link]]\nfrom = \"s\"\nto = \"pay\"\nprotocol = \"AMQP\"\nport = 5671\n"));
        std::vector<std::string> ids;
        for (const Line& line : diagram.lines) ids.push_back(line.id);
        const std::vector<std::string> expected{"clients>node:lb>HTTPS 443", "node:lb>node:s>HTTP 9090",
                                                "node:s>node:pay>AMQP 5671"};
        QCOMPARE(ids, expected);
        QCOMPARE(diagram.lines[2].kind, Connection::Kind::Declared);
        QVERIFY2(diagram.lines[2].link == 1u, "the first link leads nowhere and has no line");
        for (const Line& line : diagram.lines) {
            QVERIFY(line.path.size() >= 2);
            QVERIFY(line.labelPlace);
        }
    }

    void linesThatSayTheSameAreLabelledOnce() {
        const Diagram diagram =
            diagramOf(tests::topologyOf("[[node]]\nname = \"l\"\nrole = \"load-balancer\"\n" + node("a", "") +
                                        node("b", "") + node("c", "")));
        std::size_t labels = 0;
        for (const Line& line : diagram.lines)
            if (line.label == "HTTP 9090" && line.labelPlace) ++labels;
        QCOMPARE(labels, 1u);
    }

    void labelsCoverNoBox() {
        const Diagram diagram = diagramOf(tests::topologyOf(realisticDeployment(100)));
        for (const Line& line : diagram.lines)
            for (const Box& box : diagram.boxes)
                QVERIFY2(!line.labelPlace || !line.labelPlace->meets(box.place), line.id.c_str());
    }

    void linesBetweenTwoBoxesRunSideBySide() {
        const Diagram diagram = diagramOf(
            tests::topologyOf(node("a", "position = [0, 0]\n") + node("b", "position = [600, 0]\n") +
                              "[[link]]\nfrom = \"a\"\nto = \"b\"\nport = 1\n"
                              "[[link]]\nfrom = \"b\"\nto = \"a\"\nport = 2\n"));
        const auto& lines = diagram.lines;
        const auto there = std::ranges::find(lines, 0u, &Line::link);
        const auto back = std::ranges::find(lines, 1u, &Line::link);
        QVERIFY(there != lines.end() && back != lines.end());
        QVERIFY(std::abs(there->path.front().y - back->path.back().y) >= 10);
    }

    void aLineGoesAroundBoxesInItsWay() {
        const Diagram diagram = diagramOf(tests::topologyOf(
            node("a", "position = [0, 0]\n") + node("wall", "position = [0, 200]\n") +
            node("b", "position = [0, 400]\n") + "[[link]]\nfrom = \"a\"\nto = \"b\"\nport = 1\n"));
        const auto line = std::ranges::find(diagram.lines, 0u, &Line::link);
        QVERIFY(line != diagram.lines.end());
        QCOMPARE(line->path.size(), 4u);
        const Rect& wall = diagram.box("node:wall")->place;
        QVERIFY(line->path[1].x < wall.x || line->path[1].x > wall.right());
    }

    void aWrittenPositionCounts() {
        const Diagram diagram =
            diagramOf(tests::topologyOf(node("x", "position = [1000, -40]\n") + node("y", "")));
        QCOMPARE(diagram.box("node:x")->place.corner(), (Point{1000, -40}));
        QVERIFY(diagram.box("node:x")->isPlaced && !diagram.box("node:y")->isPlaced);
    }

    void aPositionBeyondReasonIsBroughtNearer() {
        const auto far = std::to_string(std::numeric_limits<std::int64_t>::max());
        const Diagram diagram = diagramOf(
            tests::topologyOf(node("x", "position = [" + far + ", -" + far + "]\n") + node("y", "")));
        QVERIFY(diagram.extent.width < 3'000'000 && diagram.extent.height < 3'000'000);
    }

    void namesThatOccurTwiceStayApart() {
        const Diagram diagram = diagramOf(tests::topologyOf(node("x", "") + node("x", "")));
        QVERIFY(diagram.box("node:x") && diagram.box("node:x#2"));
        QVERIFY(!diagram.box("node:x")->place.meets(diagram.box("node:x#2")->place));
    }

    /// Everything else stays where it was, whatever comes.
    void newNodesLandInFreeSpaceOfTheirZone() {
        std::string text = twoZones;
        Diagram before = diagramOf(tests::topologyOf(text));
        for (int i = 0; i < 12; ++i) {
            text += node("new" + std::to_string(i), i % 2 == 0 ? "zone = \"a\"\n" : "");
            const Diagram after = diagramOf(tests::topologyOf(text), &before);
            for (const Box& box : before.boxes) QCOMPARE(after.box(box.id)->place, box.place);
            const Box* added = after.box("node:new" + std::to_string(i));
            for (const Box& box : after.boxes) QVERIFY(&box == added || !box.place.meets(added->place));
            QVERIFY(!after.frame("zone:eu/b")->place.meets(added->place));
            if (i % 2 == 0) QVERIFY(encloses(after.frame("zone:eu/a")->place, added->place));
            QVERIFY(!after.frame("zone:eu/a")->place.meets(after.frame("zone:eu/b")->place));
            before = after;
        }
    }

    void aFrameThatLosesItsLastNodeStays() {
        const Diagram before = diagramOf(tests::topologyOf(twoZones));
        const Diagram after =
            diagramOf(tests::topologyOf(twoZones.substr(0, twoZones.find("[[node]]"))), &before);
        QCOMPARE(after.frame("zone:eu/b")->place.corner(), before.frame("zone:eu/b")->place.corner());
    }

    void theSameTextGivesTheSamePicture() {
        const std::string text = realisticDeployment(100);
        QVERIFY(diagramOf(tests::topologyOf(text)) == diagramOf(tests::topologyOf(text)));
        QVERIFY(diagramOf(tests::topologyOf(text)) == arrange(tests::topologyOf(text)));
    }

    void nothingGivesAnEmptyPicture() {
        QVERIFY(diagramOf(Topology()).boxes.empty());
        QCOMPARE(diagramOf(Topology()).extent, Rect());
    }
};

ARABESQUE_TEST(DiagramTest)
#include "diagram_test.moc"
