#include "core/generate/yaml_difference.h"

#include "tests/support/test_main.h"

#include <QTest>

using namespace arabesque;

namespace {

Yaml numbers(std::initializer_list<int> all) {
    Yaml list = Yaml::list();
    for (const int number : all) list.add(number);
    return list;
}

Origin setting(const char* key) {
    return {Origin::Kind::Setting, "Deployment.toml", key, {}};
}

std::string written(Yaml document) {
    TextWriter writer("file.yaml", "test", {layout("test")});
    std::move(document).because({layout("test")}).write(writer);
    return std::move(writer).take().text;
}

std::string patch(const Yaml& before, const Yaml& after) {
    return written(jsonPatch(before, after, {layout("test")}));
}

}

class YamlDifferenceTest : public QObject {
    Q_OBJECT

private slots:
    void whatMeansTheSameHasNoPatch() {
        const Yaml one = Yaml::map().set("a", 1).set("b", numbers({1, 2}));
        const Yaml other = Yaml::map().set("b", numbers({1, 2})).set("a", 1);
        QVERIFY(jsonPatch(one, other, {}).empty());
        QVERIFY(mergePatch(one, other, {}).empty());
    }

    void aNumberIsNoText() {
        QVERIFY(!jsonPatch(Yaml::map().set("a", 1), Yaml::map().set("a", "1"), {}).empty());
    }

    void membersAreAddedReplacedAndRemoved() {
        const Yaml before = Yaml::map().set("gone", 1).set("inside", Yaml::map().set("a", 1));
        const Yaml after = Yaml::map().set("inside", Yaml::map().set("a", 2)).set("new", "x");
        QCOMPARE(patch(before, after), "- op: \"remove\"\n  path: \"/gone\"\n"
                                       "- op: \"replace\"\n  path: \"/inside/a\"\n  value: 2\n"
                                       "- op: \"add\"\n  path: \"/new\"\n  value: \"x\"\n");
    }

    void aLongerListIsAddedTo() {
        QCOMPARE(patch(Yaml::map().set("l", numbers({1, 2})), Yaml::map().set("l", numbers({1, 3, 4}))),
                 "- op: \"replace\"\n  path: \"/l/1\"\n  value: 3\n"
                 "- op: \"add\"\n  path: \"/l/-\"\n  value: 4\n");
    }

    void aShorterListIsReplaced() {
        QCOMPARE(patch(Yaml::map().set("l", numbers({1, 2})), Yaml::map().set("l", numbers({1}))),
                 "- op: \"replace\"\n  path: \"/l\"\n  value:\n  - 1\n");
    }

    void slashesAndTildesOfAKeyAreEscaped() {
        QCOMPARE(pointerStep("cert-manager.io/a~b"), "cert-manager.io~1a~0b");
    }

    void aMergeNamesWhatIsGone() {
        const Yaml before = Yaml::map().set("gone", 1).set("same", 2).set("m", Yaml::map().set("a", 1));
        const Yaml after = Yaml::map().set("same", 2).set("m", Yaml::map().set("b", 1));
        QCOMPARE(written(mergePatch(before, after, {})), "gone: null\nm:\n  a: null\n  b: 1\n");
    }

    void aMergeTakesListsWhole() {
        QCOMPARE(written(mergePatch(Yaml::map().set("l", numbers({1, 2})), Yaml::map().set("l", numbers({1})),
                                    {})),
                 "l:\n- 1\n");
    }

    void anOperationIsThereBecauseOfItsValue() {
        const Sourced<std::string> value{"x", {setting("kubernetes.namespace")}};
        const Yaml operations = jsonPatch(Yaml::map(), Yaml::map().set("a", value), {layout("place")});
        QCOMPARE(operations.members()[0].second.origins(), Origins{setting("kubernetes.namespace")});
    }

    void aRemovalIsThereForItsReason() {
        const Origins why{setting("cloud.deployment.autoscaling.enable")};
        const Yaml before = Yaml::map().set("spec", Yaml::map().set("replicas", 1));
        const Yaml after = Yaml::map().set("spec", Yaml::map());
        const Yaml operations = jsonPatch(before, after, {layout("place")}, {{"/spec/replicas", why}});
        QCOMPARE(operations.members()[0].second.origins(), why);
        QCOMPARE(jsonPatch(before, after, {layout("place")}).members()[0].second.origins(),
                 Origins{layout("place")});
    }
};

ARABESQUE_TEST(YamlDifferenceTest)

#include "yaml_difference_test.moc"
