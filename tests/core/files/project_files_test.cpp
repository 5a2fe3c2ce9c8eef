#include "core/files/project_files.h"

#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace arabesque;

namespace {

/// A folder that goes with the test, and short ways to fill it.
class Folder {
public:
    [[nodiscard]] std::string path(const std::string& inside = "") const {
        return m_folder.path().toStdString() + (inside.empty() ? "" : "/" + inside);
    }
    void write(const std::string& inside, const QByteArray& bytes = "") const {
        const QString name = QString::fromStdString(path(inside));
        QVERIFY(QDir().mkpath(QFileInfo(name).path()));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray read(const std::string& inside) const {
        QFile file(QString::fromStdString(path(inside)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no such file)");
    }
    /// All names in the folder, hidden ones included.
    [[nodiscard]] QStringList names(const std::string& inside = "") const {
        return QDir(QString::fromStdString(path(inside)))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    /// The canonical path, as messages name it.
    [[nodiscard]] std::string canonical(const std::string& inside = "") const {
        return std::filesystem::canonical(path(inside)).string();
    }

private:
    QTemporaryDir m_folder;
};

std::string failureOf(const std::string& path) {
    const auto opened = openProject(path);
    return opened ? "opened" : opened.error().message.english();
}

std::vector<std::string> documentsIn(const std::string& path) {
    const auto opened = openProject(path);
    std::vector<std::string> names;
    if (!opened) return {opened.error().message.english()};
    for (const auto& [name, document] : opened->snapshot->documents) names.push_back(name);
    return names;
}

}

class ProjectFilesTest : public QObject {
    Q_OBJECT

private slots:
    void readsTomlFilesAndSources() {
        const Folder folder;
        for (const char* file :
             {"Ballerina.toml", "Cloud.toml", "Config.toml", "main.bal", "modules/store/store.bal",
              "generated/client.bal", "generated/store/types.bal"})
            folder.write(file, file);
        for (const char* file :
             {"tests/main_test.bal", "target/cache/x.bal", ".hidden.bal", "notes.txt", "modules/x.bal",
              "modules/store/tests/store_test.bal", "modules/store/resources/deep.bal", "sub/other.bal",
              "node_modules/a/a.bal", ".git/a.bal", "tests/Config.toml"})
            folder.write(file, "no source");
        const std::vector<std::string> expected{"Ballerina.toml",
                                                "Cloud.toml",
                                                "Config.toml",
                                                "generated/client.bal",
                                                "generated/store/types.bal",
                                                "main.bal",
                                                "modules/store/store.bal"};
        QCOMPARE(documentsIn(folder.path()), expected);
        const auto opened = openProject(folder.path("Ballerina.toml"));
        QVERIFY(opened.has_value());
        QCOMPARE(opened->snapshot->text("modules/store/store.bal"), "modules/store/store.bal");
        QCOMPARE(opened->snapshot->revision, 1U);
        QVERIFY(!opened->snapshot->singleFile);
        QCOMPARE(opened->place.folder.string(), folder.canonical());
    }

    void opensASingleSource() {
        const Folder folder;
        folder.write("night_run.bal", "// run\n");
        folder.write("other.bal", "// other\n");
        folder.write("Cloud.toml", "# of nobody\n");
        const auto opened = openProject(folder.path("night_run.bal"));
        QVERIFY(opened.has_value());
        QCOMPARE(opened->snapshot->name, std::string("night_run"));
        QVERIFY(opened->snapshot->singleFile);
        QCOMPARE(opened->place.singleFile, std::string("night_run.bal"));
        QCOMPARE(documentsIn(folder.path("night_run.bal")), std::vector<std::string>{"night_run.bal"});
    }

    void aMissingPathIsSaid() {
        QCOMPARE(failureOf("/nowhere/at/all"),
                 std::string(
                     "'/nowhere/at/all' does not exist: name a folder with Ballerina.toml, or a .bal file"));
    }

    void theNearestProjectBelowIsNamed() {
        const Folder folder;
        folder.write("z/Ballerina.toml");
        folder.write("a/b/Ballerina.toml");
        folder.write(".hidden/Ballerina.toml");
        folder.write("target/Ballerina.toml");
        QCOMPARE(failureOf(folder.path()),
                 "'" + folder.canonical() + "' has no Ballerina.toml: the nearest project below it is 'z'");
        const Folder none;
        QCOMPARE(failureOf(none.path()),
                 "'" + none.canonical() + "' has no Ballerina.toml: name the folder of a Ballerina package");
    }

    void aWorkspaceNamesItsPackages() {
        const Folder folder;
        folder.write("Ballerina.toml",
                     "# [package]\n[workspace]\npackages = [\n  \"orders\", # first\n  'billing'\n]\n");
        QCOMPARE(failureOf(folder.path()),
                 "'" + folder.canonical() +
                     "' is a workspace: open one of its packages, 'orders', 'billing'");
        folder.write("Ballerina.toml", "[workspace]\npackages = ['a', 'b', 'c', 'd', 'e', 'f', 'g']\n");
        QVERIFY(failureOf(folder.path()).ends_with("packages, 'a', 'b', 'c', 'd', 'e' or one of 2 others"));
        folder.write("Ballerina.toml", "[workspace]\n");
        QVERIFY(failureOf(folder.path()).contains("names no packages"));
        folder.write("Ballerina.toml", "[package]\nname = \"x\"\n");
        QCOMPARE(failureOf(folder.path()), std::string("opened"));
    }

    void textThatIsNoUtf8IsSaidWithItsPlace() {
        const Folder folder;
        folder.write("Ballerina.toml", "[package]\n");
        folder.write("main.bal", "// ok\n// caf\xE9\n");
        QCOMPARE(failureOf(folder.path()),
                 "'" + folder.canonical() +
                     "/main.bal' is no UTF-8 at byte offset 12 (line 2): save it as UTF-8");
    }

    void ofManyFilesTheFirstThatCannotBeReadIsSaid() {
        const Folder folder;
        folder.write("Ballerina.toml", "[package]\n");
        for (int i = 10; i < 60; ++i)
            folder.write("modules/m" + std::to_string(i) + "/m.bal", i == 30 || i == 50 ? "\xE9" : "// ok\n");
        QCOMPARE(failureOf(folder.path()), "'" + folder.canonical() +
                                               "/modules/m30/m.bal' is no UTF-8 at byte offset 0 (line 1): "
                                               "save it as UTF-8");
    }

    void badUtf8_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("good");
        QTest::newRow("two bytes") << QByteArray("\xC3\xA9") << true;
        QTest::newRow("three bytes") << QByteArray("\xE2\x82\xAC") << true;
        QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x90\xB3") << true;
        QTest::newRow("cut off") << QByteArray("\xE2\x82") << false;
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << false;
        QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x80\xAF") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
        QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("continuation alone") << QByteArray("\x80") << false;
    }
    void badUtf8() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, good);
        const Folder folder;
        folder.write("Ballerina.toml", "# " + bytes);
        QCOMPARE(failureOf(folder.path()) == "opened", good);
    }

    void whatIsNoProjectIsSaid() {
        const Folder folder;
        folder.write("notes.txt", "x");
        QVERIFY(failureOf(folder.path("notes.txt")).contains("is no project"));
        folder.write("p/Ballerina.toml", "[package]\n");
        folder.write("p/main.bal", "");
        QCOMPARE(failureOf(folder.path("p/main.bal")), "'" + folder.canonical("p") +
                                                           "/main.bal' belongs to the package in '" +
                                                           folder.canonical("p") + "': open that folder");
        QVERIFY(QDir().mkpath(QString::fromStdString(folder.path("q/Ballerina.toml"))));
        QVERIFY(failureOf(folder.path("q")).contains("has no Ballerina.toml"));
    }

    void loopsAndPipesDoNotHang() {
        const Folder folder;
        folder.write("Ballerina.toml", "[package]\n");
        folder.write("modules/a/a.bal", "");
        QCOMPARE(::symlink(".", folder.path("modules/a/self").c_str()), 0);
        QCOMPARE(::symlink("..", folder.path("modules/up").c_str()), 0);
        QCOMPARE(::symlink("loop", folder.path("loop").c_str()), 0);
        QVERIFY(failureOf(folder.path("loop")).contains("cannot be opened"));
        QCOMPARE(failureOf(folder.path()), std::string("opened"));
        const auto opened = openProject(folder.path());
        QCOMPARE(::mkfifo(folder.path("pipe").c_str(), 0600), 0);
        const auto loaded = withResources(opened->place, *opened->snapshot, {"pipe", "loop"});
        QVERIFY(loaded->resources.at("pipe").kind == Resource::Kind::Missing);
        QVERIFY(loaded->resources.at("loop").kind == Resource::Kind::Missing);
        QCOMPARE(::mkfifo(folder.path("Cloud.toml").c_str(), 0600), 0);
        QVERIFY(failureOf(folder.path()).contains("it is no regular file"));
    }

    void largeFilesAreLoadedUpToTheLimit() {
        const Folder folder;
        folder.write("Ballerina.toml", "[package]\n");
        folder.write("large.txt", QByteArray(qsizetype{2} * 1024 * 1024, 'x'));
        folder.write("huge.txt", QByteArray(qsizetype{16} * 1024 * 1024 + 1, 'x'));
        const auto opened = openProject(folder.path());
        QVERIFY(opened.has_value());
        const auto loaded =
            withResources(opened->place, *opened->snapshot, {"large.txt", "huge.txt", "absent.txt"});
        QCOMPARE(loaded->resources.at("large.txt").bytes->size(), 2U * 1024 * 1024);
        QVERIFY(loaded->resources.at("huge.txt").kind == Resource::Kind::Missing);
        QVERIFY(loaded->resources.at("absent.txt").kind == Resource::Kind::Missing);
        folder.write("Cloud.toml", QByteArray(16 * 1024 * 1024 + 1, '#'));
        QVERIFY(failureOf(folder.path()).contains("larger than 16 MiB"));
    }

    void aManifestInOtherLettersIsNamed() {
        const Folder folder;
        folder.write("ballerina.toml", "[package]\n");
        QCOMPARE(failureOf(folder.path()),
                 "'" + folder.canonical() +
                     "' has 'ballerina.toml', but Ballerina looks for 'Ballerina.toml' with "
                     "a capital B: rename the file");
    }

    void foldersAreLoadedAsNames() {
        const Folder folder;
        folder.write("Ballerina.toml", "[package]\n");
        folder.write("conf/b.txt", "b");
        folder.write("conf/a.txt", "a");
        folder.write("conf/inner/c.txt", "c");
        const auto opened = openProject(folder.path());
        const auto loaded = withResources(opened->place, *opened->snapshot, {"conf", "conf/a.txt"});
        QVERIFY(loaded->resources.at("conf").kind == Resource::Kind::Directory);
        QCOMPARE(loaded->resources.at("conf").names, (std::vector<std::string>{"a.txt", "b.txt"}));
        QCOMPARE(*loaded->resources.at("conf/a.txt").bytes, std::string("a"));
        QCOMPARE(loaded->revision, opened->snapshot->revision);
    }

    void savingWritesWhatDiffersOnly() {
        const Folder folder;
        folder.write("Ballerina.toml", "[package]\n");
        folder.write("Cloud.toml", "# old\n");
        const auto opened = openProject(folder.path());
        const auto changed = apply(
            *opened->snapshot, Edit{{{"Cloud.toml", {0, 5}, "# new"}, {"Config.toml", {0, 0}, "a = 1\n"}}});
        QCOMPARE(::chmod(folder.path("Ballerina.toml").c_str(), 0400), 0);
        QVERIFY(saveDocuments(opened->place, *opened->snapshot, *changed.snapshot).has_value());
        QCOMPARE(folder.read("Cloud.toml"), "# new\n");
        QCOMPARE(folder.read("Config.toml"), "a = 1\n");
        QCOMPARE(folder.names(), (QStringList{"Ballerina.toml", "Cloud.toml", "Config.toml"}));
    }

    void writingKeepsLinksAndPermissions() {
        const Folder folder;
        folder.write("real/shared.toml", "old");
        QCOMPARE(::chmod(folder.path("real/shared.toml").c_str(), 0640), 0);
        QCOMPARE(::symlink("real/shared.toml", folder.path("Cloud.toml").c_str()), 0);
        QCOMPARE(::symlink("Cloud.toml", folder.path("again").c_str()), 0);
        QVERIFY(writeFile(folder.path("again"), "new").has_value());
        QCOMPARE(folder.read("real/shared.toml"), "new");
        struct stat status{};
        QCOMPARE(::lstat(folder.path("Cloud.toml").c_str(), &status), 0);
        QVERIFY(S_ISLNK(status.st_mode));
        QCOMPARE(::stat(folder.path("Cloud.toml").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0640U);
        QCOMPARE(folder.names("real"), QStringList{"shared.toml"});
        QCOMPARE(::symlink("real/born.toml", folder.path("dangling").c_str()), 0);
        QVERIFY(writeFile(folder.path("dangling"), "born").has_value());
        QCOMPARE(folder.read("real/born.toml"), "born");
    }

    void aDiskThatIsFullChangesNothing() {
        const auto refused = writeFile("/dev/full/x", "new");
        QVERIFY(!refused.has_value());
        const Folder folder;
        folder.write("a", "old");
        struct rlimit_guard {   // a file size limit stands for a full disk
            rlimit_guard() {
                ::signal(SIGXFSZ, SIG_IGN);
                ::getrlimit(RLIMIT_FSIZE, &before);
                rlimit now{4096, before.rlim_max};
                ::setrlimit(RLIMIT_FSIZE, &now);
            }
            ~rlimit_guard() { ::setrlimit(RLIMIT_FSIZE, &before); }
            rlimit before{};
        };
        Result<void> written;
        {
            const rlimit_guard small;
            written = writeFiles(folder.path(), {{"a", "new"}, {"b/c", std::string(10'000, 'x')}});
        }
        QVERIFY(!written.has_value());
        QCOMPARE(QString::fromStdString(written.error().message.english()),
                 QString::fromStdString("'" + folder.path("b/c") + "' cannot be written: file too large"));
        QCOMPARE(folder.read("a"), "old");
        QCOMPARE(folder.names(), QStringList{"a"});
    }

    void writingFilesKeepsTheOthers() {
        const Folder folder;
        folder.write("out/mine.txt", "mine");
        folder.write("out/docker/x/Dockerfile", "old");
        QVERIFY(
            writeFiles(folder.path("out"), {{"docker/x/Dockerfile", "new"}, {"kubernetes/x/x.yaml", "---\n"}})
                .has_value());
        QCOMPARE(folder.read("out/docker/x/Dockerfile"), "new");
        QCOMPARE(folder.read("out/kubernetes/x/x.yaml"), "---\n");
        QCOMPARE(folder.read("out/mine.txt"), "mine");
    }

    void somethingInTheWayChangesNothing() {
        const Folder folder;
        folder.write("out/a", "old");
        folder.write("out/kubernetes", "a file");
        QVERIFY(
            !writeFiles(folder.path("out"), {{"a", "new"}, {"b/c", "new"}, {"kubernetes/x/x.yaml", "---\n"}})
                 .has_value());
        QCOMPARE(folder.read("out/a"), "old");
        QCOMPARE(folder.names("out"), (QStringList{"a", "kubernetes"}));
        QVERIFY(!writeFiles(folder.path("out/a"), {{"b", "x"}}).has_value());
        QVERIFY(!writeFolder(folder.path("out/a"), {{"b", "x"}}, true).has_value());
        QVERIFY(!writeFile(folder.path("out"), "x").has_value());
        QCOMPARE(folder.names("out"), (QStringList{"a", "kubernetes"}));
    }

    void filesThatAreAsTheyShouldBeStayUntouched() {
        const Folder folder;
        QVERIFY(writeFiles(folder.path(), {{"a", "same"}, {"b", "old"}}));
        const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
        for (const char* name : {"a", "b"}) std::filesystem::last_write_time(folder.path(name), old);
        QVERIFY(writeFiles(folder.path(), {{"a", "same"}, {"b", "new"}}));
        QVERIFY(std::filesystem::last_write_time(folder.path("a")) == old);
        QVERIFY(std::filesystem::last_write_time(folder.path("b")) > old);
    }

    void namesThatLeadOutAreRefused_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"", "/etc/x", "../x", "a/../../x", "a//b", "a/.", "a/", "a\\b"})
            QTest::newRow(*name ? name : "(empty)") << name;
    }
    void namesThatLeadOutAreRefused() {
        QFETCH(QString, name);
        const Folder folder;
        QVERIFY(!writeFiles(folder.path("out"), {{name.toStdString(), "x"}}).has_value());
        QVERIFY(!writeFolder(folder.path("out"), {{name.toStdString(), "x"}}, false).has_value());
        QVERIFY(folder.names().isEmpty());
    }

    void aFolderIsThereWholeOrNotAtAll() {
        const Folder folder;
        QVERIFY(writeFolder(folder.path("made/out/"), {{"a", "1"}, {"bin/run", "#!/bin/sh\n"}}, false)
                    .has_value());
        QCOMPARE(folder.names("made/out"), (QStringList{"a", "bin"}));
        struct stat status{};
        QCOMPARE(::stat(folder.path("made/out/bin/run").c_str(), &status), 0);
        QVERIFY((status.st_mode & 0100U) != 0);
        QVERIFY(!writeFolder(folder.path("made/out"), {{"b", "2"}}, false).has_value());
        QCOMPARE(folder.read("made/out/a"), "1");
        QVERIFY(writeFolder(folder.path("made/out"), {{"b", "2"}}, true).has_value());
        QCOMPARE(folder.names("made/out"), QStringList{"b"});
        QCOMPARE(folder.names("made"), QStringList{"out"});
        QVERIFY(QDir().mkpath(QString::fromStdString(folder.path("empty"))));
        QVERIFY(writeFolder(folder.path("empty"), {{"c", "3"}}, false).has_value());
        QCOMPARE(folder.read("empty/c"), "3");
    }
};

ARABESQUE_TEST(ProjectFilesTest)

#include "project_files_test.moc"
