#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <functional>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace arabesque::tests;

namespace {

/// Exit status and standard error of a run that `prepare` makes ready in the new process.
std::pair<int, QByteArray> runAfter(const std::function<void()>& prepare, const QStringList& arguments) {
    QProcess process;
    process.setChildProcessModifier(prepare);
    process.start(ARABESQUE_CLI, arguments);
    const bool finished = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit;
    return {finished ? process.exitCode() : -1, process.readAllStandardError()};
}

/// Root may read everything; from here on it may not. Anybody else cannot and need not give this up.
void obeyPermissions() {
    for (const int freedom : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH}) ::prctl(PR_CAPBSET_DROP, freedom);
}

}

/// Wrong words, wrong input and what the program answers: one line and exit status 2, and no file has changed.
class UsageTest : public QObject {
    Q_OBJECT

private slots:
    void helpNamesEveryVerb() {
        const Run run = cli({"--help"});
        QCOMPARE(run.exit, 0);
        for (const char* verb : {"check", "inspect", "generate", "export", "get", "set", "unset", "schema"}) {
            QVERIFY2(run.out.contains(QByteArray("\n  arabesque-cli ") + verb + " "), verb);
            const Run one = cli({verb, "--help"});
            QCOMPARE(one.exit, 0);
            QVERIFY(one.out.startsWith(QByteArray("arabesque-cli ") + verb + " "));
        }
        QCOMPARE(cli({"--version"}).out.left(14), "arabesque-cli ");
    }

    void badInputIsOneLine_data() {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char* arguments) {
            QTest::newRow(*arguments ? arguments : "(none)")
                << QString(arguments).split(' ', Qt::SkipEmptyParts);
        };
        row("");
        row("bogus");
        row("check");
        row("check p q");
        row("check p --colour");
        row("check p --format");
        row("check p --format --target");
        row("check p --format yaml");
        row("check p --format=");
        row("check p --format text --format json");
        row("check p --target moon");
        row("check p -x");
        row("check missing");
        row("check above");
        row("check empty");
        row("check workspace");
        row("check latin1");
        row("check piped");
        row("check p/data/rates.csv");
        row("check p/main.bal");
        row("inspect p --target k8s");
        row("generate p");
        row("generate p --out");
        row("generate p --out out --only moon");
        row("generate p --out p/main.bal");
        row("generate p --out blocked");
        row("generate p --out out --profile c2c=2.0.0");
        row("export p");
        row("export p --out p");
        row("export p --out p --force");
        row("export p --out . --force");
        row("export p --out p/main.bal");
        row("export p --out p/main.bal/x.zip");
        row("export p --out full.zip");
        row("get p Cloud.toml");
        row("get p Cloud.toml settings.buildImage");
        row("get p Cloud.toml settings");
        row("get p Cloud.toml nothing.here");
        row("get p Cloud.toml a..b");
        row("get p Cloud.toml a[");
        row("get p Moon.toml a");
        row("get p main.bal a");
        row("set p Cloud.toml settings.thinJar");
        row("set p Cloud.toml settings.thinJar maybe");
        row("set p Cloud.toml container 5");
        row("set p Cloud.toml container.image.name.more 5");
        row("set p Cloud.toml cloud.config.maps[7].file x");
        row("set single.bal Cloud.toml settings.thinJar true");
        row("unset p Cloud.toml a..b");
        row("schema");
        row("schema Moon.toml");
        row("schema Config.toml");
        row("schema Cloud.toml missing");
    }
    void badInputIsOneLine() {
        QFETCH(QStringList, arguments);
        const Folder folder;
        writeSmallProjectIn(folder);
        const auto before = folder.content();
        const Run run = cli(arguments, folder.path());
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.out, "");
        QVERIFY2(run.err.startsWith("arabesque-cli: ") && run.err.endsWith('\n'), run.err);
        QVERIFY2(run.err.count('\n') == 1, run.err);
        QVERIFY2(run.err.size() > 30 && run.err.size() < 400, run.err);
        QVERIFY(folder.content() == before);
    }

    void controlCharactersDoNotReachTheTerminal() {
        const Run run = cli({"check", "two\nlines\x1B[31m\xC2\x9B red"});
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.err.count('\n'), 1);
        QVERIFY(!run.err.contains('\x1B'));
        QVERIFY2(run.err.contains("two\\nlines\\x1B[31m\\x9B red"), run.err);
    }

    void outputThatCannotBeWrittenIsSaid() {
        const Folder folder;
        writeSmallProject(folder);
        const int pipeWithoutReader = [] {
            std::array<int, 2> ends{};
            return ::pipe(ends.data()) == 0 && ::close(ends[0]) == 0 ? ends[1] : -1;
        }();
        const int fullDisk = ::open("/dev/full", O_WRONLY);
        for (const QStringList& arguments :
             {QStringList{"check", folder.path()}, {"inspect", folder.path()}, {"schema", "Cloud.toml"}})
            for (const int descriptor : {pipeWithoutReader, fullDisk}) {
                const auto [exit, text] =
                    runAfter([descriptor] { ::dup2(descriptor, STDOUT_FILENO); }, arguments);
                QCOMPARE(exit, 2);
                QVERIFY2(text.startsWith("arabesque-cli: standard output cannot be written: ") &&
                             text.count('\n') == 1,
                         text);
            }
    }

    void filesWithoutPermissionAreSaid() {
        const Folder folder;
        writeSmallProjectIn(folder);
        QVERIFY(QDir().mkpath(folder.path("closed")));
        QVERIFY(QFile::setPermissions(folder.path("closed"), QFile::ReadOwner | QFile::ExeOwner));
        QVERIFY(QFile::setPermissions(folder.path("p/Cloud.toml"), {}));
        const auto before = QDir(folder.path("closed")).entryList();
        const std::pair<QStringList, QByteArray> refused[] = {
            {{"check", folder.path("p")}, "Cloud.toml"},
            {{"set", folder.path("p"), "Cloud.toml", "settings.thinJar", "true"}, "Cloud.toml"},
            {{"generate", folder.path("single.bal"), "--target", "k8s", "--out", folder.path("closed/out")},
             "closed"},
            {{"export", folder.path("single.bal"), "--target", "k8s", "--out", folder.path("closed/b.zip")},
             "closed"},
        };
        for (const auto& [arguments, name] : refused) {
            const auto [exit, text] = runAfter(obeyPermissions, arguments);
            QCOMPARE(exit, 2);
            QVERIFY2(text.startsWith("arabesque-cli: ") && text.count('\n') == 1 && text.contains(name),
                     text);
        }
        QCOMPARE(QDir(folder.path("closed")).entryList(), before);
    }

    void sameTextInEveryLocale() {
        const Folder folder;
        writeSmallProject(folder);
        folder.write("Cloud.toml", "[cloud.deployment.autoscaling]\ncpu = 200\n");
        const Run plain = cli({"check", folder.path()}, {}, {"LC_ALL=C"});
        QCOMPARE(plain.exit, 1);
        for (const char* locale :
             {"LC_ALL=de_DE.UTF-8", "LC_ALL=tr_TR.UTF-8", "LC_ALL=nonsense", "LANGUAGE=fr"})
            QCOMPARE(cli({"check", folder.path()}, {}, {locale}).out, plain.out);
    }

private:
    /// The small project as "p", and folders that are no good.
    static void writeSmallProjectIn(const Folder& folder) {
        const Folder project;
        writeSmallProject(project);
        for (const auto& [path, bytes] : project.content())
            if (!path.endsWith('/')) folder.write("p/" + path, bytes);
        folder.write("single.bal", "public function main() {\n}\n");
        folder.write("above/inner/Ballerina.toml", "");
        folder.write("empty/readme.txt", "");
        folder.write("workspace/Ballerina.toml", "[workspace]\npackages = [\"a\"]\n");
        folder.write("latin1/Ballerina.toml", "# caf\xE9\n");
        folder.write("blocked/docker", "a file\n");
        QVERIFY(QDir().mkpath(folder.path("full.zip")));
        folder.write("piped/Ballerina.toml", "");
        QCOMPARE(QFile::link("nowhere", folder.path("piped/Cloud.toml")), true);
    }
};

ARABESQUE_TEST(UsageTest)

#include "usage_test.moc"
