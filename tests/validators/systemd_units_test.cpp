#include "tests/cli/program.h"
#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QRegularExpression>
#include <QTest>

using namespace arabesque::tests;

namespace {

/// What systemd says of a unit; empty when it takes it. The program a unit starts has to be there, so one that is stands
/// in for it; accounts and environment files are not looked for.
Verdict systemd(const Folder& folder, const QByteArray& unit) {
    static const QRegularExpression program("\nExecStart=(\"[^\"]*\"|\\S+)");
    const QString text = QString::fromUtf8(unit).replace(program, "\nExecStart=/usr/bin/true");
    folder.write("judged/orders.service", text.toUtf8());
    return run("systemd-analyze",
               {"verify", "--man=no", "--recursive-errors=yes", folder.path("judged/orders.service")});
}

constexpr const char* usual = "targets = [\"vm\"]\n[[node]]\nname = \"orders-1\"\nrole = \"service\"\n"
                              "host = \"10.0.1.11\"\n";

/// The unit that a small project has with a Deployment.toml.
QByteArray unitOf(const QByteArray& deploymentToml) {
    const Folder project, out;
    writeSmallProject(project);
    project.write("Deployment.toml", deploymentToml);
    const Run run = cli({"export", project.path(), "--out", out.path("bundle"), "--force"});
    if (run.exit != 0) return "(" + run.err + ")";
    return out.read("bundle/vm/systemd/orders-1/order_api.service");
}

}

/// systemd judges the units that are generated, and what it must refuse it refuses.
class SystemdUnitsTest : public QObject {
    Q_OBJECT

private slots:
    void unitsAreTaken_data() {
        QTest::addColumn<QByteArray>("settings");
        QTest::newRow("as it comes") << QByteArray();
        QTest::newRow("all settings") << QByteArray(
            "[vm]\nuser = \"orders\"\nfolder = \"/srv/orders\"\njava = \"/opt/jdk-21/bin/java\"\n"
            "max_heap = \"1024m\"\nstart_timeout = \"1m30s\"\nstop_timeout = \"1500ms\"\n"
            "java_options = [\"-XX:+UseG1GC\", \"-XX:MaxGCPauseMillis=200\"]\n");
        QTest::newRow("a home") << QByteArray("[vm]\nfolder = \"/home/orders/app\"\n");
        QTest::newRow("hostile options") << QByteArray(
            "[vm]\njava_options = [\"-Da=50% of $HOME\", \"-Db=\\\"x' \\\\\", \"-Dc=a\\nUser=root\", \";\", "
            "\"$(reboot)\", \"`id`\", \"{{ x }}\", \"-Dd=\\u202e\\u2028\\u0085\\u0007\", \"\", \"#\"]\n");
    }
    void unitsAreTaken() {
        QFETCH(const QByteArray, settings);
        const QByteArray unit = unitOf(QByteArray(usual) + settings);
        QVERIFY2(unit.contains("[Service]"), unit);
        const Folder folder;
        QCOMPARE(systemd(folder, unit), Verdict());
    }

    void brokenUnitsAreRefused_data() {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("unknown key") << QByteArray("\nUMask=") << QByteArray("\nUMasque=");
        QTest::newRow("value") << QByteArray("\nRestart=on-failure") << QByteArray("\nRestart=sometimes");
        QTest::newRow("time") << QByteArray("\nTimeoutStopSec=30s") << QByteArray("\nTimeoutStopSec=soon");
        QTest::newRow("missing program")
            << QByteArray("\nRestartSec=") << QByteArray("\nExecStartPre=/no/such\nRestartSec=");
    }
    void brokenUnitsAreRefused() {
        QFETCH(const QByteArray, good);
        QFETCH(const QByteArray, bad);
        const QByteArray unit = unitOf(usual);
        QVERIFY2(unit.contains(good), unit);
        const Folder folder;
        const Verdict said = systemd(folder, QByteArray(unit).replace(good, bad));
        QVERIFY2(said.startsWith("refused: "), said);
    }
};

ARABESQUE_TEST(SystemdUnitsTest)
#include "systemd_units_test.moc"
