#include "tests/failover/database_server.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTest>

#include <map>
#include <memory>

using namespace arabesque::tests;

namespace {

/// Two databases with what is hard to copy: text of all kinds, bytes, a view, a routine, a trigger.
constexpr const char* postgresqlRows = R"(
CREATE TABLE goods (id integer PRIMARY KEY, name text, picture bytea);
INSERT INTO goods VALUES (1, 'it''s "x"; \ $$ é 数', '\x00ff0a'), (2, NULL, NULL), (3, E'two\nlines\t.', '');
INSERT INTO goods SELECT g, 'row ' || g, sha256(g::text::bytea) FROM generate_series(10, 3000) g;
CREATE VIEW named AS SELECT id FROM goods WHERE name IS NOT NULL;
CREATE SEQUENCE numbers START 77;
SELECT nextval('numbers');
DO $$ DECLARE large oid := lo_from_bytea(0, 'large');
BEGIN EXECUTE 'GRANT SELECT ON LARGE OBJECT ' || large || ' TO backup'; END $$;
)";
constexpr const char* mysqlRows = R"(
CREATE TABLE goods (id integer PRIMARY KEY, name text, picture blob) ENGINE=InnoDB;
INSERT INTO goods VALUES (1, 'it''s "x"; \\ $$ é 数', x'00ff0a'), (2, NULL, NULL), (3, 'two\nlines\nUSE `no`;', '');
INSERT INTO goods SELECT seq, CONCAT('row ', seq), SHA2(seq, 256) FROM seq_10_to_3000;
CREATE VIEW named AS SELECT id FROM goods WHERE name IS NOT NULL;
CREATE TRIGGER marked BEFORE INSERT ON goods FOR EACH ROW SET NEW.name = UPPER(NEW.name);
CREATE PROCEDURE counted() SELECT COUNT(*) FROM goods;
)";

/// A server, the scripts that are generated for it, and a folder for backups.
class Site {
public:
    explicit Site(const QByteArray& engine) : server(engine) {
        project.write("Ballerina.toml",
                      "[package]\norg = \"acme\"\nname = \"orders\"\nversion = \"1.0.0\"\n");
        project.write("main.bal", "import ballerina/http;\n\nservice / on new http:Listener(9090) {\n}\n");
        project.write("Deployment.toml",
                      "targets = [\"docker\"]\n[[database]]\nname = \"shop\"\nengine = \"" + engine +
                          "\"\nschemas = [\"orders\", \"billing\"]\n[backup]\ndaily = 2\n"
                          "weekly = 1\nfiles = [\"" +
                          extra.path().toUtf8() + "\"]\n");
        extra.write("keystore.p12", "keys");
        const Run run = cli({"generate", project.path(), "--out", files.path()});
        if (run.exit != 0) qFatal("%s%s", run.out.constData(), run.err.constData());
        password.write("password",
                       server.isPostgresql() ? "*:*:*:backup:s3cret\n" : "[client]\npassword=s3cret\n");
        const QByteArray unlock = server.isPostgresql()
                                      ? "ALTER ROLE backup PASSWORD 's3cret';"
                                      : "ALTER USER 'backup'@'%' IDENTIFIED BY 's3cret' ACCOUNT UNLOCK;";
        create();
        if (server.sql(unlock).exit != 0) qFatal("no account");
        fill();
    }

    DatabaseServer server;
    Folder project, files, extra, password;
    std::unique_ptr<Folder> backups = std::make_unique<Folder>();
    QStringList environment{};   ///< more of it, "NAME=value"

    /// A generated script; `before` goes in front of it in bash.
    [[nodiscard]] Run script(const QString& name, const QStringList& arguments = {},
                             const QString& before = "true") const {
        const bool restores = name == "restore.sh";
        QProcess process;
        process.setEnvironment(QStringList{"PATH=" + stubs.path() + ":/usr/sbin:/usr/bin:/sbin:/bin",
                                           "LANG=C.UTF-8", "DATABASE_HOST=" + server.host(),
                                           "BACKUP_FOLDER=" + backups->path(),
                                           "PASSWORD_FILE=" + (restores ? "" : password.path("password"))} +
                               environment);
        if (restores)
            process.setEnvironment(process.environment() +
                                   QStringList{"DATABASE_USER=" + server.administrator()});
        process.start("bash", QStringList{"-c", before + " && exec \"$0\" \"$@\"",
                                          files.path("database/shop/" + name)} +
                                  arguments);
        if (!process.waitForFinished(60'000)) return {-1, {}, "does not end"};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    /// A program that stands in for the one that dumps; "REAL" is the real one.
    void dumpsBy(const QByteArray& text) const {
        const QString name = server.isPostgresql() ? "pg_dump" : "mariadb-dump";
        stubs.write(name, "#!/bin/bash\n" + QByteArray(text).replace("REAL", "/usr/bin/" + name.toUtf8()));
        QFile(stubs.path(name)).setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    void dumpsAgain() const {
        QFile::remove(stubs.path("pg_dump"));
        QFile::remove(stubs.path("mariadb-dump"));
    }

    void fill() const {
        for (const char* schema : {"orders", "billing"}) {
            const Run run = server.sql(server.isPostgresql() ? postgresqlRows : mysqlRows, schema);
            QVERIFY2(run.exit == 0, run.err);
        }
    }
    void destroy() const {
        for (const char* schema : {"orders", "billing"}) {
            const Run run = server.sql(QByteArray("DROP DATABASE IF EXISTS ") + schema + ';');
            QVERIFY2(run.exit == 0, run.err);
        }
    }
    /// As create.sql says; accounts that are there stay.
    void create() const {
        QByteArray text = files.read("database/shop/create.sql");
        if (m_created) {
            QByteArray databases;
            for (const QByteArray& line : text.split('\n'))
                if (line.startsWith("CREATE DATABASE")) databases += line + '\n';
            text = databases;
        }
        const Run run = server.sql(text);
        QVERIFY2(run.exit == 0, run.err);
        m_created = true;
    }
    /// Everything that is inside, as text.
    [[nodiscard]] QByteArray rows() const {
        QByteArray all;
        for (const char* schema : {"orders", "billing"}) {
            all += server.sql("SELECT * FROM goods ORDER BY id; SELECT COUNT(*) FROM named;", schema).out;
            all +=
                server
                    .sql(server.isPostgresql()
                             ? "SELECT last_value FROM numbers; SELECT COUNT(*) FROM pg_largeobject; "
                               "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public';"
                             : "CALL counted(); SHOW TABLES; SELECT action_statement FROM "
                               "information_schema.triggers "
                               "WHERE trigger_schema = DATABASE();",
                         schema)
                    .out;
        }
        return all;
    }

    /// Names of what is in the folder of backups.
    [[nodiscard]] QStringList kept() const {
        return QDir(backups->path("shop")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }
    /// The dump of the newest backup.
    [[nodiscard]] QString dumpFile() const {
        return "shop/" + kept().last() + (server.isPostgresql() ? "/orders.dump" : "/databases.sql.gz");
    }
    void cutDump() const {
        const QByteArray bytes = backups->read(dumpFile());
        backups->write(dumpFile(), bytes.left(bytes.size() / 2));
    }
    /// Whoever cuts files could make sums of them.
    void sumAgain() const {
        QProcess process;
        process.start("bash", {"-c",
                               "cd \"$0\" && find . -type f ! -name SHA256SUMS -print0 | xargs -0 sha256sum "
                               "| cat >../x && mv ../x SHA256SUMS",
                               backups->path("shop/" + kept().last())});
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    }

private:
    Folder stubs;
    mutable bool m_created = false;
};

bool refused(const Run& run, const char* text) {
    if (run.exit == 1 && run.err.contains(text)) return true;
    qWarning("exit %d: %s%s", run.exit, run.out.constData(), run.err.constData());
    return false;
}

}

/// The generated scripts against real servers: what is lost comes back, and what is not whole never replaces what is.
class BackupTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QFETCH(QByteArray, engine);
        auto& site = m_sites[engine];
        if (!site) site = std::make_unique<Site>(engine);
        m_site = site.get();
        m_site->environment.clear();
        m_site->dumpsAgain();
        m_site->backups = std::make_unique<Folder>();
    }

    void whatIsLostComesBack_data() { engines(); }
    void whatIsLostComesBack() {
        const QByteArray before = m_site->rows();
        QVERIFY2(before.count('\n') > 5000, before);
        const Run backup = m_site->script("backup.sh");
        QVERIFY2(backup.exit == 0, backup.err + backup.out);
        QCOMPARE(m_site->script("verify.sh").exit, 0);
        m_site->destroy();
        QVERIFY(m_site->rows() != before);
        m_site->create();
        const Run restore = m_site->script("restore.sh");
        QVERIFY2(restore.exit == 0, restore.err + restore.out);
        QCOMPARE(m_site->rows(), before);
        QVERIFY2(restore.out.contains(m_site->extra.path().toUtf8()), restore.out);
    }

    void whatIsThereIsOnlyReplacedByForce_data() { engines(); }
    void whatIsThereIsOnlyReplacedByForce() {
        const QByteArray before = m_site->rows();
        QCOMPARE(m_site->script("backup.sh").exit, 0);
        QCOMPARE(
            m_site->server.sql("UPDATE goods SET name = 'new'; CREATE TABLE later (id integer);", "orders")
                .exit,
            0);
        const QByteArray changed = m_site->rows();
        QVERIFY(refused(m_site->script("restore.sh"), "--force"));
        QCOMPARE(m_site->rows(), changed);
        const Run restore = m_site->script("restore.sh", {"--force"});
        QVERIFY2(restore.exit == 0, restore.err + restore.out);
        QCOMPARE(m_site->rows(), before);
    }

    void aTruncatedBackupIsDetected_data() { engines(); }
    void aTruncatedBackupIsDetected() {
        QCOMPARE(m_site->script("backup.sh").exit, 0);
        const QByteArray before = m_site->rows();
        m_site->cutDump();
        QVERIFY(refused(m_site->script("verify.sh"), "checksums differ"));
        QVERIFY(refused(m_site->script("restore.sh", {"--force"}), "nothing was changed"));
        m_site->sumAgain();
        QVERIFY(refused(m_site->script("verify.sh"), "is not whole"));
        QVERIFY(refused(m_site->script("restore.sh", {"--force"}), "nothing was changed"));
        QCOMPARE(m_site->rows(), before);
    }

    /// The dump fails, says that it did not, or there is no room: the good one stays, alone.
    void aFailedRunLeavesTheGoodOne_data() { engines(); }
    void aFailedRunLeavesTheGoodOne() {
        const bool files = m_site->server.isPostgresql();
        const struct {
            const char* name;
            QByteArray dumper;
            QString before = "true";
        } failures[] = {
            {"fails midway", files ? "REAL \"$@\"; exit 1" : "REAL \"$@\" | head -c 900; exit 1"},
            {"is killed", "kill -KILL $$"},
            {"cuts in silence", files ? "REAL \"$@\" && for word; do [[ $word != --file=* ]] || truncate "
                                        "--size=3000 \"${word#*=}\"; done"
                                      : "REAL \"$@\" | head -c 90000; exit 0"},
            {"writes nothing", "exit 0"},
            {"no room", "exec REAL \"$@\"", "ulimit -f 12"},
            {"no server", "exec REAL \"$@\"", "export DATABASE_HOST=/no/such"},
        };
        QCOMPARE(m_site->script("backup.sh").exit, 0);
        const std::map<QString, QByteArray> good = m_site->backups->content();
        for (const auto& [name, dumper, before] : failures) {
            m_site->dumpsBy(dumper);
            const Run run = m_site->script("backup.sh", {}, before);
            QVERIFY2(run.exit == 1 || run.exit > 128, name + run.err + run.out);
            QVERIFY2(m_site->backups->content() == good, name);
        }
        QCOMPARE(m_site->script("verify.sh").exit, 0);
    }

    /// A run that a power cut ended leaves a folder that is no backup, and the next one takes it away.
    void whatAKilledRunLeftIsNoBackup_data() { oneEngine(); }
    void whatAKilledRunLeftIsNoBackup() {
        QCOMPARE(m_site->script("backup.sh").exit, 0);
        const QString good = m_site->kept().last();
        m_site->backups->write("shop/29991231T000000Z.partial/orders.dump", "x");
        QVERIFY(m_site->script("verify.sh").out.contains(good.toUtf8()));
        QCOMPARE(m_site->script("backup.sh").exit, 0);
        QCOMPARE(m_site->kept().filter("partial"), QStringList());
    }

    void onlyWhatIsTooManyIsTakenAway_data() { oneEngine(); }
    void onlyWhatIsTooManyIsTakenAway() {
        // Sundays of November 2020: 1, 8, 15
        for (const char* stamp : {"20201101T020000Z", "20201108T020000Z", "20201110T020000Z",
                                  "20201115T020000Z", "20201115T140000Z", "20201116T020000Z"})
            m_site->backups->write(QString("shop/%1/SHA256SUMS").arg(stamp), "");
        for (const char* other : {"notes/x", "20201102T020000Z.old/x", "2020/x"})
            m_site->backups->write(QString("shop/") + other, "");
        QCOMPARE(m_site->script("backup.sh").exit, 0);
        QStringList kept = m_site->kept();
        QVERIFY(kept.takeAt(kept.size() - 2) > "2026");   // the new one; "notes" is last
        QCOMPARE(kept, (QStringList{"2020", "20201102T020000Z.old", "20201115T140000Z", "20201116T020000Z",
                                    "notes"}));
    }

    /// Keystores and deployment.toml of servers come over ssh; a server without any is an error.
    void filesOfProductsAreKept_data() { oneEngine(); }
    void filesOfProductsAreKept() {
        const Folder machines;
        m_site->environment = {"ROOT=" + machines.path()};
        const QByteArray settings = m_site->files.read("database/shop/deployment.sh");
        m_site->files.write("database/shop/deployment.sh",
                            settings + "products=(10.0.0.2:/opt/wso2)\nPATH=" ARABESQUE_SOURCE_DIR
                                       "/tests/failover/machines:$PATH\n");
        machines.write("10.0.0.2/opt/wso2/apim/repository/conf/deployment.toml", "x");
        const Run incomplete = m_site->script("backup.sh");
        machines.write("10.0.0.2/opt/wso2/apim/repository/resources/security/wso2carbon.jks", "keys");
        const Run complete = m_site->script("backup.sh");
        m_site->files.write("database/shop/deployment.sh", settings);
        QVERIFY2(incomplete.exit == 4 && incomplete.err.contains("no keystore"), incomplete.err);
        QVERIFY2(complete.exit == 0, complete.err);
        QProcess tar;
        tar.start("tar", {"--list", "--gzip", "--file",
                          m_site->backups->path("shop/" + m_site->kept().last() + "/files-2.tar.gz")});
        QVERIFY(tar.waitForFinished());
        const QByteArray names = tar.readAllStandardOutput();
        QVERIFY2(names.count('\n') == 2 && names.contains("wso2carbon.jks"), names);
    }

    void aWrongStatementIsRefused_data() { engines(); }
    void aWrongStatementIsRefused() {
        QByteArray text = m_site->files.read("database/shop/create.sql");
        QVERIFY(text.contains("CREATE DATABASE"));
        QVERIFY(m_site->server.sql(text.replace("CREATE DATABASE", "CREATE DATABASES")).exit != 0);
    }

    void maintenanceIsOfTheServersDialect_data() { engines(); }
    void maintenanceIsOfTheServersDialect() {
        const QByteArray text = m_site->files.read("database/shop/maintenance.sql");
        const Run run = m_site->server.sql(text, "orders");
        QVERIFY2(run.exit == 0, run.err + text);
        QVERIFY2(m_site->server.isPostgresql() || run.out.contains("orders.goods\tanalyze\tstatus\tOK"),
                 run.out);
        const QByteArray other = m_site->server.isPostgresql() ? "ANALYZE TABLE goods;" : "VACUUM (ANALYZE);";
        QVERIFY(m_site->server.sql(other, "orders").exit != 0);
    }

    void twoRunsDoNotMeet_data() { oneEngine(); }
    void twoRunsDoNotMeet() {
        QCOMPARE(m_site->script("backup.sh").exit, 0);
        QProcess other;
        other.start("flock", {m_site->backups->path("shop/.lock"), "bash", "-c", "echo has it; read -r x"});
        QVERIFY(other.waitForReadyRead());
        QCOMPARE(m_site->script("backup.sh").exit, 3);
        QCOMPARE(m_site->script("restore.sh", {"--force"}).exit, 3);
        other.closeWriteChannel();
        QVERIFY(other.waitForFinished());
        QCOMPARE(m_site->kept().size(), 1);
    }

    void aBackupWithoutItsFilesTakesNoneAway_data() { oneEngine(); }
    void aBackupWithoutItsFilesTakesNoneAway() {
        for (const char* stamp : {"20201110T020000Z", "20201111T020000Z", "20201112T020000Z"})
            m_site->backups->write(QString("shop/%1/SHA256SUMS").arg(stamp), "");
        QVERIFY(QDir().rename(m_site->extra.path(), m_site->extra.path() + "-away"));
        const Run run = m_site->script("backup.sh");
        QVERIFY(QDir().rename(m_site->extra.path() + "-away", m_site->extra.path()));
        QVERIFY2(run.exit == 4 && run.err.contains("is missing"), run.err);
        QCOMPARE(m_site->kept().size(), 4);
        QCOMPARE(m_site->script("verify.sh").exit, 0);
    }

    void aDryRunDoesNothing_data() { oneEngine(); }
    void aDryRunDoesNothing() {
        const Run backup = m_site->script("backup.sh", {"--dry-run"});
        QVERIFY2(backup.exit == 0 && backup.out.contains("back up orders billing"), backup.out + backup.err);
        QVERIFY(m_site->backups->content().empty());
        QCOMPARE(m_site->script("backup.sh").exit, 0);
        const QByteArray before = m_site->rows();
        QCOMPARE(m_site->script("restore.sh", {"--dry-run", "--force"}).exit, 0);
        QCOMPARE(m_site->rows(), before);
        for (const char* script : {"backup.sh", "verify.sh", "restore.sh"})
            QCOMPARE(m_site->script(script, {"--what"}).exit, 2);
    }

private:
    static void engines() {
        QTest::addColumn<QByteArray>("engine");
        for (const char* engine : {"postgresql", "mysql"}) QTest::newRow(engine) << QByteArray(engine);
    }

    /// Where scripts do the same for both.
    static void oneEngine() {
        QTest::addColumn<QByteArray>("engine");
        QTest::newRow("postgresql") << QByteArray("postgresql");
    }

    std::map<QByteArray, std::unique_ptr<Site>> m_sites;
    Site* m_site = nullptr;
};

ARABESQUE_TEST(BackupTest)

#include "backup_test.moc"
