#include "app/session/last_export.h"

#include "app/bridge/text.h"
#include "app/session/session.h"
#include "core/files/project_files.h"
#include "core/text/diff.h"

#include <QDataStream>
#include <QFile>
#include <QStandardPaths>

#include <array>
#include <cstdio>

namespace arabesque {

namespace {

constexpr quint32 format = 0x41524531;   // "ARE1"

/// FNV-1a: the same in every run and on every machine.
std::uint64_t numberOf(std::string_view line) {
    std::uint64_t number = 0xCBF29CE484222325ULL;
    for (const char c : line) number = (number ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return number;
}

void write(QDataStream& stream, const Fingerprints& all) {
    stream << static_cast<quint32>(all.size());
    for (const auto& [file, lines] : all) stream << toBytes(file) << toBytes(lines);
}

Fingerprints readFingerprints(QDataStream& stream) {
    Fingerprints all;
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        QByteArray file;
        QByteArray lines;
        stream >> file >> lines;
        all.emplace(fromBytes(file), fromBytes(lines));
    }
    return all;
}

}

std::string fingerprints(std::string_view text) {
    std::string numbers;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        std::array<char, 20> number{};
        const int size = std::snprintf(number.data(), number.size(), "%016llx\n",
                                       static_cast<unsigned long long>(numberOf(line)));
        numbers.append(number.data(), static_cast<std::size_t>(size));
    }
    return numbers;
}

LineChanges changesSince(std::string_view earlierFingerprints, std::string_view text) {
    const LineDifference difference = compareLines(earlierFingerprints, fingerprints(text));
    LineChanges changes;
    for (const std::uint32_t line : difference.added) changes.changed.insert(static_cast<int>(line) - 1);
    // Walks both texts at once: lines that went stand above the line reached in the new one.
    std::uint32_t earlier = 1;
    int now = 0;
    for (const std::uint32_t line : difference.removed) {
        for (; earlier < line; ++earlier, ++now)
            while (changes.changed.contains(now)) ++now;
        const bool isReplaced = changes.changed.contains(now) || changes.changed.contains(now - 1);
        if (!isReplaced) changes.removedAbove.insert(now);
        ++earlier;
    }
    return changes;
}

ExportMemory::ExportMemory(Session& session, const QDir& folder) : m_session(session), m_folder(folder) {
    connect(&session, &Session::opened, this, &ExportMemory::recall);
    connect(&session, &Session::exported, this, &ExportMemory::remember);
    if (session.isOpen()) recall();
}

QDir ExportMemory::stateFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::StateLocation) + QStringLiteral("/exports"));
}

QString ExportMemory::file() const {
    return m_folder.filePath(toQt(m_session.projectKey()));
}

void ExportMemory::recall() {
    QFile source(file());
    if (!source.open(QIODevice::ReadOnly)) return;
    QDataStream stream(&source);
    quint32 found = 0;
    stream >> found;
    if (found != format) return;
    LastExport last;
    QByteArray path;
    stream >> path;
    last.path = fromBytes(path);
    last.documents = readFingerprints(stream);
    last.artifacts = readFingerprints(stream);
    if (stream.status() == QDataStream::Ok) m_session.setLastExport(std::move(last));
}

void ExportMemory::remember() const {
    const auto& last = m_session.lastExport();
    if (!last) return;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << format << toBytes(last->path.string());
    write(stream, last->documents);
    write(stream, last->artifacts);
    m_folder.mkpath(QStringLiteral("."));
    static_cast<void>(writeFile(std::filesystem::path(fromQt(file())),
                                {bytes.data(), static_cast<std::size_t>(bytes.size())}));
}

}
