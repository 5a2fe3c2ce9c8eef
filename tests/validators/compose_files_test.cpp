#include "tests/cli/program.h"
#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QJsonDocument>
#include <QTest>

using namespace arabesque::tests;

namespace {

constexpr const char* file = "bundle/compose/compose.yaml";
constexpr const char* database = "[[node]]\nname = \"db-1\"\nrole = \"database\"\nhost = \"db.acme.org\"\n"
                                 "database = \"orders\"\n[[database]]\nname = \"orders\"\n";

/// The bundle of a new project of a pattern that is made for one machine.
void exportPattern(const Folder& out, const QString& pattern, const QByteArray& settings) {
    const Folder project;
    QCOMPARE(cli({"new", project.path("orders"), "--pattern", pattern}).exit, 0);
    const QByteArray text = project.read("orders/Deployment.toml");
    project.write("orders/Deployment.toml", "targets = [\"docker\"]\n" + text + settings);
    const Run run = cli({"export", project.path("orders"), "--out", out.path("bundle"), "--force"});
    QVERIFY2(run.exit == 0, run.err);
}

Verdict compose(const Folder& out, const QString& path) {
    return run("docker-compose", {"-f", out.path(path), "config", "-q"});
}

Verdict yamllint(const Folder& out, const QString& path) {
    return run("yamllint", {"-d", "{extends: relaxed, rules: {line-length: disable}}", out.path(path)});
}

/// A balancer's files where nothing knows the names of containers: each is this machine.
Verdict nginx(const Folder& out, const QString& balancer) {
    const Folder place;
    const QString stem = "bundle/compose/nginx/" + balancer + "/";
    for (const auto& [path, bytes] : out.content()) {
        if (!path.startsWith(stem) || path.endsWith('/')) continue;
        QString text = QString::fromUtf8(bytes);
        text.replace(QRegularExpression("server [a-z0-9-]+:"), "server 127.0.0.1:");
        text.replace("/run/nginx.pid", place.path("pid")).replace("/var/log/nginx", place.path());
        place.write(path.mid(stem.size()), text.toUtf8());
    }
    return run("nginx",
               {"-t", "-q", "-c", place.path("nginx.conf"), "-p", place.path(), "-e", place.path("log")});
}

}

/// Compose judges what tries deployments out, and refuses what it must.
class ComposeFilesTest : public QObject {
    Q_OBJECT

private slots:
    void everyPatternIsTaken_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QByteArray>("settings");
        for (const char* pattern : {"single-node", "active-active", "active-active-checks", "active-passive",
                                    "multi-region-active-passive", "multi-region-active-active"})
            for (const char* settings : {"", database})
                QTest::addRow("%s%s", pattern, *settings == '\0' ? "" : " with a database")
                    << QString(pattern) << QByteArray(settings);
    }
    void everyPatternIsTaken() {
        QFETCH(QString, pattern);
        QFETCH(QByteArray, settings);
        const Folder out;
        exportPattern(out, pattern, settings);
        QVERIFY2(out.read(file).contains("\nservices:\n"), out.read(file));
        QCOMPARE(compose(out, file), Verdict());
        QCOMPARE(yamllint(out, file), Verdict());
        for (const QString& balancer :
             filesNamed(out, QRegularExpression("^bundle/compose/nginx/.*/nginx.conf$")))
            QCOMPARE(nginx(out, balancer.section('/', -2, -2)), Verdict());
    }

    void brokenFilesAreRefused_data() {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("unknown key") << QByteArray("    image: \"nginx") << QByteArray("    imago: \"nginx");
        QTest::newRow("unknown service") << QByteArray("    depends_on:\n      orders-1:")
                                         << QByteArray("    depends_on:\n      orders-9:");
        QTest::newRow("undefined volume")
            << QByteArray("\nvolumes:\n  db_1_data:") << QByteArray("\nvolumes:\n  data:");
        QTest::newRow("undefined network") << QByteArray("\n  back: {}") << QByteArray("");
        QTest::newRow("missing file of variables") << QByteArray("db-1-database.env") << QByteArray("no.env");
    }
    void brokenFilesAreRefused() {
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        const Folder out;
        exportPattern(out, "active-active", database);
        const QByteArray text = out.read(file);
        QVERIFY2(text.contains(good), text);
        out.write("bundle/compose/broken.yaml", QByteArray(text).replace(good, bad));
        const Verdict said = compose(out, "bundle/compose/broken.yaml");
        QVERIFY2(said.startsWith("refused: "), said);
    }

    /// What Compose itself reads is the text that was written; "$" it prints twice again.
    void hostileTextIsData_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"a\"b'c", "$(reboot) ${HOME} `id`", "{{ .x }} %h", "a: b # c", "[a, {b: c}]",
                                 "one\ntwo", "\\", "\u202e\u2028\u0007", "größe"})
            QTest::newRow(text) << QString(text);
    }
    void hostileTextIsData() {
        QFETCH(QString, text);
        const Folder project, out;
        QCOMPARE(cli({"new", project.path("orders"), "--pattern", "active-active"}).exit, 0);
        project.write("orders/Deployment.toml",
                      "targets = [\"docker\"]\n" + project.read("orders/Deployment.toml"));
        QCOMPARE(cli({"set", project.path("orders"), "Cloud.toml", "container.image.tag", text}).exit, 0);
        QCOMPARE(cli({"export", project.path("orders"), "--out", out.path("bundle"), "--force"}).exit, 0);
        const Printed read = printed("docker-compose", {"-f", out.path(file), "config", "--format", "json"});
        QCOMPARE(read.verdict, Verdict());
        const QString image = QJsonDocument::fromJson(read.text)["services"]["orders-1"]["image"].toString();
        QCOMPARE(image.section(':', 1).replace("$$", "$"), text);
    }

    void aKeyTwiceIsRefused() {
        const Folder out;
        exportPattern(out, "active-active", database);
        out.write("bundle/compose/broken.yaml", out.read(file) + "name: \"again\"\n");
        QVERIFY(yamllint(out, "bundle/compose/broken.yaml").startsWith("refused: "));
    }
};

ARABESQUE_TEST(ComposeFilesTest)
#include "compose_files_test.moc"
