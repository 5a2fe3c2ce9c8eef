#include "tests/cli/program.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace arabesque::tests;

namespace {

/// What is said once, and shows in many files.
struct Facts {
    QByteArray port = "9090", name = "orders", memory = "640Mi", host = "10.0.1.11";
};

/// A pair behind two balancers, with files for every target.
void writeProject(const Folder& project, const Facts& facts = {}) {
    project.write("Ballerina.toml", "[package]\norg = \"acme\"\nname = \"" + facts.name +
                                        "\"\nversion = \"1.0.0\"\n[build-options]\ncloud = \"k8s\"\n");
    project.write("main.bal", "import ballerina/http;\n\nservice / on new http:Listener(" + facts.port +
                                  ") {\n    resource function get health() returns http:Ok => http:OK;\n}\n");
    project.write("Config.toml", "[ballerina.log]\nlevel = \"INFO\"\n");
    project.write("Cloud.toml", "[cloud.deployment]\nmax_memory = \"" + facts.memory +
                                    "\"\n\n[cloud.deployment.probes.readiness]\nport = " + facts.port +
                                    "\npath = \"/health\"\n");
    project.write(
        "Deployment.toml",
        "targets = [\"vm\", \"docker\", \"k8s\"]\n\n[gitops]\nrepository = "
        "\"https://git.acme.example/d.git\"\n\n"
        "[load_balancer]\nzone = \"64k\"\n\n[load_balancer.vip]\naddress = \"10.0.1.5\"\n\n"
        "[kubernetes]\nnamespace = \"shop\"\n\n[kubernetes.route]\nhost = \"shop.acme.example\"\n\n"
        "[[environment]]\nname = \"test\"\n\n[[environment]]\nname = \"live\"\n"
        "set = { \"kubernetes.namespace\" = \"shop-live\" }\n\n"
        "[[node]]\nname = \"lb-1\"\nrole = \"load-balancer\"\nhost = \"10.0.1.2\"\n\n"
        "[[node]]\nname = \"lb-2\"\nrole = \"load-balancer\"\nhost = \"10.0.1.3\"\nstate = \"standby\"\n\n"
        "[[node]]\nname = \"app-1\"\nrole = \"service\"\nhost = \"" +
            facts.host +
            "\"\n\n"
            "[[node]]\nname = \"app-2\"\nrole = \"service\"\nhost = \"10.0.1.12\"\n");
}

/// Paths of the files that name `text`, as a word of its own.
QStringList filesNaming(const Folder& made, const QByteArray& text) {
    const QRegularExpression word("(?<![\\w.])" + QRegularExpression::escape(QString::fromUtf8(text)) +
                                  "(?![\\w]|\\.\\d)");
    QStringList files;
    for (const auto& [path, bytes] : made.content())
        if (word.match(QString::fromUtf8(bytes)).hasMatch()) files << path;
    return files;
}

void generate(const Folder& project, const Folder& made) {
    const Run run = cli({"generate", project.path(), "--out", made.path()});
    QVERIFY2(run.exit == 0, run.out + run.err);
}

/// An exported bundle's bytes, made with other circumstances around the program.
QByteArray bundleMade(const Folder& project, const char* circumstances) {
    const Folder out;
    const QString command = QString("%1; exec \"$0\" export \"$1\" --out \"$2\"").arg(circumstances);
    QProcess shell;
    shell.start("bash", {"-c", command, ARABESQUE_CLI, project.path(), out.path("b.tar.gz")});
    shell.waitForFinished();
    return out.read("b.tar.gz");
}

}

/// All families together, from one project.
class WholeBundleTest : public QObject {
    Q_OBJECT

private slots:
    void everyFamilyIsMade() {
        const Folder project, made;
        writeProject(project);
        generate(project, made);
        QStringList top;
        for (const auto& [path, bytes] : made.content())
            if (path.count('/') == 1 && path.endsWith('/')) top << path.chopped(1);
        QCOMPARE(top, (QStringList{"compose", "config", "docker", "gitops", "helm", "kubernetes", "kustomize",
                                   "vm"}));
        QVERIFY(made.content().contains("RUNBOOK.md"));
    }

    /// Whatever changes in one place changes wherever it is named.
    void aFactThatChangesChangesEverywhere_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("least");   // files that have to name it
        QTest::newRow("port") << Facts().port << QByteArray("9191") << 12;
        QTest::newRow("name") << Facts().name << QByteArray("billing") << 20;
        QTest::newRow("memory") << Facts().memory << QByteArray("768Mi") << 3;
        QTest::newRow("host") << Facts().host << QByteArray("10.0.7.77") << 4;
    }
    void aFactThatChangesChangesEverywhere() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, least);
        const Folder project, first, second;
        writeProject(project);
        generate(project, first);
        const QStringList named = filesNaming(first, before);
        QVERIFY2(named.size() >= least, qPrintable(named.join('\n')));
        Facts facts;
        for (QByteArray* fact : {&facts.port, &facts.name, &facts.memory, &facts.host})
            if (*fact == before) *fact = after;
        writeProject(project, facts);
        generate(project, second);
        QCOMPARE(filesNaming(second, before), QStringList());
        QCOMPARE(filesNaming(second, after).size(), named.size());
    }

    void sameInputSameBytes() {
        const Folder project;
        writeProject(project);
        const QByteArray bytes = bundleMade(project, "true");
        QVERIFY(bytes.size() > 1000);
        for (const char* other : {"true", "umask 077", "export LC_ALL=tr_TR.UTF-8 LANG=de_DE",
                                  "export TZ=Asia/Tokyo", "export HOME=/nowhere USER=other HOSTNAME=other"})
            QVERIFY2(bundleMade(project, other) == bytes, other);
    }
};

ARABESQUE_TEST(WholeBundleTest)

#include "whole_bundle_test.moc"
