#include "app/window/sample.h"

#include "app/bridge/text.h"
#include "core/files/project_files.h"

#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>

#include <vector>

namespace arabesque {

Result<std::filesystem::path> copySample() {
    const QString origin = QStringLiteral(":/examples/order-service");
    std::vector<NewFile> files;
    for (QDirIterator each(origin, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         each.hasNext();) {
        QFile file(each.next());
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QByteArray bytes = file.readAll();
        files.push_back({fromQt(each.filePath().mid(origin.size() + 1)), {bytes.begin(), bytes.end()}});
    }
    if (files.empty())
        return failure(MESSAGE("sample", "This copy of the program comes without its sample project."));
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(data);
    const std::filesystem::path folder = fromQt(data + QStringLiteral("/order-service"));
    if (auto written = writeFolder(folder, files, true); !written) return std::unexpected(written.error());
    return folder;
}

}
