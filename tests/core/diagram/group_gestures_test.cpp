#include "core/diagram/group_gestures.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <ranges>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr std::string_view text =
    "# Orders\n"
    "[[region]]\nname = \"eu\"\nzones = [\"a\", \"b\"]\n\n"
    "[[region]]\nname = \"us\"\n\n"
    "[[node]]\nname = \"one\"   # first\nrole = \"service\"\nregion = \"eu\"\n"
    "zone = \"a\"\nposition = [8, 16]\n\n"
    "[[node]]\nname = \"two\"\nrole = \"service\"\nregion = \"us\"\n\n"
    "[[node]]\nname = \"three\"\nrole = \"gateway\"\nregion = \"us\"   # far\n\n"
    "[[link]]\nfrom = \"one\"\nto = \"three\"\n\n"
    "[[link]]\nfrom = \"three\"\nto = \"two\"\n";

const toml::Document document{std::string(text)};
const std::vector<std::size_t> both{0, 2};

std::string after(const Result<Edit>& edit) {
    return edit ? applied(text, gestures::file, *edit) : '(' + edit.error().message.english() + ')';
}

std::string with(std::initializer_list<std::pair<std::string_view, std::string_view>> replaced) {
    std::string changed(text);
    for (const auto& [from, to] : replaced) {
        const std::size_t at = changed.find(from);
        if (at == std::string::npos) qFatal("not in the text");
        changed.replace(at, from.size(), to);
    }
    return changed;
}

}

class GroupGesturesTest : public QObject {
    Q_OBJECT

private slots:
    void positionsOfAllAreOneChange() {
        const std::vector<std::pair<std::size_t, Point>> positions{{0, {24, 16}}, {2, {400, -8}}};
        const auto edit = gestures::moveGroup(document, positions);
        QCOMPARE(after(edit), with({{"[8, 16]", "[24, 16]"},
                                    {"\"us\"   # far\n", "\"us\"   # far\nposition = [400, -8]\n"}}));
        QCOMPARE(edit->changes.size(), 1u);
    }

    void allJoinTheFrameTheyAreDroppedIn() {
        const std::vector<std::pair<std::size_t, Point>> positions{{1, {0, 0}}, {2, {240, 0}}};
        QCOMPARE(after(gestures::moveGroup(document, positions, "eu", "b")),
                 with({{"\"us\"\n\n[[node]]\nname = \"three\"",
                        "\"eu\"\nzone = \"b\"\nposition = [0, 0]\n\n[[node]]\nname = \"three\""},
                       {"\"us\"   # far\n", "\"eu\"   # far\nzone = \"b\"\nposition = [240, 0]\n"}}));
    }

    void placesAreGivenAndTaken() {
        QCOMPARE(after(gestures::placeGroup(document, both, "us", "")),
                 with({{"region = \"eu\"\nzone = \"a\"\n", "region = \"us\"\n"}}));
        QCOMPARE(after(gestures::placeGroup(document, both, "", "")),
                 with({{"region = \"eu\"\nzone = \"a\"\n", ""}, {"region = \"us\"   # far\n", ""}}));
    }

    void statesAndRolesAreSetTogether() {
        QCOMPARE(after(gestures::setStates(document, both, "standby")),
                 with({{"zone = \"a\"\n", "zone = \"a\"\nstate = \"standby\"\n"},
                       {"# far\n", "# far\nstate = \"standby\"\n"}}));
        QCOMPARE(after(gestures::setStates(document, both, "active")), std::string(text));
        QCOMPARE(after(gestures::setRoles(document, both, "database")),
                 with({{"\"service\"\nregion = \"eu\"", "\"database\"\nregion = \"eu\""},
                       {"\"gateway\"", "\"database\""}}));
    }

    void theDeletedTakeTheirLinksAlong() {
        const std::vector<std::size_t> onlyThree{2}, none;
        const std::string left(text.substr(0, text.find("[[node]]\nname = \"three\"")));
        QCOMPARE(after(gestures::deleteGroup(document, onlyThree, none)), left.substr(0, left.size() - 1));
        const std::vector<std::size_t> second{1};
        QCOMPARE(after(gestures::deleteGroup(document, none, second)),
                 std::string(text.substr(0, text.find("\n[[link]]\nfrom = \"three\""))));
    }

    void whatIsDeletedTogetherIsGoneAsOneByOne() {
        std::string many = "# kept\n";
        for (int i = 0; i < 12; ++i)
            many += "[[node]]\nname = \"n" + std::to_string(i) + "\"\nrole = \"service\"\n" +
                    (i % 3 == 0 ? "# a note\n\n" : "");
        const toml::Document before(many);
        const std::vector<std::size_t> gone{1, 2, 3, 6, 8, 9, 11}, none;
        std::string oneByOne = many;
        for (const std::size_t number : gone | std::views::reverse)
            oneByOne =
                applied(oneByOne, gestures::file, *gestures::deleteNode(toml::Document(oneByOne), number));
        QCOMPARE(applied(many, gestures::file, *gestures::deleteGroup(before, gone, none)), oneByOne);
    }

    void theOneBetweenStays() {
        const std::string before = "[[node]]\nname = \"one\"\n\n[[node]]\nname = \"two\"\n\n"
                                   "[[node]]\nname = \"three\"\n";
        const std::vector<std::size_t> gone{0, 2}, none;
        QCOMPARE(applied(before, gestures::file, *gestures::deleteGroup(toml::Document(before), gone, none)),
                 "\n[[node]]\nname = \"two\"\n");
    }

    void whatIsNotThereIsLeftOut() {
        const std::vector<std::size_t> unknown{7}, none;
        QCOMPARE(after(gestures::deleteGroup(document, unknown, none)), std::string(text));
        QCOMPARE(after(gestures::setStates(document, unknown, "standby")), std::string(text));
    }
};

ARABESQUE_TEST(GroupGesturesTest)
#include "group_gestures_test.moc"
