#include "core/generate/yaml.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace arabesque;

namespace {

/// The quoted text as it stands behind `key: ` at no indent.
std::string written(std::string_view text) {
    std::string all = "key: ";
    const std::vector<std::string> lines = doubleQuoted(text, all.size(), 2);
    for (std::size_t i = 0; i < lines.size(); ++i) all += (i == 0 ? "" : "\n") + lines[i];
    return all;
}

}

/// YAML text of c2c 4.0.0, section 7.1.
class YamlTest : public QObject {
    Q_OBJECT

private slots:
    void specialCharactersAreEscaped() {
        QCOMPARE(written("a \"b\" \\ \t\n"), "key: \"a \\\"b\\\" \\\\ \\t\\n\"");
        QCOMPARE(written(std::string_view("\x01\x7f\0", 3)), "key: \"\\x01\\x7f\\0\"");
    }

    void otherLettersAreKept() { QCOMPARE(written("größe 東京 😀"), "key: \"größe 東京 😀\""); }

    void longTextIsFoldedAtBlanks() {
        const std::string word(40, 'a');
        QCOMPARE(written(word + ' ' + word + ' ' + word),
                 "key: \"" + word + ' ' + word + "\\\n  \\ " + word + '"');
    }

    void textWithoutBlanksIsNeverFolded() {
        const std::string word(300, 'a');
        QCOMPARE(written(word), "key: \"" + word + '"');
    }

    void textIsFoldedBehindAnEscape() {
        const std::string word(90, 'a');
        QCOMPARE(written(word + "\nnext line"), "key: \"" + word + "\\n\\\n  next line\"");
    }

    void emptyMapsAndListsAreWritten() {
        TextWriter writer("file.yaml", "test", {layout("test")});
        Yaml::map().set("map", Yaml::map()).set("list", Yaml::list()).because({layout("test")}).write(writer);
        QCOMPARE(std::move(writer).take().text, "map: {}\nlist: []\n");
    }

    void aKeyStandsOnOneLineAndIsPlainData() {
        const std::string keys[] = {"<<", "=", "a: b", "on",
                                    std::string(60, 'x') + " \n " + std::string(60, 'y')};
        for (const std::string& key : keys) {
            TextWriter writer("file.yaml", "test", {layout("test")});
            Yaml::map().set(key, 1).because({layout("test")}).write(writer);
            const Artifact made = std::move(writer).take();
            QCOMPARE(made.lines.size(), std::size_t{1});
            QCOMPARE(YAML::Load(made.text)[key].as<int>(), 1);
        }
    }

    void foldedTextReadsBackAsItWas() {
        const std::string pieces[] = {"a",  " ",    "  ",    "\n", "\t",
                                      "\"", "word", "größe", "\\", "averyverylongwordindeed"};
        unsigned state = 7;
        for (int round = 0; round < 500; ++round) {
            std::string text;
            for (int i = 0; i < 60; ++i)
                text += pieces[(state = state * 1103515245U + 12345U) / 65536U % std::size(pieces)];
            QCOMPARE(YAML::Load(written(text))["key"].as<std::string>(), text);
        }
    }

    void keysThatMeanSomethingElseAreQuoted() {
        Yaml map = Yaml::map();
        map.set("true", 1).set("app.toml", 2).set("a: b", 3).set("12", 4);
        TextWriter writer("x.yaml", "test", {layout("a test")});
        map.writeDocument(writer);
        QCOMPARE(std::move(writer).take().text, "---\n\"true\": 1\napp.toml: 2\n\"a: b\": 3\n\"12\": 4\n");
    }

    void listsAreIndentedLikeTheirKey() {
        Yaml item = Yaml::map();
        item.set("name", "a").set("ports", Yaml::list().add(1).add(2));
        Yaml map = Yaml::map();
        map.set("items", Yaml::list().add(std::move(item)));
        TextWriter writer("x.yaml", "test", {layout("a test")});
        map.writeDocument(writer);
        QCOMPARE(std::move(writer).take().text, "---\nitems:\n- name: \"a\"\n  ports:\n  - 1\n  - 2\n");
    }

    void aLineKnowsItsOwnOriginsAndThoseOfWhatHoldsIt() {
        const Origin table{Origin::Kind::Setting, "Cloud.toml", "probe", {}};
        const Origin port{Origin::Kind::Setting, "Cloud.toml", "probe.port", {}};
        Yaml probe = Yaml::map();
        probe.set("port", Sourced<std::int64_t>{9090, {port}});
        Yaml map = Yaml::map();
        map.set("probe", std::move(probe.because({table})));
        TextWriter writer("x.yaml", "test", {layout("a test")});
        map.writeDocument(writer);
        const Artifact artifact = std::move(writer).take();
        QCOMPARE(artifact.lines.size(), 3U);
        QCOMPARE(artifact.lines[1].size(), 1U);
        QCOMPARE(artifact.originTable[artifact.lines[1][0]], table);
        QCOMPARE(artifact.lines[2].size(), 2U);
    }
};

ARABESQUE_TEST(YamlTest)
#include "yaml_test.moc"
