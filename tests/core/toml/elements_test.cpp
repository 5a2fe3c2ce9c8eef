#include "core/toml/elements.h"

#include "tests/core/toml/edited.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;
using namespace arabesque::tests;

namespace {

constexpr std::string_view tables = "# Files of the service\n\n"
                                    "# the first\n[[files]]\nname = \"a\" # one\n\n"
                                    "[[files]]\nname = \"b\"\n[files.options]\nread = true\n\n"
                                    "[[files]]\nname = \"c\"\n\n"
                                    "[other]\n";

std::string afterInsert(std::string_view text, std::string_view array, std::size_t index,
                        std::string_view value) {
    const toml::Document document{std::string(text)};
    return textAfter(text, toml::insertElement("Cloud.toml", document, *toml::readPath(array), index, value));
}

std::string afterDuplicate(std::string_view text, std::string_view array, std::size_t index) {
    const toml::Document document{std::string(text)};
    return textAfter(text, toml::duplicateElement("Cloud.toml", document, *toml::readPath(array), index));
}

std::string afterMove(std::string_view text, std::string_view array, std::size_t from, std::size_t to) {
    const toml::Document document{std::string(text)};
    return textAfter(text, toml::moveElement("Cloud.toml", document, *toml::readPath(array), from, to));
}

}

class ElementsTest : public QObject {
    Q_OBJECT

private slots:
    void aTableMovesWithItsCommentAndTheTablesInside() {
        QCOMPARE(afterMove(tables, "files", 0, 1), "# Files of the service\n\n"
                                                   "[[files]]\nname = \"b\"\n[files.options]\nread = true\n\n"
                                                   "# the first\n[[files]]\nname = \"a\" # one\n\n"
                                                   "[[files]]\nname = \"c\"\n\n"
                                                   "[other]\n");
        QCOMPARE(afterMove(tables, "files", 2, 0), "# Files of the service\n\n"
                                                   "[[files]]\nname = \"c\"\n\n"
                                                   "# the first\n[[files]]\nname = \"a\" # one\n\n"
                                                   "[[files]]\nname = \"b\"\n[files.options]\nread = true\n\n"
                                                   "[other]\n");
    }
    void aLastTableWithoutLineEndMovesToo() {
        QCOMPARE(afterMove("[[a]]\nb = 1\n[[a]]\nb = 2", "a", 1, 0), "[[a]]\nb = 2\n[[a]]\nb = 1");
        QCOMPARE(afterMove("[[a]]\r\nb = 1\r\n[[a]]\r\nb = 2\r\n", "a", 0, 1),
                 "[[a]]\r\nb = 2\r\n[[a]]\r\nb = 1\r\n");
    }
    void aValueMovesAndCommentsStay() {
        QCOMPARE(afterMove("a = [1, 2, 3]\n", "a", 0, 2), "a = [2, 3, 1]\n");
        QCOMPARE(afterMove("a = [\n  1, # one\n  2, # two\n]\n", "a", 1, 0),
                 "a = [\n  2, # one\n  1, # two\n]\n");
        QCOMPARE(afterMove("a = [{ b = 1 }, { b = 2 }]\n", "a", 0, 1), "a = [{ b = 2 }, { b = 1 }]\n");
    }
    void elementsWrittenHereAndThereAreLeftAlone() {
        QCOMPARE(afterMove("[[a]]\nb = 1\n[c]\n[[a]]\nb = 2\n[c.d]\n", "a", 0, 1),
                 "[[a]]\nb = 2\n[c]\n[[a]]\nb = 1\n[c.d]\n");
        QCOMPARE(afterMove("[[a]]\n[a.x]\n[c]\n[a.y]\n[[a]]\n", "a", 0, 1),
                 "(Elements of 'a' are written in several places; change their order in the text)");
    }
    void whatIsNotThereIsSaid() {
        QCOMPARE(afterMove("a = [1]\n", "a", 0, 1), "('a' has no element 1)");
        QCOMPARE(afterDuplicate("a = 1\n", "a", 0), "('a' has no element 0)");
        QCOMPARE(afterInsert("a = [1]\n", "a", 2, "2"), "('a' has no element 2)");
    }

    void aCopyStandsBehindItsOriginal() {
        QCOMPARE(afterDuplicate("[[a]]\nb = 1\n\n[[a]]\nb = 2\n", "a", 1),
                 "[[a]]\nb = 1\n\n[[a]]\nb = 2\n\n[[a]]\nb = 2\n");
        QCOMPARE(afterDuplicate("[[a]]\nb = 1\n[[a]]\nb = 2\n", "a", 0),
                 "[[a]]\nb = 1\n[[a]]\nb = 1\n[[a]]\nb = 2\n");
        QCOMPARE(afterDuplicate("a = [\"x\", 'y']\n", "a", 1), "a = [\"x\", 'y', 'y']\n");
        QCOMPARE(afterDuplicate("a = [\n  1, # one\n  2\n]\n", "a", 1), "a = [\n  1, # one\n  2,\n  2\n]\n");
    }

    void aValueIsInsertedInItsPlace() {
        QCOMPARE(afterInsert("a = [1, 3]\n", "a", 1, "2"), "a = [1, 2, 3]\n");
        QCOMPARE(afterInsert("a = [\n  1,\n  3,\n]\n", "a", 1, "2"), "a = [\n  1,\n  2,\n  3,\n]\n");
        QCOMPARE(afterInsert("a = [1]\n", "a", 1, "2"), "a = [1, 2]\n");
        QCOMPARE(afterInsert("a = []\n", "a", 0, "\"x\""), "a = [\"x\"]\n");
    }
    void aTableIsInsertedInItsPlace() {
        const char* value = "{ name = 'new', size.most = 1 }";
        QCOMPARE(afterInsert("[[a]]\nb = 1\n", "a", 1, value),
                 "[[a]]\nb = 1\n[[a]]\nname = 'new'\nsize.most = 1\n");
        QCOMPARE(afterInsert("# first\n[[a]]\nb = 1\n", "a", 0, value),
                 "[[a]]\nname = 'new'\nsize.most = 1\n\n# first\n[[a]]\nb = 1\n");
        QCOMPARE(afterInsert("[[a]]\nb = 1\n", "a", 1, "7"), "('a' holds tables; '7' is none)");
    }
};

ARABESQUE_TEST(ElementsTest)
#include "elements_test.moc"
