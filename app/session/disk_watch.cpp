#include "app/session/disk_watch.h"

#include "app/bridge/text.h"
#include "app/session/session.h"

#include <QSet>

#include <chrono>

namespace arabesque {

namespace {

constexpr std::chrono::milliseconds moment{150};   // an editor that saves writes, renames and removes

}

DiskWatch::DiskWatch(Session& session) : m_session(session) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(moment);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        watch();   // a file that was replaced is another one
        emit changed();
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_pause.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_pause.start(); });
    connect(&session, &Session::opened, this, &DiskWatch::watch);
    connect(&session, &Session::saved, this, &DiskWatch::watch);
    watch();
}

/// Folders tell of files that come, go or are replaced; TOML files are watched themselves for those who write in place.
void DiskWatch::watch() {
    if (!m_session.isOpen()) return;
    const std::filesystem::path& folder = m_session.place().folder;
    QSet<QString> wanted{toQt(folder.string()), toQt(folder.parent_path().string())};
    for (const auto& [file, document] : m_session.snapshot()->documents) {
        wanted.insert(toQt((folder / file).parent_path().string()));
        if (file.ends_with(".toml")) wanted.insert(toQt((folder / file).string()));
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    const QSet<QString> now(watched.begin(), watched.end());
    const QStringList gone = (now - wanted).values();
    const QStringList added = (wanted - now).values();
    if (!gone.isEmpty()) m_watcher.removePaths(gone);
    if (!added.isEmpty()) m_watcher.addPaths(added);
}

}
