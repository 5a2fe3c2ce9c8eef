#pragma once

#include <QStringList>

namespace arabesque {

/// Paths of the projects opened last, the latest first.
[[nodiscard]] QStringList recentProjects();
void rememberProject(const QString& path);

}
