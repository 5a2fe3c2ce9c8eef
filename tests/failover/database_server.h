#pragma once

#include "tests/cli/program.h"

#include <QProcess>

namespace arabesque::tests {

/// A real PostgreSQL or MariaDB of the test's own, reached by a socket only. It takes its administrator without a password,
/// and asks the account "backup" for one.
class DatabaseServer {
public:
    /// `engine` as Deployment.toml names it: "postgresql" or "mysql". Ends the test where it does not start.
    explicit DatabaseServer(const QByteArray& engine);
    ~DatabaseServer();
    DatabaseServer(const DatabaseServer&) = delete;
    DatabaseServer& operator=(const DatabaseServer&) = delete;

    [[nodiscard]] bool isPostgresql() const { return m_postgresql; }
    [[nodiscard]] QString host() const;
    [[nodiscard]] QString administrator() const { return m_postgresql ? "postgres" : "root"; }
    /// Runs statements as the administrator; an empty database: that of the administrator.
    [[nodiscard]] Run sql(const QByteArray& statements, const QString& database = {}) const;

private:
    [[nodiscard]] QString inside(const QString& name) const { return m_folder.path("server/" + name); }
    void startPostgresql();
    void startMariadb();

    bool m_postgresql;
    Folder m_folder;
    QProcess m_process;
};

}
