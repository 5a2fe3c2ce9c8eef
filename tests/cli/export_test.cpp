#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace arabesque::tests;

namespace {

/// Unpacks with Python's own modules: nothing of ours checks what is ours.
int unpack(const QString& archive, const QString& folder) {
    return QProcess::execute(
        "python3",
        {"-I", "-c", "import shutil, sys; shutil.unpack_archive(sys.argv[1], sys.argv[2])", archive, folder});
}

QStringList filesOf(const Folder& folder) {
    QStringList files;
    for (const auto& [path, bytes] : folder.content())
        if (!path.endsWith('/')) files << path;
    return files;
}

}

class ExportTest : public QObject {
    Q_OBJECT

private slots:
    void archivesAndFolderHoldTheSame() {
        const Folder project;
        writeSmallProject(project);
        const Folder out, zip, tar, folder;
        for (const char* target : {"b.zip", "b.tar.gz", "b"}) {
            const Run run = cli({"export", project.path(), "--out", target}, out.path());
            QCOMPARE(run.exit, 0);
            QVERIFY2(run.out.startsWith(QByteArray(target) + ": ") && run.out.count('\n') == 1, run.out);
        }
        QCOMPARE(unpack(out.path("b.zip"), zip.path()), 0);
        QCOMPARE(unpack(out.path("b.tar.gz"), tar.path()), 0);
        const Folder copy(out.path("b"));
        QCOMPARE(filesOf(copy), (QStringList{"bundle.json", "docker/order_api/Dockerfile",
                                             "kubernetes/order_api/order_api.yaml"}));
        QVERIFY(zip.content() == copy.content());
        QVERIFY(tar.content() == copy.content());
    }

    void theManifestListsEveryFile_data() {
        QTest::addColumn<QString>("project");
        for (const QString& project : allProjects())
            QTest::newRow(qPrintable(project.section('/', -2))) << project;
    }
    void theManifestListsEveryFile() {
        QFETCH(QString, project);
        const Folder out;
        QCOMPARE(cli({"export", project, "--out", "b", "--force"}, out.path()).exit, 0);
        const Folder bundle(out.path("b"));
        const auto manifest = nlohmann::json::parse(bundle.read("bundle.json").toStdString(), nullptr, false);
        QVERIFY(manifest.is_object());
        QStringList listed{"bundle.json"};
        for (const auto& artifact : manifest["artifacts"]) {
            const QString path = QString::fromStdString(artifact["path"].get<std::string>());
            listed << path;
            const QByteArray sum =
                QCryptographicHash::hash(bundle.read(path), QCryptographicHash::Sha256).toHex();
            QCOMPARE(QByteArray::fromStdString(artifact["sha256"].get<std::string>()), sum);
            QVERIFY2(!artifact["origins"].empty(), qPrintable(path));
        }
        listed.sort();
        QStringList files = filesOf(bundle);
        files.sort();
        QCOMPARE(files, listed);
    }

    void sameProjectSameBytes() {
        const Folder project, out;
        writeSmallProject(project);
        for (const char* kind : {".zip", ".tar.gz"}) {
            QCOMPARE(cli({"export", project.path(), "--out", QString("one") + kind}, out.path()).exit, 0);
            QCOMPARE(cli({"export", ".", "--out", out.path(QString("two") + kind)}, project.path(),
                         {"TZ=Asia/Tokyo", "LC_ALL=C"})
                         .exit,
                     0);
            QVERIFY(out.read(QString("one") + kind) == out.read(QString("two") + kind));
        }
    }

    void secretsAreTemplates() {
        const Folder project, out;
        writeSmallProject(project);
        project.write("secrets.toml", "password = \"correct horse battery\"\n");
        project.write("Cloud.toml",
                      "[settings]\nthinJar = false\n\n[[cloud.config.secrets]]\nfile = \"secrets.toml\"\n");
        QCOMPARE(cli({"generate", project.path(), "--out", "plain"}, out.path()).exit, 0);
        const QByteArray encoded = QByteArray("password = \"correct horse battery\"\n").toBase64();
        QVERIFY(out.read("plain/kubernetes/order_api/order_api.yaml").contains(encoded));
        QCOMPARE(cli({"export", project.path(), "--out", "b"}, out.path()).exit, 0);
        const Folder bundle(out.path("b"));
        for (const auto& [path, bytes] : bundle.content()) {
            QVERIFY2(!bytes.contains(encoded), qPrintable(path));
            QVERIFY2(!bytes.contains("correct horse"), qPrintable(path));
        }
    }

    void onlyABundleIsReplaced() {
        const Folder project, out;
        writeSmallProject(project);
        QCOMPARE(cli({"export", project.path(), "--out", "b"}, out.path()).exit, 0);
        QCOMPARE(cli({"export", project.path(), "--out", "b"}, out.path()).exit, 2);
        out.write("b/left.txt", "from an earlier version");
        QCOMPARE(cli({"export", project.path(), "--out", "b", "--force"}, out.path()).exit, 0);
        QVERIFY(!out.content().contains("b/left.txt"));
        out.write("home/letter.txt", "dear");
        QCOMPARE(cli({"export", project.path(), "--out", "home", "--force"}, out.path()).exit, 2);
        QCOMPARE(out.read("home/letter.txt"), "dear");
    }

    void errorsStopUnlessForced() {
        const Folder project, out;
        writeSmallProject(project);
        project.write("Cloud.toml", "[settings]\nwrong = 1\n");
        const Run run = cli({"export", project.path(), "--out", "b.zip"}, out.path());
        QCOMPARE(run.exit, 1);
        QVERIFY(run.err.contains("error: "));
        QVERIFY(out.content().empty());
        QCOMPARE(cli({"export", project.path(), "--out", "b.zip", "--force"}, out.path()).exit, 0);
    }
};

ARABESQUE_TEST(ExportTest)

#include "export_test.moc"
