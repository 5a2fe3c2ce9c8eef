#include "app/window/recent_projects.h"

#include <QFileInfo>
#include <QSettings>

namespace arabesque {

namespace {

constexpr qsizetype most = 8;

}

QStringList recentProjects() {
    QStringList paths = QSettings().value(QStringLiteral("recent")).toStringList();
    paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return paths;
}

void rememberProject(const QString& path) {
    QStringList paths = QSettings().value(QStringLiteral("recent")).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    QSettings().setValue(QStringLiteral("recent"), QStringList(paths.first(std::min(most, paths.size()))));
}

}
