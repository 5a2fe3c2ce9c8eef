#include "core/text/snapshot.h"

#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace arabesque;

namespace {

std::shared_ptr<const std::string> shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

Snapshot snapshotWith(std::string text) {
    Snapshot snapshot;
    snapshot.revision = 7;
    snapshot.documents["Cloud.toml"] = {shared(std::move(text)), true};
    snapshot.documents["Config.toml"] = {shared(""), false};
    return snapshot;
}

/// One to five changes that do not overlap, in any order; some of them insertions at one offset.
Edit randomEdit(std::mt19937& random, const Snapshot& snapshot) {
    Edit edit;
    for (const auto& [file, document] : snapshot.documents) {
        std::size_t from = 0;
        for (auto left = random() % 5; left > 0; --left) {
            const std::size_t size = document.text->size();
            const std::size_t begin = from + random() % (size - from + 1);
            const std::size_t end = random() % 3 == 0 ? begin : begin + random() % (size - begin + 1);
            edit.changes.push_back(
                {file, {begin, end}, std::string(random() % 4, static_cast<char>('A' + random() % 26))});
            from = end;
        }
    }
    return edit;
}

std::string allTexts(const Snapshot& snapshot) {
    std::string all;
    for (const auto& [file, document] : snapshot.documents) all += file + '\n' + *document.text + '\n';
    return all;
}

}

class SnapshotTest : public QObject {
    Q_OBJECT

private slots:
    void anEditMakesTheNextRevision() {
        const Snapshot before = snapshotWith("a = 1\n");
        const Applied result = apply(before, {{{"Cloud.toml", {4, 5}, "22"}}});
        QCOMPARE(result.snapshot->revision, 8u);
        QCOMPARE(result.snapshot->text("Cloud.toml"), "a = 22\n");
        QCOMPARE(before.text("Cloud.toml"), "a = 1\n");
    }
    void untouchedDocumentsAreShared() {
        Snapshot before = snapshotWith("a = 1\n");
        before.documents["main.bal"] = {shared("// source"), true};
        const Applied result = apply(before, {{{"Cloud.toml", {4, 5}, "2"}}});
        QCOMPARE(result.snapshot->documents.at("main.bal").text, before.documents.at("main.bal").text);
    }
    void theInverseTakesAnEditBack() {
        const Snapshot before = snapshotWith("a = 1\nb = 2\n");
        const Applied there = apply(before, {{{"Cloud.toml", {10, 11}, "two"}, {"Cloud.toml", {0, 6}, ""}}});
        QCOMPARE(there.snapshot->text("Cloud.toml"), "b = two\n");
        const Applied back = apply(*there.snapshot, there.inverse);
        QCOMPARE(back.snapshot->text("Cloud.toml"), "a = 1\nb = 2\n");
        QCOMPARE(back.snapshot->revision, 9u);
        QCOMPARE(apply(*back.snapshot, back.inverse).snapshot->text("Cloud.toml"), "b = two\n");
    }
    void severalDocumentsChangeAtOnce() {
        const Snapshot before = snapshotWith("a = 1\n");
        const Applied there =
            apply(before, {{{"Config.toml", {0, 0}, "b = 2\n"}, {"Cloud.toml", {0, 6}, ""}}});
        QCOMPARE(there.snapshot->text("Cloud.toml"), "");
        QCOMPARE(there.snapshot->text("Config.toml"), "b = 2\n");
        QCOMPARE(allTexts(*apply(*there.snapshot, there.inverse).snapshot), allTexts(before));
    }

    void anAbsentDocumentIsCreatedAndTheCreationUndone() {
        const Snapshot before = snapshotWith("");
        QVERIFY(!before.exists("Config.toml"));
        QVERIFY(!before.exists("Dependencies.toml"));
        const Applied there =
            apply(before, {{{"Config.toml", {0, 0}, "a = 1\n"}, {"Dependencies.toml", {0, 0}, "b = 2\n"}}});
        QVERIFY(there.snapshot->exists("Config.toml"));
        QVERIFY(there.snapshot->exists("Dependencies.toml"));
        QCOMPARE(there.snapshot->text("Dependencies.toml"), "b = 2\n");
        const Applied back = apply(*there.snapshot, there.inverse);
        QVERIFY(!back.snapshot->exists("Config.toml"));
        QVERIFY(!back.snapshot->exists("Dependencies.toml"));
    }
    void anEmptyDocumentOnDiskExists() {
        QVERIFY(snapshotWith("").exists("Cloud.toml"));
        QCOMPARE(snapshotWith("").text("Nowhere.toml"), "");
    }

    void inversesOfRandomEditsRestoreEveryByte() {
        std::mt19937 random(2);
        for (int round = 0; round < 2000; ++round) {
            const Snapshot first = snapshotWith(std::string(random() % 12, 'x') + "\r\nüñ€");
            std::vector<Applied> history{{std::make_shared<Snapshot>(first), {}}};
            for (int step = 0; step < 4; ++step) {
                Edit edit = randomEdit(random, *history.back().snapshot);
                std::ranges::shuffle(edit.changes, random);
                history.push_back(apply(*history.back().snapshot, edit));
            }
            for (std::size_t i = history.size() - 1; i > 0; --i) {
                const Applied back = apply(*history[i].snapshot, history[i].inverse);
                QCOMPARE(allTexts(*back.snapshot), allTexts(*history[i - 1].snapshot));
                QCOMPARE(allTexts(*apply(*back.snapshot, back.inverse).snapshot),
                         allTexts(*history[i].snapshot));
            }
        }
    }
};

ARABESQUE_TEST(SnapshotTest)
#include "snapshot_test.moc"
