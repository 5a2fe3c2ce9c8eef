#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace arabesque {

class Session;

/// Tells when something happens to the open project's files on the disk, whoever did it.
class DiskWatch final : public QObject {
    Q_OBJECT

public:
    /// Borrows the session, which outlives it.
    explicit DiskWatch(Session& session);

signals:
    /// Once for all that happens within a moment.
    void changed();

private:
    void watch();

    Session& m_session;
    QFileSystemWatcher m_watcher;
    QTimer m_pause;
};

}
