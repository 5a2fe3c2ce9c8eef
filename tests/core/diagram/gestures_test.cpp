#include "core/diagram/gestures.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

/// One of everything, commented as people do.
constexpr std::string_view text =
    "# Orders, as operated since May\n"
    "[[region]]\nname = \"eu\"   # Frankfurt\nzones = [\"a\", 'b']\n\n"
    "[[region]]\nname = \"us\"\n\n"
    "[[node]]\nname = \"one\" # the first\nrole = \"service\"\nregion = \"eu\"\nzone = \"a\"\n\n"
    "[[node]]\nname = \"two\"\nrole = \"database\"\nregion = \"us\"\ndatabase = \"orders\"\n\n"
    "[[link]]\nfrom = \"one\"\nto = 'two'\n\n"
    "[[database]]\nname = \"orders\"\n\n"
    "[[pool]]\nrole = \"service\"\ndatabase = \"orders\"\n";

/// `text` with `from` replaced by `to`, once.
std::string with(std::string_view from, std::string_view to, std::string before = std::string(text)) {
    const std::size_t at = before.find(from);
    if (at == std::string::npos) qFatal("not in the text");
    return before.replace(at, from.size(), to);
}

const toml::Document document{std::string(text)};

/// The text after a gesture, or the reason why there is none, in parentheses.
std::string textAfter(std::string_view before, const Result<Edit>& edit) {
    return edit ? applied(before, gestures::file, *edit) : '(' + edit.error().message.english() + ')';
}

std::string after(const Result<Edit>& edit) {
    return textAfter(text, edit);
}

}

class GesturesTest : public QObject {
    Q_OBJECT

private slots:
    void aNewNodeStandsBehindTheOthers() {
        const gestures::NewNode node{
            .name = "three", .role = "gateway", .region = "eu", .zone = "b", .position = Point{120, -8}};
        QCOMPARE(
            after(gestures::addNode(document, node)),
            with("database = \"orders\"\n\n[[link]]",
                 "database = \"orders\"\n\n[[node]]\nname = \"three\"\nrole = \"gateway\"\nregion = \"eu\"\n"
                 "zone = \"b\"\nposition = [120, -8]\n\n[[link]]"));
        QCOMPARE(textAfter("", gestures::addNode(toml::Document(""), {.name = "x", .role = "service"})),
                 "[[node]]\nname = \"x\"\nrole = \"service\"\n");
    }
    void aNameIsGivenOnce() {
        QCOMPARE(after(gestures::addNode(document, {.name = "two", .role = "service"})),
                 "(The name 'two' is taken)");
        QCOMPARE(after(gestures::renameNode(document, 0, "two")), "(The name 'two' is taken)");
        QCOMPARE(after(gestures::renameNode(document, 0, "")), "(A name has at least one character)");
        QCOMPARE(after(gestures::addRegion(document, "us")), "(The name 'us' is taken)");
        QCOMPARE(after(gestures::addZone(document, "eu", "b")), "(The name 'b' is taken)");
        QCOMPARE(after(gestures::renameNode(document, 0, "one")), std::string(text));
    }
    void freshNamesAreFree() {
        QCOMPARE(gestures::freshNodeName(document, "service"), "service-1");
        QCOMPARE(gestures::freshRegionName(document), "region-1");
        QCOMPARE(gestures::freshZoneName(document, "eu"), "c");
        QCOMPARE(gestures::freshZoneName(document, "us"), "a");
    }
    void aMoveIsOneKey() {
        QCOMPARE(after(gestures::moveNode(document, 0, {16, 24})),
                 with("zone = \"a\"\n", "zone = \"a\"\nposition = [16, 24]\n"));
        QCOMPARE(
            textAfter("[[node]]\nposition = [ 1,2 ] # here\n",
                      gestures::moveNode(toml::Document("[[node]]\nposition = [ 1,2 ] # here\n"), 0, {3, 4})),
            "[[node]]\nposition = [3, 4] # here\n");
    }
    void aMoveIntoAnotherZoneIsOneEdit() {
        QCOMPARE(after(gestures::moveNode(document, 0, {16, 24}, "us", "")),
                 with("region = \"eu\"\nzone = \"a\"\n", "region = \"us\"\nposition = [16, 24]\n"));
        QCOMPARE(after(gestures::placeNode(document, 1, "eu", "b")),
                 with("region = \"us\"\n", "region = \"eu\"\nzone = \"b\"\n"));
    }
    void anArrangementMovesAllNodes() {
        const std::pair<std::size_t, Point> positions[] = {{0, {8, 8}}, {1, {8, 96}}};
        QCOMPARE(after(gestures::moveNodes(document, positions)),
                 with("database = \"orders\"\n\n[[link]]",
                      "database = \"orders\"\nposition = [8, 96]\n\n[[link]]",
                      with("zone = \"a\"\n", "zone = \"a\"\nposition = [8, 8]\n")));
    }
    void linksFollowTheNameOfANode() {
        QCOMPARE(after(gestures::renameNode(document, 0, "first")),
                 with("from = \"one\"", "from = \"first\"", with("\"one\" #", "\"first\" #")));
        QCOMPARE(after(gestures::renameNode(document, 1, "second")),
                 with("to = 'two'", "to = 'second'", with("\"two\"", "\"second\"")));
    }
    void ofTwoOfANameTheFirstIsMeantByLinks() {
        const std::string twice = "[[node]]\nname = \"x\"\n[[node]]\nname = \"x\"\n[[node]]\nname = \"y\"\n"
                                  "[[link]]\nfrom = \"x\"\nto = \"y\"\n";
        QCOMPARE(textAfter(twice, gestures::renameNode(toml::Document(twice), 1, "z")),
                 "[[node]]\nname = \"x\"\n[[node]]\nname = \"z\"\n[[node]]\nname = \"y\"\n"
                 "[[link]]\nfrom = \"x\"\nto = \"y\"\n");
    }
    void nodesFollowTheNameOfAPlace() {
        QCOMPARE(after(gestures::renameRegion(document, "eu", "eu-west")),
                 with("region = \"eu\"", "region = \"eu-west\"", with("\"eu\"   #", "\"eu-west\"   #")));
        QCOMPARE(after(gestures::renameZone(document, "eu", "a", "north")),
                 with("zone = \"a\"", "zone = \"north\"", with("[\"a\", 'b']", "[\"north\", 'b']")));
    }
    void copiesAndPoolsFollowTheNameOfADatabase() {
        QCOMPARE(after(gestures::renameDatabase(document, "orders", "sales")),
                 with("database = \"orders\"\n", "database = \"sales\"\n",
                      with("[[database]]\nname = \"orders\"", "[[database]]\nname = \"sales\"",
                           with("role = \"service\"\ndatabase = \"orders\"",
                                "role = \"service\"\ndatabase = \"sales\""))));
        QCOMPARE(after(gestures::renameDatabase(document, "none", "x")),
                 "(Deployment.toml declares no database 'none')");
    }
    void stateAndRoleChange() {
        QCOMPARE(after(gestures::setState(document, 0, "standby")),
                 with("zone = \"a\"\n", "zone = \"a\"\nstate = \"standby\"\n"));
        QCOMPARE(after(gestures::setState(document, 0, "active")), std::string(text));
        QCOMPARE(after(gestures::setRole(document, 0, "gateway")), with("\"service\"", "\"gateway\""));
    }
    void aLinkIsDrawnOnce() {
        QCOMPARE(after(gestures::connect(document, 1, 0)),
                 with("to = 'two'\n", "to = 'two'\n\n[[link]]\nfrom = \"two\"\nto = \"one\"\n"));
        QCOMPARE(after(gestures::connect(document, 0, 1)), "(There is a link from 'one' to 'two' already)");
        QCOMPARE(after(gestures::connect(document, 0, 0)), "('one' cannot be linked with itself)");
    }
    void aNodeGoesWithItsLinks() {
        const std::string left = after(gestures::deleteNode(document, 1));
        QVERIFY2(!left.contains("[[link]]") && !left.contains("\"two\""), left.c_str());
        QVERIFY(left.starts_with("# Orders, as operated since May\n") && left.contains("# the first"));
        QCOMPARE(after(gestures::deleteNode(document, 7)), "(There is no node number 7)");
    }
    void whatStoodInARegionStays() {
        const std::string left = after(gestures::deleteRegion(document, "eu"));
        QVERIFY2(left.contains("name = \"one\" # the first\nrole = \"service\"\n\n"), left.c_str());
        QVERIFY(!left.contains("Frankfurt"));
        QCOMPARE(after(gestures::deleteZone(document, "eu", "a")),
                 with("zone = \"a\"\n", "", with("[\"a\", 'b']", "[\"b\"]")));
    }
    void nodesNameTheOnlyRegionBeforeThereAreTwo() {
        const std::string one = "[[region]]\nname = \"eu\"\n\n[[node]]\nname = \"x\"\nrole = \"service\"\n";
        QCOMPARE(textAfter(one, gestures::addRegion(toml::Document(one), "us")),
                 "[[region]]\nname = \"eu\"\n\n[[region]]\nname = \"us\"\n\n"
                 "[[node]]\nname = \"x\"\nrole = \"service\"\nregion = \"eu\"\n");
    }
};

ARABESQUE_TEST(GesturesTest)
#include "gestures_test.moc"
