#include "tests/support/test_main.h"
#include "tests/validators/judges.h"

#include <QDir>
#include <QTest>

using namespace arabesque::tests;

namespace {

/// What is made for two servers of databases, with every setting of backups.
void makeFiles(const Folder& out) {
    const Folder project;
    writeSmallProject(project);
    project.write(
        "Deployment.toml",
        "targets = [\"vm\", \"k8s\"]\n[kubernetes]\nnamespace = \"shop\"\n"
        "[api_manager]\ndatabase = \"apim\"\nencryption_key = \"apim-encryption-key\"\n"
        "[backup]\nfolder = \"/srv/backups\"\nuser = \"keeper\"\ntime = \"23:05\"\nfiles = [\"/etc/shop\"]\n"
        "[[node]]\nname = \"api-1\"\nrole = \"all-in-one\"\nhost = \"10.0.0.2\"\n"
        "[[node]]\nname = \"db-1\"\nrole = \"database\"\nhost = \"10.0.0.4\"\ndatabase = \"orders\"\n"
        "[[database]]\nname = \"orders\"\n[[database]]\nname = \"apim\"\nengine = \"mysql\"\nmanaged = "
        "true\n");
    const Run run = cli({"generate", project.path(), "--out", out.path(), "--force"});
    if (run.exit > 1) qFatal("%s%s", run.out.constData(), run.err.constData());
}

Verdict shellcheck(const QString& script) {
    const Verdict parsed = run("bash", {"-n", script});
    return parsed.isEmpty() ? run("shellcheck", {script}) : parsed;
}

/// Of a file without the rights that only the server knows, not sqlfluff's grammar.
Verdict sqlfluff(const Folder& out, const QString& sql, const QString& dialect) {
    static const QRegularExpression unknown("GRANT SELECT, SHOW VIEW[^\n]*\n");
    out.write("judged/file.sql", QString::fromUtf8(out.read(sql)).remove(unknown).toUtf8());
    return run("sqlfluff", {"parse", "--dialect", dialect, out.path("judged/file.sql")});
}

Verdict systemd(const Folder& out, const QString& unit) {
    const QByteArray text = out.read(unit);
    const QRegularExpression program("\nExecStart=\\S+");
    const QString name = unit.section('/', -1);
    out.write("judged/" + name,
              QString::fromUtf8(text).replace(program, "\nExecStart=/usr/bin/true").toUtf8());
    return run("systemd-analyze",
               {"verify", "--man=no", "--recursive-errors=yes", out.path("judged/" + name)});
}

Verdict onCluster(const Folder& out, const QString& database) {
    const Printed built = kustomizeBuild(out.path("database/" + database));
    if (!built.verdict.isEmpty()) return built.verdict;
    out.write("judged/" + database + ".yaml", built.text);
    const QString yaml = out.path("judged/" + database + ".yaml");
    const Verdict strict = strictSchema(yaml);
    return strict.isEmpty() ? kubectl(yaml) : strict;
}

}

/// Real tools judge what is generated for databases; tests/failover runs the scripts.
class DatabaseFilesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { makeFiles(m_out); }

    void scriptsAreTaken() {
        const QStringList scripts = filesNamed(m_out, QRegularExpression("^database/.*\\.sh$"));
        QCOMPARE(scripts.size(), 10);
        for (const QString& script : scripts) QCOMPARE(shellcheck(script), Verdict());
        QByteArray text = m_out.read("database/orders/backup.sh");
        QVERIFY(text.contains("mkdir \"$partial\""));
        m_out.write("broken/backup.sh", text.replace("mkdir \"$partial\"", "mkdir $partial"));
        QVERIFY(shellcheck(m_out.path("broken/backup.sh")).startsWith("refused: "));
    }

    void statementsAreOfTheirDialect() {
        const QString orders = "database/orders/create.sql", apim = "database/apim/create.sql";
        QCOMPARE(sqlfluff(m_out, orders, "postgres"), Verdict());
        QCOMPARE(sqlfluff(m_out, apim, "mysql"), Verdict());
        QCOMPARE(sqlfluff(m_out, "database/orders/maintenance.sql", "postgres"), Verdict());
        QCOMPARE(sqlfluff(m_out, "database/apim/maintenance.sql", "mysql"), Verdict());
        QVERIFY(!m_out.read("database/apim/maintenance.sql").contains("DELETE"));
        QVERIFY(sqlfluff(m_out, apim, "postgres").startsWith("refused: "));
        QVERIFY(sqlfluff(m_out, orders, "mysql").startsWith("refused: "));
    }

    void unitsAreTaken() {
        for (const char* unit : {"service", "timer"}) {
            const QString file = QString("database/orders/order_api-backup-orders.") + unit;
            QCOMPARE(systemd(m_out, file), Verdict());
        }
        QByteArray timer = m_out.read("database/orders/order_api-backup-orders.timer");
        QVERIFY(timer.contains("OnCalendar=*-*-* 23:05:00\n"));
        m_out.write("broken/broken.timer", timer.replace("*-*-* 23:05:00", "daily at five"));
        QVERIFY(systemd(m_out, "broken/broken.timer").startsWith("refused: "));
    }

    void jobsAreTaken() {
        for (const char* database : {"orders", "apim"}) QCOMPARE(onCluster(m_out, database), Verdict());
        QVERIFY(m_out.read("judged/apim.yaml").contains("schedule: 5 23 * * *"));
        const QByteArray job = m_out.read("database/orders/cron-job.yaml");
        m_out.write("database/orders/cron-job.yaml",
                    QByteArray(job).replace("concurrencyPolicy", "concurrency"));
        QVERIFY(onCluster(m_out, "orders").startsWith("refused: "));
        m_out.write("database/orders/cron-job.yaml", job);
    }

    /// All databases of a product together, its files, and its encryption key by name.
    void whatAProductNeedsIsKept() {
        const QByteArray text = m_out.read("database/apim/deployment.sh");
        QVERIFY2(text.contains("schemas=(\n    apim_db\n    shared_db\n)"), text);
        QVERIFY2(text.contains("products=(\n    10.0.0.2:/opt/wso2\n)"), text);
        QVERIFY2(text.contains("secrets=(\n    apim-encryption-key\n)"), text);
        QVERIFY2(text.contains("host=localhost\n"), text);
        QVERIFY(m_out.read("database/apim/create.sql").contains("`apim_db` CHARACTER SET latin1"));
    }

private:
    Folder m_out;
};

ARABESQUE_TEST(DatabaseFilesTest)

#include "database_files_test.moc"
