#include "app/session/last_export.h"

#include "app/session/session.h"
#include "tests/app/project_on_disk.h"
#include "tests/support/test_main.h"

using namespace arabesque;

namespace {

LineChanges changes(std::string_view before, std::string_view after) {
    return changesSince(fingerprints(before), after);
}

}

class LastExportTest final : public QObject {
    Q_OBJECT

private slots:
    void fingerprintsTellLinesApartAndNothingElse() {
        QCOMPARE(fingerprints("a\nb\na\n").size(), 3u * 17);
        QVERIFY(fingerprints("a\n").substr(0, 16) != fingerprints("b\n").substr(0, 16));
        QCOMPARE(fingerprints("password = 1\n"), fingerprints("password = 1"));
        QVERIFY(!fingerprints("password = 1\n").contains("password"));
        QCOMPARE(fingerprints(""), std::string());
    }

    void changedLinesAreFound() {
        QVERIFY(changes("a\nb\n", "a\nb\n") == LineChanges());
        QVERIFY((changes("a\nb\nc\n", "a\nB\nc\n") == LineChanges{{1}, {}}));
        QVERIFY((changes("a\nc\n", "a\nb\nc\n") == LineChanges{{1}, {}}));
        QVERIFY((changes("", "a\nb\n") == LineChanges{{0, 1}, {}}));
    }

    void removedLinesAreMarkedWhereTheyStood() {
        QVERIFY((changes("a\nb\nc\n", "a\nc\n") == LineChanges{{}, {1}}));
        QVERIFY((changes("a\nb\n", "b\n") == LineChanges{{}, {0}}));
        QVERIFY((changes("a\nb\n", "a\n") == LineChanges{{}, {1}}));
        QVERIFY((changes("a\nb\nc\nd\ne\n", "a\nX\nb\nc\ne\n") == LineChanges{{1}, {4}}));
    }

    void anExportIsRememberedForItsProjectAlone() {
        const ProjectOnDisk project;
        const ProjectOnDisk another;
        const QTemporaryDir state;
        {
            Session session;
            const ExportMemory memory(session, QDir(state.path()));
            QVERIFY(session.open(project.path()));
            QVERIFY(!session.lastExport());
            session.noteExport({"/tmp/orders.zip", {{"Cloud.toml", fingerprints("a\n")}}, {{"x.yaml", ""}}});
        }
        Session session;
        const ExportMemory memory(session, QDir(state.path()));
        QVERIFY(session.open(another.path()));
        QVERIFY(!session.lastExport());
        QVERIFY(session.open(project.path()));
        QVERIFY(session.lastExport());
        QCOMPARE(session.lastExport()->path, std::filesystem::path("/tmp/orders.zip"));
        QCOMPARE(session.lastExport()->documents.at("Cloud.toml"), fingerprints("a\n"));
        QVERIFY(session.lastExport()->artifact("x.yaml"));
        QVERIFY(!session.lastExport()->artifact("y.yaml"));
    }

    void aDamagedMemoryIsNone() {
        const ProjectOnDisk project;
        const QTemporaryDir state;
        Session session;
        const ExportMemory memory(session, QDir(state.path()));
        QVERIFY(session.open(project.path()));
        session.noteExport({"/tmp/orders.zip", {{"Cloud.toml", fingerprints("a\n")}}, {}});
        const QString file = QDir(state.path()).entryInfoList(QDir::Files).constFirst().filePath();
        QFile damaged(file);
        QVERIFY(damaged.resize(damaged.size() - 5));
        QVERIFY(session.open(project.path()));
        QVERIFY(!session.lastExport());
    }
};

ARABESQUE_TEST(LastExportTest)
#include "last_export_test.moc"
