#include "app/session/journal.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "core/files/project_files.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFile>
#include <QStandardPaths>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace arabesque {

namespace {

constexpr quint32 format = 0x41524A31;   // "ARJ1"
constexpr std::chrono::milliseconds longestUnwritten{500};

}

Journal::Journal(Session& session, const QDir& folder) : m_session(session), m_folder(folder) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(longestUnwritten);
    connect(&m_pause, &QTimer::timeout, this, &Journal::write);
    connect(&session, &Session::opened, this, &Journal::begin);
    connect(&session, &Session::edited, this, &Journal::writeSoon);
    connect(&session, &Session::modifiedChanged, this, &Journal::writeSoon);
    if (session.isOpen()) begin();
}

Journal::~Journal() {
    end();
}

QDir Journal::stateFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::StateLocation) + QStringLiteral("/journal"));
}

QString Journal::projectKey() const {
    return toQt(m_session.projectKey());
}

void Journal::begin() {
    end();
    m_folder.mkpath(QStringLiteral("."));
    static int windows = 0;
    m_file = m_folder.filePath(
        QStringLiteral("%1-%2-%3").arg(projectKey()).arg(QCoreApplication::applicationPid()).arg(++windows));
    m_lock = std::make_unique<QLockFile>(m_file + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(std::chrono::milliseconds(0));   // only a dead program loses its lock
    m_lock->tryLock(std::chrono::milliseconds(0));
    recover();
}

bool Journal::isSharedWithAnother() const {
    const QStringList locks =
        m_folder.entryList({projectKey() + QStringLiteral("-*.lock")}, QDir::Files | QDir::Hidden);
    return std::ranges::any_of(locks, [this](const QString& name) {
        const QString file = m_folder.filePath(name);
        if (file == m_file + QStringLiteral(".lock")) return false;
        QLockFile lock(file);
        lock.setStaleLockTime(std::chrono::milliseconds(0));
        return !lock.tryLock(std::chrono::milliseconds(0));
    });
}

void Journal::end() {
    if (m_file.isEmpty()) return;
    m_pause.stop();
    m_writing.waitForFinished();
    QFile::remove(m_file);
    m_lock.reset();
    m_file.clear();
}

void Journal::recover() {
    for (const QString& name : m_folder.entryList({projectKey() + QStringLiteral("-*")}, QDir::Files)) {
        const QString file = m_folder.filePath(name);
        if (file == m_file || name.contains(QLatin1Char('.'))) continue;
        QLockFile lock(file + QStringLiteral(".lock"));
        lock.setStaleLockTime(std::chrono::milliseconds(0));
        if (!lock.tryLock(std::chrono::milliseconds(0))) continue;   // another window's
        const std::optional<Edit> edit = read(file);
        const bool wanted = edit && !edit->empty();
        if (wanted) {
            m_session.submit(*edit, tr("recovery of unsaved changes"));
            write();
            m_writing.waitForFinished();   // only what is safe again goes from the earlier file
        }
        QFile::remove(file);
        if (wanted) emit recovered();
    }
}

void Journal::writeSoon() {
    if (!m_file.isEmpty() && !m_pause.isActive()) m_pause.start();
}

void Journal::write() {
    if (m_writing.isRunning()) return writeSoon();
    if (!m_session.isModified()) {
        QFile::remove(m_file);
        return;
    }
    m_writing = QtConcurrent::run([bytes = content(), file = fromQt(m_file)] {
        static_cast<void>(writeFile(file, {bytes.data(), static_cast<std::size_t>(bytes.size())}));
    });
}

QByteArray Journal::content() const {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << format;
    for (const auto& [file, document] : m_session.snapshot()->documents)
        if (m_session.isModified(file)) stream << toBytes(file) << toBytes(*document.text);
    stream << QByteArray();
    return bytes;
}

std::optional<Edit> Journal::read(const QString& file) const {
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) return {};
    QDataStream stream(&source);
    quint32 found = 0;
    stream >> found;
    if (found != format) return {};
    Edit edit;
    while (true) {
        QByteArray name;
        QByteArray text;
        stream >> name;
        if (stream.status() != QDataStream::Ok) return {};
        if (name.isEmpty()) return edit;
        stream >> text;
        const std::string document = fromBytes(name);
        edit = combined(std::move(edit),
                        difference(document, m_session.snapshot()->text(document), fromBytes(text)));
    }
}

}
