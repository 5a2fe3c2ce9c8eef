#include "app/session/journal.h"

#include "app/bridge/text.h"
#include "app/session/in_background.h"
#include "app/session/session.h"
#include "core/files/project_files.h"
#include "core/files/seal.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>

namespace arabesque {

namespace {

constexpr quint32 format = 0x41524A32;   // "ARJ2"
constexpr std::chrono::milliseconds longestUnwritten{500};

std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

QByteArray content(const Snapshot& saved, const Snapshot& now) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << format;
    for (const auto& [file, document] : now.documents) {
        const std::string_view before = saved.text(file);
        const bool same = before.data() == document.text->data() || before == *document.text;
        if (!same) stream << true << unsavedText(file, before, *document.text);
    }
    stream << false;
    return bytes;
}

}

Journal::Journal(Session& session, const QDir& folder) : m_session(session), m_folder(folder) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(longestUnwritten);
    connect(&m_pause, &QTimer::timeout, this, &Journal::write);
    connect(&session, &Session::opened, this, &Journal::begin);
    connect(&session, &Session::edited, this, &Journal::writeSoon);
    connect(&session, &Session::modifiedChanged, this, &Journal::writeSoon);
    connect(&session, &Session::savedTextChanged, this, &Journal::writeSoon);
    connect(&session, &Session::aboutToSave, this, &Journal::writeAtOnce);
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
    m_written.reset();
}

void Journal::recover() {
    for (const QString& name : m_folder.entryList({projectKey() + QStringLiteral("-*")}, QDir::Files)) {
        const QString file = m_folder.filePath(name);
        if (file == m_file || name.contains(QLatin1Char('.'))) continue;
        QLockFile lock(file + QStringLiteral(".lock"));
        lock.setStaleLockTime(std::chrono::milliseconds(0));
        if (!lock.tryLock(std::chrono::milliseconds(0))) continue;   // another window's
        Edit edit;
        QStringList changedElsewhere;
        for (const UnsavedText& unsaved : read(file).value_or(std::vector<UnsavedText>())) {
            const std::string_view text = m_session.snapshot()->text(unsaved.file);
            edit = combined(std::move(edit), recovery(unsaved, text));
            if (wasChangedElsewhere(unsaved, text)) changedElsewhere << toQt(unsaved.file);
        }
        const bool wanted = !edit.empty();
        if (wanted) {
            m_session.submit(std::move(edit), tr("recovery of unsaved changes"));
            writeAtOnce();   // only what is safe again goes from the earlier file
        }
        QFile::remove(file);
        if (wanted) emit recovered(changedElsewhere);
    }
}

QString Journal::keyFile() const {
    return m_folder.filePath(QStringLiteral(".key"));
}

void Journal::writeSoon() {
    if (!m_file.isEmpty() && !m_pause.isActive()) m_pause.start();
}

void Journal::write() {
    if (m_writing.isRunning()) return writeSoon();
    m_written = m_session.snapshot();
    if (!m_session.isModified()) {
        QFile::remove(m_file);
        return;
    }
    m_writing = inBackground([saved = m_session.savedSnapshot(), now = m_written, file = fromQt(m_file),
                              key = fromQt(keyFile()), subject = fromQt(projectKey())] {
        if (const auto seal = Seal::withKeyIn(key))
            static_cast<void>(writePrivateFile(file, seal->sealed(viewOf(content(*saved, *now)), subject)));
    });
}

void Journal::writeAtOnce() {
    m_writing.waitForFinished();
    if (m_written == m_session.snapshot()) return;
    write();
    m_writing.waitForFinished();
}

std::optional<std::vector<UnsavedText>> Journal::read(const QString& file) const {
    QFile source(file);
    const auto seal = Seal::withKeyIn(fromQt(keyFile()));
    if (!seal || !source.open(QIODevice::ReadOnly)) return {};
    const auto bytes = seal->opened(viewOf(source.readAll()), fromQt(projectKey()));
    if (!bytes) return {};
    QDataStream stream(toBytes(*bytes));
    quint32 found = 0;
    bool more = false;
    std::vector<UnsavedText> all;
    for (stream >> found >> more; more && stream.status() == QDataStream::Ok; stream >> more)
        stream >> all.emplace_back();
    if (found != format || stream.status() != QDataStream::Ok) return {};
    return all;
}

}
