#include "tests/failover/database_server.h"

#include <QDir>
#include <QTest>

#include <unistd.h>

namespace arabesque::tests {

namespace {

Run finished(QProcess& process) {
    if (!process.waitForFinished(60'000)) return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Run ran(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    return finished(process);
}

QString postgresql(const QString& program) {
    const QDir releases("/usr/lib/postgresql");
    const QStringList all = releases.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return all.isEmpty() ? program : releases.filePath(all.last() + "/bin/" + program);
}

QStringList as(const QString& account, const QStringList& command) {
    if (::geteuid() != 0) return command;
    return QStringList{"setpriv", "--reuid", account, "--regid", account, "--clear-groups"} + command;
}

void demand(const Run& run, const char* what) {
    if (run.exit != 0) qFatal("%s: %s%s", what, run.out.constData(), run.err.constData());
}

}

DatabaseServer::DatabaseServer(const QByteArray& engine) : m_postgresql(engine == "postgresql") {
    QFile(m_folder.path()).setPermissions(QFile::permissions(m_folder.path()) | QFile::ExeOther);
    QDir().mkpath(inside(""));
    if (::geteuid() == 0) demand(ran("chown", {m_postgresql ? "postgres" : "mysql", inside("")}), "chown");
    if (m_postgresql)
        startPostgresql();
    else
        startMariadb();
    for (int attempt = 0; attempt < 200; ++attempt) {
        if (sql("SELECT 1;").exit == 0) return;
        QTest::qWait(50);
    }
    qFatal("%s does not start: %s", engine.constData(), m_folder.read("server/log").constData());
}

DatabaseServer::~DatabaseServer() {
    // as an end at once, which a server that is thrown away may have
    m_process.kill();
    m_process.waitForFinished();
}

QString DatabaseServer::host() const {
    return m_postgresql ? inside("").chopped(1) : inside("socket");
}

Run DatabaseServer::sql(const QByteArray& statements, const QString& database) const {
    QStringList arguments;
    if (m_postgresql)
        arguments << "--host" << host() << "--username" << "postgres" << "--no-psqlrc" << "--tuples-only"
                  << "--no-align" << "--quiet" << "--set" << "ON_ERROR_STOP=1" << "--dbname"
                  << (database.isEmpty() ? "postgres" : database);
    else
        arguments << "--no-defaults" << "--socket" << host() << "--user" << "root" << "--batch"
                  << "--skip-column-names" << "--default-character-set=utf8mb4" << database;
    if (arguments.last().isEmpty()) arguments.removeLast();
    QProcess process;
    process.start(m_postgresql ? "psql" : "mariadb", arguments);
    process.write(statements);
    process.closeWriteChannel();
    return finished(process);
}

void DatabaseServer::startPostgresql() {
    QStringList command = as("postgres", {postgresql("initdb"), "--no-sync", "--auth", "trust", "--username",
                                          "postgres", "--pgdata", inside("data")});
    demand(ran(command.takeFirst(), command), "initdb");
    m_folder.write("server/data/pg_hba.conf", "local all backup scram-sha-256\nlocal all all trust\n");
    command = as("postgres",
                 {postgresql("postgres"), "-D", inside("data"), "-c", "listen_addresses=", "-c",
                  "unix_socket_directories=" + host(), "-c", "fsync=off", "-c", "full_page_writes=off"});
    m_process.setStandardErrorFile(inside("log"));
    const QString program = command.takeFirst();
    m_process.start(program, command);
}

void DatabaseServer::startMariadb() {
    QStringList install{"--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db",
                        "--datadir=" + inside("data")};
    if (::geteuid() == 0) install << "--user=mysql";
    demand(ran("mariadb-install-db", install), "mariadb-install-db");
    QStringList command = as("mysql", {"mariadbd", "--no-defaults", "--datadir=" + inside("data"),
                                       "--skip-networking", "--socket=" + host(),
                                       "--pid-file=" + inside("pid"), "--innodb-flush-log-at-trx-commit=0"});
    m_process.setStandardErrorFile(inside("log"));
    const QString program = command.takeFirst();
    m_process.start(program, command);
}

}
