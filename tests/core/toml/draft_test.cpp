#include "core/toml/draft.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

std::string after(const toml::Document& before, const toml::Draft& draft) {
    const auto edit = draft.edit();
    return edit ? applied(before.text(), "a.toml", *edit) : "refused: " + edit.error().message.english();
}

}

class DraftTest : public QObject {
    Q_OBJECT

private slots:
    void severalEditsAreOne() {
        const toml::Document before(std::string("# ours\na = 1\n"));
        toml::Draft draft("a.toml", before);
        draft.set({"a"}, "2")
            .append("node", {{"name", "\"x\""}, {"port", "90"}})
            .append("node", {{"name", "\"y\""}});
        QCOMPARE(after(before, draft),
                 "# ours\na = 2\n\n[[node]]\nname = \"x\"\nport = 90\n\n[[node]]\nname = \"y\"\n");
        QCOMPARE(draft.count("node"), 2u);
        QCOMPARE(draft.edit()->changes.size(), 1u);
    }
    void nothingChangedIsNoEdit() {
        const toml::Document before(std::string("a = 1\n"));
        toml::Draft draft("a.toml", before);
        draft.set({"a"}, "2").set({"a"}, "1").unset({"b"});
        QVERIFY(draft.edit()->empty());
    }
    void theFirstRefusalIsTheWholeDraftsOne() {
        const toml::Document before(std::string("a = 1\n"));
        toml::Draft draft("a.toml", before);
        draft.set({"b"}, "1").set({"a", "c"}, "1").set({"d"}, "1");
        QVERIFY(!draft.edit());
        QVERIFY(draft.now().find({"d"}) == nullptr);
    }
};

ARABESQUE_TEST(DraftTest)
#include "draft_test.moc"
